import LinearProgramming

extension ConformanceSuite {
    /// One case for each known problem, and one for its relaxation if it has no integers.
    static let problemCases: [ConformanceCase] =
        problems.map { problem in
            ConformanceCase("solves \(problem.name)", needs: problem.program.neededCapabilities) {
                solver, findings in
                let solution = try solver.withSession(problem.program) { try $0.solveInteger() }
                check(solution, of: problem, &findings)
            }
        }
        + problems.filter { !$0.program.hasIntegerColumns }.map { problem in
            ConformanceCase(
                "relaxes \(problem.name)", needs: problem.program.neededCapabilities.union(.relaxation)
            ) { solver, findings in
                let solution = try solver.withSession(problem.program) { try $0.solveRelaxation() }
                check(solution, of: problem, &findings)
                guard solver.capabilities.contains(.duals), solution.termination.isOptimal else { return }
                checkDuals(solution, of: problem.program, &findings)
                for (row, expected) in (problem.rowDuals ?? []).enumerated() {
                    findings.expectClose(solution.rowDuals?[row], expected, "dual of row \(row)")
                }
            }
        }
        + [
            ConformanceCase(
                "relaxation drops integrality", needs: [.integerColumns, .infiniteBounds, .relaxation]
            ) { solver, findings in
                guard let telfa = problems.first(where: { $0.name == "Telfa" }) else { return }
                let solution = try solver.withSession(telfa.program) { try $0.solveRelaxation() }
                findings.expectClose(solution.objective, -41.25, "relaxation")
            },
            ConformanceCase(
                "duals of random programs", needs: [.continuousColumns, .relaxation, .duals]
            ) { solver, findings in
                for seed in 1...40 {
                    let program = RandomPrograms.boundedLinear(
                        seed: UInt64(seed), rows: 5 + seed, columns: 60 - seed)
                    let solution = try solver.withSession(program) { try $0.solveRelaxation() }
                    findings.expect(
                        solution.termination.isOptimal, "\(program.name): \(solution.termination.reason)")
                    guard solution.termination.isOptimal else { continue }
                    checkDuals(solution, of: program, &findings)
                }
            },
        ]

    /// Notes whatever in a solution disagrees with what is known about the problem.
    static func check(_ solution: LinearSolution, of problem: ConformanceProblem, _ findings: inout Findings)
    {
        let reason = solution.termination.reason
        checkShape(solution, of: problem.program, &findings)
        switch problem.outcome {
        case .optimal(let optimum):
            findings.expect(reason == .optimal, "ended with \(reason) instead of optimal")
            findings.expectClose(solution.objective, optimum, "objective")
            findings.expectClose(solution.bound, optimum, "bound")
            for (column, expected) in (problem.values ?? []).enumerated() {
                findings.expectClose(solution.values?[column], expected, "column \(column)")
            }
        case .infeasible:
            findings.expect(reason == .infeasible, "ended with \(reason) instead of infeasible")
        case .unbounded:
            findings.expect(
                reason == .unbounded || reason == .infeasibleOrUnbounded,
                "ended with \(reason) instead of unbounded")
        }
    }

    /// Notes whatever in a solution contradicts itself or the program.
    static func checkShape(_ solution: LinearSolution, of program: LinearProgram, _ findings: inout Findings)
    {
        findings.expect(
            solution.termination.hasPrimalSolution == (solution.values != nil), "flag and values disagree")
        findings.expect(solution.termination.hasBound == (solution.bound != nil), "flag and bound disagree")
        if let values = solution.values {
            findings.expect(program.isFeasible(values, tolerance: 1e-5), "the values are not feasible")
            if values.count == program.columns.count {
                findings.expectClose(
                    solution.objective, program.objective(of: values), "objective of the values")
            }
        }
        if let objective = solution.objective, let bound = solution.bound {
            findings.expect(
                bound <= objective + 1e-6 * (1 + abs(objective)),
                "bound \(bound) exceeds objective \(objective)")
        }
    }

    /// Notes whatever in the duals of an optimum breaks the convention of `LinearSolution` or strong duality.
    static func checkDuals(_ solution: LinearSolution, of program: LinearProgram, _ findings: inout Findings)
    {
        guard let duals = solution.rowDuals, let reducedCosts = solution.reducedCosts,
            let objective = solution.objective
        else {
            findings.note("duals are missing")
            return
        }
        guard duals.count == program.rows.count, reducedCosts.count == program.columns.count else {
            findings.note("there are \(duals.count) duals and \(reducedCosts.count) reduced costs")
            return
        }
        let tolerance = 1e-6
        var expected = program.columns.map(\.cost)
        for (row, dual) in zip(program.rows, duals) {
            for term in row.terms { expected[term.column.offset] -= dual * term.coefficient }
        }
        for (column, reducedCost) in reducedCosts.enumerated() {
            findings.expectClose(
                reducedCost, expected[column], "\(program.name): reduced cost of column \(column)")
        }
        var dualObjective = program.objectiveConstant
        let bounds = program.rows.map { ($0.lower, $0.upper) } + program.columns.map { ($0.lower, $0.upper) }
        for (price, (lower, upper)) in zip(duals + reducedCosts, bounds) where abs(price) > tolerance {
            let bound = price > 0 ? lower : upper
            findings.expect(
                bound.isFinite, "\(program.name): a price of \(price) belongs to a bound that does not exist")
            dualObjective += price * bound
        }
        findings.expect(
            abs(dualObjective - objective) <= 1e-5 * (1 + abs(objective)),
            "\(program.name): dual objective \(dualObjective) differs from \(objective)")
    }
}
