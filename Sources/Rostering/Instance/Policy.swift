/// Which rules are on, how strictly, and with which parameters.
///
/// Every rule of the ``RuleBook`` is present exactly once, in the book's order, with the defaults of the model unless changed.
public struct Policy: Sendable {
    /// The rules with their parameters, in the rule book's order.
    public private(set) var rules: [any Rule]
    /// Whether service to patients is settled first and everything else only after it, instead of one weighted sum.
    public var isLexicographic: Bool
    /// How the targets of imported indicators are read.
    public var indicators = IndicatorReadings()

    /// The rule book's rules with the defaults of the model.
    public init(isLexicographic: Bool = false) {
        rules = RuleBook.standard
        self.isLexicographic = isLexicographic
    }

    /// The rule of a type, to be read or changed: `policy[MidTitleFloor.self].reading = .both`.
    public subscript<R: Rule>(_ type: R.Type) -> R {
        get { rules.lazy.compactMap { $0 as? R }.first ?? R() }
        set { replace(newValue) }
    }

    /// Puts a rule in the place of the one with the same identifier; a rule that is not in the book is added at the end.
    public mutating func replace(_ rule: any Rule) {
        if let position = rules.firstIndex(where: { $0.id == rule.id }) {
            rules[position] = rule
        } else {
            rules.append(rule)
        }
    }
}
