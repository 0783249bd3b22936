/// A figure that policy documents ask to be reported, computed from a roster in whole numbers.
///
/// One file holds one indicator.
public protocol Indicator: Sendable {
    /// What it is and where it is asked for.
    static var definition: IndicatorDefinition { get }

    /// Makes the indicator.
    init()

    /// The values, one for each subject and reading, in a fixed order; empty where the instance has no such subject.
    func values(in attendance: Attendance) -> [IndicatorValue]
}

/// What an indicator is and where it is asked for.
public struct IndicatorDefinition: Hashable, Sendable {
    /// In what values are counted.
    public enum Unit: Hashable, Sendable {
        /// A share of a whole, shown as a percentage.
        case share
        /// A number without a unit.
        case number
        /// Things of a kind, such as days; in the singular.
        case counted(Text)
    }

    /// The identifier, in lower camel case.
    public let id: String
    /// The name for people.
    public let name: Text
    /// How it is computed.
    public let formula: Text
    /// In what values are counted.
    public let unit: Unit
    /// The clauses that ask for it, the main one first; at least one.
    public let citations: [Citation]

    /// Defines an indicator.
    public init(id: String, name: Text, formula: Text, unit: Unit, citations: [Citation]) {
        precondition(!citations.isEmpty, "Every indicator has a source.")
        self.id = id
        self.name = name
        self.formula = formula
        self.unit = unit
        self.citations = citations
    }
}

/// Of what an indicator has a value.
public enum IndicatorSubject: Hashable, Sendable {
    /// The instance as a whole.
    case whole
    /// One site.
    case site(SiteIndex)
    /// One department.
    case department(DepartmentIndex)
    /// One pool of appointments, beds or examinations.
    case pool(PoolIndex)
    /// A hospital and the site it is paired with.
    case pair(SiteIndex, SiteIndex)
}

/// One value of an indicator.
public struct IndicatorValue: Equatable, Sendable {
    /// What a target says of a value.
    public enum Verdict: String, CaseIterable, Sendable {
        /// The target is met.
        case met
        /// It is missed.
        case missed
        /// There is no target, or nothing to measure.
        case none
    }

    /// Of what.
    public let subject: IndicatorSubject
    /// Under which reading or over what time, or nil if there is only one way.
    public let reading: Text?
    /// The value, or nil where there is nothing to measure, such as a share of nobody.
    public let value: Fraction?
    /// What the clause asks for, or nil.
    public let target: IndicatorTarget?
    /// Whether the target binds; false where the instance's policy enforces another reading, has the rule off, or names a pack without the clause.
    public let isEnforced: Bool

    /// Describes a value.
    public init(
        _ subject: IndicatorSubject, _ reading: Text? = nil, _ value: Fraction?,
        target: IndicatorTarget? = nil, isEnforced: Bool = true
    ) {
        self.subject = subject
        self.reading = reading
        self.value = value
        self.target = target
        self.isEnforced = isEnforced
    }

    /// Whether the target is met.
    public var verdict: Verdict {
        guard let value, let target else { return .none }
        return target.isMet(by: value) ? .met : .missed
    }
}

/// What a clause asks of an indicator.
public struct IndicatorTarget: Equatable, Sendable {
    /// How a value compares with the limit.
    public enum Relation: String, CaseIterable, Sendable {
        /// The limit or more (不少于, 以上).
        case atLeast
        /// More than the limit (为主).
        case moreThan
        /// The limit or less.
        case atMost
    }

    /// How a value compares with the limit.
    public let relation: Relation
    /// The limit.
    public let limit: Fraction

    /// Describes a target.
    public init(_ relation: Relation, _ limit: Fraction) {
        self.relation = relation
        self.limit = limit
    }

    /// Whether a value meets the target, exactly.
    public func isMet(by value: Fraction) -> Bool {
        switch relation {
        case .atLeast: value >= limit
        case .moreThan: value > limit
        case .atMost: value <= limit
        }
    }
}
