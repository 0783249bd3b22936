/// What a requirement counts: a fact of one person's plan, or a quantity beside the plans.
public enum Measure: Hashable, Sendable {
    /// 1 when the person is posted at the host in the week, in a posting of the kind, or of any kind for nil.
    case posted(PersonIndex, SiteIndex, Week, as: PostingKind? = nil)
    /// 1 when the person is at the host in the week in a posting, of the kind or of any kind for nil, that lasts at least `weeks` weeks, those
    /// before the horizon and those an open end is committed to included.
    case settled(PersonIndex, SiteIndex, Week, weeks: Int, as: PostingKind? = nil)
    /// 1 when a posting of the person at the host, of the kind or of any kind for nil, starts in the week.
    case started(PersonIndex, SiteIndex, Week, as: PostingKind? = nil)
    /// 1 when the person, at home in the week, visits the host.
    case visited(PersonIndex, SiteIndex, Week)
    /// The sessions of the person's visits to the host in the week.
    case visitSessions(PersonIndex, SiteIndex, Week)
    /// The sessions at the hospital that the person's visits take away in the week.
    case sessionsLost(PersonIndex, Week)
    /// 1 when the sessions at the hospital that the person's visits take away in the week are odd in number.
    case oddSessionLost(PersonIndex, Week)
    /// 1 when the person, at home in the week, does a remote duty.
    case onRemoteDuty(PersonIndex, RemoteDutyIndex, Week)
    /// The value of a quantity.
    case quantity(Quantity.Name)

    /// The person whose plan it is a fact of, or nil for a quantity.
    var person: PersonIndex? {
        switch self {
        case .posted(let person, _, _, as: _), .settled(let person, _, _, weeks: _, as: _),
            .started(let person, _, _, as: _), .visited(let person, _, _), .visitSessions(let person, _, _),
            .sessionsLost(let person, _), .oddSessionLost(let person, _), .onRemoteDuty(let person, _, _):
            person
        case .quantity: nil
        }
    }
}

/// A sum of measures with whole coefficients, and a constant.
public struct Expression: Hashable, Sendable {
    /// A measure with its coefficient.
    public struct Term: Hashable, Sendable {
        /// The coefficient.
        public let coefficient: Int
        /// What it multiplies.
        public let measure: Measure

        /// Multiplies a measure.
        public init(_ coefficient: Int, _ measure: Measure) {
            self.coefficient = coefficient
            self.measure = measure
        }
    }

    /// The terms; a measure may occur in several.
    public var terms: [Term]
    /// The constant.
    public var constant: Int

    /// A sum of terms and a constant.
    public init(_ terms: [Term] = [], constant: Int = 0) {
        self.terms = terms
        self.constant = constant
    }

    /// Adds `coefficient` times a measure.
    public mutating func add(_ coefficient: Int, _ measure: Measure) {
        if coefficient != 0 { terms.append(Term(coefficient, measure)) }
    }
}

/// A number beside the plans that a requirement uses, such as a violation or the slots reserved.
public struct Quantity: Hashable, Sendable {
    /// What a quantity stands for.
    public enum Name: Hashable, Sendable {
        /// The amount by which a requirement is missed, in the rule's unit.
        case violation(RequirementTag)
        /// Appointments of a pool reserved for referrals in a week; shared by the rules of the slot plan.
        case reserved(PoolIndex, Week)
        /// Anything else a rule needs, by a name unique within the rule and subject.
        case auxiliary(RequirementTag, String)
    }

    /// What it stands for.
    public let name: Name
    /// The least value, a whole number.
    public let lower: Int
    /// The greatest value, or nil for none.
    public let upper: Int?
    /// Whether it must be whole. A quantity that is whole in some best solution anyway may leave this false.
    public let isInteger: Bool
    /// What one unit costs; never negative for a violation.
    public let cost: Cost
    /// Whether it measures the violation of a hard requirement: 0 unless violations are sought to explain an infeasible instance.
    public let isHardViolation: Bool

    /// Describes a quantity other than a violation.
    public init(_ name: Name, lower: Int = 0, upper: Int? = nil, isInteger: Bool, cost: Cost = .zero) {
        self.name = name
        self.lower = lower
        self.upper = upper
        self.isInteger = isInteger
        self.cost = cost
        isHardViolation = false
    }

    /// Describes the violation of a requirement under an enforcement.
    ///
    /// The factor multiplies the weight of a soft rule, such as a demand's priority.
    public init(
        violationOf tag: RequirementTag, _ enforcement: Enforcement, factor: Int = 1, upper: Int? = nil
    ) {
        name = .violation(tag)
        lower = 0
        self.upper = upper
        isInteger = true
        cost = enforcement.isHard ? .zero : factor * enforcement.weight
        isHardViolation = enforcement.isHard
    }
}

/// One linear row that a rule asks for: `expression` at least 0.
public struct Requirement: Hashable, Sendable {
    /// Which rule asks it of whom and when.
    public let tag: RequirementTag
    /// What must not be negative.
    public let expression: Expression

    /// Asks that an expression be at least 0.
    public init(_ tag: RequirementTag, _ expression: Expression) {
        self.tag = tag
        self.expression = expression
    }
}

/// Which rule asks something of whom and when.
public struct RequirementTag: Hashable, Sendable {
    /// The rule.
    public let rule: RuleID
    /// Whom it concerns.
    public let subject: Subject
    /// The week, or nil for the whole horizon.
    public let week: Week?

    /// Tags a requirement.
    public init(_ rule: RuleID, _ subject: Subject, _ week: Week? = nil) {
        self.rule = rule
        self.subject = subject
        self.week = week
    }
}

/// Whom a requirement or violation concerns.
public enum Subject: Hashable, Sendable {
    /// One person.
    case person(PersonIndex)
    /// One person at one host.
    case posting(PersonIndex, SiteIndex)
    /// One site.
    case site(SiteIndex)
    /// One department.
    case department(DepartmentIndex)
    /// One demand.
    case demand(DemandIndex)
    /// One pool of appointments.
    case pool(PoolIndex)
    /// One department minimum, by its position in the description.
    case departmentMinimum(Int)
    /// One remote duty.
    case remoteDuty(RemoteDutyIndex)
    /// The visits wanted at one place, by their position in the description.
    case visitsWanted(Int)
    /// One team at one host.
    case team(TeamIndex, SiteIndex)
    /// The named posts at one site, or those of a community whose holders may serve several sites, by the group's number.
    case namedPosts(Int)
    /// The residents of one profession, or all, that one hospital has away: everywhere, at one host, or in the county of its first host.
    case residents(of: SiteIndex, at: SiteIndex? = nil, profession: Profession? = nil)
    /// One function guided at one partner of a hospital.
    case guidance(from: SiteIndex, to: SiteIndex, GuidanceFunction)
    /// The seats for trainees of one hospital, by their position in the description.
    case trainingSeats(Int)
    /// One community's approved posts, by their position in the description.
    case approvedPosts(Int)
    /// One dated target, by its position in the description.
    case target(Int)
    /// A specialty at one clinic.
    case specialty(SiteIndex, SpecialtyID)
}

/// What a rule asks for: quantities and rows over them, in a fixed order.
public struct Requirements: Sendable {
    /// The quantities the rule introduces.
    public var quantities: [Quantity] = []
    /// The rows.
    public var rows: [Requirement] = []
    /// Costs of measures that need no row: what each unit of a measure costs.
    public var costs: [(measure: Measure, cost: Cost)] = []

    /// Asks for nothing.
    public init() {}
}
