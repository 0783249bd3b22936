import Rostering
import Testing

@Suite struct TrainingTests {
    /// Half a year: c1 has two who may train, c2 one who may not.
    private func small(weeks: Int = 26, perClinic: Int = 1) throws -> Instance {
        try instance(
            weeks: weeks, sites: staffedSites(), links: dutyLinks(),
            people: [
                trainee("t1", of: "c1"), trainee("t2", of: "c1"),
                person("t3", employer: "c2", specialties: []),
            ]
        ) {
            $0[Training.self].perClinic = perClinic
            $0[Training.self].enforcement.isOn = true
        }
    }

    @Test func theNeedIsInProportionToTheHorizon() {
        var rule = Training()
        #expect([1, 25, 26, 52, 77, 78, 104].map { rule.need(inWeeks: $0) } == [0, 0, 1, 1, 1, 2, 2])
        rule.perClinic = 3
        #expect([8, 9, 13, 26, 52].map { rule.need(inWeeks: $0) } == [0, 1, 1, 2, 3])
    }

    @Test func clinicsThatMaySendSomebodyDo() throws {
        let instance = try small()
        #expect(try instance.violations(of: Training.self).map(\.tag.subject) == [.site(SiteIndex(1))])
        #expect(try instance.amounts(of: Training.self) == [nil: 1])
        #expect(try instance.amounts(of: Training.self, ["t1": [.at("h", 3..<9, .training)]]) == [:])
        // Helping out at the hospital is no training.
        #expect(try instance.amounts(of: Training.self, ["t1": [.at("h", 3..<9)]]) == [nil: 1])
        #expect(try small(weeks: 25).amounts(of: Training.self) == [:])
        #expect(try small(weeks: 25).policy[Training.self].requirements(for: small(weeks: 25)).rows.isEmpty)
    }

    @Test func beginningsCount() throws {
        let instance = try small(perClinic: 4)
        let both: [PersonID: [Stay]] = [
            "t1": [.at("h", 0..<4, .training)], "t2": [.at("h", 0..<4, .training)],
        ]
        #expect(try instance.amounts(of: Training.self) == [nil: 2])
        #expect(try instance.amounts(of: Training.self, ["t1": [.at("h", 0..<4, .training)]]) == [nil: 1])
        #expect(try instance.amounts(of: Training.self, both) == [:])
        #expect(try instance.violations(of: Training.self).map(\.cost) == [Cost(200)])
        // Who trains already is not sent.
        let underWay = try instance.changed {
            $0.people[0].history = ServiceHistory(
                weeksAway: 2, underWay: ServiceHistory.UnderWay(host: "h", kind: .training, weeksServed: 2))
        }
        #expect(try underWay.amounts(of: Training.self, both) == [nil: 1])
    }

    @Test func toldInBothLanguages() throws {
        let instance = try small(perClinic: 4)
        #expect(
            try instance.violations(of: Training.self).map {
                instance.policy[Training.self].wording(of: $0, in: instance)
            } == [Text("site c1 is to send 2 for training; 2 missing", "机构c1应派出进修2人，缺2人")])
    }

    /// K15: the two mid-title people of a clinic whose floor is tight are never away together.
    @Test func againstTheMidTitleFloor() throws {
        let instance = try small(perClinic: 4).changed {
            $0.sites[1].staff = [StaffLevel(technical: 21, midTitle: 3)]
            $0.policy[MidTitleFloor.self].people = 2
            $0.policy[MidTitleFloor.self].reading = .both
        }
        let together: [PersonID: [Stay]] = [
            "t1": [.at("h", 0..<4, .training)], "t2": [.at("h", 2..<6, .training)],
        ]
        let inTurn: [PersonID: [Stay]] = [
            "t1": [.at("h", 0..<4, .training)], "t2": [.at("h", 4..<8, .training)],
        ]
        for stays in [together, inTurn] { #expect(try instance.amounts(of: Training.self, stays) == [:]) }
        #expect(try instance.amounts(of: MidTitleFloor.self, together) == [2: 1, 3: 1])
        #expect(try instance.amounts(of: MidTitleFloor.self, inTurn) == [:])
    }
}
