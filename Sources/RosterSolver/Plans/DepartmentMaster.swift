import LinearProgramming
import Rostering

/// Solves one department by itself: a bound by column generation, then plans by diving.
struct DepartmentMaster: Sendable {
    let model: RosterModel
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
        let scope = MasterScope(model, people: people, rows: rows)
        return try solver.withSession(scope.program) { session in
            let master = PlanMaster(scope, session)
            try master.add(start.enumerated().map { (person: $0, stays: $1) })
            var generation = ColumnGeneration(master, limits, run: run)
            guard let weights = try generation.solve() else {
                return Result(bound: generation.bound, plans: nil)
            }
            return Result(
                bound: generation.bound,
                plans: try Diving(master: master, limits: limits, run: run).plans(from: weights))
        }
    }
}
