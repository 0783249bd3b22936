import Testing

@testable import Rostering

@Suite struct StaffBaselineTests {
    private func small(_ counting: StaffCounting = .present, baseline: Int? = 5) throws -> Instance {
        try instance(
            weeks: 6,
            sites: tinySites(
                staff: ["c1": [StaffLevel(technical: 5, midTitle: 1)]],
                baseline: baseline.map { ["c1": $0] } ?? [:]),
            links: tinyLinks() + [Link(from: "c1", to: "h", kind: .pairing)],
            people: [
                person("trainee", employer: "c1"), person("specialist"),
                person("manager", profession: .manager, title: .none),
            ], isJudged: false
        ) { $0[StaffBaseline.self].counting = counting }
    }

    private let trainee: [PersonID: [Stay]] = ["trainee": [.at("h", 0..<4)]]

    @Test func keptAtTheBaselineAndBrokenBelow() throws {
        #expect(try small().amounts(of: StaffBaseline.self) == [:])
        #expect(try small(baseline: 6).amounts(of: StaffBaseline.self)[0] == 1)
        #expect(try small(baseline: nil).amounts(of: StaffBaseline.self, trainee) == [:])
        #expect(try small().amounts(of: StaffBaseline.self, trainee) == [0: 1, 1: 1, 2: 1, 3: 1])
    }

    @Test func aLongPostingMatchesATrainee() throws {
        func with(_ id: PersonID, _ weeks: Range<Int>) throws -> [Int?: Int] {
            try small().amounts(of: StaffBaseline.self, trainee.merging([id: [.at("c1", weeks)]]) { $1 })
        }
        #expect(try with("specialist", 0..<4) == [:])
        #expect(try with("specialist", 0..<3) == [0: 1, 1: 1, 2: 1, 3: 1])
        #expect(try with("specialist", 1..<5) == [0: 1])
        #expect(try with("manager", 0..<4) == [0: 1, 1: 1, 2: 1, 3: 1])
    }

    @Test func ownStaffCountsAbsentTrainees() throws {
        let instance = try small(.home)
        #expect(try instance.amounts(of: StaffBaseline.self, trainee) == [:])
        #expect(instance.policy[StaffBaseline.self].requirements(for: instance).rows.isEmpty)
        let readings = instance.policy[StaffBaseline.self].readings(
            in: Attendance(try instance.roster(trainee), in: instance))
        #expect(readings.map(\.amount) == [0, 4, 4])
        #expect(readings.map(\.isEnforced) == [true, false, false])
    }

    /// The clinic needs its trainee at home, who owes weeks away.
    @Test func againstServiceOwed() throws {
        var description = try small().description
        description.people[0].minimumAway = 2
        let instance = Instance(valid: description)
        #expect(try instance.amounts(of: ServiceOwed.self) == [nil: 2])
        let away: [PersonID: [Stay]] = ["trainee": [.at("h", 0..<2)]]
        #expect(try instance.amounts(of: ServiceOwed.self, away) == [:])
        #expect(try instance.amounts(of: StaffBaseline.self, away) == [0: 1, 1: 1])
    }
}
