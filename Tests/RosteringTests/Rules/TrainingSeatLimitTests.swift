import Rostering
import Testing

@Suite struct TrainingSeatLimitTests {
    private func small(_ seats: [TrainingSeats]) throws -> Instance {
        try instance(
            sites: staffedSites(), links: dutyLinks(),
            people: [
                trainee("t1", of: "c1", specialties: ["cardiology"]),
                trainee("t2", of: "c1", specialties: ["surgery", "cardiology"]), trainee("t3", of: "c2"),
            ]
        ).changed { $0.trainingSeats = seats }
    }

    private let stays: [PersonID: [Stay]] = [
        "t1": [.at("h", 0..<4, .training)], "t2": [.at("h", 2..<6, .training)],
        "t3": [.at("h", 3..<5, .training)],
    ]

    @Test func noMoreThanTheSeats() throws {
        func amounts(_ seats: Int) throws -> [Int?: Int] {
            try small([TrainingSeats(hospital: "h", seats: seats)]).amounts(of: TrainingSeatLimit.self, stays)
        }
        #expect(try amounts(3) == [:])
        #expect(try amounts(2) == [3: 1])
        #expect(try amounts(1) == [2: 1, 3: 2, 4: 1])
        #expect(try amounts(0) == [0: 1, 1: 1, 2: 2, 3: 3, 4: 2, 5: 1])
    }

    /// By the trainee's primary specialty; others take no seat of it.
    @Test func seatsOfASpecialty() throws {
        let instance = try small([TrainingSeats(hospital: "h", specialty: "cardiology", seats: 0)])
        #expect(try instance.amounts(of: TrainingSeatLimit.self, stays) == [0: 1, 1: 1, 2: 1, 3: 1])
        let elsewhere = try small([TrainingSeats(hospital: "g", seats: 0)])
        #expect(try elsewhere.amounts(of: TrainingSeatLimit.self, stays) == [:])
        #expect(TrainingSeatLimit().requirements(for: elsewhere).rows.isEmpty)
    }

    @Test func hardAndOnlyForTraining() throws {
        let instance = try small([TrainingSeats(hospital: "h", seats: 0)])
        #expect(try instance.amounts(of: TrainingSeatLimit.self, ["t1": [.at("h", 0..<4)]]) == [:])
        let found = try instance.violations(of: TrainingSeatLimit.self, stays)
        #expect(found.allSatisfy { $0.isHard && $0.cost == .zero })
    }

    @Test func toldInBothLanguages() throws {
        let instance = try small([
            TrainingSeats(hospital: "h", seats: 2),
            TrainingSeats(hospital: "h", specialty: "cardiology", seats: 0),
        ])
        let found = try instance.violations(of: TrainingSeatLimit.self, stays)
        #expect(
            found.map { TrainingSeatLimit().wording(of: $0, in: instance) }.prefix(2) == [
                Text("site h has 2 seats for trainees; 1 too many", "机构h进修名额2个，超出1人"),
                Text("site h, cardiology, has 0 seats for trainees; 1 too many", "机构h心内科进修名额0个，超出1人"),
            ])
    }

    /// Where there is no seat, nobody trains.
    @Test func againstTraining() throws {
        let instance = try small([TrainingSeats(hospital: "h", seats: 0)]).changed {
            $0.policy[Training.self].enforcement.isOn = true
            $0.policy[Training.self].perClinic = 7
        }
        #expect(try instance.violations(of: TrainingSeatLimit.self).isEmpty)
        #expect(try instance.violations(of: Training.self).map(\.amount) == [1, 1])
        let away: [PersonID: [Stay]] = [
            "t1": [.at("h", 0..<4, .training)], "t3": [.at("h", 4..<8, .training)],
        ]
        #expect(try instance.violations(of: TrainingSeatLimit.self, away).count == 8)
        #expect(try instance.violations(of: Training.self, away).isEmpty)
    }
}
