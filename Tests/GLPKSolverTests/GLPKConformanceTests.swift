import GLPKSolver
import LinearProgramming
import LinearSolverConformance
import Testing

@Suite("GLPK conforms")
struct GLPKConformanceTests {
    @Test("every case", arguments: ConformanceSuite.cases(for: GLPKBackend().capabilities).map(\.name))
    func conforms(name: String) throws {
        for conformanceCase in ConformanceSuite.cases where conformanceCase.name == name {
            #expect(conformanceCase.failures(of: GLPKBackend()).isEmpty)
        }
    }

    @Test("every case without presolve, with other branching")
    func conformsWithoutPresolve() {
        let search = GLPKSearch(
            branching: .mostFractional, nodeSelection: .depthFirst, cuts: [], presolve: false)
        #expect(ConformanceSuite.failures(of: GLPKBackend(search: search)).isEmpty)
    }

    @Test("random tiny integer programs, against trying every point", arguments: [true, false])
    func agreesWithOracle(presolve: Bool) throws {
        let solver = GLPKBackend(search: GLPKSearch(presolve: presolve))
        for seed in UInt64(1)...400 {
            let program = RandomPrograms.tinyInteger(seed: seed)
            let found = try solver.solve(program)
            let truth = try ExhaustiveOracle().solve(program)
            #expect(found.termination.reason == truth.termination.reason, "seed \(seed)")
            guard let objective = truth.objective else { continue }
            #expect(abs((found.objective ?? .nan) - objective) < 1e-9, "seed \(seed)")
            #expect((found.values).map { program.isFeasible($0, tolerance: 1e-9) } ?? false, "seed \(seed)")
        }
    }
}
