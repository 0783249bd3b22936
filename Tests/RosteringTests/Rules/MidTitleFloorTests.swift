import Rostering
import Testing

@Suite struct MidTitleFloorTests {
    /// The staff needed for N people, of whom more and more have a mid-title: the vectors of the model, the same under every counting where nobody
    /// moves.
    @Test(arguments: [
        (5, 1, 2), (10, 1, 2), (11, 2, 2), (20, 2, 2), (21, 2, 3), (31, 2, 4), (45, 2, 5), (60, 2, 6),
    ])
    func floors(technical: Int, either: Int, both: Int) throws {
        for (reading, needed) in [(MidTitleFloor.Reading.either, either), (.both, both)] {
            for (mid, counting) in (0...7).flatMap({ mid in StaffCounting.allCases.map { (mid, $0) } }) {
                let instance = try instance(
                    weeks: 1,
                    sites: tinySites(staff: [
                        "c1": [StaffLevel(technical: technical, midTitle: min(mid, technical))]
                    ])
                ) {
                    $0[MidTitleFloor.self].reading = reading
                    $0[MidTitleFloor.self].counting = counting
                }
                #expect(
                    try instance.violations(of: MidTitleFloor.self).isEmpty == (min(mid, technical) >= needed)
                )
            }
        }
    }

    /// The amount is the least number of mid-title people who, added, satisfy the reading, found by adding them.
    @Test(arguments: MidTitleFloor.Reading.allCases) func missingIsTheLeastNumberAdded(
        reading: MidTitleFloor.Reading
    ) {
        var rule = MidTitleFloor()
        rule.reading = reading
        for percent in [0, 10, 33, 99] {
            rule.percent = percent
            for technical in 0...40 {
                for mid in 0...min(technical, 6) {
                    let needed = (0...5000).first { added in
                        let (all, high) = (technical + added, mid + added)
                        let (share, heads) = (100 * high >= percent * all, high >= rule.people)
                        return technical == 0 || (reading == .either ? share || heads : share && heads)
                    }
                    let staff = StaffCount(technical: technical, midTitle: mid)
                    #expect(rule.missing(of: staff) == needed)
                }
            }
        }
    }

    /// Twenty people with two mid-title: the share is reached exactly, and a posted junior breaks it.
    @Test func aPostedJuniorBreaksTheShare() throws {
        let instance = try instance(
            sites: tinySites(staff: ["c1": [StaffLevel(technical: 10, midTitle: 1)]]),
            people: [person("junior", title: .junior), person("mid")])
        #expect(try instance.amounts(of: MidTitleFloor.self) == [:])
        #expect(
            try instance.amounts(of: MidTitleFloor.self, ["junior": [.at("c1", 0..<4)]]) == [
                0: 1, 1: 1, 2: 1, 3: 1,
            ])
        #expect(
            try instance.amounts(
                of: MidTitleFloor.self, ["junior": [.at("c1", 0..<4)], "mid": [.at("c1", 0..<4)]]) == [:])
        // Three weeks do not count.
        #expect(try instance.amounts(of: MidTitleFloor.self, ["junior": [.at("c1", 0..<3)]]) == [:])
    }

    @Test(arguments: [(StaffCounting.home, 0), (.present, 2), (.fte, 2)]) func absentTrainees(
        counting: StaffCounting, weeksMissed: Int
    ) throws {
        let instance = try instance(
            sites: tinySites(staff: ["c1": [StaffLevel(technical: 20, midTitle: 2)]]),
            links: [Link(from: "c1", to: "h", kind: .pairing)], people: [person("p1", employer: "c1")],
            isJudged: false
        ) {
            $0[MidTitleFloor.self].counting = counting
        }
        let away: [PersonID: [Stay]] = ["p1": [.at("h", 1..<3)]]
        #expect(try instance.violations(of: MidTitleFloor.self, away).count == weeksMissed)
    }

    @Test func nobodyCountedIsSatisfied() throws {
        let instance = try instance(
            weeks: 4, sites: tinySites(staff: ["c1": [StaffLevel(technical: 0, midTitle: 0)]])
        ) {
            $0[MidTitleFloor.self].reading = .both
        }
        #expect(try instance.amounts(of: MidTitleFloor.self) == [:])
        // One mid-title person alone is one short of two.
        #expect(
            try instance.amounts(of: MidTitleFloor.self, ["p1": [.at("c1", 0..<4)]]) == [
                0: 1, 1: 1, 2: 1, 3: 1,
            ])
    }

    @Test func staffChangesOnTheNextMonday() throws {
        let staff = [
            StaffLevel(technical: 9, midTitle: 0),
            StaffLevel(from: try day("2022-07-12"), technical: 9, midTitle: 1),
        ]
        let instance = try instance(weeks: 4, sites: tinySites(staff: ["c1": staff]))
        #expect(try instance.amounts(of: MidTitleFloor.self) == [0: 1, 1: 1])
    }

    @Test func reportsEveryReading() throws {
        let instance = try instance(
            weeks: 2, sites: tinySites(staff: ["c1": [StaffLevel(technical: 31, midTitle: 2)]]))
        let readings = instance.policy[MidTitleFloor.self].readings(
            in: Attendance(try instance.roster(), in: instance))
        #expect(readings.map(\.amount) == [0, 0, 0, 4, 4, 4])
        #expect(readings.map(\.isEnforced) == [false, true, false, false, false, false])
        #expect(readings.last?.sites == [try #require(instance.site("c1"))])
    }

    /// Somebody sent away for training breaks the floor unless a posting matches it.
    @Test func againstServiceOwed() throws {
        let instance = try instance(
            weeks: 4, sites: tinySites(staff: ["c1": [StaffLevel(technical: 10, midTitle: 1)]]),
            links: tinyLinks() + [Link(from: "c1", to: "h", kind: .pairing)],
            people: [person("trainee", employer: "c1", minimumAway: 4), person("specialist")],
            isJudged: false)
        #expect(try instance.amounts(of: ServiceOwed.self) == [nil: 4])
        let away: [PersonID: [Stay]] = ["trainee": [.at("h", 0..<4)]]
        #expect(try instance.amounts(of: ServiceOwed.self, away) == [:])
        #expect(try instance.amounts(of: MidTitleFloor.self, away) == [0: 1, 1: 1, 2: 1, 3: 1])
        let matched = away.merging(["specialist": [.at("c1", 0..<4)]]) { $1 }
        #expect(try instance.amounts(of: MidTitleFloor.self, matched) == [:])
    }

    /// Nobody counted satisfies the floor, which deserves a look.
    @Test func nobodyCountedIsTold() throws {
        let instance = try instance(
            weeks: 4,
            sites: tinySites(staff: [
                "c1": [StaffLevel(technical: 0, midTitle: 0)], "c2": [StaffLevel(technical: 9, midTitle: 2)],
            ]))
        func warnings(_ stays: [PersonID: [Stay]]) throws -> [Text] {
            instance.policy[MidTitleFloor.self].warnings(
                in: Attendance(try instance.roster(stays), in: instance))
        }
        #expect(try instance.violations(of: MidTitleFloor.self).isEmpty)
        let told = try warnings([:])
        #expect(
            told.map(\.english)
                == ["site c1 has no technical staff counted in 4 weeks, which satisfies the floor"])
        #expect(told.map(\.chinese) == ["机构c1有4周无医疗技术人员计入，底线视为满足"])
        #expect(try warnings(["p1": [.at("c1", 0..<4)]]).isEmpty)
    }
}
