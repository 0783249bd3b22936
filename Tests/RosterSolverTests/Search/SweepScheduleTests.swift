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

    private func width(_ sweep: SweepSchedule.Sweep) -> Int? {
        if case .dives(let personWeeks) = sweep { personWeeks } else { nil }
    }

    @Test func withoutPricesItAnnealsMoreThoroughlyEveryTime() {
        let sweeps = sweeps(costs: Array(repeating: 100, count: 9), hasPrices: false)
        #expect(sweeps.map(rounds) == [4, 8, 16, 32, 64, 128, 256, 256, 256])
    }

    @Test func withPricesItDivesAfterThreeSweeps() {
        let sweeps = sweeps(costs: [100, 90, 80, 70], hasPrices: true)
        #expect(sweeps.map(rounds) == [4, 8, 16, nil])
    }

    @Test func divesWidenWhereTheyLeadOnNoMoreAndThenItAnneals() {
        // A fall from 70 to 69 is less than 2 %, one from 69 to 60 is more.
        let sweeps = sweeps(costs: [100, 90, 80, 70, 69, 60, 60, 60, 60, 60, 60, 60, 60], hasPrices: true)
        #expect(
            sweeps.dropFirst(3).map(width) == [600, 1200, 1200, 4000, nil, 600, 1200, 4000, nil, 600])
        #expect(sweeps.compactMap(rounds) == [4, 8, 16, 32, 64])
    }

    @Test func progressIsMeasuredAgainstWhatLiesAboveTheBound() {
        var schedule = SweepSchedule()
        for cost in [100_000, 100_000, 100_000, 100_000, 99_900] {
            schedule.advance(cost: cost, bound: 99, hasPrices: true)
        }
        // A tenth of what lay above the bound.
        #expect(schedule.sweep == .dives(personWeeks: 600))
    }
}
