import GLPKSolver
import Rostering
import TestSupport
import Testing

@testable import RosterSolver

/// The named instances, solved as `rota solve` solves them, but for rounds instead of a time, so that every machine finds the same.
@Suite struct NamedQualityTests {
    /// How much worse than recorded a roster may be: a change of the search that helps in general may find less here.
    private static let allowed = 1.05

    @Test(
        "Solved as well as recorded, as the checker finds (ROTA_RECORD=1 records anew)",
        arguments: ["hanbin-2022", "yulin-2017", "wuhai-2024", "qingdao-2025"])
    func solvedAsWellAsRecorded(name: String) async throws {
        let instance = try InstanceFiles.read(name, in: ".")
        var options = RosterOptions()
        options.rounds = 2000
        options.seed = 1
        let outcome = try await RosterOptimizer(instance, linearSolver: GLPKBackend()).solve(options)
        let solved = try #require(outcome.solved, "\(outcome.name)")
        let audit = Audit(of: solved.roster, in: instance)
        #expect(audit.hardViolations.isEmpty)
        #expect(solved.bound <= audit.objective.points)
        let recorded = try Expected.text("\(name).points.txt", found: "\(audit.objective)\n")
        let points = try #require(Double(recorded.prefix { !$0.isNewline }))
        #expect(audit.objective.points <= Self.allowed * points)
    }
}
