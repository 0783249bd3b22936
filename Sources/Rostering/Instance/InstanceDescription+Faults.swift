extension InstanceDescription {
    /// Every fault of the description, together with those a reader found already, in the order of the file's parts.
    public func faults(beside known: [Fault]) -> [Fault] {
        known + InstanceValidation.faults(in: self)
    }
}
