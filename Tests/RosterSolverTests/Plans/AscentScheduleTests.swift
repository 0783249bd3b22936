import Foundation
import Testing

@testable import RosterSolver

@Suite struct AscentScheduleTests {
    /// The shares of an ascent whose steps take a second each, for what its prices are worth before each; the best roster costs 1000.
    private func shares(end: Double?, values: [Double]) -> [Double] {
        var schedule = AscentSchedule(now: 0, end: end)
        return values.enumerated().map { steps, value in
            schedule.share(steps: steps, now: Double(steps), value: value, best: 1000)
        }
    }

    @Test func withoutALimitStepsAloneCount() {
        let shares = shares(end: nil, values: Array(repeating: 0, count: 1201))
        #expect(shares[0] == 0 && shares[600] == 0.5 && shares[1200] == 1)
    }

    @Test func takesHalfOfTheTimeAtMost() {
        let shares = shares(end: 200, values: (0...100).map { 10 * Double($0) })
        #expect(shares[50] < 0.501 && shares[99] < 1)
        #expect(shares[100] > 0.999)
    }

    /// From the sixtieth step on the prices gain nothing more.
    @Test func hastensWhenItGainsLittle() {
        let values = (0...100).map { $0 < 60 ? 10 * Double($0) : 600 }
        let shares = shares(end: 200, values: values)
        let over = shares.firstIndex { $0 >= 1 } ?? 0
        // Noticed within two windows of five steps; then what is left takes a quarter of its time.
        #expect(over > 70 && over < 80)
    }

    /// What is small by itself may be much of a gap that is nearly closed: here a third of it in every window.
    @Test func goesOnSteadilyWhereTheGapIsSmall() {
        let values = (0...100).map { 1000 - pow(0.92, Double($0)) }
        #expect(shares(end: 200, values: values)[98] < 1)
    }

    @Test func goesOnSteadilyWithoutARoster() {
        var schedule = AscentSchedule(now: 0, end: 200)
        let last = (0...98).map { schedule.share(steps: $0, now: Double($0), value: 0, best: nil) }.last
        #expect(last.map { $0 > 0.97 && $0 < 1 } == true)
    }
}
