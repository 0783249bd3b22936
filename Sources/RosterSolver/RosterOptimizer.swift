import LinearProgramming
import Rostering

/// Finds rosters and proves how good they are: the module's public door.
public struct RosterOptimizer: Sendable {
    /// What is solved.
    public let instance: Instance
    private let linearSolver: any LinearSolver

    /// Prepares an instance for solving.
    ///
    /// The linear solver solves the linear and integer programs; it must offer integer columns, duals and sessions.
    public init(_ instance: Instance, linearSolver: any LinearSolver) {
        self.instance = instance
        self.linearSolver = linearSolver
    }

    /// Seeks the best roster.
    ///
    /// Cancelling the task ends the solve within 200 ms with the best roster so far.
    ///
    /// Progress is reported from any thread, at every better roster or bound.
    ///
    /// - Throws: ``SolverDisagreement`` if solver and checker disagree, `SolverError` if the linear solver fails.
    public func solve(
        _ options: RosterOptions = RosterOptions(),
        progress: @escaping @Sendable (RosterProgress) -> Void = { _ in }
    ) async throws -> RosterOutcome {
        do {
            return try await SolverThread.run { stop in
                let run = SolveRun(instance, options, stop: stop, report: progress)
                do {
                    return try solve(run)
                } catch is SolveRun.Stopped {
                    // The exact method may have left a roster to the one that was stopped.
                    return run.outcome(run.stopReason ?? .cancelled, method: .plans)
                }
            }
        } catch is CancellationError {
            return .undecided(stoppedBy: .cancelled, bound: nil)
        }
    }

    private func solve(_ run: SolveRun) throws -> RosterOutcome {
        let emphasis = instance.policy.isLexicographic ? RosterModel.Emphasis.patientsFirst : .sum
        let model = try RosterModel(instance, emphasis: emphasis, checkpoint: run.checkpoint)
        let conflicts = PersonalConflict.all(in: instance, model)
        guard conflicts.isEmpty else {
            return .infeasible(
                Infeasibility(
                    personalConflicts: conflicts, leastViolating: nil, isLeastProven: false,
                    seconds: run.seconds))
        }
        switch run.options.method {
        case .exact: return try solveExactly(run, model, deadline: run.deadline)
        case .plans: return try PlansMethod(run: run, model: model, solver: linearSolver).solve()
        case .search: return try SearchMethod(run: run, model: model).solve()
        case .automatic:
            let cells = model.people.reduce(0) { $0 + $1.dutyCosts.count }
            if cells <= Self.exactCells {
                // The exact method gets its chance; what it finds is kept if it does not finish.
                let outcome = try solveExactly(run, model, deadline: exactDeadline(run))
                if outcome.stopReason == nil || run.stopReason != nil { return outcome }
            }
            return try PlansMethod(run: run, model: model, solver: linearSolver).solve()
        }
    }

    /// Up to this many duties (people × posting options × weeks) the automatic choice begins with the exact method.
    private static let exactCells = 1500
    /// The seconds after which the automatic choice gives the exact method up.
    private static let exactPatience = 30.0

    /// When the automatic choice gives the exact method up; never by the clock where rounds alone limit the solve.
    private func exactDeadline(_ run: SolveRun) -> ContinuousClock.Instant? {
        if run.isLimitedByRoundsAlone { return nil }
        return .now + .seconds(min(Self.exactPatience, (run.options.timeLimit ?? .infinity) / 2))
    }

    private func solveExactly(
        _ run: SolveRun, _ model: RosterModel, deadline: ContinuousClock.Instant?
    ) throws -> RosterOutcome {
        try SearchMethod(run: run, model: model).start()
        return try ExactMethod(run: run, solver: linearSolver, deadline: deadline).solve()
    }
}
