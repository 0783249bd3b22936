import LinearProgramming
import Rostering

/// What all proofs of a solve share.
struct ProofContext: Sendable {
    let model: RosterModel
    let tables: SearchTables
    let awayCosts: AwayCosts
    let limits: QuantityLimits
    let solver: any LinearSolver
    let run: SolveRun

    /// Prepares the proofs of a model.
    ///
    /// - Throws: ``SolveRun/Stopped`` if the run must stop meanwhile.
    init(_ model: RosterModel, _ tables: SearchTables, solver: any LinearSolver, run: SolveRun) throws {
        self.model = model
        self.tables = tables
        self.solver = solver
        self.run = run
        awayCosts = AwayCosts(model, tables)
        limits = try QuantityLimits(model, checkpoint: run.checkpoint)
    }

    /// Tells the run of a bound of all rosters, in points.
    ///
    /// - Parameter isExact: whether it is what a best roster costs.
    func raise(_ bound: Double, isExact: Bool = false) {
        guard bound.isFinite, !model.instance.policy.isLexicographic else { return }
        run.raise(bound: isExact ? model.nearest(bound) : model.roundedUp(bound))
    }
}
