import Foundation

/// Runs long synchronous work on dedicated threads, off the cooperative pool.
///
/// A solver that held a thread of the cooperative pool would stall every other task, and solver libraries tie
/// their memory to the thread that made it, so work must not move between threads either.
public enum SolverThread {
    /// Runs `body` on a thread with a stack of 8 MiB and returns what it returns.
    ///
    /// At most as many bodies run at once as there are processors; the others wait their turn, first come,
    /// first served. Cancelling the task raises the signal that `body` receives; `body` decides what to
    /// return then.
    ///
    /// - Throws: what `body` throws, or `CancellationError` if the task is cancelled before `body` has begun.
    public static func run<Output: Sendable>(
        _ body: @escaping @Sendable (StopSignal) throws -> Output
    ) async throws -> Output {
        let stop = StopSignal()
        let ticket = Ticket()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                queue.submit(
                    Job(
                        ticket: ticket,
                        run: { continuation.resume(with: Result { try body(stop) }) },
                        abandon: { continuation.resume(throwing: CancellationError()) }))
                // A cancellation before the job was in the queue found nothing there to abandon.
                if stop.isStopped { queue.abandon(ticket) }
            }
        } onCancel: {
            stop.stop()
            queue.abandon(ticket)
        }
    }

    /// Identity of a job, by which it is found again in the queue.
    fileprivate final class Ticket: Sendable {}

    fileprivate struct Job: Sendable {
        let ticket: Ticket
        let run: @Sendable () -> Void
        let abandon: @Sendable () -> Void
    }

    /// The one queue of the process: processors are shared by all callers, so their count must be too.
    private static let queue = Queue(capacity: ProcessInfo.processInfo.activeProcessorCount)

    private final class Queue: Sendable {
        private struct State {
            var running = 0
            var waiting: [Job] = []
        }

        private let capacity: Int
        private let state = Guarded(State())

        init(capacity: Int) {
            self.capacity = max(1, capacity)
        }

        func submit(_ job: Job) {
            let startsNow = state.withLock { state in
                guard state.running < capacity else {
                    state.waiting.append(job)
                    return false
                }
                state.running += 1
                return true
            }
            guard startsNow else { return }
            let thread = Thread {
                var next: Job? = job
                while let current = next {
                    current.run()
                    next = self.next()
                }
            }
            thread.stackSize = 8 << 20
            thread.start()
        }

        func abandon(_ ticket: Ticket) {
            let abandoned = state.withLock { state -> Job? in
                guard let position = state.waiting.firstIndex(where: { $0.ticket === ticket }) else {
                    return nil
                }
                return state.waiting.remove(at: position)
            }
            abandoned?.abandon()
        }

        /// The next job for a thread that has finished one; without any, the thread's place becomes free.
        private func next() -> Job? {
            state.withLock { state in
                guard !state.waiting.isEmpty else {
                    state.running -= 1
                    return nil
                }
                return state.waiting.removeFirst()
            }
        }
    }
}
