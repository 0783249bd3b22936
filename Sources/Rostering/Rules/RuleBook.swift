/// All rules, in the order in which they are reported.
public enum RuleBook {
    /// Every rule with the defaults of the model.
    public static var standard: [any Rule] {
        [
            Coverage(), MidTitleFloor(),
        ]
    }
}
