import GLPKSolver
import Rostering
import Testing

@testable import RosterSolver

/// Legal but absurd numbers end in an outcome, never in a trap.
@Suite struct AbsurdNumbersTests {
    @Test(arguments: Method.allCases) func aBaselineBeyondReachIsNoCrash(method: Method) async throws {
        let instance = try #require(
            TinyInstances.instance(seed: 4) { description in
                for index in description.sites.indices where description.sites[index].level == .clinic {
                    description.sites[index].staff = [StaffLevel(technical: 10, midTitle: 2)]
                    description.sites[index].baseline = 1_000_000
                }
                description.policy[StaffBaseline.self].enforcement.isHard = true
            })
        var options = RosterOptions()
        options.method = method
        options.rounds = 20
        let outcome = try await RosterOptimizer(instance, linearSolver: GLPKBackend()).solve(options)
        #expect(outcome.solved == nil)
    }

    @Test(arguments: [Method.search, .plans]) func aHugeResourceIsNoCrash(method: Method) async throws {
        let instance = try #require(
            TinyInstances.instance(seed: 5) {
                $0.resources = [
                    Resource(
                        hospital: "h", kind: "beds", name: Text("Beds"), capacity: .constant(900_000),
                        generalDemand: .constant(1_000_000))
                ]
            })
        var options = RosterOptions()
        options.method = method
        options.rounds = 20
        let outcome = try await RosterOptimizer(instance, linearSolver: GLPKBackend()).solve(options)
        if let solved = outcome.solved { #expect(solved.audit.isFeasible) }
    }
}
