import Rostering

extension InstanceDescription {
    /// The places and codes of the faults that validation finds in the description.
    var faultLines: [String] {
        do {
            _ = try Instance(self)
            return []
        } catch {
            return error.faults.map { "\($0.code.rawValue) \($0.path)" }
        }
    }
}

extension Violation {
    /// What the rule of an instance says of the violation, in both languages.
    func wording(in instance: Instance) -> [String] {
        guard let rule = instance.policy.rules.first(where: { $0.id == tag.rule }) else { return [] }
        let text = rule.wording(of: self, in: instance)
        return [text.english, text.chinese]
    }
}
