/// How a solve ended, for a report; a plain value, so that reports need no solver.
public struct SolveSummary: Hashable, Sendable {
    /// How a solve ended.
    public enum Outcome: String, Sendable {
        /// The roster is proven to be best.
        case optimal
        /// A roster was found before something stopped the solver.
        case feasible
        /// Proven: no roster keeps every hard rule.
        case infeasible
        /// Something stopped the solver before it found a roster or proved that there is none.
        case undecided
    }

    /// Why a solver stopped before it had proven its result.
    public enum StopReason: String, Sendable {
        /// The time limit.
        case timeLimit
        /// The iteration or node limit.
        case iterationLimit
        /// The gap asked for was reached.
        case gapReached
        /// The user or the system interrupted it.
        case cancelled
        /// The method at hand cannot prove more.
        case methodExhausted
    }

    /// How the solve ended.
    public var outcome: Outcome
    /// What stopped it, or nil where it finished.
    public var stopReason: StopReason?
    /// No roster that keeps every hard rule costs less, in points; nil if unknown.
    public var bound: Double?
    /// (objective - bound) / |objective|, 0 to 1; nil without a roster.
    public var gap: Double?
    /// Seconds from the start of the solve until it ended.
    public var seconds: Double
    /// The method's name, such as `exact`, or nil if none is to be named.
    public var method: String?

    /// Describes how a solve ended.
    public init(
        outcome: Outcome, stopReason: StopReason? = nil, bound: Double? = nil, gap: Double? = nil,
        seconds: Double, method: String? = nil
    ) {
        self.outcome = outcome
        self.stopReason = stopReason
        self.bound = bound
        self.gap = gap
        self.seconds = seconds
        self.method = method
    }
}
