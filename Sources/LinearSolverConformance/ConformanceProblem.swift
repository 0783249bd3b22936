import LinearProgramming

/// A program together with what is known about its solution.
public struct ConformanceProblem: Sendable {
    /// What a solve must end with.
    public enum Outcome: Sendable, Equatable {
        /// A proven optimum of this objective value.
        case optimal(Double)
        /// A proof that there is no feasible point.
        case infeasible
        /// A proof that the objective has no lower bound; from branch and bound `infeasibleOrUnbounded` is
        /// accepted too.
        case unbounded
    }

    /// What the problem is called.
    public let name: String

    /// Where the problem and its optimum were published, or what it is there for.
    public let source: String

    /// The program.
    public let program: LinearProgram

    /// What a solve must end with.
    public let outcome: Outcome

    /// The optimal values, if there is only one optimum; one for each column.
    public let values: [Double]?

    /// The optimal row duals, if they are unique; one for each row, in the convention of `LinearSolution`.
    public let rowDuals: [Double]?

    /// Makes a problem.
    public init(
        name: String, source: String, program: LinearProgram, outcome: Outcome, values: [Double]? = nil,
        rowDuals: [Double]? = nil
    ) {
        self.name = name
        self.source = source
        self.program = program
        self.outcome = outcome
        self.values = values
        self.rowDuals = rowDuals
    }
}

extension LinearProgram {
    /// Makes a program out of dense data, for problems written down by hand.
    ///
    /// - Parameters:
    ///   - costs: one for each column; negated if the source maximises.
    ///   - rows: lower bound, one coefficient for each column, upper bound.
    ///   - columnBounds: lower and upper, one pair for each column; nil for 0 and infinity throughout.
    ///   - integers: whether all columns are integers.
    init(
        dense name: String, costs: [Double], rows: [(Double, [Double], Double)],
        columnBounds: [(Double, Double)]? = nil,
        integers: Bool = false
    ) {
        self.init(name: name)
        for (position, cost) in costs.enumerated() {
            let (lower, upper) = columnBounds?[position] ?? (0, .infinity)
            addColumn(lower: lower, upper: upper, isInteger: integers, cost: cost)
        }
        for (lower, coefficients, upper) in rows {
            let terms = coefficients.enumerated().filter { $0.element != 0 }.map {
                Term(ColumnIndex($0.offset), $0.element)
            }
            addRow(lower: lower, upper: upper, terms: terms)
        }
    }

    /// A transportation or assignment problem: ship from supplies (at most) to demands (at least) at least
    /// cost.
    ///
    /// Column `s * demands.count + d` is the amount from supply `s` to demand `d`.
    init(
        transportation name: String, supplies: [Double], demands: [Double], costs: [[Double]],
        integers: Bool = false
    ) {
        self.init(name: name)
        for supplyCosts in costs {
            for cost in supplyCosts { addColumn(isInteger: integers, cost: cost) }
        }
        for (source, supply) in supplies.enumerated() {
            addRow(
                upper: supply,
                terms: demands.indices.map { Term(ColumnIndex(source * demands.count + $0), 1) })
        }
        for (target, demand) in demands.enumerated() {
            addRow(
                lower: demand,
                terms: supplies.indices.map { Term(ColumnIndex($0 * demands.count + target), 1) })
        }
    }
}
