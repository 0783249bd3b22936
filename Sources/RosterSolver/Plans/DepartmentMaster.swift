import LinearProgramming
import Rostering

/// Solves one department by itself: a bound by column generation, then plans by diving.
struct DepartmentMaster: Sendable {
    let model: RosterModel
    let tables: SearchTables
    let limits: QuantityLimits
    let solver: any LinearSolver
    let run: SolveRun

    /// What one department came to.
    struct Result: Sendable {
        /// No plans of these people cost less, in points, their own rows counted and no others.
        let bound: Double
        /// By position in the people: plans that fit one another; nil if stopped before.
        let plans: [[Stay]]?
    }

    /// Solves the people of a department.
    ///
    /// - Parameter start: plans to start from, by position in `people`.
    func solve(people: [Int], rows: [Int], start: [[Stay]]) throws -> Result {
        let scope = MasterScope(model, people: people, rows: rows, awayCosts: AwayCosts(model, tables))
        return try solver.withSession(scope.program) { session in
            let master = PlanMaster(scope, session)
            try master.add(start.enumerated().map { (person: $0, stays: $1) })
            let state = SearchState(model, tables, stays: model.people.map { _ in [] })
            let blocks = Set(rows.map { tables.places[$0].block }).sorted()
            let priced = blocks.map { tables.blocks[$0].withHardCost(Int(model.hardPenalty * 1000)) }
            _ = state
            func exactCost(_ plans: [[Stay]]) -> Double {
                var activities = Array(repeating: 0, count: model.rows.count)
                var cost = 0
                for (person, stays) in zip(people, plans) {
                    cost += model.people[person].ownCost(of: stays)
                    model.people[person].forEachEntry(of: stays) { activities[$0.row] += $0.coefficient }
                }
                for block in priced { cost += block.cost(block.rows.map { activities[$0.row] }) }
                return Double(cost) / 1000
            }
            let cuts = BlockCuts(scope, tables, solver: solver)
            var proof = BranchAndPrice(
                master: master, cuts: cuts, limits: limits, run: run, start: start, exactCost: exactCost)
            proof.debug = true
            dbg("people", people.count)
            try proof.solve()
            dbg(" done: bound", proof.bound, "best", proof.best.cost, "nodes", proof.nodes, "t", run.seconds)
            return Result(bound: proof.bound, plans: proof.best.plans)
        }
    }
}
