import Rostering

/// Collects the faults found while one file is read.
final class FaultLog {
    private(set) var faults: [Fault] = []

    /// Adds a fault, unless there are more than anybody reads.
    func add(_ fault: @autoclosure () -> Fault) {
        if faults.count <= Fault.listedAtMost { faults.append(fault()) }
    }

    /// Adds the faults of another file.
    func add(_ faults: [Fault], ofFile file: String) {
        for var fault in faults {
            fault.file = file
            add(fault)
        }
    }
}
