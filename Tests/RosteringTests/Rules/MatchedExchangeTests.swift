import Rostering
import Testing

@Suite struct MatchedExchangeTests {
    private func small() throws -> Instance {
        try instance(
            sites: staffedSites(), links: dutyLinks(),
            people: [trainee("t1", of: "c1"), trainee("t2", of: "c1"), person("p1"), visitor("p2")])
    }

    @Test func whoGoesUpIsMatchedByWhoComesDown() throws {
        let instance = try small()
        func amounts(_ more: [PersonID: [Stay]]) throws -> [Int?: Int] {
            try instance.amounts(
                of: MatchedExchange.self,
                ["t1": [.at("h", 0..<4, .training)], "t2": [.at("h", 2..<5, .training)]].merging(more) { $1 })
        }
        #expect(try instance.amounts(of: MatchedExchange.self) == [:])
        #expect(try amounts([:]) == [0: 1, 1: 1, 2: 2, 3: 2, 4: 1])
        #expect(try amounts(["p1": [.at("c1", 0..<4)]]) == [2: 1, 3: 1, 4: 1])
        #expect(try amounts(["p1": [.at("c1", 0..<4)], "p2": [.at("c1", 2..<5)]]) == [:])
        // Elsewhere, or a week later, is no match.
        #expect(try amounts(["p1": [.at("c2", 0..<5)]]) == [0: 1, 1: 1, 2: 2, 3: 2, 4: 1])
        #expect(try amounts(["p1": [.at("c1", 5..<8)]]) == [0: 1, 1: 1, 2: 2, 3: 2, 4: 1])
    }

    /// Visits match nobody's absence, and only training asks for a match.
    @Test func postingsMatchTraining() throws {
        let instance = try small()
        let visited = try instance.roster(
            ["t1": [.at("h", 0..<1, .training)]], visits: ["p2": [0: ["c1": 4]]])
        #expect(instance.amounts(of: MatchedExchange.self, visited) == [0: 1])
        #expect(try instance.amounts(of: MatchedExchange.self, ["t1": [.at("h", 0..<4)]]) == [:])
        #expect(instance.violations(of: MatchedExchange.self, visited).map(\.cost) == [Cost(30)])
    }

    /// The people posted for those away, in percent, rounded up to whole people.
    @Test(arguments: [(1, 1, 1), (50, 1, 1), (51, 1, 2), (100, 1, 2), (150, 2, 3), (200, 2, 4)])
    func theRatio(percent: Int, forOne: Int, forTwo: Int) throws {
        let instance = try small().changed { $0.policy[MatchedExchange.self].percent = percent }
        let stays: [PersonID: [Stay]] = [
            "t1": [.at("h", 0..<2, .training)], "t2": [.at("h", 1..<2, .training)],
        ]
        #expect(try instance.amounts(of: MatchedExchange.self, stays) == [0: forOne, 1: forTwo])
        #expect(instance.rowsAgree(on: MatchedExchange.self, try instance.roster(stays)))
        let matched = try instance.roster(stays.merging(["p1": [.at("c1", 0..<2)]]) { $1 })
        #expect(instance.rowsAgree(on: MatchedExchange.self, matched))
    }

    @Test func toldInBothLanguages() throws {
        let instance = try small()
        let stays: [PersonID: [Stay]] = [
            "t1": [.at("h", 0..<2, .training)], "t2": [.at("h", 1..<2, .training)],
        ]
        #expect(
            try instance.violations(of: MatchedExchange.self, stays).map {
                MatchedExchange().wording(of: $0, in: instance)
            } == [
                Text(
                    "site c1 lacks 1 person posted there for those away for training",
                    "机构c1与外出进修人员对应的下派人员缺1人"),
                Text(
                    "site c1 lacks 2 people posted there for those away for training",
                    "机构c1与外出进修人员对应的下派人员缺2人"),
            ])
    }

    /// A posting for the match costs a start that nothing else asks for.
    @Test func againstPostingStarts() throws {
        let instance = try small()
        let matched: [PersonID: [Stay]] = ["t1": [.at("h", 0..<4, .training)], "p1": [.at("c1", 0..<4)]]
        #expect(try instance.violations(of: MatchedExchange.self, matched).isEmpty)
        #expect(try instance.violations(of: PostingStart.self, matched).count == 2)
    }
}
