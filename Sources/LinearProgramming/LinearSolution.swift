/// What a solver found.
///
/// Signs of duals: the program is minimised, and the reduced cost of column `j` is `d[j] = cost[j] - sum over
/// rows i of y[i] * a[i][j]`, with `y` the ``rowDuals``. At an optimum, `y[i] >= 0` if row `i` rests on its
/// lower bound, `y[i] <= 0` on its upper, 0 between; the same holds for `d[j]` and the bounds of column `j`.
public struct LinearSolution: Sendable, Equatable {
    /// Why the solver stopped and which of the values below exist.
    public var termination: Termination

    /// One value for each column, feasible within 1e-6; nil if no feasible point was found.
    public var values: [Double]?

    /// The objective value of ``values``, constant included; nil without values.
    public var objective: Double?

    /// A proven lower bound on the optimum, constant included; nil if nothing is proven.
    public var bound: Double?

    /// One dual value for each row, only after a relaxation solved to optimality by a solver that promises
    /// duals.
    public var rowDuals: [Double]?

    /// One reduced cost for each column, whenever there are ``rowDuals``.
    public var reducedCosts: [Double]?

    /// Simplex iterations made by this call.
    public var iterations: Int

    /// Branch-and-bound nodes processed by this call.
    public var nodes: Int

    /// Makes a solution.
    ///
    /// The flags of `termination` must agree with `values` and `bound`.
    public init(
        termination: Termination, values: [Double]? = nil, objective: Double? = nil, bound: Double? = nil,
        rowDuals: [Double]? = nil, reducedCosts: [Double]? = nil, iterations: Int = 0, nodes: Int = 0
    ) {
        precondition(
            termination.hasPrimalSolution == (values != nil) && (values != nil) == (objective != nil))
        precondition(termination.hasBound == (bound != nil))
        self.termination = termination
        self.values = values
        self.objective = objective
        self.bound = bound
        self.rowDuals = rowDuals
        self.reducedCosts = reducedCosts
        self.iterations = iterations
        self.nodes = nodes
    }

    /// `(objective - bound) / max(|objective|, 1e-9)`, at least 0; nil unless there are both.
    public var relativeGap: Double? {
        guard let objective, let bound else { return nil }
        return max(0, objective - bound) / max(abs(objective), 1e-9)
    }
}
