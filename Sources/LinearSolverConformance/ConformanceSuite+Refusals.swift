import LinearProgramming

extension ConformanceSuite {
    /// What must be refused: faulty programs, senseless limits, and every option that the solver lacks.
    static let refusalCases: [ConformanceCase] =
        [
            ConformanceCase("faulty programs are refused, with all faults") { solver, findings in
                var program = LinearProgram()
                let x = program.addColumn(lower: 2, upper: 1, isInteger: true)
                let y = program.addColumn(lower: 0, upper: 1, isInteger: true, cost: .nan)
                program.addRow(
                    upper: .nan, terms: [.init(x, 1), .init(x, 2), .init(ColumnIndex(9), 1), .init(y, .nan)])
                do {
                    _ = try solver.withSession(program) { try $0.solveInteger() }
                    findings.note("the program was accepted")
                } catch let error as SolverError {
                    findings.expect(error.code == .invalidProgram, "refused with \(error.code.rawValue)")
                    findings.expect(error.faults == program.faults(), "faults are \(error.faults)")
                }
            },
            ConformanceCase("senseless limits are refused", needs: [.integerColumns]) { solver, findings in
                let all: [(SolverCapabilities, SolveLimits)] = [
                    (.nodeLimit, SolveLimits(nodes: -1)), (.iterationLimit, SolveLimits(iterations: -1)),
                    (.gapLimit, SolveLimits(relativeGap: -0.1)), (.gapLimit, SolveLimits(relativeGap: .nan)),
                    (.gapLimit, SolveLimits(absoluteGap: .infinity)),
                ]
                for (capability, limits) in all where solver.capabilities.contains(capability) {
                    findings.expectError(.invalidArgument, "\(limits)") {
                        _ = try solver.withSession(integer) { try $0.solveInteger(limits: limits) }
                    }
                }
            },
            refusal(of: .integerColumns) { solver in _ = try solver.solve(integer) },
            refusal(of: .continuousColumns) { solver in
                _ = try solver.solve(RandomPrograms.boundedLinear(seed: 1, rows: 2, columns: 3))
            },
            refusal(of: .infiniteBounds) { solver in
                var program = LinearProgram()
                program.addColumn(isInteger: true, cost: 1)
                _ = try solver.solve(program)
            },
            refusal(of: .relaxation) { solver in
                _ = try solver.withSession(integer) { try $0.solveRelaxation() }
            },
            refusal(of: .columnChanges) { solver in
                _ = try solver.withSession(integer) {
                    try $0.addColumns([(LinearProgram.Column(upper: 1), [])])
                }
            },
            refusal(of: .columnChanges) { solver in
                _ = try solver.withSession(integer) { try $0.setCost(of: ColumnIndex(0), 1) }
            },
            refusal(of: .columnChanges) { solver in
                _ = try solver.withSession(integer) { try $0.removeColumns([ColumnIndex(0)]) }
            },
            refusal(of: .rowChanges) { solver in
                _ = try solver.withSession(integer) { try $0.addRows([LinearProgram.Row(terms: [])]) }
            },
            refusal(of: .rowChanges) { solver in
                _ = try solver.withSession(integer) {
                    try $0.setBounds(of: ColumnIndex(0), lower: 0, upper: 1)
                }
            },
            refusal(of: .startSolution) { solver in
                _ = try solver.withSession(integer) {
                    let start = integer.columns.map(\.lower)
                    return try $0.solveInteger(limits: .none, stop: nil, start: start, progress: nil)
                }
            },
            refusal(of: .interruption) { solver in _ = try solver.solve(integer, stop: StopSignal()) },
            refusal(of: .progress) { solver in _ = try solver.solve(integer, progress: { _ in }) },
            refusal(of: .timeLimit) { solver in _ = try solver.solve(integer, limits: .time(.seconds(9))) },
            refusal(of: .nodeLimit) { solver in _ = try solver.solve(integer, limits: SolveLimits(nodes: 9))
            },
            refusal(of: .iterationLimit) { solver in
                _ = try solver.solve(integer, limits: SolveLimits(iterations: 9))
            },
            refusal(of: .gapLimit) { solver in
                _ = try solver.solve(integer, limits: SolveLimits(absoluteGap: 1))
            },
        ]

    private static let integer: LinearProgram = {
        var program = LinearProgram(name: "one integer")
        program.addColumn(lower: 0, upper: 3, isInteger: true, cost: -1)
        return program
    }()

    private static func refusal(
        of capability: SolverCapabilities, _ attempt: @escaping @Sendable (any LinearSolver) throws -> Void
    ) -> ConformanceCase {
        let title = capability.names.joined(separator: ", ")
        let needs: SolverCapabilities =
            capability == .integerColumns || capability == .continuousColumns ? [] : .integerColumns
        return ConformanceCase("refuses \(title)", needs: needs, lacks: capability) { solver, findings in
            findings.expectError(.unsupported, title) { try attempt(solver) }
        }
    }
}
