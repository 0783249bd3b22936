/// Where and by how much a roster misses a rule.
public struct Violation: Hashable, Sendable {
    /// Which rule, of whom, when.
    public let tag: RequirementTag
    /// How much, in the rule's unit; at least 1.
    public let amount: Int
    /// Whether the rule is hard.
    public let isHard: Bool
    /// The share of the objective; zero for a hard rule. Negative only where a person likes to go.
    public let cost: Cost

    /// Describes a violation.
    public init(tag: RequirementTag, amount: Int, isHard: Bool, cost: Cost) {
        self.tag = tag
        self.amount = amount
        self.isHard = isHard
        self.cost = cost
    }
}

/// A rule's verdict under one reading of its clause.
public struct ReadingVerdict: Hashable, Sendable {
    /// The reading.
    public let reading: Text
    /// Whether it is the one enforced.
    public let isEnforced: Bool
    /// The total of violations under it, in the rule's unit.
    public let amount: Int
    /// The sites that miss it in at least one week, in order.
    public let sites: [SiteIndex]

    /// Describes a verdict.
    public init(reading: Text, isEnforced: Bool, amount: Int, sites: [SiteIndex]) {
        self.reading = reading
        self.isEnforced = isEnforced
        self.amount = amount
        self.sites = sites
    }
}
