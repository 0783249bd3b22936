import Rostering

/// A file that cannot be used, with every fault found.
public struct InvalidFile: Error, Sendable {
    /// The faults, in the order of the file's parts; at least one.
    public let faults: [Fault]

    /// Collects faults.
    public init(faults: [Fault]) { self.faults = faults }
}
