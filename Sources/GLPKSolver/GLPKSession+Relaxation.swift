import GLPKShim
import LinearProgramming

extension GLPKSession {
    func solveRelaxation(limits: SolveLimits, stop: StopSignal?) throws -> LinearSolution {
        try limits.validate()
        if let empty = emptyIntegerColumn { return Self.infeasible(empty) }
        try load()
        let observer = SearchObserver(program: program, limits: limits, stop: stop)
        var result = shim_relaxation_result()
        let options = shim_relaxation_options(
            primal_first: isBasisPrimalFeasible ? 1 : 0, iteration_limit: limits.iterationsForGLPK,
            milliseconds: limits.millisecondsForGLPK)
        let code = observer.withCallbacks { callbacks in
            withUnsafePointer(to: options) { shim_solve_relaxation(handle, $0, &callbacks.watch, &result) }
        }
        guard code != SHIM_ESCAPED.asCode else {
            return LinearSolution(
                termination: Termination(
                    reason: observer.reason ?? .interrupted, hasPrimalSolution: false, hasBound: false))
        }
        try GLPKFailure.check(code)
        try saveBasis()
        isBasisPrimalFeasible = result.is_primal_feasible != 0
        return try solution(of: result, stoppedBy: observer.reason)
    }

    /// Turns what C says about a relaxation into a solution.
    private func solution(
        of result: shim_relaxation_result, stoppedBy stopReason: Termination.Reason?
    ) throws -> LinearSolution {
        let reason = result.reason(stoppedBy: stopReason)
        let isOptimal = reason == .optimal
        let hasValues = isOptimal || (reason.isStop && result.is_primal_feasible != 0)
        let hasBound = isOptimal || (reason.isStop && result.is_dual_feasible != 0)
        var solution = LinearSolution(
            termination: Termination(
                reason: reason, hasPrimalSolution: false, hasBound: hasBound,
                detail: result.remedies > 0 ? "\(result.remedies) remedies against numerical trouble" : ""),
            bound: hasBound ? result.objective : nil, iterations: Int(result.iterations))
        guard hasValues else { return solution }
        var values = [Double](repeating: 0, count: program.columns.count)
        var reducedCosts = values
        var rowDuals = [Double](repeating: 0, count: program.rows.count)
        try GLPKFailure.check(shim_read_relaxation(handle, &values, &rowDuals, &reducedCosts))
        solution.termination = Termination(
            reason: reason, hasPrimalSolution: true, hasBound: hasBound, detail: solution.termination.detail)
        solution.objective = program.objective(of: values)
        solution.values = values
        if isOptimal {
            solution.bound = solution.objective
            solution.rowDuals = rowDuals
            solution.reducedCosts = reducedCosts
        }
        return solution
    }

    /// The first integer column whose bounds leave no whole number; nil if there is none.
    ///
    /// Linear in the number of columns.
    var emptyIntegerColumn: ColumnIndex? {
        program.columns.firstIndex { $0.isInteger && IntegerRange(of: $0).isEmpty }.map { ColumnIndex($0) }
    }

    static func infeasible(_ column: ColumnIndex) -> LinearSolution {
        LinearSolution(
            termination: Termination(
                reason: .infeasible, hasPrimalSolution: false, hasBound: false,
                detail: "no whole number lies between the bounds of column \(column.offset)"))
    }
}

extension shim_relaxation_result {
    /// Why the relaxation ended; `stopReason` is what the observer noted when it asked for the end.
    func reason(stoppedBy stopReason: Termination.Reason?) -> Termination.Reason {
        switch outcome {
        case SHIM_RELAXATION_OPTIMAL: .optimal
        case SHIM_RELAXATION_INFEASIBLE: .infeasible
        case SHIM_RELAXATION_UNBOUNDED: .unbounded
        case SHIM_RELAXATION_UNKNOWN: .infeasibleOrUnbounded
        case SHIM_RELAXATION_ITERATIONS: .limit(.iterations)
        case SHIM_RELAXATION_STOPPED: stopReason ?? .interrupted
        default: .numericalTrouble
        }
    }
}

extension Termination.Reason {
    /// Whether the solve ended before its natural end.
    var isStop: Bool {
        switch self {
        case .limit, .interrupted: true
        default: false
        }
    }
}

extension SolveLimits {
    /// The iteration limit in C's terms: negative for none.
    var iterationsForGLPK: Int32 { iterations.map { Int32(clamping: $0) } ?? -1 }

    /// The time left in C's terms: negative for no limit.
    var millisecondsForGLPK: Int32 {
        guard let deadline else { return -1 }
        let left = (deadline - ContinuousClock.now) / .milliseconds(1)
        return left < 1 ? 1 : Int32(clamping: Int(min(left, 1e9)))
    }
}
