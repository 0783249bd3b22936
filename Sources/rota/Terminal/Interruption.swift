import Dispatch
import Foundation

/// Turns the first interrupt or termination signal into a call; the second ends the process as usual.
final class Interruption {
    private let sources: [any DispatchSourceSignal]

    /// Watches for SIGINT and SIGTERM as long as the object lives, and calls `action` at the first.
    init(_ action: @escaping @Sendable () -> Void) {
        sources = [SIGINT, SIGTERM].map { number in
            // The default action would end the process before the source hears of the signal.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
                action()
            }
            source.resume()
            return source
        }
    }

    /// Gives the signals back to the system.
    func end() {
        for source in sources { source.cancel() }
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
}
