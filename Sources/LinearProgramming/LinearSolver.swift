/// A solver of linear or integer programs.
///
/// A solver is a value without state; all state lies in its sessions, so one solver may be used by many
/// threads at once.
public protocol LinearSolver: Sendable {
    /// What the solver is called in messages, for instance `GLPK 5.0`.
    var name: String { get }

    /// What the solver can do. Anything else that is asked of it throws ``SolverError`` with code
    /// `unsupported`.
    var capabilities: SolverCapabilities { get }

    /// Loads a program and hands `body` a session on it.
    ///
    /// The whole life of the session lies inside `body`, synchronously, on the calling thread: the session
    /// must not escape, and neither it nor `body` may be suspended. The call may take long, so it should be
    /// made on a ``SolverThread`` rather than on the cooperative pool. Several sessions may be open on one
    /// thread, one inside the other.
    ///
    /// - Throws: ``SolverError`` if the program has faults (`invalidProgram`) or needs something the solver
    ///   lacks
    ///   (`unsupported`), and whatever `body` throws.
    func withSession<Result>(_ program: LinearProgram, _ body: (any LinearSession) throws -> Result) throws
        -> Result
}
