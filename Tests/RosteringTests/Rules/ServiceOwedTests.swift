import Rostering
import Testing

@Suite struct ServiceOwedTests {
    @Test(arguments: [(0, [nil: 3]), (2, [nil: 1]), (3, [:]), (5, [:])] as [(Int, [Int?: Int])])
    func historyCounts(weeks: Int, expected: [Int?: Int]) throws {
        let instance = try instance(
            people: [person("p1", minimumAway: 5, history: ServiceHistory(weeksAway: 2))])
        #expect(try instance.amounts(of: ServiceOwed.self, ["p1": [.at("c1", 0..<weeks)]]) == expected)
    }

    @Test func costsTwentyAWeek() throws {
        let instance = try instance(people: [person("p1", limits: [:], minimumAway: 5)])
        #expect(try instance.violations(of: ServiceOwed.self).map(\.cost) == [Cost(100)])
    }

    /// The weeks of one person's service are not free for another's fairness.
    @Test func againstFairness() throws {
        let instance = try instance(
            people: [person("owing", minimumAway: 8), person("other")])
        #expect(try instance.amounts(of: Fairness.self) == [:])
        let served: [PersonID: [Stay]] = ["owing": [.at("c1", 0..<8)]]
        #expect(try instance.amounts(of: ServiceOwed.self, served) == [:])
        #expect(try instance.amounts(of: Fairness.self, served) == [nil: 4])
    }
}
