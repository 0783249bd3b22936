import LinearProgramming
import Rostering

/// The engine's inner loops on one instance, each to be run by itself.
///
/// For the benchmarks alone: they are a package of their own, which sees only what is public, and the loops are no part of the product's interface.
@_spi(Benchmarks) public struct EngineSample: Sendable {
    private let model: RosterModel
    private var search: LocalSearch
    /// By person, as are the costs: those of duties against the others of the roster.
    private var pricers: [PlanPricer]
    private let costs: [PlanPricer.Costs]
    private var turn = 0

    /// Compiles an instance and descends to a roster that nobody's best response improves; nil if somebody has no plan at all.
    public init?(_ instance: Instance) {
        model = RosterModel(instance)
        guard let search = LocalSearch(model, SearchTables(model), seed: 1, checkpoint: {}) else {
            return nil
        }
        self.search = search
        pricers = model.people.map { PlanPricer($0) }
        var state = search.state
        costs = model.people.indices.map { [model] person in
            var costs = PlanPricer.Costs(model.people[person])
            let stays = state.stays[person]
            state.assign([], to: person)
            state.marginalCosts(of: person, into: &costs)
            state.assign(stays, to: person)
            return costs
        }
    }

    /// Finds the cheapest plan of the next person, everybody in turn; returns its cost against the others of the roster, in thousandths.
    public mutating func price() -> Double? {
        let person = turn % pricers.count
        turn += 1
        return pricers[person].cheapest(costs[person])?.cost
    }

    /// Gives the next person a best response, everybody in turn; returns the roster's cost in thousandths.
    public mutating func respond() -> Int {
        guard !search.movable.isEmpty else { return search.state.cost }
        search.respond(search.movable[turn % search.movable.count])
        turn += 1
        return search.state.cost
    }

    /// Opens the master of the largest group of people that masters of at most 40 are made for, after a few rounds of pricing, and passes what
    /// solves it again from its basis with the plans priced last; that returns the program's value in points.
    public func withMaster(
        of solver: any LinearSolver, _ body: (_ solveAgain: () throws -> Double?) throws -> Void
    ) throws {
        let departments = Departments(model, mostPeople: 40)
        let sizes = departments.groups.map(\.count)
        guard let group = sizes.indices.max(by: { (sizes[$0], $1) < (sizes[$1], $0) }) else { return }
        let people = departments.groups[group]
        let scope = MasterScope(model, people: people, rows: departments.rows[group])
        try solver.withSession(scope.program) { session in
            let master = PlanMaster(scope, session)
            try master.add(people.enumerated().map { (person: $0, stays: search.state.stays[$1]) })
            var generation = ColumnGeneration(master, QuantityLimits(model), run: nil)
            generation.mostIterations = 8
            _ = try generation.solve()
            try body { try master.solveRelaxation(nil)?.objective }
        }
    }

    /// Climbs a hundred steps towards prices that bound everybody, and passes what makes another step, which returns the bound in points, and
    /// what plans the largest department anew at these prices, which returns whether everybody has a plan.
    public func withPrices(
        of solver: any LinearSolver, _ body: (_ step: () -> Double, _ dive: () -> Bool) throws -> Void
    ) throws {
        let run = SolveRun(model.instance, RosterOptions(), stop: StopSignal(), report: { _ in })
        let context = try ProofContext(model, search.state.tables, solver: solver, run: run)
        let departments = Departments(model, mostPeople: 20)
        var ascent = try PriceAscent(context, departments)
        ascent.climb(progress: { steps, _ in Double(steps) / 100 }, onBound: { _ in })
        var decomposition = ascent.decomposition
        let largest = departments.groups.max { $0.count < $1.count } ?? []
        try body(
            {
                decomposition.step(decomposition.subgradient(), 0.1)
                decomposition.settle(onAllCores: true)
                return decomposition.value()
            },
            {
                var dive = PriceDive(ascent, people: largest, plans: search.state.stays)
                return dive.plans(shouldStop: { false }) != nil
            })
    }
}
