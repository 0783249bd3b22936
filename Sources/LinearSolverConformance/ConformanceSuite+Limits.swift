import LinearProgramming

extension ConformanceSuite {
    /// Hard enough that no solver proves its optimum before a limit strikes.
    private static let hard = RandomPrograms.marketSplit(seed: 1, rows: 5, columns: 40)

    private static let mixed: SolverCapabilities = [.continuousColumns, .integerColumns, .infiniteBounds]

    /// Limits, stop signals, starts and progress.
    static let limitCases: [ConformanceCase] = [
        ConformanceCase("deadline in the past", needs: mixed.union([.timeLimit, .relaxation])) {
            solver, findings in
            let limits = SolveLimits(deadline: .now - .seconds(1))
            let linear = RandomPrograms.boundedLinear(seed: 3, rows: 30, columns: 60)
            for program in [hard, linear] {
                let solution = try solver.solve(program, limits: limits)
                findings.expect(
                    solution.termination.reason == .limit(.time),
                    "\(program.name): \(solution.termination.reason)")
                checkShape(solution, of: program, &findings)
            }
        },
        ConformanceCase("deadline within branch and bound", needs: mixed.union(.timeLimit)) {
            solver, findings in
            let solution = try solver.solve(hard, limits: .time(.milliseconds(300)))
            findings.expect(solution.termination.reason == .limit(.time), "\(solution.termination.reason)")
            checkShape(solution, of: hard, &findings)
        },
        ConformanceCase("node limit", needs: mixed.union(.nodeLimit)) { solver, findings in
            for nodes in [0, 1, 7] {
                let solution = try solver.solve(hard, limits: SolveLimits(nodes: nodes))
                findings.expect(
                    solution.termination.reason == .limit(.nodes),
                    "\(nodes) nodes: \(solution.termination.reason)")
                findings.expect(solution.nodes <= nodes, "\(solution.nodes) nodes instead of \(nodes)")
                checkShape(solution, of: hard, &findings)
            }
        },
        ConformanceCase(
            "iteration limit", needs: [.continuousColumns, .relaxation, .iterationLimit]
        ) { solver, findings in
            let program = RandomPrograms.boundedLinear(seed: 4, rows: 40, columns: 80)
            let free = try solver.solve(program)
            try solver.withSession(program) { session in
                for iterations in [0, 3] {
                    let solution = try session.solveRelaxation(limits: SolveLimits(iterations: iterations))
                    findings.expect(
                        solution.termination.reason == .limit(.iterations),
                        "\(iterations) iterations: \(solution.termination.reason)")
                    findings.expect(solution.iterations <= iterations, "\(solution.iterations) iterations")
                }
                findings.expectClose(
                    try session.solveRelaxation().objective, free.objective ?? .nan,
                    "objective after going on")
            }
        },
        ConformanceCase("gap limits", needs: mixed.union(.gapLimit)) { solver, findings in
            for limits in [SolveLimits(relativeGap: 1), SolveLimits(absoluteGap: 1e6)] {
                let solution = try solver.solve(hard, limits: limits)
                findings.expect(solution.termination.reason == .limit(.gap), "\(solution.termination.reason)")
                findings.expect(
                    solution.values != nil && solution.bound != nil, "solution or bound is missing")
                checkShape(solution, of: hard, &findings)
            }
        },
        ConformanceCase("stop signal raised before", needs: [.integerColumns, .interruption]) {
            solver, findings in
            let stop = StopSignal()
            stop.stop()
            let program = RandomPrograms.tinyInteger(seed: 5)
            let solution = try solver.withSession(program) { try $0.solveInteger(stop: stop) }
            findings.expect(solution.termination.reason == .interrupted, "\(solution.termination.reason)")
            checkShape(solution, of: program, &findings)
        },
        ConformanceCase(
            "stop signal raised by progress", needs: mixed.union([.interruption, .progress])
        ) { solver, findings in
            let stop = StopSignal()
            var seen: [Double] = []
            let solution = try solver.solve(hard, stop: stop) { progress in
                if let incumbent = progress.incumbent { seen.append(incumbent) }
                if let values = progress.values, hard.isFeasible(values, tolerance: 1e-5) { stop.stop() }
            }
            findings.expect(solution.termination.reason == .interrupted, "\(solution.termination.reason)")
            findings.expect(solution.values != nil, "what was found is not returned")
            findings.expect(seen == seen.sorted(by: >), "incumbents got worse: \(seen)")
            checkShape(solution, of: hard, &findings)
        },
        ConformanceCase("start solution", needs: mixed.union([.startSolution, .nodeLimit])) {
            solver, findings in
            // Nobody buys anything: every row deviates by its whole half.
            var start = [Double](repeating: 0, count: hard.columns.count)
            for row in hard.rows {
                guard let under = row.terms.last else { continue }
                start[under.column.offset] = row.lower
            }
            let solution = try solver.withSession(hard) {
                try $0.solveInteger(limits: SolveLimits(nodes: 0), stop: nil, start: start, progress: nil)
            }
            findings.expect(
                (solution.objective ?? .infinity) <= hard.objective(of: start),
                "worse than the start solution")
            checkShape(solution, of: hard, &findings)
            try solver.withSession(hard) { session in
                for bad in [start.map { $0 + 0.5 }, Array(start.dropLast()), start.map { _ in Double.nan }] {
                    findings.expectError(.infeasibleStart, "an infeasible start") {
                        _ = try session.solveInteger(limits: .none, stop: nil, start: bad, progress: nil)
                    }
                }
            }
        },
        ConformanceCase("optimal start", needs: [.integerColumns, .startSolution]) { solver, findings in
            for problem in problems
            where solver.capabilities.isSuperset(of: problem.program.neededCapabilities) {
                guard problem.program.hasIntegerColumns, let values = problem.values else { continue }
                let solution = try solver.withSession(problem.program) {
                    try $0.solveInteger(limits: .none, stop: nil, start: values, progress: nil)
                }
                check(solution, of: problem, &findings)
            }
        },
    ]
}
