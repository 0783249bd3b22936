import Foundation
import GLPKSolver
import LinearProgramming
import LinearSolverConformance
import Testing

/// Cancelled and limited solves end soon, whatever GLPK is doing at that moment.
///
/// The limits asserted are far above what a free machine takes (under 0.2 s), since other tests run beside these, and far below what the
/// solves would take if they were not stopped.
@Suite("Stopping", .serialized)
struct CancellationTests {
    private static let hard = RandomPrograms.marketSplit(seed: 3, rows: 5, columns: 45)

    /// A relaxation whose single run of the simplex method takes long.
    private static let long = RandomPrograms.boundedLinear(seed: 5, rows: 1500, columns: 3000, spread: 20)

    /// Cancels a solve `delay` after it began and returns its solution and the seconds from the cancellation
    /// to its end.
    private func cancel(_ program: LinearProgram, after delay: Duration) async throws -> (
        LinearSolution, Double
    ) {
        let begun = StopSignal()
        let task = Task {
            try await SolverThread.run { stop in
                begun.stop()
                return try GLPKBackend().solve(program, stop: stop)
            }
        }
        // Other tests may hold all solver threads for a while.
        while !begun.isStopped { try await Task.sleep(for: .milliseconds(5)) }
        try await Task.sleep(for: delay)
        let cancelled = ContinuousClock.now
        task.cancel()
        let solution = try await task.value
        return (solution, (ContinuousClock.now - cancelled) / .seconds(1))
    }

    @Test func withinBranchAndBound() async throws {
        let (solution, latency) = try await cancel(Self.hard, after: .milliseconds(700))
        #expect(solution.termination.reason == .interrupted)
        #expect(solution.bound != nil)
        #expect(latency < 10, "took \(latency) s")
    }

    @Test func withinALongSimplex() async throws {
        let (solution, latency) = try await cancel(Self.long, after: .milliseconds(700))
        #expect(solution.termination.reason == .interrupted)
        #expect(latency < 10, "took \(latency) s")
    }

    @Test func withinALongRootRelaxation() async throws {
        var program = Self.long
        for offset in 0..<200 { program.setInteger(of: ColumnIndex(offset), true) }
        let (solution, latency) = try await cancel(program, after: .milliseconds(900))
        #expect(solution.termination.reason == .interrupted)
        #expect(latency < 10, "took \(latency) s")
    }

    @Test func deadlineWithinALongSimplex() throws {
        let begin = ContinuousClock.now
        try GLPKBackend().withSession(Self.long) { session in
            let solution = try session.solveRelaxation(limits: .time(.milliseconds(400)))
            #expect(solution.termination.reason == .limit(.time))
        }
        #expect((ContinuousClock.now - begin) / .seconds(1) < 10)
    }

    @Test func aSessionGoesOnAfterBeingStoppedByForce() throws {
        let program = RandomPrograms.boundedLinear(seed: 6, rows: 500, columns: 1000, spread: 20)
        let whole = try GLPKBackend().solve(program)
        try GLPKBackend().withSession(program) { session in
            let stop = StopSignal()
            Thread.detachNewThread {
                Thread.sleep(forTimeInterval: 0.1)
                stop.stop()
            }
            _ = try session.solveRelaxation(limits: .none, stop: stop)
            let solution = try session.solveRelaxation()
            #expect(solution.termination.isOptimal)
            #expect(abs((solution.objective ?? .nan) - (whole.objective ?? .nan)) < 1e-4)
        }
    }

    @Test func twoHundredProgramsOnTwoThreads() async throws {
        let programs = (1...200).map { RandomPrograms.boundedLinear(seed: $0, rows: 25, columns: 60) }
        let serial = try programs.map { program in
            let solver = GLPKBackend()
            return try solver.withSession(program) { try $0.solveRelaxation() }
        }
        let parallel = try await withThrowingTaskGroup(of: (Int, LinearSolution).self) { group in
            for (position, program) in programs.enumerated() {
                group.addTask { (position, try await GLPKBackend().solve(program)) }
            }
            var found: [Int: LinearSolution] = [:]
            for try await (position, solution) in group { found[position] = solution }
            return found
        }
        for (position, expected) in serial.enumerated() {
            let found = try #require(parallel[position])
            #expect(ConformanceSuite.areSameBits(found, expected))
        }
    }
}
