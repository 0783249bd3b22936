import LinearProgramming
import Testing

/// Exports as whole texts; that other programs read them alike is tested with the solvers.
@Suite("Export texts")
struct ExportTextTests {
    private static func program() -> LinearProgram {
        var program = LinearProgram(name: "排班")
        program.objectiveConstant = 0.1
        let x = program.addColumn(name: "去 诊所", upper: 4.5, isInteger: true, cost: 2)
        let y = program.addColumn(lower: -.infinity, upper: 1e-7)
        let z = program.addColumn(lower: -.infinity, cost: -1)
        program.addColumn(lower: 2, upper: 2)
        program.addRow(name: "sum", lower: 1, upper: 3, terms: [.init(x, 1), .init(y, 2)], origin: "rule 7")
        program.addRow(lower: -2, terms: [.init(z, 1.0 / 3), .init(x, 0)])
        program.addRow(terms: [.init(z, 1)])
        return program
    }

    @Test func freeMPS() {
        #expect(
            Self.program().freeMPS() == """
                * 排班
                * minimise; 5 columns, 3 rows
                * c1 = 去 诊所
                * c5 = objective constant
                * r1 = sum [rule 7]
                NAME rota FREE
                ROWS
                 N obj
                 L r1
                 G r2
                COLUMNS
                  MARKER 'MARKER' 'INTORG'
                 c1 obj 2
                 c1 r1 1
                  MARKER 'MARKER' 'INTEND'
                 c2 obj 0
                 c2 r1 2
                 c3 obj -1
                 c3 r2 0.3333333333333333
                 c4 obj 0
                 c5 obj 0.1
                RHS
                 RHS r1 3
                 RHS r2 -2
                RANGES
                 RNG r1 2
                BOUNDS
                 LO BND c1 0
                 UP BND c1 4
                 MI BND c2
                 UP BND c2 1e-07
                 FR BND c3
                 FX BND c4 2
                 FX BND c5 1
                ENDATA

                """)
    }

    @Test func lpFormat() {
        #expect(
            Self.program().lpFormat() == """
                \\ 排班
                \\ minimise; 5 columns, 3 rows
                \\ c1 = 去 诊所
                \\ c5 = objective constant
                \\ r1 = sum [rule 7]
                Minimize
                 obj: + 2 c1 - 1 c3 + 0.1 c5
                Subject To
                 r1: + 1 c1 + 2 c2 - 1 g1 = 0
                 r2: + 0.3333333333333333 c3 >= -2
                Bounds
                 0 <= c1 <= 4
                 -inf <= c2 <= 1e-07
                 c3 free
                 c4 = 2
                 c5 = 1
                 1 <= g1 <= 3
                Generals
                 c1
                End

                """)
    }
}
