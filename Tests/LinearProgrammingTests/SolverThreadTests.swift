import Foundation
import LinearProgramming
import Testing

@Suite("Solver threads")
struct SolverThreadTests {
    @Test func returnsAndThrowsWhatTheBodyDoes() async throws {
        #expect(try await SolverThread.run { _ in 42 } == 42)
        await #expect(throws: SolverError.self) {
            try await SolverThread.run { _ in throw SolverError(code: .backendFailure, message: "") }
        }
    }

    @Test func cancellationRaisesTheSignal() async throws {
        let task = Task {
            try await SolverThread.run { stop in
                while !stop.isStopped { Thread.sleep(forTimeInterval: 0.005) }
                return "stopped"
            }
        }
        try await Task.sleep(for: .milliseconds(50))
        task.cancel()
        // Under load the body may not have begun, and then it never does.
        let value = try? await task.value
        #expect(value == "stopped" || value == nil)
    }

    @Test func noMoreAtOnceThanProcessors() async throws {
        let meter = Meter()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    try await SolverThread.run { _ in
                        meter.enter()
                        Thread.sleep(forTimeInterval: 0.002)
                        meter.leave()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(meter.most <= ProcessInfo.processInfo.activeProcessorCount)
        #expect(meter.total == 40)
    }

    @Test func waitingWorkIsAbandonedAtOnce() async throws {
        let release = StopSignal()
        let count = ProcessInfo.processInfo.activeProcessorCount
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<count {
                group.addTask {
                    try await SolverThread.run { _ in
                        while !release.isStopped { Thread.sleep(forTimeInterval: 0.002) }
                    }
                }
            }
            try await Task.sleep(for: .milliseconds(50))
            let waiting = Task { try await SolverThread.run { _ in true } }
            try await Task.sleep(for: .milliseconds(20))
            waiting.cancel()
            await #expect(throws: CancellationError.self) { try await waiting.value }
            release.stop()
            try await group.waitForAll()
        }
    }
}

/// Counts how many are inside at once.
private final class Meter: Sendable {
    private let counts = Guarded((now: 0, most: 0, total: 0))

    var most: Int { counts.withLock { $0.most } }

    var total: Int { counts.withLock { $0.total } }

    func enter() {
        counts.withLock {
            $0.now += 1
            $0.most = max($0.most, $0.now)
        }
    }

    func leave() {
        counts.withLock {
            $0.now -= 1
            $0.total += 1
        }
    }
}
