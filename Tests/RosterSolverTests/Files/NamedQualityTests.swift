import GLPKSolver
import Rostering
import TestSupport
import Testing

@testable import RosterSolver

/// The named instances, solved as `rota solve` solves them, but for rounds instead of a time, so that every machine finds the same.
@Suite struct NamedQualityTests {
    /// How much worse than recorded a roster may be: a change of the search that helps in general may find less here.
    private static let allowed = 1.05

    /// The default method, but the search alone where the proof takes minutes: without a limit of time everybody gets a turn in it.
    private static let methods: [(name: String, method: Method)] = [
        ("hanbin-2022", .automatic), ("yulin-2017", .search), ("wuhai-2024", .search),
        ("qingdao-2025", .search),
    ]

    @Test("Solved as well as recorded, as the checker finds (ROTA_RECORD=1 records anew)", arguments: methods)
    func solvedAsWellAsRecorded(name: String, method: Method) async throws {
        let instance = try InstanceFiles.read(name, in: ".")
        var options = RosterOptions()
        options.method = method
        options.rounds = 8000
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
