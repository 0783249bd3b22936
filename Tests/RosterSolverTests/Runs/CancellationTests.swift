import GLPKSolver
import LinearProgramming
import RosterGenerator
import Rostering
import Testing

@testable import RosterSolver

/// Ending a solve early: by cancelling its task or by its time limit. One at a time, since they watch the clock.
@Suite(.serialized) struct CancellationTests {
    /// An instance that no method finishes at once: of a size that each is for.
    private static func instance(for method: Method) throws -> Instance {
        let options =
            method == .exact
            ? InstanceGenerator.Options(people: 14, clinics: 4, specialties: 2, weeks: 20, tightness: .tight)
            : InstanceGenerator.Options(people: 40, clinics: 5, specialties: 4, weeks: 26, tightness: .tight)
        return try Instance(InstanceGenerator(options).description())
    }

    @Test(arguments: [Method.exact, .search, .plans]) func cancellingEndsASolveSoon(method: Method)
        async throws
    {
        let instance = try Self.instance(for: method)
        var options = RosterOptions()
        options.method = method
        let chosen = options
        // When the solve began by its own clock; nil until it has found a roster.
        let begin = Guarded<ContinuousClock.Instant?>(nil)
        let solve = Task {
            try await RosterOptimizer(instance, linearSolver: GLPKBackend()).solve(chosen) { progress in
                guard progress.objective != nil else { return }
                begin.withLock { $0 = $0 ?? .now - .seconds(progress.seconds) }
            }
        }
        // Until there is a roster; other tests may hold all solver threads for minutes on a slow machine.
        for _ in 0..<3000 where begin.withLock({ $0 }) == nil {
            try await Task.sleep(for: .milliseconds(100))
        }
        try await Task.sleep(for: .milliseconds(100))
        let cancelled = ContinuousClock.now
        solve.cancel()
        let outcome = try await solve.value
        #expect(outcome.stopReason == .cancelled)
        // On a very slow machine the exact method may not have found a roster yet.
        guard let began = begin.withLock({ $0 }), case .feasible(let solved, _) = outcome else {
            #expect(method == .exact, "\(outcome.name)")
            return
        }
        // Promised are 200 ms; a busy machine and a build without optimisation get far more, and still far less than the solve would take. The
        // solve's own clock is asked, because this test may have to wait for a thread before it hears of the end.
        #expect(began + .seconds(solved.seconds) - cancelled < .seconds(10))
        #expect(Audit(of: solved.roster, in: instance).isFeasible)
    }

    @Test func aTaskCancelledBeforehandIsUndecided() async throws {
        let instance = try Self.instance(for: .search)
        let solve = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await RosterOptimizer(instance, linearSolver: GLPKBackend()).solve()
        }
        #expect(try await solve.value.stopReason == .cancelled)
    }

    @Test(arguments: [Method.exact, .search, .plans]) func theTimeLimitIsKept(method: Method) async throws {
        let instance = try Self.instance(for: method)
        var options = RosterOptions()
        options.method = method
        options.timeLimit = 1
        let outcome = try await RosterOptimizer(instance, linearSolver: GLPKBackend()).solve(options)
        #expect(outcome.stopReason == .timeLimit)
        // A second may be too short for the exact method to find a roster.
        let seconds = method == .exact ? outcome.solved?.seconds ?? 0 : try #require(outcome.solved).seconds
        #expect(seconds < 10)
    }

    /// With a limit of rounds and none of time, nothing but instance, options and seed decides.
    @Test(arguments: [Method.search, .plans]) func equalOptionsGiveEqualRosters(method: Method) async throws {
        let generator = try InstanceGenerator(
            InstanceGenerator.Options(people: 12, clinics: 3, specialties: 2, weeks: 12))
        let instance = try Instance(generator.description())
        var options = RosterOptions()
        options.method = method
        options.rounds = 60
        options.seed = 7
        let optimizer = RosterOptimizer(instance, linearSolver: GLPKBackend())
        let (first, second) = (try await optimizer.solve(options), try await optimizer.solve(options))
        let roster = try #require(first.solved).roster
        #expect(second.solved?.roster == roster)
        #expect(first.solved?.bound == second.solved?.bound)
        #expect(first.name == second.name && first.stopReason == second.stopReason)
    }
}
