/// Where a running integer solve stands.
public struct SolveProgress: Sendable, Equatable {
    /// Objective value of the best solution so far, constant included; nil before the first.
    public var incumbent: Double?

    /// Values of that solution, one for each column, given in the report that follows its discovery;
    /// otherwise nil.
    public var values: [Double]?

    /// Best proven lower bound so far; nil before the first.
    public var bound: Double?

    /// Seconds since the call began.
    public var seconds: Double

    /// Branch-and-bound nodes processed so far.
    public var nodes: Int

    /// Makes a report.
    public init(incumbent: Double?, values: [Double]?, bound: Double?, seconds: Double, nodes: Int) {
        self.incumbent = incumbent
        self.values = values
        self.bound = bound
        self.seconds = seconds
        self.nodes = nodes
    }

    /// `(incumbent - bound) / max(|incumbent|, 1e-9)`, at least 0; nil unless there are both.
    public var relativeGap: Double? {
        guard let incumbent, let bound else { return nil }
        return max(0, incumbent - bound) / max(abs(incumbent), 1e-9)
    }
}
