import LinearProgramming

/// A solver that tries every point of a tiny pure-integer program: slow, but too simple to be wrong.
///
/// For comparing real solvers with. Among equal optima it returns the one that comes first in lexicographic
/// order. A point is feasible if it misses no row by more than 1e-9.
public struct ExhaustiveOracle: LinearSolver {
    /// Most points of a program that are accepted.
    public static let largestPointCount = 4_000_000.0

    /// Makes an oracle.
    public init() {}

    /// The name of the oracle in messages.
    public var name: String { "exhaustive oracle" }

    /// Integer columns with finite bounds, and interruption.
    public var capabilities: SolverCapabilities { [.integerColumns, .interruption] }

    /// Hands `body` a session on a pure-integer program.
    ///
    /// Throws `unsupported` if a column is continuous or unbounded or if there are too many points.
    public func withSession<Result>(
        _ program: LinearProgram, _ body: (any LinearSession) throws -> Result
    ) throws -> Result {
        let faults = program.faults()
        guard faults.isEmpty else { throw SolverError(faults: faults) }
        try capabilities.require(program.neededCapabilities, solver: name)
        let points = program.columns.reduce(1.0) {
            $0 * max(0, $1.upper.rounded(.down) - $1.lower.rounded(.up) + 1)
        }
        guard points <= Self.largestPointCount else {
            throw SolverError(
                code: .unsupported,
                message:
                    "The program has \(points) points; the \(name) takes at most \(Self.largestPointCount). "
                    + "Maybe use a real solver.")
        }
        return try body(OracleSession(program, oracle: self))
    }
}

/// A program that is enumerated as often as asked; it cannot be changed.
private final class OracleSession: LinearSession {
    let program: LinearProgram
    private let oracle: ExhaustiveOracle

    init(_ program: LinearProgram, oracle: ExhaustiveOracle) {
        self.program = program
        self.oracle = oracle
    }

    func solveInteger(
        limits: SolveLimits, stop: StopSignal?, start: [Double]?, progress: ((SolveProgress) -> Void)?
    ) throws -> LinearSolution {
        try limits.validate()
        var needed = limits.neededCapabilities
        if start != nil { needed.insert(.startSolution) }
        if progress != nil { needed.insert(.progress) }
        try oracle.capabilities.require(needed, solver: oracle.name)
        var enumeration = Enumeration(program, stop: stop)
        enumeration.run()
        let best = enumeration.best
        let reason: Termination.Reason =
            enumeration.isStopped ? .interrupted : best == nil ? .infeasible : .optimal
        let bound = reason == .optimal ? best?.objective : nil
        return LinearSolution(
            termination: Termination(reason: reason, hasPrimalSolution: best != nil, hasBound: bound != nil),
            values: best?.values, objective: best?.objective, bound: bound)
    }

    func solveRelaxation(limits: SolveLimits, stop: StopSignal?) throws -> LinearSolution {
        throw unsupported(.relaxation)
    }

    func addColumns(_ columns: [(LinearProgram.Column, [(row: RowIndex, coefficient: Double)])]) throws
        -> [ColumnIndex]
    { throw unsupported(.columnChanges) }

    func addRows(_ rows: [LinearProgram.Row]) throws -> [RowIndex] { throw unsupported(.rowChanges) }

    func setBounds(of column: ColumnIndex, lower: Double, upper: Double) throws {
        throw unsupported(.rowChanges)
    }

    func setRowBounds(of row: RowIndex, lower: Double, upper: Double) throws {
        throw unsupported(.rowChanges)
    }

    func setCost(of column: ColumnIndex, _ cost: Double) throws { throw unsupported(.columnChanges) }

    func removeColumns(_ columns: [ColumnIndex]) throws { throw unsupported(.columnChanges) }

    private func unsupported(_ capability: SolverCapabilities) -> any Error {
        do {
            try oracle.capabilities.require(capability, solver: oracle.name)
        } catch {
            return error
        }
        return SolverError(
            code: .unsupported, message: "The \(oracle.name) cannot do this. Maybe use a real solver.")
    }
}

/// One walk through all points, a column after the other, with the row sums kept up to date on the way.
private struct Enumeration {
    private let program: LinearProgram
    private let entries: [[(row: RowIndex, coefficient: Double)]]
    private let stop: StopSignal?
    private var values: [Double]
    private var sums: [Double]

    private(set) var best: (values: [Double], objective: Double)?
    private(set) var isStopped = false

    init(_ program: LinearProgram, stop: StopSignal?) {
        self.program = program
        self.stop = stop
        entries = program.entriesByColumn()
        values = [Double](repeating: 0, count: program.columns.count)
        sums = [Double](repeating: 0, count: program.rows.count)
    }

    mutating func run() {
        isStopped = stop?.isStopped ?? false
        if !isStopped { visit(0) }
    }

    private mutating func visit(_ offset: Int) {
        guard offset < values.count else {
            take()
            return
        }
        let column = program.columns[offset]
        let before = sums
        var value = column.lower.rounded(.up)
        while value <= column.upper, !isStopped {
            values[offset] = value
            sums = before
            for entry in entries[offset] { sums[entry.row.offset] += entry.coefficient * value }
            visit(offset + 1)
            value += 1
            if let stop, stop.isStopped { isStopped = true }
        }
        sums = before
    }

    private mutating func take() {
        let tolerance = 1e-9
        for (sum, row) in zip(sums, program.rows)
        where sum < row.lower - tolerance || sum > row.upper + tolerance { return }
        let objective = program.objective(of: values)
        if let best, objective >= best.objective { return }
        best = (values, objective)
    }
}
