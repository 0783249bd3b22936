import Testing

@testable import Rostering

@Suite struct ContinuityTests {
    /// Six cardiologists, of whom one visits, and a surgeon who has cardiology as a second specialty.
    private func small(weeks: Int = 8, people: Int = 4) throws -> Instance {
        var staff = (0..<6).map { person(PersonID("p\($0)")) }
        staff[5].visits = VisitLimits(sessionsPerWeek: 1)
        staff.append(person("surgeon", specialties: ["surgery", "cardiology"]))
        let links = tinyLinks().map {
            var link = $0
            link.allowsVisits = true
            return link
        }
        return try instance(weeks: weeks, links: links, people: staff) {
            $0[Continuity.self].enforcement.isOn = true
            $0[Continuity.self].people = people
        }
    }

    /// The first few serve at c1 one after another.
    private func stays(_ number: Int) -> [PersonID: [Stay]] {
        Dictionary(
            uniqueKeysWithValues: (0..<number).map { (PersonID("p\($0)"), [.at("c1", $0..<($0 + 1))]) })
    }

    @Test(arguments: [(3, 0), (4, 0), (5, 1), (6, 2)]) func differentPeople(number: Int, expected: Int) throws
    {
        let instance = try small()
        let roster = try instance.roster(stays(number))
        let found = instance.violations(of: Continuity.self, roster)
        #expect(found.map(\.amount) == (expected > 0 ? [expected] : []))
        #expect(found.map(\.cost) == (expected > 0 ? [expected * Cost(20)] : []))
        #expect(instance.rowsAgree(on: Continuity.self, roster))
    }

    /// The same person again, another clinic and another primary specialty add nobody; a visit does.
    @Test func whoIsCounted() throws {
        let instance = try small()
        var stays = stays(4)
        stays["p0", default: []].append(.at("c1", 6..<8))
        stays["p4"] = [.at("c2", 0..<8)]
        stays["surgeon"] = [.at("c1", 0..<8)]
        var roster = try instance.roster(stays)
        #expect(instance.violations(of: Continuity.self, roster).isEmpty)
        #expect(instance.rowsAgree(on: Continuity.self, roster))
        let visit = HomeDuty.visits([Visit(host: try #require(instance.site("c1")), sessions: 1)])
        roster.plans[5].homeWeeks = [Plan.HomeWeek(week: Week(7), duty: visit)]
        #expect(instance.violations(of: Continuity.self, roster).map(\.amount) == [1])
        #expect(instance.rowsAgree(on: Continuity.self, roster))
    }

    /// Each year of 52 weeks by itself.
    @Test func yearByYear() throws {
        let instance = try small(weeks: 60, people: 1)
        let roster = try instance.roster([
            "p0": [.at("c1", 0..<2)], "p1": [.at("c1", 50..<53)], "p2": [.at("c1", 52..<54)],
            "p3": [.at("c1", 55..<60)],
        ])
        let found = instance.violations(of: Continuity.self, roster)
        #expect(found.map(\.amount) == [1, 2])
        #expect(found.map(\.tag.week) == [Week(0), Week(52)])
        #expect(instance.rowsAgree(on: Continuity.self, roster))
    }

    @Test func wording() throws {
        let told = try small().told(Continuity.self, stays(6))
        #expect(
            told.english
                == "site c1: 6 different people of cardiology in the year from 2022-07-04, 2 more than 4")
        #expect(told.chinese == "机构c1自2022-07-04起一年内心内科先后6人，比规定的4人多2人")
    }

    /// With a week each, more of the demand is met by more people than there should be.
    @Test func againstCoverage() throws {
        let instance = try small().changed { $0.demands = [Demand(host: "c1", wanted: PersonFilter())] }
        for (number, tooMany, unmet) in [(4, [Int](), 4), (6, [2], 2)] {
            #expect(try instance.violations(of: Continuity.self, stays(number)).map(\.amount) == tooMany)
            #expect(try instance.violations(of: Coverage.self, stays(number)).count == unmet)
        }
    }
}
