import Rostering
import Testing

@Suite struct PlacementTests {
    private func small(_ change: (inout Policy) -> Void = { _ in }) throws -> Instance {
        try instance(
            sites: tinySites(minutes: ["c1": 50]),
            people: [
                person(
                    "p1", limits: [.temporary: free, .team: free], preferences: ["c1": Cost(3)],
                    history: ServiceHistory(
                        weeksAway: 2, underWay: ServiceHistory.UnderWay(host: "c1", weeksServed: 2)))
            ], policy: change)
    }

    @Test func aWeekCostsPreferenceAndTravel() throws {
        let found = try small().violations(
            of: PlacementCost.self, ["p1": [.at("c1", 0..<2), .at("c2", 3..<4), .at("c1", 5..<6)]])
        #expect(found.map(\.amount) == [3])
        #expect(found.map(\.cost) == [3 * Cost(thousandths: 3500)])
        #expect(found.allSatisfy { !$0.isHard })
    }

    @Test func theWeightIsThePriceOfAMinute() throws {
        let instance = try small { $0[PlacementCost.self].enforcement.weight = Cost(1) }
        let c1 = try #require(instance.site("c1"))
        #expect(
            instance.policy[PlacementCost.self].weeklyCost(of: PersonIndex(0), at: c1, in: instance)
                == Cost(53))
        // Travel is the same the other way round, and nothing where no minutes are stated.
        let h = try #require(instance.site("h"))
        #expect(instance.travelMinutes(from: c1, to: h) == 50)
        #expect(try instance.violations(of: PlacementCost.self, ["p1": [.at("c2", 0..<8)]]).isEmpty)
    }

    @Test func startsCostAHandOver() throws {
        #expect(try small().violations(of: PostingStart.self).isEmpty)
        #expect(try small().violations(of: PostingStart.self, ["p1": [.at("c1", 0..<4)]]).isEmpty)
        let found = try small().violations(
            of: PostingStart.self, ["p1": [.at("c1", 1..<4), .at("c2", 4..<8)]])
        #expect(found.map(\.tag.week) == [Week(1), Week(4)])
        #expect(found.map(\.cost) == [Cost(5), Cost(5)])
        // Another host or kind at week 0 is no continuation.
        #expect(try small().amounts(of: PostingStart.self, ["p1": [.at("c2", 0..<4)]]) == [0: 1])
        #expect(try small().amounts(of: PostingStart.self, ["p1": [.at("c1", 0..<4, .team)]]) == [0: 1])
    }

    /// Covering a far clinic costs travel and a start.
    @Test func againstCoverage() throws {
        var description = try small().description
        description.demands = [
            Demand(host: "c1", wanted: PersonFilter(), days: try days("2022-07-11", "2022-07-11"))
        ]
        let instance = try Instance(description)
        let stays: [PersonID: [Stay]] = ["p1": [.at("c1", 1..<2)]]
        #expect(try instance.violations(of: Coverage.self).map(\.cost) == [Cost(100)])
        #expect(try instance.violations(of: Coverage.self, stays).isEmpty)
        #expect(
            try instance.violations(of: PlacementCost.self, stays).map(\.cost) == [Cost(thousandths: 3500)])
        #expect(try instance.violations(of: PostingStart.self, stays).map(\.cost) == [Cost(5)])
    }
}
