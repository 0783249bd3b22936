import GLPKSolver
import LinearProgramming
import LinearSolverConformance
import Testing

/// What column generation relies on beyond the conformance suite.
@Suite("GLPK sessions")
struct SessionTests {
    @Test func anIntegerSolveLeavesTheBasisAlone() throws {
        var program = RandomPrograms.boundedLinear(seed: 8, rows: 15, columns: 40)
        for row in 0..<15 {
            let slack = program.addColumn(LinearProgram.Column(cost: 100), entries: [(RowIndex(row), 1)])
            let surplus = program.addColumn(LinearProgram.Column(cost: 100), entries: [(RowIndex(row), -1)])
            #expect(slack < surplus)
        }
        for column in 0..<10 { program.setInteger(of: ColumnIndex(column), true) }
        for presolve in [true, false] {
            try GLPKBackend(search: GLPKSearch(presolve: presolve)).withSession(program) { session in
                let before = try session.solveRelaxation()
                let integer = try session.solveInteger()
                #expect(integer.termination.isOptimal)
                #expect((before.objective ?? .infinity) <= (integer.objective ?? -.infinity) + 1e-6)
                let after = try session.solveRelaxation()
                #expect(after.iterations == 0)
                #expect(after.objective == before.objective)
            }
        }
    }

    @Test func progressUnderPresolveSpeaksOfTheOriginalColumns() throws {
        let program = RandomPrograms.marketSplit(seed: 4, rows: 3, columns: 24)
        var seen = 0
        _ = try GLPKBackend().solve(program, limits: SolveLimits(nodes: 3000)) { progress in
            guard let values = progress.values, let incumbent = progress.incumbent else { return }
            seen += 1
            #expect(program.isFeasible(values, tolerance: 1e-6))
            #expect(abs(program.objective(of: values) - incumbent) < 1e-6)
            #expect((progress.bound ?? -.infinity) <= incumbent)
        }
        #expect(seen > 0)
    }

    @Test func wholeObjectivesRoundTheBoundUp() throws {
        // The relaxation has 41.25, every solution a whole value.
        var program = LinearProgram()
        program.objectiveConstant = 0.5
        let x = program.addColumn(isInteger: true, cost: -8)
        let y = program.addColumn(isInteger: true, cost: -5)
        program.addRow(upper: 6, terms: [.init(x, 1), .init(y, 1)])
        program.addRow(upper: 45, terms: [.init(x, 9), .init(y, 5)])
        let solver = GLPKBackend(search: GLPKSearch(cuts: [], presolve: false))
        let solution = try solver.solve(program, limits: SolveLimits(nodes: 0))
        #expect(solution.bound == -40.5)
    }

    @Test func boundsAreValidWhereverTheSearchStops() throws {
        for seed in UInt64(1)...30 {
            let program = RandomPrograms.tinyInteger(seed: seed)
            guard let optimum = try ExhaustiveOracle().solve(program).objective else { continue }
            for nodes in 0...4 {
                let solution = try GLPKBackend().solve(program, limits: SolveLimits(nodes: nodes))
                #expect((solution.bound ?? -.infinity) <= optimum + 1e-9, "seed \(seed), \(nodes) nodes")
                #expect((solution.objective ?? .infinity) >= optimum - 1e-9, "seed \(seed), \(nodes) nodes")
            }
        }
    }
}
