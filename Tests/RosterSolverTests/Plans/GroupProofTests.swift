import GLPKSolver
import LinearProgramming
import Rostering
import Testing

@testable import RosterSolver

/// Bounds and proofs of groups against exhaustive search.
@Suite struct GroupProofTests {
    private func context(_ instance: Instance) -> ProofContext {
        let model = RosterModel(instance)
        let run = SolveRun(instance, RosterOptions(), stop: StopSignal(), report: { _ in })
        return ProofContext(model, SearchTables(model), solver: GLPKBackend(), run: run)
    }

    private func cheapestPlans(_ model: RosterModel) -> [[Stay]] {
        model.people.map { person in
            var pricer = PlanPricer(person)
            return pricer.cheapest(PlanPricer.Costs(person))?.stays ?? []
        }
    }

    /// At every stage the bound is one; what is proven is the optimum.
    @Test(arguments: 0..<120) func provesTheOptimum(seed: Int) throws {
        guard let instance = TinyInstances.instance(seed: UInt64(seed)), let best = Truth(instance).objective
        else { return }
        let context = context(instance)
        let people = Array(context.model.people.indices)
        var proof = GroupProof(
            context, people: people, rows: Array(context.model.rows.indices),
            start: cheapestPlans(context.model))
        try proof.settleRoot(dives: seed % 2 == 0)
        #expect(proof.bound <= best.points + 1e-6, "seed \(seed)")
        for _ in 0..<40 where !proof.isExhausted {
            try proof.branch(nodes: 5, mayGoOn: { true }, outside: { nil })
            #expect(proof.bound <= best.points + 1e-6, "seed \(seed)")
        }
        #expect(proof.isExhausted)
        if context.tables.settlesExactly {
            #expect(proof.isProven, "seed \(seed): \(proof.bound) of \(proof.best.cost)")
            #expect(abs(proof.best.cost - best.points) < 1e-6, "seed \(seed)")
        }
    }

    /// Groups apart, at any prices of the rows that tie them, bound the whole.
    @Test(arguments: 0..<80) func pricedGroupsBoundTheWhole(seed: Int) throws {
        guard let instance = TinyInstances.instance(seed: UInt64(seed)), let best = Truth(instance).objective
        else { return }
        let context = context(instance)
        let departments = Departments(context.model, mostPeople: 1)
        guard !departments.isBroken, !departments.linking.isEmpty else { return }
        var random = RandomSource(seed: UInt64(seed) &+ 40)
        let plans = cheapestPlans(context.model)
        for scale in [0.0, 1, 20] {
            let linking = MasterScope(
                context.model, people: Array(context.model.people.indices), rows: departments.linking)
            let duals = departments.linking.map { _ in scale * random.fraction() }
            let prices = LinkingPrices(linking, duals, context.limits)
            var bound = prices.constant + Double(departments.constantCost) / 1000
            for (people, rows) in zip(departments.groups, departments.rows) {
                var proof = GroupProof(
                    context, people: people, rows: rows, prices: prices, start: people.map { plans[$0] })
                try proof.settleRoot(dives: false)
                try proof.branch(nodes: 50, mayGoOn: { true }, outside: { nil })
                bound += proof.bound
            }
            #expect(bound <= best.points + 1e-6, "seed \(seed), prices up to \(scale)")
        }
    }

    /// The exact cost of plans is the search's.
    @Test(arguments: 0..<40) func countsWhatTheSearchCounts(seed: Int) throws {
        guard let instance = TinyInstances.instance(seed: UInt64(seed)) else { return }
        let context = context(instance)
        var random = RandomSource(seed: UInt64(seed) &+ 11)
        let plans = try instance.people.indices.map {
            try #require(EveryPlan(of: $0, in: instance, context.model)).plans
        }
        guard !plans.contains(where: \.isEmpty) else { return }
        for _ in 0..<10 {
            let stays = plans.map { random.element(of: $0) ?? [] }
            let counted = SearchState(context.model, context.tables, stays: stays).cost
            guard counted < Block.hardCost else { continue }
            let proof = GroupProof(
                context, people: Array(context.model.people.indices), rows: Array(context.model.rows.indices),
                start: stays)
            #expect(abs(proof.best.cost - Double(counted) / 1000) < 1e-9, "seed \(seed)")
        }
    }
}
