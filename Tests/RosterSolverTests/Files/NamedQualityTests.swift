import GLPKSolver
import Rostering
import TestSupport
import Testing

@testable import RosterSolver

/// The named instances, solved as `rota solve` solves them, but for rounds instead of a time, so that every machine finds the same.
@Suite struct NamedQualityTests {
    /// How much worse than recorded a roster may be: a change of the search that helps in general may find less here.
    private static let allowed = 1.05

    /// How an instance is solved and how far from the best possible the roster may be, where that can be proven in seconds: without a limit of time
    /// everybody gets a turn in the proof, which takes minutes for Yulin and half a minute for Qingdao.
    private struct Quality: Sendable {
        let name: String
        let method: Method
        var gap: Double?
        /// The gap at which a second solve stops, for its bound, where the first one is without proof.
        var gapOfProof: Double?
    }

    private static let qualities = [
        Quality(name: "hanbin-2022", method: .automatic, gap: 0.03),
        Quality(name: "yulin-2017", method: .search),
        Quality(name: "wuhai-2024", method: .search, gap: 0.36, gapOfProof: 0.5),
        Quality(name: "qingdao-2025", method: .search),
    ]

    @Test(
        "Solved as well as recorded, as the checker finds (ROTA_RECORD=1 records anew)",
        arguments: qualities.map(\.name))
    func solvedAsWellAsRecorded(name: String) async throws {
        let quality = try #require(Self.qualities.first { $0.name == name })
        let instance = try InstanceFiles.read(name, in: ".")
        var options = RosterOptions()
        options.method = quality.method
        options.rounds = 8000
        options.seed = 1
        let solved = try await solve(instance, options)
        let audit = Audit(of: solved.roster, in: instance)
        #expect(audit.hardViolations.isEmpty)
        #expect(solved.bound <= audit.objective.points)
        let recorded = try Expected.text("\(name).points.txt", found: "\(audit.objective)\n")
        let points = try #require(Double(recorded.prefix { !$0.isNewline }))
        #expect(audit.objective.points <= Self.allowed * points)
        guard let gap = quality.gap else { return }
        var bound = solved.bound
        if let gapOfProof = quality.gapOfProof {
            options.method = .automatic
            options.rounds = nil
            options.gap = gapOfProof
            bound = try await solve(instance, options).bound
        }
        #expect(bound <= audit.objective.points)
        #expect(audit.objective.points - bound <= gap * audit.objective.points)
    }

    private func solve(_ instance: Instance, _ options: RosterOptions) async throws -> SolvedRoster {
        let outcome = try await RosterOptimizer(instance, linearSolver: GLPKBackend()).solve(options)
        return try #require(outcome.solved, "\(outcome.name)")
    }
}
