import GLPKShim
import LinearProgramming

/// The one clock and the one memory of a running solve: asked by C whether to stop, told by C what was found.
///
/// Lives on the solving thread only.
final class SearchObserver {
    private let program: LinearProgram
    private let limits: SolveLimits
    private let stop: StopSignal?
    private let progress: ((SolveProgress) -> Void)?
    private let begin = ContinuousClock.now
    private var lastReport: ContinuousClock.Instant
    private let hasWholeObjective: Bool

    /// Why the solve was asked to stop; nil as long as it was not.
    private(set) var reason: Termination.Reason?

    /// The best solution so far.
    private(set) var incumbent: (values: [Double], objective: Double)?

    init(
        program: LinearProgram, limits: SolveLimits, stop: StopSignal?, start: [Double]? = nil,
        progress: ((SolveProgress) -> Void)? = nil
    ) {
        self.program = program
        self.limits = limits
        self.stop = stop
        self.progress = progress
        lastReport = begin
        hasWholeObjective = program.hasWholeObjective
        if let start { incumbent = (start, program.objective(of: start)) }
    }

    /// Whether the solve has to end now because of the clock or the stop signal; remembers why.
    func shouldStop() -> Bool {
        if reason != nil { return true }
        if let stop, stop.isStopped {
            reason = .interrupted
        } else if let deadline = limits.deadline, ContinuousClock.now >= deadline {
            reason = .limit(.time)
        }
        return reason != nil
    }

    /// Takes in what branch and bound has to say and answers whether it has to end.
    func takeReport(_ report: shim_tree_report) -> Bool {
        let isBetter = report.incumbent.map { takeIncumbent($0) } ?? false
        let bound = report.has_bound != 0 ? roundedBound(report.bound) : nil
        let now = ContinuousClock.now
        if let progress, isBetter || now - lastReport >= .milliseconds(200) {
            lastReport = now
            progress(
                SolveProgress(
                    incumbent: incumbent?.objective, values: isBetter ? incumbent?.values : nil,
                    bound: clipped(bound), seconds: (now - begin) / .seconds(1), nodes: Int(report.nodes)))
        }
        guard reason == nil else { return true }
        if let incumbent, let bound, limits.isGapReached(incumbent: incumbent.objective, bound: bound) {
            reason = .limit(.gap)
        } else if let nodes = limits.nodes, report.is_before_node != 0, Int(report.nodes) >= nodes {
            reason = .limit(.nodes)
        } else if let iterations = limits.iterations, Int(report.iterations) >= iterations {
            reason = .limit(.iterations)
        }
        return shouldStop()
    }

    /// The best valid bound that follows from a bound of GLPK.
    ///
    /// If every solution has a whole objective value, the bound may be rounded up to the next; what lies a
    /// hair above a whole number is taken for that number, since GLPK's bounds are only as good as its
    /// tolerances.
    func roundedBound(_ bound: Double) -> Double {
        guard hasWholeObjective else { return bound }
        let tolerance = max(1e-6, 1e-9 * abs(bound))
        return (bound - program.objectiveConstant - tolerance).rounded(.up) + program.objectiveConstant
    }

    /// A bound never exceeds a known solution, but for rounding.
    func clipped(_ bound: Double?) -> Double? {
        guard let bound, let incumbent else { return bound }
        return min(bound, incumbent.objective)
    }

    /// Keeps a solution if it stands the check and is the best so far.
    private func takeIncumbent(_ pointer: UnsafePointer<Double>) -> Bool {
        var values = Array(UnsafeBufferPointer(start: pointer, count: program.columns.count))
        for offset in values.indices where program.columns[offset].isInteger {
            values[offset] = values[offset].rounded()
        }
        guard program.isFeasible(values, tolerance: 1e-5) else { return false }
        let objective = program.objective(of: values)
        if let incumbent, objective >= incumbent.objective { return false }
        incumbent = (values, objective)
        return true
    }

    /// Runs `body` with the C views of the observer, which are valid only meanwhile.
    func withCallbacks<Output>(_ body: (inout shim_observer) throws -> Output) rethrows -> Output {
        try withExtendedLifetime(self) {
            var callbacks = shim_observer(
                watch: shim_watch(
                    context: Unmanaged.passUnretained(self).toOpaque(),
                    should_stop: { context in
                        guard let context else { return 0 }
                        return Unmanaged<SearchObserver>.fromOpaque(context).takeUnretainedValue()
                            .shouldStop() ? 1 : 0
                    }),
                on_report: { context, report in
                    guard let context, let report else { return 0 }
                    let observer = Unmanaged<SearchObserver>.fromOpaque(context).takeUnretainedValue()
                    return observer.takeReport(report.pointee) ? 1 : 0
                })
            return try body(&callbacks)
        }
    }
}
