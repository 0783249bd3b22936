import Rostering
import Testing

@Suite struct FairnessTests {
    private func small() throws -> Instance {
        try instance(
            people: [
                person("a", history: ServiceHistory(weeksAway: 3)), person("b"),
                // Neither somebody who may not be sent anywhere nor another department is compared.
                person("unsent", limits: [:], history: ServiceHistory(weeksAway: 90)),
                person("pinned", pins: [.notPosted(.always)]),
                person("surgeon", specialties: ["surgery"], history: ServiceHistory(weeksAway: 50)),
            ])
    }

    @Test(arguments: [(0, [:]), (1, [:]), (2, [nil: 1]), (4, [nil: 3])] as [(Int, [Int?: Int])])
    func spreadAboveTheTolerance(weeks: Int, expected: [Int?: Int]) throws {
        #expect(try small().amounts(of: Fairness.self, ["a": [.at("c1", 0..<weeks)]]) == expected)
    }

    @Test func historyIsEvenedOut() throws {
        #expect(try small().amounts(of: Fairness.self, ["b": [.at("c1", 0..<8)]]) == [nil: 1])
        #expect(try small().amounts(of: Fairness.self, ["b": [.at("c1", 0..<7)]]) == [:])
    }

    @Test func twoPointsAWeek() throws {
        #expect(try small().violations(of: Fairness.self, ["a": [.at("c1", 0..<4)]]).map(\.cost) == [Cost(6)])
    }

    @Test func aDepartmentOfOneIsFair() throws {
        let instance = try instance(people: [person("p1", history: ServiceHistory(weeksAway: 30))])
        #expect(try instance.violations(of: Fairness.self).isEmpty)
        #expect(Fairness().requirements(for: instance).rows.isEmpty)
    }

    /// The only one who fits a demand serves all its weeks.
    @Test func againstCoverage() throws {
        let instance = try instance(
            people: [person("senior", title: .senior), person("junior", title: .junior)],
            demands: [Demand(host: "c1", wanted: PersonFilter(leastTitle: .senior))])
        #expect(try instance.amounts(of: Fairness.self) == [:])
        let served: [PersonID: [Stay]] = ["senior": [.at("c1", 0..<8)]]
        #expect(try instance.amounts(of: Coverage.self, served) == [:])
        #expect(try instance.amounts(of: Fairness.self, served) == [nil: 4])
    }
}
