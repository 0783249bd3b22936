import Rostering

/// Collects the faults found while one file is read.
final class FaultLog {
    /// How many faults are listed at most; a file with more is not this kind of file at all.
    static let limit = 1000

    private(set) var faults: [Fault] = []

    /// Adds a fault, unless there are more than anybody reads.
    func add(_ fault: @autoclosure () -> Fault) {
        if faults.count < Self.limit { faults.append(fault()) }
    }
}
