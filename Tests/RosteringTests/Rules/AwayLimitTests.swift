import Rostering
import Testing

@Suite struct AwayLimitTests {
    @Test(arguments: [(2, []), (3, []), (4, [1]), (6, [3])])
    func historyCounts(weeks: Int, expected: [Int]) throws {
        let instance = try instance(
            people: [person("p1", maximumAway: 5, history: ServiceHistory(weeksAway: 2))])
        #expect(
            try instance.violations(of: AwayLimit.self, ["p1": [.at("c1", 0..<weeks)]]).map(\.amount)
                == expected)
    }

    @Test func noLimit() throws {
        #expect(try instance().violations(of: AwayLimit.self, ["p1": [.at("c1", 0..<8)]]).isEmpty)
    }

    /// Beyond the limit, demand stays unmet.
    @Test func againstCoverage() throws {
        let instance = try instance(
            people: [person("p1", maximumAway: 3)], demands: [Demand(host: "c1", wanted: PersonFilter())])
        for (weeks, beyond, unmet) in [(3, [Int](), 5), (8, [5], 0)] {
            let stays: [PersonID: [Stay]] = ["p1": [.at("c1", 0..<weeks)]]
            #expect(try instance.violations(of: AwayLimit.self, stays).map(\.amount) == beyond)
            #expect(try instance.violations(of: Coverage.self, stays).count == unmet)
        }
    }
}
