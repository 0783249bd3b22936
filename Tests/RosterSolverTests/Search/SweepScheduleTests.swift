import Testing

@testable import RosterSolver

@Suite struct SweepScheduleTests {
    /// The sweeps of a schedule for what the roster costs before each, in points; the bound is nothing.
    private func sweeps(costs: [Int], hasPrices: Bool) -> [SweepSchedule.Sweep] {
        var schedule = SweepSchedule()
        return costs.map { cost in
            schedule.advance(cost: cost * 1000, bound: 0, hasPrices: hasPrices)
            return schedule.sweep
        }
    }

    private func rounds(_ sweep: SweepSchedule.Sweep) -> Int? {
        if case .annealing(let rounds, _, _) = sweep { rounds } else { nil }
    }

    @Test func withoutPricesItAnnealsMoreThoroughlyEveryTime() {
        let sweeps = sweeps(costs: Array(repeating: 100, count: 9), hasPrices: false)
        #expect(sweeps.map(rounds) == [4, 8, 16, 32, 64, 128, 256, 256, 256])
    }

    @Test func withPricesItDivesAfterThreeSweepsIntoDepartmentsJoinedAndAloneInTurn() {
        let sweeps = sweeps(costs: [100, 90, 80, 70, 60, 50], hasPrices: true)
        #expect(sweeps.map(rounds) == [4, 8, 16, nil, nil, nil])
        #expect(sweeps.suffix(3) == [.dives(joined: true), .dives(joined: false), .dives(joined: true)])
    }

    /// Whether dives lead on after each sweep, for what the best roster costs before it.
    private func leadsOn(costs: [Int], bound: Double) -> [Bool] {
        var schedule = SweepSchedule()
        return costs.map { cost in
            schedule.advance(cost: cost * 1000, bound: bound, hasPrices: true)
            return schedule.leadsOn
        }
    }

    @Test func divesLeadOnWhereTheyGainMoreThanTwoInAHundred() {
        // Annealing that gains nothing says nothing of dives; then two sweeps fall from 70 to 69, less than 2 %, and two from 69 to 60.
        #expect(
            leadsOn(costs: [70, 70, 70, 70, 70, 69, 69, 60, 60, 60], bound: 0)
                == [true, true, true, true, true, false, false, true, true, false])
    }

    @Test func progressIsMeasuredAgainstWhatLiesAboveTheBound() {
        // A hundredth of the cost, a tenth of what lay above the bound.
        #expect(leadsOn(costs: [100, 100, 100, 100, 100, 99], bound: 90).last == true)
    }
}
