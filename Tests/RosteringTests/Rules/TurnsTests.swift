import Rostering
import Testing

@Suite struct TurnsTests {
    /// Eight weeks of four turn periods; two cardiologists.
    private func small(
        inARow: Int = 2, spread: Int = 9, _ history: ServiceHistory = ServiceHistory()
    ) throws -> Instance {
        try instance(people: [person("p1", history: history), person("p2")]) {
            $0[Turns.self].turnWeeks = 2
            $0[Turns.self].inARow = inARow
            $0[Turns.self].spread = spread
        }
    }

    private func stays(_ starts: Int...) -> [PersonID: [Stay]] {
        ["p1": starts.map { .at("c1", $0..<($0 + 1)) }]
    }

    @Test func nobodyGoesTooOftenInARow() throws {
        #expect(try small().amounts(of: Turns.self, stays(0, 2)) == [:])
        #expect(try small().amounts(of: Turns.self, stays(0, 2, 4)) == [4: 1])
        #expect(try small().amounts(of: Turns.self, stays(0, 2, 4, 6)) == [4: 1, 6: 1])
        // A period of rest breaks the row.
        #expect(try small().amounts(of: Turns.self, stays(0, 2, 6)) == [:])
        // Two turns in one period are two.
        #expect(try small().amounts(of: Turns.self, stays(0, 2, 5)) == [4: 1])
        #expect(try small(inARow: 1).amounts(of: Turns.self, stays(2, 4)) == [4: 1])
        #expect(try small(inARow: 1).amounts(of: Turns.self, stays(2, 6)) == [:])
        #expect(try small().violations(of: Turns.self, stays(0, 2, 4)).map(\.cost) == [Cost(20)])
    }

    @Test func theBeginningCounts() throws {
        // One long posting is one turn, whatever periods it lasts.
        #expect(try small(inARow: 1).amounts(of: Turns.self, ["p1": [.at("c1", 1..<8)]]) == [:])
        let underWay = ServiceHistory(
            weeksAway: 3, underWay: ServiceHistory.UnderWay(host: "c1", weeksServed: 3), turns: 1,
            turnsInARow: 1)
        let goesOn: [PersonID: [Stay]] = ["p1": [.at("c1", 0..<1), .at("c1", 2..<3)]]
        #expect(try small(underWay).amounts(of: Turns.self, goesOn) == [:])
        #expect(try small(inARow: 1, underWay).amounts(of: Turns.self, goesOn) == [:])
        #expect(try small(inARow: 1, underWay).amounts(of: Turns.self, ["p1": [.at("c2", 1..<3)]]) == [0: 1])
    }

    /// K11: whoever has had three turns in a row is not sent again while somebody else can be.
    @Test func turnsBeforeTheHorizonCount() throws {
        let tired = ServiceHistory(weeksAway: 12, turns: 3, turnsInARow: 3)
        #expect(try small(tired).amounts(of: Turns.self) == [:])
        #expect(try small(tired).amounts(of: Turns.self, stays(1)) == [0: 1])
        #expect(try small(tired).amounts(of: Turns.self, stays(2)) == [:])
        #expect(try small(tired).amounts(of: Turns.self, ["p2": [.at("c1", 0..<1)]]) == [:])
        let once = ServiceHistory(weeksAway: 4, turns: 1, turnsInARow: 1)
        #expect(try small(once).amounts(of: Turns.self, stays(0)) == [:])
        #expect(try small(once).amounts(of: Turns.self, stays(0, 2)) == [2: 1])
    }

    @Test func turnsAreSpreadWithinADepartment() throws {
        #expect(try small(spread: 1).amounts(of: Turns.self, stays(0)) == [:])
        #expect(try small(spread: 1).amounts(of: Turns.self, stays(0, 4)) == [nil: 1])
        #expect(try small(spread: 0).amounts(of: Turns.self, stays(0, 4)) == [nil: 2])
        let before = ServiceHistory(turns: 3)
        #expect(try small(spread: 1, before).amounts(of: Turns.self) == [nil: 2])
        #expect(
            try small(spread: 1, before).amounts(
                of: Turns.self, ["p2": [.at("c1", 0..<1), .at("c1", 4..<5)]])
                == [:])
        // Neither another department nor somebody who may not be posted is compared.
        let others = try small(spread: 0).changed {
            $0.people += [
                person("surgeon", specialties: ["surgery"], history: ServiceHistory(turns: 7)),
                person("pinned", history: ServiceHistory(turns: 7), pins: [.notPosted(.always)]),
            ]
        }
        #expect(try others.amounts(of: Turns.self) == [:])
    }

    @Test func trainingIsNoTurn() throws {
        let instance = try instance(
            sites: staffedSites(), links: dutyLinks(), people: [trainee("t1", of: "c1")]
        ) {
            $0[Turns.self].turnWeeks = 1
            $0[Turns.self].inARow = 1
        }
        let training: [PersonID: [Stay]] = ["t1": [.at("h", 0..<1, .training), .at("h", 1..<2)]]
        #expect(try instance.amounts(of: Turns.self, training) == [:])
        #expect(
            try instance.amounts(of: Turns.self, ["t1": [.at("h", 0..<1), .at("h", 1..<2, .training)]]) == [:]
        )
    }

    @Test func toldInBothLanguages() throws {
        let instance = try small(spread: 1)
        #expect(
            try instance.violations(of: Turns.self, stays(0, 2, 4)).map {
                instance.policy[Turns.self].wording(of: $0, in: instance)
            } == [
                Text(
                    "p1 takes 3 turns in 3 periods of 2 weeks; 2 in a row are allowed",
                    "p1在连续3个周期（每期2周）内轮派3次，允许连续2次"),
                Text(
                    "site h, cardiology: turns differ by 3, 2 more than the spread of 1",
                    "机构h心内科人员轮派次数相差3次，允许1次，超出2次"),
            ])
    }

    /// The only one who fits a demand takes every turn.
    @Test func againstCoverage() throws {
        let instance = try small(spread: 1).changed {
            $0.people[0].title = .senior
            $0.demands = [Demand(host: "c1", wanted: PersonFilter(leastTitle: .senior))]
        }
        let turns: [PersonID: [Stay]] = ["p1": [.at("c1", 0..<2), .at("c2", 2..<3), .at("c1", 3..<8)]]
        #expect(try instance.violations(of: Coverage.self, turns).count == 1)
        #expect(try instance.amounts(of: Turns.self, turns) == [2: 1, 4: 1, nil: 2])
    }
}
