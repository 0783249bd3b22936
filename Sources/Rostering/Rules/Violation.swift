/// Where and by how much a roster misses a rule.
public struct Violation: Hashable, Sendable {
    /// Which rule, of whom, when.
    public let tag: RequirementTag
    /// How much, in the rule's unit; at least 1.
    public let amount: Int
    /// Whether the rule is hard.
    public let isHard: Bool
    /// The share of the objective, never negative; zero for a hard rule.
    public let cost: Cost
    /// Which of several faults it is, for rules that can be missed in more than one way.
    public let reason: Reason?

    /// One of the ways in which a rule can be missed, such as `onLeave`; an open set.
    public struct Reason: RawRepresentable, Hashable, Sendable {
        /// The code, in lower camel case.
        public let rawValue: String
        /// Wraps a code.
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// Describes a violation.
    public init(tag: RequirementTag, amount: Int, isHard: Bool, cost: Cost, reason: Reason? = nil) {
        self.tag = tag
        self.amount = amount
        self.isHard = isHard
        self.cost = cost
        self.reason = reason
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
