import GLPKSolver
import LinearProgramming
import Rostering
import Testing

@testable import RosterSolver

/// Prices that groups agree upon, against exhaustive search and against groups that know nothing of one another.
@Suite struct PriceCoordinationTests {
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

        /// The groups' bounds at given prices, together.
        func bound(at prices: LinkingPrices?, duals: [Double]? = nil) throws -> Double {
            var bound = prices?.constant ?? 0
            for (people, rows) in zip(departments.groups, departments.rows) {
                var proof = GroupProof(
                    context, people: people, rows: rows, prices: prices, start: people.map { plans[$0] },
                    duals: duals)
                try proof.settleRoot(dives: false)
                bound += proof.bound
            }
            return bound
        }
    }

    @Test(arguments: 0..<100) func everySweepBoundsTheOptimum(seed: Int) throws {
        guard let sample = try Sample(seed: seed) else { return }
        var coordination = PriceCoordination(sample.context, sample.departments, start: sample.plans)
        for _ in 0..<6 {
            #expect(try coordination.sweep())
            #expect(coordination.bound <= sample.best + 1e-6, "seed \(seed)")
        }
        let priced = try sample.bound(at: coordination.linkingPrices, duals: coordination.bestPrices)
        #expect(priced <= sample.best + 1e-6, "seed \(seed)")
        // The groups' own rows at their best duals are worth no less than at those of the sweep.
        #expect(priced >= coordination.bound - 1e-6, "seed \(seed)")
    }

    /// Over many instances most of what groups lose by knowing nothing of one another is won back.
    @Test func pricesCloseTheGap() throws {
        var (apart, together, count) = (0.0, 0.0, 0)
        for seed in 0..<400 {
            guard let sample = try Sample(seed: seed) else { continue }
            let alone = try sample.bound(at: nil)
            guard alone < sample.best - 1 else { continue }
            var coordination = PriceCoordination(sample.context, sample.departments, start: sample.plans)
            for _ in 0..<8 { _ = try coordination.sweep() }
            apart += sample.best - alone
            together += sample.best - max(alone, try sample.bound(at: coordination.linkingPrices))
            count += 1
        }
        #expect(
            count > 20 && together < 0.7 * apart,
            "\(count) instances: \(apart) without prices, \(together) with")
    }
}
