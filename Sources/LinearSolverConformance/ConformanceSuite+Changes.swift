import LinearProgramming
import SeededRandom

extension ConformanceSuite {
    /// Sessions whose program changes must end where a fresh session would.
    static let changeCases: [ConformanceCase] = [
        ConformanceCase(
            "columns added bit by bit", needs: [.continuousColumns, .relaxation, .columnChanges]
        ) { solver, findings in
            for seed in 1...15 {
                let full = RandomPrograms.boundedLinear(seed: UInt64(seed), rows: 20, columns: 60)
                let entries = full.entriesByColumn()
                var start = LinearProgram()
                for row in full.rows { start.addRow(lower: row.lower, upper: row.upper, terms: []) }
                try solver.withSession(start) { session in
                    for first in stride(from: 0, to: 60, by: 20) {
                        let added = try session.addColumns(
                            (first..<first + 20).map { (full.columns[$0], entries[$0]) })
                        findings.expect(
                            added == (first..<first + 20).map { ColumnIndex($0) },
                            "indices \(added) of new columns")
                        _ = try session.solveRelaxation()
                    }
                    try compare(session, with: solver, &findings)
                    findings.expect(
                        session.program.columns == full.columns, "columns of the session's program")
                }
            }
        },
        ConformanceCase(
            "rows, bounds and costs changed",
            needs: [.continuousColumns, .relaxation, .columnChanges, .rowChanges]
        ) { solver, findings in
            for seed in 1...15 {
                var random = SplitMix64(seed: UInt64(seed))
                let full = RandomPrograms.boundedLinear(seed: UInt64(seed), rows: 25, columns: 40)
                var start = LinearProgram()
                for column in full.columns { start.addColumn(column) }
                try solver.withSession(start) { session in
                    _ = try session.solveRelaxation()
                    for first in stride(from: 0, to: 25, by: 5) {
                        try session.addRows(Array(full.rows[first..<first + 5]))
                        try compare(session, with: solver, &findings)
                    }
                    for _ in 0..<6 {
                        let column = ColumnIndex(random.whole(in: 0...39))
                        try session.setCost(of: column, random.fraction() * 20 - 10)
                        let lower = session.program.columns[column.offset].lower
                        try session.setBounds(
                            of: column, lower: lower - 1, upper: lower + 8 * random.fraction())
                        let row = RowIndex(random.whole(in: 0...24))
                        let bounds = session.program.rows[row.offset]
                        try session.setRowBounds(of: row, lower: bounds.lower - 1, upper: bounds.upper + 1)
                        try compare(session, with: solver, &findings)
                    }
                }
            }
        },
        ConformanceCase(
            "columns removed", needs: [.continuousColumns, .relaxation, .columnChanges]
        ) { solver, findings in
            for seed in 1...15 {
                var random = SplitMix64(seed: UInt64(seed))
                let full = RandomPrograms.boundedLinear(seed: UInt64(seed), rows: 15, columns: 60)
                try solver.withSession(full) { session in
                    for _ in 0..<4 {
                        _ = try session.solveRelaxation()
                        let count = session.program.columns.count
                        // Some of them are basic, and one is named twice.
                        let removed = (0..<10).map { _ in ColumnIndex(random.whole(in: 0...count - 1)) }
                        try session.removeColumns(removed + [removed[0]])
                        try compare(session, with: solver, &findings)
                    }
                }
            }
        },
        ConformanceCase(
            "bad changes are refused and change nothing",
            needs: [.continuousColumns, .relaxation, .columnChanges, .rowChanges]
        ) { solver, findings in
            let program = RandomPrograms.boundedLinear(seed: 7, rows: 6, columns: 12)
            try solver.withSession(program) { session in
                let before = try session.solveRelaxation()
                findings.expectError(.invalidProgram, "a NaN coefficient") {
                    try session.addColumns([(LinearProgram.Column(), [(row: RowIndex(0), coefficient: .nan)])]
                    )
                }
                findings.expectError(.invalidProgram, "a row that does not exist") {
                    try session.addColumns([(LinearProgram.Column(), [(row: RowIndex(6), coefficient: 1)])])
                }
                findings.expectError(.invalidProgram, "a row named twice") {
                    try session.addColumns([
                        (
                            LinearProgram.Column(),
                            [(row: RowIndex(1), coefficient: 1), (row: RowIndex(1), coefficient: 1)]
                        )
                    ])
                }
                findings.expectError(.invalidProgram, "a column that does not exist") {
                    try session.addRows([LinearProgram.Row(upper: 1, terms: [.init(ColumnIndex(12), 1)])])
                }
                findings.expectError(.invalidArgument, "bounds of a column that does not exist") {
                    try session.setBounds(of: ColumnIndex(12), lower: 0, upper: 1)
                }
                findings.expectError(.invalidArgument, "swapped bounds") {
                    try session.setBounds(of: ColumnIndex(0), lower: 1, upper: 0)
                }
                findings.expectError(.invalidArgument, "an infinite cost") {
                    try session.setCost(of: ColumnIndex(0), .infinity)
                }
                findings.expectError(.invalidArgument, "bounds of a row that does not exist") {
                    try session.setRowBounds(of: RowIndex(6), lower: 0, upper: 1)
                }
                findings.expectError(.invalidArgument, "removing a column that does not exist") {
                    try session.removeColumns([ColumnIndex(-1)])
                }
                findings.expect(session.program == program, "the program has changed")
                findings.expectClose(
                    try session.solveRelaxation().objective, before.objective ?? .nan, "objective after")
            }
        },
        ConformanceCase(
            "several sessions, one inside the other", needs: [.continuousColumns, .relaxation]
        ) { solver, findings in
            let first = RandomPrograms.boundedLinear(seed: 1, rows: 10, columns: 20)
            let second = RandomPrograms.boundedLinear(seed: 2, rows: 10, columns: 20)
            let alone = try [first, second].map { try solver.solve($0).objective }
            try solver.withSession(first) { outer in
                try solver.withSession(second) { inner in
                    for _ in 0..<3 {
                        findings.expect(try outer.solveRelaxation().objective == alone[0], "outer session")
                        findings.expect(try inner.solveRelaxation().objective == alone[1], "inner session")
                    }
                }
                findings.expect(try outer.solveRelaxation().objective == alone[0], "outer session afterwards")
            }
        },
    ]

    /// Notes if a session that has been changed disagrees with a fresh one on the same program.
    private static func compare(
        _ session: any LinearSession, with solver: any LinearSolver, _ findings: inout Findings
    ) throws {
        let changed = try session.solveRelaxation()
        let fresh = try solver.withSession(session.program) { try $0.solveRelaxation() }
        let reasons = (changed.termination.reason, fresh.termination.reason)
        findings.expect(
            reasons.0 == reasons.1,
            "the changed session ends with \(reasons.0), a fresh one with \(reasons.1)")
        guard reasons.0 == .optimal, reasons.1 == .optimal else { return }
        findings.expectClose(changed.objective, fresh.objective ?? .nan, "objective of the changed session")
        checkShape(changed, of: session.program, &findings)
        if solver.capabilities.contains(.duals) { checkDuals(changed, of: session.program, &findings) }
    }
}
