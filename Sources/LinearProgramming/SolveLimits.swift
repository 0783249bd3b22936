/// When a solver has to stop although the optimum is not proven.
///
/// Every limit that is set must be one that the solver's ``SolverCapabilities`` promise; otherwise the call
/// throws.
public struct SolveLimits: Sendable, Equatable {
    /// Moment at which to stop, whatever has been found; nil for none.
    ///
    /// A moment in the past stops at once.
    public var deadline: ContinuousClock.Instant?

    /// Most branch-and-bound nodes to process; 0 or more, nil for no limit.
    ///
    /// Ignored by definition for a relaxation, which has no nodes.
    public var nodes: Int?

    /// Most simplex iterations in total; 0 or more, nil for no limit.
    public var iterations: Int?

    /// Stop as soon as `incumbent - bound <= relativeGap * |incumbent|`; 0 (prove optimality) or more,
    /// finite.
    public var relativeGap: Double

    /// Stop as soon as `incumbent - bound <= absoluteGap`, in units of the objective; 0 (prove optimality) or
    /// more, finite.
    public var absoluteGap: Double

    /// Makes limits; without arguments there are none.
    public init(
        deadline: ContinuousClock.Instant? = nil, nodes: Int? = nil, iterations: Int? = nil,
        relativeGap: Double = 0,
        absoluteGap: Double = 0
    ) {
        self.deadline = deadline
        self.nodes = nodes
        self.iterations = iterations
        self.relativeGap = relativeGap
        self.absoluteGap = absoluteGap
    }

    /// No limit at all: run until the optimum is proven.
    public static let none = SolveLimits()

    /// Stop at this time from now.
    public static func time(_ duration: Duration) -> SolveLimits {
        SolveLimits(deadline: .now + duration)
    }

    /// Whether the gap between a roster and a bound is small enough to stop.
    ///
    /// False while there is no limit on the gap, so that only a proof ends the search.
    public func isGapReached(incumbent: Double, bound: Double) -> Bool {
        guard relativeGap > 0 || absoluteGap > 0 else { return false }
        let difference = incumbent - bound
        return difference <= absoluteGap || difference <= relativeGap * abs(incumbent)
    }

    /// Throws a ``SolverError`` with code `invalidArgument` if a limit is negative or not a number.
    public func validate() throws {
        if let nodes, nodes < 0 { throw Self.negative("node limit", "\(nodes)") }
        if let iterations, iterations < 0 { throw Self.negative("iteration limit", "\(iterations)") }
        guard relativeGap >= 0, relativeGap.isFinite else {
            throw Self.negative("relative gap", "\(relativeGap)")
        }
        guard absoluteGap >= 0, absoluteGap.isFinite else {
            throw Self.negative("absolute gap", "\(absoluteGap)")
        }
    }

    private static func negative(_ limit: String, _ value: String) -> SolverError {
        SolverError(
            code: .invalidArgument,
            message:
                "The \(limit) of the solve limits is \(value). Maybe use 0 or a positive number, or leave it out."
        )
    }
}
