import LinearProgramming

/// All conformance cases, and a way to run them.
///
/// A new backend is done when ``failures(of:)`` is empty for it:
/// ```swift
/// #expect(ConformanceSuite.failures(of: MyBackend()).isEmpty)
/// ```
public enum ConformanceSuite {
    /// Every case, in a fixed order.
    public static let cases: [ConformanceCase] =
        problemCases + changeCases + limitCases + refusalCases + repetitionCases

    /// The cases that say anything about a solver with these capabilities.
    public static func cases(for capabilities: SolverCapabilities) -> [ConformanceCase] {
        cases.filter { $0.applies(to: capabilities) }
    }

    /// Runs all cases that apply to a solver, one after the other, and returns what went wrong.
    ///
    /// Takes some seconds. Nothing is printed.
    public static func failures(of solver: any LinearSolver) -> [ConformanceFailure] {
        cases(for: solver.capabilities).flatMap { $0.failures(of: solver) }
    }

    /// All problems with known solutions.
    static let problems = ConformanceProblem.published + ConformanceProblem.corners
}
