import Foundation
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
            return try run.outcome(.methodExhausted, method: .plans)
        }
        search.improve(for: warmUp)
        try prove(&search)
        search.improve()
        return try search.finish(method: .plans)
    }

    /// Departments that share rows are solved together up to this many people: the bound is tighter, the master slower. Where everybody fits into
    /// one master the bound misses nothing; larger instances need small masters.
    private var mostPeople: Int { model.people.count <= 100 ? 100 : 40 }

    /// Seconds of search before the first department is proven, so that a good roster is there early and its plans start the masters.
    private var warmUp: Double? {
        // A solve limited by rounds alone must not depend on the clock.
        run.options.timeLimit.map { min(5, $0 / 20) } ?? 0
    }

    /// Bounds the departments and dives into them, as many at once as there are cores.
    private func prove(_ search: inout ParallelSearch) throws {
        let limits = QuantityLimits(model)
        let departments = Departments(model, mostPeople: mostPeople)
        let master = DepartmentMaster(model: model, limits: limits, solver: solver, run: run)
        var bound = Double(departments.constantCost) / 1000
        let order = departments.groups.indices.sorted {
            (departments.groups[$1].count, $0) < (departments.groups[$0].count, $1)
        }
        let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)
        for begin in stride(from: 0, to: order.count, by: cores) {
            guard !run.isOver else { return }
            let batch = Array(order[begin..<min(order.count, begin + cores)])
            let present = search.best
            let results = onAllCores(batch) { group in
                Swift.Result {
                    try master.solve(
                        people: departments.groups[group], rows: departments.rows[group],
                        start: departments.groups[group].map { present[$0] })
                }
            }
            for (group, result) in zip(batch, results) {
                let result = try result.get()
                // Costs are never negative, so neither is a department's bound.
                bound += max(0, result.bound)
                if !model.instance.policy.isLexicographic { run.raise(bound: model.roundedUp(bound)) }
                if let plans = result.plans { search.adopt(plans, of: departments.groups[group]) }
            }
        }
    }
}
