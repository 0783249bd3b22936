import Dispatch
import Foundation

/// Applies `body` to every element, each on a core of its own as far as there are enough; the results in order.
func onAllCores<Element: Sendable, Output: Sendable>(
    _ elements: [Element], _ body: @Sendable (Element) -> Output
) -> [Output] {
    var results: [Output?] = elements.map { _ in nil }
    results.withUnsafeMutableBufferPointer { buffer in
        // Each iteration writes its own element.
        nonisolated(unsafe) let buffer = buffer
        DispatchQueue.concurrentPerform(iterations: elements.count) { buffer[$0] = body(elements[$0]) }
    }
    return results.compactMap(\.self)
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

extension Array where Element: Sendable {
    /// Changes every element in place, each on a core of its own as far as there are enough.
    mutating func changeOnAllCores(_ change: @Sendable (Int, inout Element) -> Void) {
        withUnsafeMutableBufferPointer { buffer in
            // Each iteration changes its own element.
            nonisolated(unsafe) let buffer = buffer
            DispatchQueue.concurrentPerform(iterations: buffer.count) { change($0, &buffer[$0]) }
        }
    }
}
