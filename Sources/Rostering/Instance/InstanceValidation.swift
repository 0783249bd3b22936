/// Judges descriptions.
enum InstanceValidation {
    /// Every fault of a description, in the order of its parts.
    static func faults(in description: InstanceDescription) -> [Fault] { [] }
}
