import GLPKSolver
import Rostering
import Testing

@testable import RosterSolver

/// The methods against exhaustive search, which knows the checker alone.
@Suite struct ExhaustiveAgreementTests {
    @Test(arguments: 0..<8)
    func exactMethodFindsTheOptimum(batch: Int) async throws {
        for seed in (batch * 40)..<(batch * 40 + 40) {
            guard let instance = TinyInstances.instance(seed: UInt64(seed)) else { continue }
            let best = ExhaustiveSearch(instance).best()?.audit.objective
            var options = RosterOptions()
            options.method = .exact
            let outcome = try await RosterOptimizer(instance, linearSolver: GLPKBackend()).solve(options)
            switch outcome {
            case .optimal(let solved):
                #expect(solved.objective == best, "seed \(seed)")
                #expect(solved.bound <= solved.objective.points, "seed \(seed)")
            case .infeasible:
                #expect(best == nil, "seed \(seed)")
            case .feasible, .undecided:
                Issue.record("seed \(seed): \(outcome.name)")
            }
        }
    }
}
