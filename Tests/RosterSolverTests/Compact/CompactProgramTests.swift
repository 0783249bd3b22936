import GLPKSolver
import LinearProgramming
import Rostering
import Testing

@testable import RosterSolver

@Suite struct CompactProgramTests {
    @Test(arguments: 0..<40) func theRelaxationIsALowerBound(seed: Int) throws {
        guard let instance = TinyInstances.instance(seed: UInt64(seed)) else { return }
        let truth = Truth(instance)
        let solution = try GLPKBackend().withSession(CompactProgram(instance).program) {
            try $0.solveRelaxation()
        }
        if let best = truth.objective {
            #expect(solution.termination.isOptimal)
            #expect(solution.objective.map { $0 <= best.points + 1e-6 * max(1, best.points) } ?? false)
        }
    }

    /// What `rota export` writes, solved alone, has the optimum of the instance.
    @Test(arguments: 0..<40) func theProgramAloneHasTheOptimum(seed: Int) throws {
        guard let instance = TinyInstances.instance(seed: UInt64(seed)) else { return }
        let truth = Truth(instance)
        let compact = CompactProgram(instance)
        let solution = try GLPKBackend().solve(compact.program)
        guard let best = truth.objective else {
            #expect(solution.termination.isInfeasible, "seed \(seed)")
            return
        }
        #expect(solution.termination.isOptimal, "seed \(seed)")
        #expect(abs((solution.objective ?? .infinity) - best.points) <= 1e-6 * max(1, best.points))
        let stays = compact.stays(of: solution.values ?? [])
        #expect(Audit(of: compact.model.roster(stays), in: instance).objective == best)
    }

    /// Every whole number has an upper bound: without, branch and bound ran for ever on some tiny instances.
    @Test func everyIntegerColumnIsBounded() throws {
        for seed in 0..<40 {
            guard let instance = TinyInstances.instance(seed: UInt64(seed)) else { continue }
            for isElastic in [false, true] {
                let program = CompactProgram(RosterModel(instance), isElastic: isElastic).program
                #expect(program.columns.allSatisfy { !$0.isInteger || $0.upper.isFinite })
                #expect(program.faults().isEmpty)
            }
        }
    }

    @Test func rowsOfRulesCarryTheirOrigin() throws {
        let instance = try #require(TinyInstances.instance(seed: 13))
        let compact = CompactProgram(instance)
        let origins = compact.program.rows.compactMap(\.origin)
        #expect(origins.count == compact.model.rows.count)
        #expect(origins.contains { $0.hasPrefix("coverage ") })
    }
}
