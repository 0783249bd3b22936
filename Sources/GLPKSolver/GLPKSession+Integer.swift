import GLPKShim
import LinearProgramming

extension GLPKSession {
    func solveInteger(
        limits: SolveLimits, stop: StopSignal?, start: [Double]?, progress: ((SolveProgress) -> Void)?
    ) throws -> LinearSolution {
        try limits.validate()
        let roundedStart = try start.map { try checked(start: $0) }
        if let empty = emptyIntegerColumn { return Self.infeasible(empty) }
        guard program.hasIntegerColumns else {
            // Nothing to branch on; GLPK's branch and bound would even abort on a program without columns.
            let relaxation = try solveRelaxation(limits: limits, stop: stop)
            return relaxation.improved(by: roundedStart, in: program)
        }
        let observer = SearchObserver(
            program: program, limits: limits, stop: stop, start: roundedStart, progress: progress)
        var result = shim_integer_result()
        let usesPresolve = search.presolve && start == nil
        var code = try run(presolve: usesPresolve, start: roundedStart, limits, observer, &result)
        if code == SHIM_ABORTED.asCode, usesPresolve {
            // GLPK's postsolve aborts when a recovered integer misses a whole number by rounding.
            code = try run(presolve: false, start: nil, limits, observer, &result)
        }
        guard code == SHIM_ESCAPED.asCode || code == SHIM_OK else { throw GLPKFailure.error(code) }
        return solution(of: result, escaped: code == SHIM_ESCAPED.asCode, observer: observer)
    }

    private func run(
        presolve: Bool, start: [Double]?, _ limits: SolveLimits, _ observer: SearchObserver,
        _ result: inout shim_integer_result
    ) throws -> Int32 {
        try load()
        func call(_ start: UnsafePointer<Double>?) -> Int32 {
            var options = shim_integer_options(
                presolve: presolve ? 1 : 0, iteration_limit: limits.iterationsForGLPK, start: start,
                branching: search.branching.rawValue, backtracking: search.nodeSelection.rawValue,
                cuts: search.cuts.rawValue)
            return observer.withCallbacks { shim_solve_integer(handle, &options, &$0, &result) }
        }
        guard let start else { return call(nil) }
        return start.withUnsafeBufferPointer { call($0.baseAddress) }
    }

    /// The start with its integers made exact; throws if it is not feasible, for GLPK would believe it.
    private func checked(start: [Double]) throws -> [Double] {
        guard program.isFeasible(start) else {
            throw SolverError(
                code: .infeasibleStart,
                message:
                    "The start solution with \(start.count) values breaks a row, a bound or integrality of the "
                    + "program with \(program.columns.count) columns. Maybe audit it first.")
        }
        return zip(start, program.columns).map { $1.isInteger ? $0.rounded() : $0 }
    }

    /// Turns what C says about branch and bound, and what the observer kept, into a solution.
    private func solution(of result: shim_integer_result, escaped: Bool, observer: SearchObserver)
        -> LinearSolution
    {
        let incumbent = observer.incumbent
        var reason: Termination.Reason
        var detail = ""
        if let stopReason = observer.reason, escaped || result.is_optimal == 0 {
            reason = stopReason
        } else if result.was_searched == 0 {
            reason = result.root.reason(stoppedBy: observer.reason)
            // Whether an unbounded relaxation has any integer point was not looked into.
            if reason == .unbounded { reason = .infeasibleOrUnbounded }
        } else if result.is_optimal != 0 {
            // The optimum that GLPK claims must have stood the check; an earlier, worse solution will not do.
            let claim = result.objective + 1e-6 * (1 + abs(result.objective))
            reason = (incumbent?.objective ?? .infinity) <= claim ? .optimal : .numericalTrouble
            if reason != .optimal {
                detail = "the optimum that GLPK claims breaks a row by more than the tolerance"
            }
        } else if result.is_infeasible != 0 {
            reason = .infeasible
        } else {
            reason = .numericalTrouble
            detail = "GLPK's branch and bound ended with the code \(result.code)"
        }
        if reason == .infeasible, incumbent != nil {
            reason = .numericalTrouble
            detail = "GLPK found no solution although it was given one"
        }
        var bound: Double?
        if reason == .optimal {
            bound = incumbent?.objective
        } else if result.has_bound != 0, reason.isStop {
            bound = observer.clipped(observer.roundedBound(result.bound))
        }
        return LinearSolution(
            termination: Termination(
                reason: reason, hasPrimalSolution: incumbent != nil, hasBound: bound != nil, detail: detail),
            values: incumbent?.values, objective: incumbent?.objective, bound: bound,
            iterations: Int(result.iterations), nodes: Int(result.nodes))
    }
}

extension LinearSolution {
    /// The solution with its values replaced by a feasible start, if the solve ended early with something
    /// worse.
    fileprivate func improved(by start: [Double]?, in program: LinearProgram) -> LinearSolution {
        guard let start, termination.reason.isStop else { return self }
        let startObjective = program.objective(of: start)
        guard startObjective < objective ?? .infinity else { return self }
        var improved = self
        improved.termination = Termination(
            reason: termination.reason, hasPrimalSolution: true, hasBound: termination.hasBound,
            detail: termination.detail)
        improved.values = start
        improved.objective = startObjective
        return improved
    }
}
