import GLPKSolver
import Rostering
import RosterSolver
import Testing

/// The named instances are solved to a known quality. A limit of rounds and a seed find the same roster on every machine, however busy.
@Suite struct NamedInstanceTests {
    /// By instance: points that the roster after a few rounds must not exceed, a tenth above what they were when recorded.
    @Test(arguments: [
        ("hanbin-2022", 49_400.0), ("yulin-2017", 82_300.0), ("wuhai-2024", 14_000.0),
        ("qingdao-2025", 61_100.0),
    ])
    func aShortSearchReachesTheRecordedQuality(name: String, points: Double) async throws {
        let instance = try InstanceFiles.read(name, in: ".")
        var options = RosterOptions()
        options.method = .search
        options.rounds = 20
        let outcome = try await RosterOptimizer(instance, linearSolver: GLPKBackend()).solve(options)
        let audit = try #require(outcome.solved).audit
        #expect(audit.hardViolations.isEmpty)
        #expect(audit.objective.points <= points)
    }
}
