import Rostering
import Testing

@Suite struct StayLengthTests {
    private func found(
        _ limits: PostingLimits, underWay: Int? = nil, _ stays: Stay...
    ) throws -> [String: Int] {
        let history = ServiceHistory(
            weeksAway: underWay ?? 0,
            underWay: underWay.map { ServiceHistory.UnderWay(host: "c1", weeksServed: $0) })
        let instance = try instance(people: [person("p1", limits: [.temporary: limits], history: history)])
        return Dictionary(
            uniqueKeysWithValues: try instance.violations(of: StayLength.self, ["p1": stays]).map {
                ($0.reason?.rawValue ?? "", $0.amount)
            })
    }

    private let twoToFour = PostingLimits(minimumWeeks: 2, maximumWeeks: 4, restWeeks: 0)

    @Test(arguments: [(1, ["tooShort": 1]), (2, [:]), (4, [:]), (5, ["tooLong": 1]), (6, ["tooLong": 2])])
    func lengths(weeks: Int, expected: [String: Int]) throws {
        #expect(try found(twoToFour, .at("c1", 1..<1 + weeks)) == expected)
    }

    @Test func anOpenEndMustBeAllowed() throws {
        var limits = twoToFour
        #expect(try found(limits, .at("c1", 7..<8)) == ["tooShort": 1])
        limits.mayContinuePastEnd = true
        #expect(try found(limits, .at("c1", 7..<8)) == [:])
        #expect(try found(limits, .at("c1", 6..<7)) == ["tooShort": 1])
        #expect(try found(limits, .at("c1", 3..<8)) == ["tooLong": 1])
    }

    @Test func weeksServedBeforeCount() throws {
        #expect(try found(twoToFour, underWay: 1, .at("c1", 0..<1)) == [:])
        #expect(try found(twoToFour, underWay: 1, .at("c1", 0..<4)) == ["tooLong": 1])
        // Another host, or a later start, is another posting.
        #expect(try found(twoToFour, underWay: 2, .at("c2", 0..<1)) == ["tooShort": 1])
        #expect(try found(twoToFour, underWay: 2, .at("c1", 1..<2)) == ["tooShort": 1])
    }

    @Test func aPostingUnderWayServesItsMinimum() throws {
        #expect(try found(twoToFour, underWay: 1) == ["brokenOff": 1])
        #expect(try found(twoToFour, underWay: 2) == [:])
        #expect(try found(twoToFour, underWay: 1, .at("c1", 1..<3)) == ["brokenOff": 1])
    }

    /// A resident posting's year (YL22) and a limit of weeks away cannot both be kept.
    @Test func againstTheLimitOfWeeksAway() throws {
        let limits = PostingLimits(minimumWeeks: 6, maximumWeeks: 8, restWeeks: 0)
        let instance = try instance(people: [person("p1", limits: [.temporary: limits], maximumAway: 5)])
        #expect(try instance.violations(of: StayLength.self, ["p1": [.at("c1", 0..<5)]]).map(\.amount) == [1])
        #expect(try instance.violations(of: AwayLimit.self, ["p1": [.at("c1", 0..<5)]]).isEmpty)
        #expect(try instance.violations(of: StayLength.self, ["p1": [.at("c1", 0..<6)]]).isEmpty)
        #expect(try instance.violations(of: AwayLimit.self, ["p1": [.at("c1", 0..<6)]]).map(\.amount) == [1])
    }
}
