import Rostering
import Testing

@Suite struct RestBetweenPostingsTests {
    private let limits: [PostingKind: PostingLimits] = [
        .temporary: PostingLimits(minimumWeeks: 1, maximumWeeks: 8, restWeeks: 2),
        .resident: PostingLimits(minimumWeeks: 1, maximumWeeks: 8, restWeeks: 3),
    ]

    private func amounts(
        history: ServiceHistory = ServiceHistory(), leave: [DayRange] = [], _ stays: Stay...
    ) throws -> [Int] {
        try instance(people: [person("p1", leave: leave, limits: limits, history: history)])
            .violations(of: RestBetweenPostings.self, ["p1": stays]).map(\.amount)
    }

    @Test(arguments: [(4, []), (3, [1]), (2, [2])])
    func restOfTheKindThatEnded(start: Int, expected: [Int]) throws {
        #expect(try amounts(.at("c1", 0..<2), .at("c2", start..<6)) == expected)
    }

    @Test func theKindThatEndedDecides() throws {
        #expect(try amounts(.at("c1", 0..<2, .resident), .at("c1", 4..<5)) == [1])
        #expect(try amounts(.at("c1", 0..<2), .at("c1", 4..<5, .resident)) == [])
    }

    @Test func adjacentPostingsOfOneHostAndKindAreOne() throws {
        #expect(try amounts(.at("c1", 0..<2), .at("c1", 2..<4)) == [])
        #expect(try amounts(.at("c1", 0..<2), .at("c1", 2..<4, .resident)) == [2])
    }

    @Test func leaveCountsAsRest() throws {
        #expect(
            try amounts(leave: [days("2022-07-18", "2022-07-31")], .at("c1", 0..<2), .at("c2", 4..<5)) == [])
    }

    @Test func aPostingUnderWayThatDoesNotContinueEndsAtWeekZero() throws {
        let underWay = ServiceHistory(
            weeksAway: 2, underWay: ServiceHistory.UnderWay(host: "c1", weeksServed: 2))
        #expect(try amounts(history: underWay, .at("c1", 0..<2)) == [])
        #expect(try amounts(history: underWay, .at("c2", 0..<2)) == [2])
        #expect(try amounts(history: underWay, .at("c1", 1..<2)) == [1])
        #expect(try amounts(history: underWay, .at("c1", 2..<3)) == [])
        let resident = ServiceHistory(
            weeksAway: 2, underWay: ServiceHistory.UnderWay(host: "c1", kind: .resident, weeksServed: 2))
        #expect(try amounts(history: resident, .at("c2", 2..<3)) == [1])
    }

    @Test func restOwedFromBeforeTheHorizonIsThatOfATemporaryPosting() throws {
        #expect(try amounts(history: ServiceHistory(weeksSincePosting: 0), .at("c1", 0..<1)) == [2])
        #expect(try amounts(history: ServiceHistory(weeksSincePosting: 1), .at("c1", 0..<1)) == [1])
        #expect(try amounts(history: ServiceHistory(weeksSincePosting: 2), .at("c1", 0..<1)) == [])
        #expect(try amounts(history: ServiceHistory(weeksSincePosting: 1), .at("c1", 1..<2)) == [])
    }

    /// Rest after a posting and people wanted every week cannot both be kept by one person.
    @Test func againstCoverage() throws {
        let instance = try instance(
            weeks: 4, people: [person("p1", limits: limits)],
            demands: [Demand(host: "c1", wanted: PersonFilter())])
        let pause: [PersonID: [Stay]] = ["p1": [.at("c1", 0..<1), .at("c1", 3..<4)]]
        #expect(try instance.violations(of: RestBetweenPostings.self, pause).isEmpty)
        #expect(try instance.violations(of: Coverage.self, pause).map(\.tag.week) == [Week(1), Week(2)])
        let hurry: [PersonID: [Stay]] = ["p1": [.at("c1", 0..<1), .at("c1", 2..<4)]]
        #expect(try instance.violations(of: RestBetweenPostings.self, hurry).map(\.amount) == [1])
    }
}
