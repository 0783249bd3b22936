/// What a solver can do; what is not in the set is refused with an error, never ignored.
public struct SolverCapabilities: OptionSet, Hashable, Sendable {
    /// One bit for each capability.
    public let rawValue: UInt64

    /// Makes a set from its bits.
    public init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    /// Columns that may take any value between their bounds.
    public static let continuousColumns = SolverCapabilities(rawValue: 1 << 0)
    /// Columns that must take whole values.
    public static let integerColumns = SolverCapabilities(rawValue: 1 << 1)
    /// Columns with an infinite bound.
    public static let infiniteBounds = SolverCapabilities(rawValue: 1 << 2)
    /// Solving the relaxation, in which integrality is dropped.
    public static let relaxation = SolverCapabilities(rawValue: 1 << 3)
    /// Row duals and reduced costs after a relaxation.
    public static let duals = SolverCapabilities(rawValue: 1 << 4)
    /// Adding and removing columns and changing costs within a session.
    public static let columnChanges = SolverCapabilities(rawValue: 1 << 5)
    /// Adding rows and changing bounds within a session.
    public static let rowChanges = SolverCapabilities(rawValue: 1 << 6)
    /// Starting an integer solve from a given solution.
    public static let startSolution = SolverCapabilities(rawValue: 1 << 7)
    /// ``SolveLimits/deadline``.
    public static let timeLimit = SolverCapabilities(rawValue: 1 << 8)
    /// ``SolveLimits/nodes``.
    public static let nodeLimit = SolverCapabilities(rawValue: 1 << 9)
    /// ``SolveLimits/iterations``.
    public static let iterationLimit = SolverCapabilities(rawValue: 1 << 10)
    /// ``SolveLimits/relativeGap`` and ``SolveLimits/absoluteGap``.
    public static let gapLimit = SolverCapabilities(rawValue: 1 << 11)
    /// Stopping when a ``StopSignal`` is raised.
    public static let interruption = SolverCapabilities(rawValue: 1 << 12)
    /// Reporting ``SolveProgress``.
    public static let progress = SolverCapabilities(rawValue: 1 << 13)

    /// The names of the capabilities in the set, for messages.
    public var names: [String] {
        let all: [(SolverCapabilities, String)] = [
            (.continuousColumns, "continuous columns"), (.integerColumns, "integer columns"),
            (.infiniteBounds, "infinite bounds"), (.relaxation, "relaxation"), (.duals, "duals"),
            (.columnChanges, "column changes"), (.rowChanges, "row changes"),
            (.startSolution, "start solution"),
            (.timeLimit, "time limit"), (.nodeLimit, "node limit"), (.iterationLimit, "iteration limit"),
            (.gapLimit, "gap limit"), (.interruption, "interruption"), (.progress, "progress"),
        ]
        return all.filter { contains($0.0) }.map { $0.1 }
    }
}
