import Dispatch
import Foundation
import Synchronization

/// How many threads run at once.
let coreCount = ProcessInfo.processInfo.activeProcessorCount

/// Applies `body` to every element, each on a core of its own as far as there are enough; the results in order.
///
/// - Throws: what `body` throws for the first element for which it throws, after all have been tried.
func onAllCores<Element: Sendable, Output: Sendable, Failure: Error>(
    _ elements: [Element], _ body: @Sendable (Element) throws(Failure) -> Output
) throws(Failure) -> [Output] {
    var results: [Result<Output, Failure>?] = elements.map { _ in nil }
    results.changeOnAllCores { index, result in
        do throws(Failure) {
            result = .success(try body(elements[index]))
        } catch {
            result = .failure(error)
        }
    }
    var outputs: [Output] = []
    outputs.reserveCapacity(results.count)
    for case let result? in results { outputs.append(try result.get()) }
    return outputs
}

extension Array where Element: Sendable {
    /// Changes every element in place, each on a core of its own as far as there are enough.
    mutating func changeOnAllCores(_ change: @Sendable (Int, inout Element) -> Void) {
        withUnsafeMutableBufferPointer { buffer in
            // Each iteration changes its own element.
            nonisolated(unsafe) let buffer = buffer
            withoutActuallyEscaping(change) { change in
                Iterations(count: buffer.count) { change($0, &buffer[$0]) }.perform()
            }
        }
    }
}

/// Does two things at the same time and returns when both are done.
///
/// The other has a thread of its own: one of the pool's, held for as long as a solve lasts, would be missing where signals and tasks are waited for.
func alongside(_ other: @escaping @Sendable () -> Void, _ body: () -> Void) {
    let isDone = DispatchSemaphore(value: 0)
    let thread = Thread {
        other()
        isDone.signal()
    }
    thread.stackSize = 8 << 20
    thread.start()
    body()
    isDone.wait()
}

/// Iterations that several threads share.
///
/// `DispatchQueue.concurrentPerform` would take the threads of the class that tasks run on: on two cores somebody who cancels a solve waits for
/// seconds until one is free.
private final class Iterations: Sendable {
    private let count: Int
    private let next = Atomic(0)
    private let left: Atomic<Int>
    private let isDone = DispatchSemaphore(value: 0)
    // Gone once all iterations are made; a thread that comes later finds none and does not look.
    nonisolated(unsafe) private var body: (@Sendable (Int) -> Void)?

    init(count: Int, _ body: @escaping @Sendable (Int) -> Void) {
        self.count = count
        self.body = body
        left = Atomic(count)
    }

    /// Makes all iterations, this thread with as many others as there are cores.
    func perform() {
        guard count > 0 else { return }
        for _ in 1..<max(1, min(count, coreCount)) {
            DispatchQueue.global(qos: .utility).async { self.work() }
        }
        work()
        isDone.wait()
        body = nil
    }

    private func work() {
        while case let index = next.add(1, ordering: .relaxed).oldValue, index < count {
            body?(index)
            if left.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 { isDone.signal() }
        }
    }
}
