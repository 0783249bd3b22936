import GLPKSolver
import Rostering
import TestSupport
import Testing

@testable import RosterSolver

/// The named instances, solved as `rota solve` solves them, but for rounds instead of a time, so that every machine finds the same.
@Suite struct NamedQualityTests {
    /// How much worse than recorded a roster or a bound may be: a change of the solver that helps in general may find less here.
    private static let allowed = 1.05

    /// The record is what the roster costs and what no roster costs less than.
    @Test(
        "Solved as well as recorded, as the checker finds (ROTA_RECORD=1 records anew)",
        arguments: ["hanbin-2022", "yulin-2017", "wuhai-2024", "qingdao-2025"])
    func solvedAsWellAsRecorded(name: String) async throws {
        let instance = try InstanceFiles.read(name, in: ".")
        var options = RosterOptions()
        options.rounds = 3000
        options.seed = 1
        let outcome = try await RosterOptimizer(instance, linearSolver: GLPKBackend()).solve(options)
        let solved = try #require(outcome.solved, "\(outcome.name)")
        let audit = Audit(of: solved.roster, in: instance)
        #expect(audit.hardViolations.isEmpty)
        #expect(solved.bound <= audit.objective.points)
        let recorded = try Expected.text(
            "\(name).points.txt", found: "\(audit.objective) \(solved.bound)\n")
        let points = recorded.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
        try #require(points.count == 2)
        #expect(audit.objective.points <= Self.allowed * points[0])
        #expect(Self.allowed * solved.bound >= points[1])
    }
}
