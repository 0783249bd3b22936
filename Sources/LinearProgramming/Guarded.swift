import Foundation

/// A value that one thread at a time may look at or change.
///
/// `Mutex` of the standard library does the same, but where threads wait for one another its lock lies in the runtime library, which the thread
/// sanitizer does not follow: it then reports races that are none.
package final class Guarded<Value: Sendable>: Sendable {
    private let lock = NSLock()
    nonisolated(unsafe) private var value: Value

    package init(_ value: Value) { self.value = value }

    /// Calls `body` with the value while no other thread has it. Calls must not be nested.
    package func withLock<Result, Failure: Error>(
        _ body: (inout Value) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        lock.lock()
        defer { lock.unlock() }
        return try body(&value)
    }
}
