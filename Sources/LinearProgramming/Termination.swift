/// How a solve ended: why it stopped, and, as separate questions, whether there is a solution and a bound.
public struct Termination: Hashable, Sendable {
    /// A limit that ended the search.
    public enum Limit: Hashable, Sendable {
        /// The deadline came.
        case time
        /// The most nodes allowed were processed.
        case nodes
        /// The most simplex iterations allowed were made.
        case iterations
        /// The gap asked for was reached.
        case gap
    }

    /// Why the solver stopped.
    public enum Reason: Hashable, Sendable {
        /// The solution is proven optimal, within the solver's tolerances.
        case optimal
        /// It is proven that no point keeps all rows and bounds.
        case infeasible
        /// There are feasible points of arbitrarily small objective value.
        case unbounded
        /// One of the last two, and the solver does not know which.
        case infeasibleOrUnbounded
        /// A limit of the ``SolveLimits`` was reached.
        case limit(Limit)
        /// The ``StopSignal`` was raised.
        case interrupted
        /// The arithmetic broke down, and the remedies were used up.
        case numericalTrouble
    }

    /// Why the solver stopped.
    public let reason: Reason

    /// Whether the solution carries values that keep all rows, bounds and integrality.
    public let hasPrimalSolution: Bool

    /// Whether the solution carries a proven lower bound on the objective.
    public let hasBound: Bool

    /// What the solver says beyond that, for logs; may be empty.
    public let detail: String

    /// Makes a termination.
    public init(reason: Reason, hasPrimalSolution: Bool, hasBound: Bool, detail: String = "") {
        self.reason = reason
        self.hasPrimalSolution = hasPrimalSolution
        self.hasBound = hasBound
        self.detail = detail
    }

    /// Whether the solution is proven optimal.
    public var isOptimal: Bool { reason == .optimal }

    /// Whether the program is proven to have no feasible point.
    public var isInfeasible: Bool { reason == .infeasible }
}
