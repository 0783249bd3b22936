import GLPKSolver
import LinearProgramming
import RosterGenerator
import Rostering
import SeededRandom
import Testing

@testable import RosterSolver

/// Bounds and proofs of groups against exhaustive search.
@Suite struct GroupProofTests {
    private func context(
        _ instance: Instance, solver: any LinearSolver = GLPKBackend()
    ) throws -> ProofContext {
        let model = RosterModel(instance)
        let run = SolveRun(instance, RosterOptions(), stop: StopSignal(), report: { _ in })
        return try ProofContext(model, SearchTables(model), solver: solver, run: run)
    }

    private func cheapestPlans(_ model: RosterModel) -> [[Stay]] {
        model.people.map { person in
            var pricer = PlanPricer(person)
            return pricer.cheapest(PlanPricer.Costs(person))?.stays ?? []
        }
    }

    /// At every stage the bounds are ones; what is proven is the optimum.
    @Test(arguments: 0..<120) func provesTheOptimum(seed: Int) throws {
        guard let instance = TinyInstances.instance(seed: UInt64(seed)), let best = Truth(instance).objective
        else { return }
        let context = try context(instance)
        let departments = Departments(context.model, mostPeople: 100)
        guard !departments.isBroken else { return }
        #expect(departments.linking.isEmpty)
        let plans = cheapestPlans(context.model)
        var proofs = zip(departments.groups, departments.rows).map { people, rows in
            GroupProof(context, people: people, rows: rows, start: people.map { plans[$0] })
        }
        let constant = Double(departments.constantCost) / 1000
        for index in proofs.indices { try proofs[index].settleRoot() }
        for _ in 0..<40 {
            let bound = proofs.reduce(constant) { $0 + $1.bound }
            #expect(bound <= best.points + 1e-6, "seed \(seed)")
            for index in proofs.indices {
                try proofs[index].branch(nodes: 5, mayGoOn: { true }, outside: { nil })
            }
        }
        let isExhausted = proofs.allSatisfy(\.isExhausted)
        #expect(isExhausted, "seed \(seed)")
        guard context.tables.settlesExactly else { return }
        // What branching cannot settle (rows of several weeks that round) may stay unproven, but never costs less.
        let cost = proofs.reduce(constant) { $0 + $1.best.cost }
        #expect(abs(cost - best.points) < 1e-6, "seed \(seed)")
    }

    /// Nearly all of them are proven.
    @Test func nearlyAllAreProven() throws {
        var counts = (all: 0, proven: 0)
        for seed in 0..<40 {
            guard let instance = TinyInstances.instance(seed: UInt64(seed)) else { continue }
            let context = try context(instance)
            let departments = Departments(context.model, mostPeople: 100)
            let plans = cheapestPlans(context.model)
            for (people, rows) in zip(departments.groups, departments.rows) {
                var proof = GroupProof(context, people: people, rows: rows, start: people.map { plans[$0] })
                try proof.settleRoot()
                try proof.branch(nodes: 200, mayGoOn: { true }, outside: { nil })
                // A group that cannot keep a hard rule is bounded, not proven.
                guard proof.best.cost < context.model.hardPenalty else { continue }
                counts.all += 1
                if proof.isProven { counts.proven += 1 }
            }
        }
        #expect(counts.all > 20 && 10 * counts.proven >= 9 * counts.all, "\(counts)")
    }

    /// Programs over plans are degenerate, and the primal simplex method can run in circles on them, as it did for minutes among these. No
    /// relaxation of a root takes many times as many iterations as the program has rows and columns.
    @Test(arguments: 1...8) func noRelaxationRunsInCircles(seed: UInt64) throws {
        let generator = try InstanceGenerator(
            InstanceGenerator.Options(people: 17, clinics: 10, specialties: 1, weeks: 26, seed: seed))
        let longest = Guarded(0.0)
        let context = try context(
            Instance(generator.description()), solver: CountingSolver(longest: longest))
        let departments = Departments(context.model, mostPeople: 100)
        let plans = cheapestPlans(context.model)
        for (people, rows) in zip(departments.groups, departments.rows) {
            var proof = GroupProof(context, people: people, rows: rows, start: people.map { plans[$0] })
            try proof.settleRoot()
        }
        let most = longest.withLock { $0 }
        #expect(most > 0 && most < 10, "seed \(seed)")
    }

    /// A solver that fails leaves the roster alone, and the user is told; with many people it has work only where time limits the run.
    @Test(arguments: [12, 60]) func failuresAreNoticed(people: Int) async throws {
        let generator = try InstanceGenerator(
            InstanceGenerator.Options(people: people, clinics: 2, specialties: 2, weeks: 8))
        let instance = try Instance(generator.description())
        var options = RosterOptions()
        options.method = .plans
        if people > 48 { options.timeLimit = 20 } else { options.rounds = 3 }
        let outcome = try await RosterOptimizer(instance, linearSolver: FailingSolver()).solve(options)
        let solved = try #require(outcome.solved)
        #expect(!solved.notices.isEmpty)
        #expect(solved.audit.isFeasible && solved.bound <= solved.objective.points)
    }

    private struct FailingSolver: LinearSolver {
        let name = "failing"
        let capabilities = GLPKBackend().capabilities

        func withSession<Result>(
            _ program: LinearProgram, _ body: (any LinearSession) throws -> Result
        ) throws -> Result {
            throw SolverError(code: .backendFailure, message: "It fails.")
        }
    }

    /// Groups apart, at any prices of the rows that tie them, bound the whole.
    @Test(arguments: 0..<80) func pricedGroupsBoundTheWhole(seed: Int) throws {
        guard let instance = TinyInstances.instance(seed: UInt64(seed)), let best = Truth(instance).objective
        else { return }
        let context = try context(instance)
        let departments = Departments(context.model, mostPeople: 1)
        guard !departments.isBroken, !departments.linking.isEmpty else { return }
        var random = SplitMix64(seed: UInt64(seed) &+ 40)
        let plans = cheapestPlans(context.model)
        for scale in [0.0, 1, 20] {
            let linking = MasterScope(
                context.model, people: Array(context.model.people.indices), rows: departments.linking)
            let duals = departments.linking.map { _ in scale * random.fraction() }
            let prices = linking.linkingPrices(duals, context.limits)
            var bound = prices.constant + Double(departments.constantCost) / 1000
            for (people, rows) in zip(departments.groups, departments.rows) {
                var proof = GroupProof(
                    context, people: people, rows: rows, prices: prices, start: people.map { plans[$0] })
                try proof.settleRoot()
                try proof.branch(nodes: 50, mayGoOn: { true }, outside: { nil })
                bound += proof.bound
            }
            #expect(bound <= best.points + 1e-6, "seed \(seed), prices up to \(scale)")
        }
    }

    /// The exact cost of plans is the search's.
    @Test(arguments: 0..<40) func countsWhatTheSearchCounts(seed: Int) throws {
        guard let instance = TinyInstances.instance(seed: UInt64(seed)) else { return }
        let context = try context(instance)
        var random = SplitMix64(seed: UInt64(seed) &+ 11)
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
