import Testing

@testable import Rostering

/// Staff counted by the share of the week they are at a clinic (A1c).
@Suite struct StaffShareTests {
    /// A clinic of 10 with one mid-title person, whose own doctor may visit the hospital, and people of the hospital who may visit the clinic.
    private func shares(
        technical: Int = 10, midTitle: Int = 1, baseline: Int? = nil,
        _ change: (inout Policy) -> Void = { _ in }
    ) throws -> Instance {
        var junior = visitor("junior")
        junior.title = .junior
        var own = visitor("own", specialties: [])
        own.employer = "c1"
        own.limits[.training] = free
        return try instance(
            weeks: 3,
            sites: tinySites(
                staff: ["c1": [StaffLevel(technical: technical, midTitle: midTitle)]],
                baseline: baseline.map { ["c1": $0] } ?? [:]),
            links: dutyLinks() + [Link(from: "c1", to: "h", kind: .pooling, allowsVisits: true)],
            people: [junior, visitor("mid"), own]
        ) {
            $0[MidTitleFloor.self].counting = .fte
            $0[StaffBaseline.self].counting = .fte
            change(&$0)
        }
    }

    private func missing<R: Rule>(
        _ rule: R.Type, in instance: Instance, _ stays: [PersonID: [Stay]] = [:],
        visits: [PersonID: [Int: [SiteID: Int]]] = [:]
    ) throws -> [Int?: Int] {
        let roster = try instance.roster(stays, visits: visits)
        #expect(instance.rowsAgree(on: rule, roster))
        return instance.amounts(of: rule, roster)
    }

    /// 100 half-days, 10 of them mid-title, reach the share exactly: one session of a junior breaks it, of a mid-title person never.
    @Test func visitsCountOnBothSides() throws {
        let instance = try shares()
        #expect(try missing(MidTitleFloor.self, in: instance) == [:])
        #expect(try missing(MidTitleFloor.self, in: instance, visits: ["junior": [1: ["c1": 1]]]) == [1: 1])
        #expect(try missing(MidTitleFloor.self, in: instance, visits: ["mid": [1: ["c1": 1]]]) == [:])
        #expect(
            try missing(
                MidTitleFloor.self, in: instance, visits: ["junior": [1: ["c1": 1]], "mid": [1: ["c1": 1]]])
                == [:])
        let present = try shares { $0[MidTitleFloor.self].counting = .present }
        #expect(try missing(MidTitleFloor.self, in: present, visits: ["junior": [1: ["c1": 1]]]) == [:])
    }

    /// A posting of one week counts for that week, whatever the length that counts otherwise.
    @Test func shortPostingsCount() throws {
        let instance = try shares()
        #expect(try missing(MidTitleFloor.self, in: instance, ["junior": [.at("c1", 0..<1)]]) == [0: 1])
        #expect(try missing(MidTitleFloor.self, in: instance, ["mid": [.at("c1", 0..<1)]]) == [:])
    }

    /// The clinic's own doctor takes the share along: nine and a half people and half a mid-title one.
    @Test func ownPeopleAwayCountForTheRest() throws {
        let instance = try shares(baseline: 10)
        let away: [PersonID: [Int: [SiteID: Int]]] = ["own": [2: ["h": 4]]]
        // 100 x 6 < 10 x 96, and 6 < 20 half-days: one person is missing.
        #expect(try missing(MidTitleFloor.self, in: instance, visits: away) == [2: 1])
        #expect(try missing(StaffBaseline.self, in: instance, visits: away) == [2: 1])
        #expect(
            try missing(StaffBaseline.self, in: instance, ["own": [.at("h", 0..<1, .training)]]) == [0: 1])
    }

    /// The baseline in half-days: four lost to visits are made up by four of a visitor, not by three.
    @Test(arguments: [(3, [2: 1]), (4, [:])]) func theBaselineToTheHalfDay(
        sessions: Int, expected: [Int?: Int]
    ) throws {
        let instance = try shares(baseline: 10)
        let found = try missing(
            StaffBaseline.self, in: instance, visits: ["own": [2: ["h": 4]], "junior": [2: ["c1": sessions]]])
        #expect(found == expected)
    }

    /// Two heads are twenty half-days: a person and four sessions are not, so that both conditions lack a person.
    @Test func headsAreWholePeople() throws {
        let instance = try shares(technical: 5, midTitle: 1) { $0[MidTitleFloor.self].reading = .both }
        #expect(
            try missing(MidTitleFloor.self, in: instance, visits: ["mid": [0: ["c1": 4]]]) == [
                0: 1, 1: 1, 2: 1,
            ])
        #expect(try missing(MidTitleFloor.self, in: instance, ["mid": [.at("c1", 0..<1)]]) == [1: 1, 2: 1])
    }

    /// Where nobody is counted the floor is satisfied, to the half-day.
    @Test func nobodyCounted() throws {
        let instance = try shares(technical: 1, midTitle: 1) { $0[MidTitleFloor.self].reading = .both }
        #expect(
            try missing(MidTitleFloor.self, in: instance, ["own": [.at("h", 0..<1, .training)]])
                == [1: 1, 2: 1])
    }

    @Test func indicatorsShowShares() throws {
        let instance = try shares(baseline: 10)
        let attendance = Attendance(
            try instance.roster([:], visits: ["own": [0: ["h": 4]]]), in: instance)
        func value(_ indicator: some Indicator) -> Fraction? {
            indicator.values(in: attendance).first {
                $0.reading?.english == "staff by half-days"
            }?.value
        }
        #expect(value(MidTitleHeadsIndicator()) == Fraction(6, 10))
        #expect(value(MidTitleShareIndicator()) == Fraction(6, 96))
        #expect(value(StaffAboveBaselineIndicator()) == Fraction(-4, 10))
    }
}
