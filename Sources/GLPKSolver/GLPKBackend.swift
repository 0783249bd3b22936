import GLPKShim
import LinearProgramming

/// The linear and integer solver of GLPK.
///
/// Relaxations go through the simplex method, integer programs through branch and bound with cuts. A value
/// without state: use one from as many threads as you like. Licensed like GLPK itself, under the GPL, version
/// 3 or later.
///
/// How it behaves beyond `LinearSolver`:
/// * Fractional bounds of integer columns are rounded inwards before GLPK sees them, in relaxations too.
/// * If the relaxation of an integer program is unbounded, or presolve says so, the reason is
///   `infeasibleOrUnbounded`.
/// * A request to stop is honoured between nodes and between chunks of the simplex method; where GLPK does not get
///   there within some 60 ms, it is left by force, and the session quietly builds its problem anew before the next
///   solve. GLPK's presolver and its scaling of badly scaled programs know no interruption and may take longer.
/// * The same calls give the same bits, unless a deadline or a stop signal intervenes.
public struct GLPKBackend: LinearSolver {
    /// How branch and bound goes about its work.
    public var search: GLPKSearch

    /// Makes a solver.
    public init(search: GLPKSearch = GLPKSearch()) {
        self.search = search
    }

    /// `GLPK` and the version of the linked library.
    public var name: String { "GLPK " + String(cString: shim_version()) }

    /// Everything but nothing more: all capabilities known at present.
    public var capabilities: SolverCapabilities {
        [
            .continuousColumns, .integerColumns, .infiniteBounds, .relaxation, .duals, .columnChanges,
            .rowChanges,
            .startSolution, .timeLimit, .nodeLimit, .iterationLimit, .gapLimit, .interruption, .progress,
        ]
    }

    /// Loads a program into GLPK and hands `body` a session on it; see `LinearSolver`.
    ///
    /// Several sessions may be open on one thread. None may be used inside the progress closure of another:
    /// that throws `notAllowedNow`.
    public func withSession<Result>(
        _ program: LinearProgram, _ body: (any LinearSession) throws -> Result
    ) throws -> Result {
        let faults = program.faults()
        guard faults.isEmpty else { throw SolverError(faults: faults) }
        let session = GLPKSession(program, search: search)
        // The environment belongs to this thread, so it is given back here and not whenever the last
        // reference goes.
        defer { session.close() }
        try session.load()
        return try body(session)
    }
}
