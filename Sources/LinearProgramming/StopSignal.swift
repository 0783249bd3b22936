import Synchronization

/// A flag by which one thread asks a solver on another to stop.
///
/// It can only be raised, never lowered: make a new one for each piece of work.
public final class StopSignal: Sendable {
    private let flag = Atomic<Bool>(false)

    /// Makes a signal that is not raised.
    public init() {}

    /// Asks every solver that holds the signal to stop soon; callable from any thread, any number of times.
    public func stop() {
        flag.store(true, ordering: .releasing)
    }

    /// Whether somebody has asked to stop.
    public var isStopped: Bool {
        flag.load(ordering: .acquiring)
    }
}
