/// Something wrong in an instance or roster, with its place and what to do about it.
public struct Fault: Hashable, Sendable {
    /// What kind of fault it is; an open set.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The code, such as `duplicateIdentifier`.
        public let rawValue: String
        /// Wraps a code.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// A code from its text.
        public init(_ rawValue: String) { self.rawValue = rawValue }
    }

    /// What kind of fault it is.
    public let code: Code
    /// The path of the file it is in, or nil for the file that was to be read: an instance's faults include those of the policy pack it names.
    public var file: String?
    /// Where it is, as a JSON path from the file's root, such as `people[3].title`.
    public let path: String
    /// The offending value as text, shortened; never a person's name.
    public let value: String
    /// What is wrong and what would be accepted.
    public let message: Text

    /// Describes a fault; a value over 60 characters is cut.
    public init(_ code: Code, at path: String, value: String, _ message: Text) {
        self.code = code
        file = nil
        self.path = path
        self.value = value.count > 60 ? value.prefix(59) + "…" : value
        self.message = message
    }
}

/// A description that is not a valid instance, with every fault found.
public struct InvalidInstance: Error, Sendable {
    /// The faults, in the order of the file; at least one.
    public let faults: [Fault]

    /// Collects faults.
    public init(faults: [Fault]) { self.faults = faults }
}
