/// A program loaded into a solver, to be changed and solved again and again from where the last solve ended.
///
/// Belongs to the thread on which it was opened and ends with the closure that received it. Every change is
/// checked first: a call that throws has changed nothing. Changes that the solver's ``SolverCapabilities``
/// exclude throw `unsupported`.
public protocol LinearSession: AnyObject {
    /// The program as it stands now, with every change made so far.
    var program: LinearProgram { get }

    /// Adds columns with their entries in existing rows and returns their indices, which follow the existing
    /// ones.
    ///
    /// Linear in the number of entries. Throws `invalidProgram` if a number is not finite, bounds are
    /// swapped, a row does not exist or is named twice for one column.
    @discardableResult
    func addColumns(_ columns: [(LinearProgram.Column, [(row: RowIndex, coefficient: Double)])]) throws
        -> [ColumnIndex]

    /// Adds rows over existing columns and returns their indices, which follow the existing ones.
    ///
    /// Linear in the number of terms, plus the number of columns. Throws `invalidProgram` if the rows have
    /// faults.
    @discardableResult
    func addRows(_ rows: [LinearProgram.Row]) throws -> [RowIndex]

    /// Replaces the bounds of a column, in constant time. Throws `invalidArgument` if the column does not
    /// exist or the bounds are swapped or NaN.
    func setBounds(of column: ColumnIndex, lower: Double, upper: Double) throws

    /// Replaces the bounds of a row, in constant time. Throws `invalidArgument` if the row does not exist or
    /// the bounds are swapped or NaN.
    func setRowBounds(of row: RowIndex, lower: Double, upper: Double) throws

    /// Replaces the cost of a column, in constant time. Throws `invalidArgument` if the column does not exist
    /// or the cost is not finite.
    func setCost(of column: ColumnIndex, _ cost: Double) throws

    /// Removes columns; those behind them move down, keeping their order. Throws `invalidArgument` if one
    /// does not exist.
    ///
    /// Linear in the size of the program, so remove many at once. A column named twice is removed once.
    func removeColumns(_ columns: [ColumnIndex]) throws

    /// Solves the relaxation, in which integrality is dropped, starting from the last basis.
    ///
    /// An optimal solution carries ``LinearSolution/rowDuals`` and ``LinearSolution/reducedCosts`` if the
    /// solver promises duals. Its bound is a bound of the relaxation and hence of the integer program.
    ///
    /// - Throws: ``SolverError`` if a limit is negative or unsupported.
    func solveRelaxation(limits: SolveLimits, stop: StopSignal?) throws -> LinearSolution

    /// Solves the program with its integrality.
    ///
    /// - Parameters:
    ///   - limits: when to stop although the optimum is not proven.
    ///   - stop: a signal by which another thread may end the solve, or nil.
    ///   - start: a solution to start from, one value for each column, or nil. It is checked: one that is not
    ///     feasible throws `infeasibleStart`. The result is never worse than it.
    ///   - progress: called on the calling thread now and then, always after a better solution was found. It must
    ///     not call the solver.
    /// - Throws: ``SolverError`` if a limit is negative or unsupported or the start is not feasible.
    func solveInteger(
        limits: SolveLimits, stop: StopSignal?, start: [Double]?, progress: ((SolveProgress) -> Void)?
    ) throws -> LinearSolution
}

extension LinearSession {
    /// Solves the relaxation from the last basis, without a stop signal.
    public func solveRelaxation(limits: SolveLimits = .none) throws -> LinearSolution {
        try solveRelaxation(limits: limits, stop: nil)
    }

    /// Solves the program with its integrality, from nothing and without reports.
    public func solveInteger(limits: SolveLimits = .none, stop: StopSignal? = nil) throws -> LinearSolution {
        try solveInteger(limits: limits, stop: stop, start: nil, progress: nil)
    }
}
