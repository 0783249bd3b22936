extension LinearSolver {
    /// Solves a program once, on the calling thread.
    ///
    /// A program without integer columns is solved as a relaxation, so its solution carries duals if the
    /// solver promises them.
    ///
    /// - Throws: ``SolverError`` if the program has faults or asks for something unsupported.
    public func solve(
        _ program: LinearProgram, limits: SolveLimits = .none, stop: StopSignal? = nil,
        progress: ((SolveProgress) -> Void)? = nil
    ) throws -> LinearSolution {
        try withSession(program) { session in
            if program.hasIntegerColumns || !capabilities.contains(.relaxation) {
                return try session.solveInteger(limits: limits, stop: stop, start: nil, progress: progress)
            }
            return try session.solveRelaxation(limits: limits, stop: stop)
        }
    }

    /// Solves a program once, on a thread of its own.
    ///
    /// Cancelling the task stops the solver within a fraction of a second; the solution then has the reason
    /// `interrupted` and carries what was found until then.
    ///
    /// - Parameters:
    ///   - program: what to solve.
    ///   - limits: when to stop although the optimum is not proven.
    ///   - progress: called on the solver's thread.
    /// - Throws: ``SolverError`` if the program has faults or asks for something unsupported;
    ///   `CancellationError` if the
    ///   task was cancelled before a thread was free.
    public func solve(
        _ program: LinearProgram, limits: SolveLimits = .none,
        progress: (@Sendable (SolveProgress) -> Void)? = nil
    ) async throws -> LinearSolution {
        try await SolverThread.run { stop in
            let solver = self
            return try solver.solve(program, limits: limits, stop: stop, progress: progress)
        }
    }
}
