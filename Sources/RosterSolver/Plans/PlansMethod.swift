import LinearProgramming
import Rostering

/// The method for counties and cities: a constructive start; then, department by department, a bound by column generation and plans by
/// diving; then search from the best of it until the time is up.
struct PlansMethod {
    let run: SolveRun
    let model: RosterModel
    let solver: any LinearSolver

    /// Solves until the run must stop, or until roster and bound meet.
    func solve() throws -> RosterOutcome {
        let tables = SearchTables(model)
        guard var search = ParallelSearch(model, tables, run) else {
            return run.outcome(.methodExhausted, method: .plans)
        }
        search.improve(for: warmUp)
        let departments = Departments(model, mostPeople: mostPeople)
        let limits = QuantityLimits(model)
        if !departments.isBroken { prove(departments, limits, &search) }
        // A bound beyond what any roster that keeps the hard rules can cost contains penalties for breaking them.
        if departments.isBroken || run.bound ?? 0 > greatestCost(limits) {
            let roster = model.roster(search.best)
            return .infeasible(
                Infeasibility(
                    personalConflicts: [], leastViolating: (roster, Audit(of: roster, in: run.instance)),
                    isLeastProven: false, seconds: run.seconds))
        }
        search.improve()
        return try search.finish(method: .plans)
    }

    /// Departments that share rows are solved together up to this many people: the bound is tighter, the master slower. Where everybody fits into
    /// one master the bound misses nothing; larger instances need small masters.
    private var mostPeople: Int { model.people.count <= 100 ? 100 : 40 }

    /// Departments between two exchanges with the search; fixed, so that results do not depend on the machine.
    private static let departmentsAtOnce = 4

    /// Seconds of search before the first department is proven, so that a good roster is there early and its plans start the masters.
    private var warmUp: Double? {
        // A solve limited by rounds alone must not depend on the clock.
        run.options.timeLimit.map { min(5, $0 / 20) } ?? 0
    }

    /// What no roster that keeps the hard rules can cost more than, in points.
    private func greatestCost(_ limits: QuantityLimits) -> Double {
        var cost = 0.0
        for (index, quantity) in model.quantities.enumerated() where !quantity.isHardViolation {
            cost += Double(model.quantityCosts[index]) * Double(limits.upper(index))
        }
        for person in model.people {
            let (duty, start) = (person.dutyCosts.max() ?? 0, person.startCosts.max() ?? 0)
            cost += Double(person.weekCount) * Double(duty + start)
        }
        return cost / 1000
    }

    /// Bounds the departments and dives into them, a few at once.
    private func prove(_ departments: Departments, _ limits: QuantityLimits, _ search: inout ParallelSearch) {
        let master = DepartmentMaster(model: model, tables: SearchTables(model), limits: limits, solver: solver, run: run)
        var bound = Double(departments.constantCost) / 1000
        let order = departments.groups.indices.sorted {
            (departments.groups[$1].count, $0) < (departments.groups[$0].count, $1)
        }
        for begin in stride(from: 0, to: order.count, by: Self.departmentsAtOnce) {
            guard !run.isOver else { return }
            let batch = Array(order[begin..<min(order.count, begin + Self.departmentsAtOnce)])
            let present = search.best
            let results = onAllCores(batch) { group in
                Swift.Result {
                    try master.solve(
                        people: departments.groups[group], rows: departments.rows[group],
                        start: departments.groups[group].map { present[$0] })
                }
            }
            for (group, result) in zip(batch, results) {
                // A department whose program fails leaves the bound weaker, no more.
                guard let result = try? result.get() else { continue }
                // Costs are never negative, so neither is a department's bound.
                bound += max(0, result.bound)
                if !model.instance.policy.isLexicographic { run.raise(bound: model.roundedUp(bound)) }
                if let plans = result.plans { search.adopt(plans, of: departments.groups[group]) }
            }
        }
    }
}
