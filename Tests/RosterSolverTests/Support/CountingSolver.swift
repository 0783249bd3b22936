import GLPKSolver
import LinearProgramming

/// GLPK, noting how many iterations a relaxation took at most, as a multiple of the program's rows and columns.
struct CountingSolver: LinearSolver {
    let name = "counting"
    let capabilities = GLPKBackend().capabilities
    let longest: Guarded<Double>

    func withSession<Result>(
        _ program: LinearProgram, _ body: (any LinearSession) throws -> Result
    ) throws -> Result {
        try GLPKBackend().withSession(program) { session in
            try body(CountingSession(session: session, longest: longest))
        }
    }
}

private final class CountingSession: LinearSession {
    private let session: any LinearSession
    private let longest: Guarded<Double>

    init(session: any LinearSession, longest: Guarded<Double>) {
        self.session = session
        self.longest = longest
    }

    var program: LinearProgram { session.program }

    func addColumns(_ columns: [(LinearProgram.Column, [(row: RowIndex, coefficient: Double)])]) throws
        -> [ColumnIndex]
    { try session.addColumns(columns) }

    func addRows(_ rows: [LinearProgram.Row]) throws -> [RowIndex] { try session.addRows(rows) }

    func setBounds(of column: ColumnIndex, lower: Double, upper: Double) throws {
        try session.setBounds(of: column, lower: lower, upper: upper)
    }

    func setRowBounds(of row: RowIndex, lower: Double, upper: Double) throws {
        try session.setRowBounds(of: row, lower: lower, upper: upper)
    }

    func setCost(of column: ColumnIndex, _ cost: Double) throws { try session.setCost(of: column, cost) }

    func removeColumns(_ columns: [ColumnIndex]) throws { try session.removeColumns(columns) }

    func solveRelaxation(limits: SolveLimits, stop: StopSignal?) throws -> LinearSolution {
        let solution = try session.solveRelaxation(limits: limits, stop: stop)
        let size = Double(session.program.rows.count + session.program.columns.count)
        longest.withLock { $0 = max($0, Double(solution.iterations) / size) }
        return solution
    }

    func solveInteger(
        limits: SolveLimits, stop: StopSignal?, start: [Double]?, progress: ((SolveProgress) -> Void)?
    ) throws -> LinearSolution {
        try session.solveInteger(limits: limits, stop: stop, start: start, progress: progress)
    }
}
