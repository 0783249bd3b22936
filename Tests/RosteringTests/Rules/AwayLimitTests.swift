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

    /// What is owed beyond the limit stays owed.
    @Test func againstServiceOwed() throws {
        let instance = try instance(people: [person("p1", minimumAway: 4, maximumAway: 3)])
        let stays: [PersonID: [Stay]] = ["p1": [.at("c1", 0..<3)]]
        #expect(try instance.violations(of: AwayLimit.self, stays).isEmpty)
        #expect(try instance.violations(of: ServiceOwed.self, stays).map(\.amount) == [1])
    }
}
