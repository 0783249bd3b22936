import LinearProgramming
import Rostering

/// The method for counties and cities: bounds from linear programs over plans, department by department, and rosters from search.
struct PlansMethod {
    let run: SolveRun
    let model: RosterModel
    let solver: any LinearSolver

    func solve() throws -> RosterOutcome {
        let tables = SearchTables(model)
        guard
            var search = LocalSearch(
                model, tables, seed: run.options.seed, shouldStop: { run.stopReason != nil })
        else { return try run.outcome(.methodExhausted, method: .search) }
        run.offer(model.roster(search.best))
        run.raise(bound: 0)
        let limits = QuantityLimits(model)
        let departments = Departments(model, mostPeople: 40)
        print(
            "groups", departments.groups.map(\.count), "linking", departments.linking.count, "rows",
            departments.rows.map(\.count), run.seconds)
        var total = Double(departments.constantCost) / 1000
        var plans = search.best
        for (people, rows) in zip(departments.groups, departments.rows) {
            let scope = MasterScope(model, people: people, rows: rows)
            let t0 = run.seconds
            let bound = try solver.withSession(scope.program) { session in
                let master = PlanMaster(scope, session)
                try master.add(people.enumerated().map { (person: $0, stays: search.best[$1]) })
                var generation = ColumnGeneration(master, limits, run: run)
                let root = try generation.solve()
                print(
                    "  group", people.count, "value", generation.value, "bound", generation.bound,
                    "iterations", generation.iterations, "columns", master.planCount, "s", run.seconds - t0)
                if let root {
                    let t1 = run.seconds
                    if let dived = try Diving(master: master, limits: limits, run: run).plans(from: root) {
                        for (position, stays) in dived.enumerated() { plans[people[position]] = stays }
                        search.adopt(plans)
                        run.offer(model.roster(search.best))
                        print("  dived", run.seconds - t1)
                    }
                }
                return generation.bound
            }
            total += bound
        }
        // Linking rows at price 0.
        let linkingScope = MasterScope(model, people: [], rows: departments.linking)
        total += linkingScope.boundOfRows(departments.linking.map { _ in 0 }, limits)
        run.raise(bound: total)
        return try run.outcome(.methodExhausted, method: .search)
    }
}
