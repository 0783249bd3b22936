import GLPKSolver
import LinearProgramming
import Rostering
import Testing

@testable import RosterSolver

/// Prices that bound everybody, against exhaustive search and against groups that know nothing of one another.
@Suite struct PriceAscentTests {
    private struct Sample {
        let context: ProofContext
        let departments: Departments
        let plans: [[Stay]]
        /// What a best roster costs beyond what depends on nobody, in points.
        let best: Double

        /// Everybody a group of one; nil where nothing ties them or no roster keeps the rules.
        init?(seed: Int) throws {
            guard let instance = TinyInstances.instance(seed: UInt64(seed)),
                let best = Truth(instance).objective
            else { return nil }
            let model = RosterModel(instance)
            let run = SolveRun(instance, RosterOptions(), stop: StopSignal(), report: { _ in })
            context = try ProofContext(model, SearchTables(model), solver: GLPKBackend(), run: run)
            departments = Departments(model, mostPeople: 1)
            guard !departments.isBroken, !departments.linking.isEmpty else { return nil }
            plans = model.people.map { person in
                var pricer = PlanPricer(person)
                return pricer.cheapest(PlanPricer.Costs(person))?.stays ?? []
            }
            self.best = best.points - Double(departments.constantCost) / 1000
        }

        /// The groups' bounds together: knowing nothing of one another, or at the prices of an ascent.
        func bound(from ascent: PriceAscent? = nil) throws -> Double {
            let prices = ascent?.linkingPrices(of: departments.linking)
            var bound = prices?.constant ?? 0
            for (people, rows) in zip(departments.groups, departments.rows) {
                var proof = GroupProof(
                    context, people: people, rows: rows, prices: prices, start: people.map { plans[$0] },
                    from: ascent)
                try proof.settleRoot()
                bound += proof.bound
            }
            return bound
        }

        /// An ascent of so many steps.
        func ascent(steps: Int, onBound: (Double) -> Void = { _ in }) throws -> PriceAscent {
            var ascent = try PriceAscent(context, departments)
            ascent.climb(progress: { made, _ in Double(made) / Double(steps) }, onBound: onBound)
            return ascent
        }
    }

    @Test(arguments: 0..<100) func everyStepBoundsTheOptimum(seed: Int) throws {
        guard let sample = try Sample(seed: seed) else { return }
        var last = -Double.infinity
        let ascent = try sample.ascent(steps: 60) { bound in
            #expect(bound > last && bound <= sample.best + 1e-6, "seed \(seed)")
            last = bound
        }
        #expect(ascent.bound <= sample.best + 1e-6, "seed \(seed)")
        let priced = try sample.bound(from: ascent)
        #expect(priced <= sample.best + 1e-6, "seed \(seed)")
        // Groups that begin at the ascent's prices, cuts and plans know at least as much.
        #expect(priced >= ascent.bound - 1e-4, "seed \(seed)")
    }

    /// The same steps give the same prices, however many cores share the work.
    @Test func isRepeatable() throws {
        var count = 0
        for seed in 0..<40 {
            guard let sample = try Sample(seed: seed) else { continue }
            let (first, second) = try (sample.ascent(steps: 30), sample.ascent(steps: 30))
            let rows = sample.departments.linking
            #expect(first.bound == second.bound && first.duals(of: rows) == second.duals(of: rows))
            count += 1
        }
        #expect(count > 5)
    }

    /// An ascent that is stopped at once has the bound of no prices at all, or none.
    @Test func stopsAtOnce() throws {
        let sample = try #require(try (0..<100).lazy.compactMap { try Sample(seed: $0) }.first)
        var ascent = try PriceAscent(sample.context, sample.departments)
        ascent.climb(progress: { _, _ in nil }, onBound: { _ in Issue.record("It climbed.") })
        #expect(ascent.bound <= sample.best + 1e-6)
    }

    /// Over many instances most of what groups lose by knowing nothing of one another is won back.
    @Test func pricesCloseTheGap() throws {
        var (apart, together, count) = (0.0, 0.0, 0)
        for seed in 0..<400 {
            guard let sample = try Sample(seed: seed) else { continue }
            let alone = try sample.bound()
            guard alone < sample.best - 1 else { continue }
            apart += sample.best - alone
            together += sample.best - max(alone, try sample.bound(from: sample.ascent(steps: 300)))
            count += 1
        }
        #expect(
            count > 20 && together < 0.7 * apart,
            "\(count) instances: \(apart) without prices, \(together) with")
    }
}
