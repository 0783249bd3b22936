/// A policy clause made exact: what it asks of a roster, how a finished roster is judged, and how that is said to people.
///
/// One file holds one rule. `requirements(for:)` and `violations(in:)` state the same thing twice, on purpose and independently: the first
/// for solvers as linear rows, the second for the checker, which reads the finished roster in whole-number arithmetic and never looks at rows.
public protocol Rule: Sendable {
    /// The rule with the defaults of the model.
    init()

    /// The identifier, which is the key in an instance's policy.
    static var id: RuleID { get }
    /// The name for people.
    static var name: Text { get }
    /// One sentence on what it asks.
    static var summary: Text { get }
    /// The unit in which violations are counted.
    static var unit: Text { get }
    /// The clauses it comes from.
    static var citations: [Citation] { get }
    /// What belongs together in the objective.
    static var part: ObjectivePart { get }
    /// How the rule may be enforced.
    static var enforceability: Enforceability { get }
    /// The parameters an instance may set, beside the enforcement.
    static var parameters: [Parameter<Self>] { get }

    /// Whether the rule is on, how strictly, and the weight of one unit.
    var enforcement: Enforcement { get set }

    /// The rows it asks for, in a fixed order. Not called when the rule is off; empty for a structural rule on one
    /// person's plan, which plans obey by construction.
    func requirements(for instance: Instance) -> Requirements
    /// Whether the instance has what the rule is about; where it has not, no roster can miss the rule and there is nothing to judge.
    func applies(to instance: Instance) -> Bool
    /// The limits that a person's postings of a kind have where the person's own are `stated`.
    func limits(_ stated: PostingLimits, of kind: PostingKind) -> PostingLimits
    /// Where a finished roster misses the rule, in a fixed order.
    func violations(in attendance: Attendance) -> [Violation]
    /// Verdicts under every reading of the clause, the enforced one included; empty if there is only one reading.
    func readings(in attendance: Attendance) -> [ReadingVerdict]
    /// What deserves a look although the rule is kept, such as a clause that cannot apply; without names of people.
    func warnings(in attendance: Attendance) -> [Text]
    /// A violation in words, without names of people.
    func wording(of violation: Violation, in instance: Instance) -> Text
}

extension Rule {
    /// The identifier.
    public var id: RuleID { Self.id }
    /// No parameters beside the enforcement.
    public static var parameters: [Parameter<Self>] { [] }
    /// Every instance has what the rule is about.
    public func applies(to instance: Instance) -> Bool { true }
    /// The limits stated.
    public func limits(_ stated: PostingLimits, of kind: PostingKind) -> PostingLimits { stated }
    /// Only one reading.
    public func readings(in attendance: Attendance) -> [ReadingVerdict] { [] }
    /// No warnings.
    public func warnings(in attendance: Attendance) -> [Text] { [] }
    /// No rows.
    public func requirements(for instance: Instance) -> Requirements { Requirements() }

    /// A violation's tag for this rule.
    func tag(_ subject: Subject, _ week: Week? = nil) -> RequirementTag {
        RequirementTag(Self.id, subject, week)
    }

    /// A violation of this rule, costed by its enforcement.
    func violation(
        _ subject: Subject, _ week: Week? = nil, amount: Int, factor: Int = 1,
        reason: Violation.Reason? = nil
    ) -> Violation {
        Violation(
            tag: tag(subject, week), amount: amount, isHard: enforcement.isHard,
            cost: enforcement.isHard ? .zero : amount * (factor * enforcement.weight), reason: reason)
    }
}

/// A rule on one person's plan or on the slot plan that no roster may break: always on, always hard.
public protocol StructuralRule: Rule {}

extension StructuralRule {
    /// See ``Rule/enforceability``.
    public static var enforceability: Enforceability { .structural }
    /// See ``Rule/part``.
    public static var part: ObjectivePart { .staff }
    /// Always on and hard; setting it changes nothing.
    public var enforcement: Enforcement {
        get { .hard() }
        set {}
    }

    /// A violation of this rule with the way in which it is missed.
    func violation<Reason: RawRepresentable<String>>(
        _ reason: Reason, _ subject: Subject, _ week: Week? = nil, amount: Int
    ) -> Violation {
        Violation(
            tag: tag(subject, week), amount: amount, isHard: true, cost: .zero,
            reason: Violation.Reason(rawValue: reason.rawValue))
    }
}

/// Identifies a rule; the key in an instance's policy.
public struct RuleID: Hashable, Comparable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The identifier's text, in lower camel case.
    public let description: String

    /// Wraps the text of an identifier, of a rule in the book or not.
    public init(_ text: String) { description = text }

    /// Makes an identifier of a literal.
    public init(stringLiteral text: String) { description = text }

    /// Orders by text.
    public static func < (left: RuleID, right: RuleID) -> Bool { left.description < right.description }
}

/// Where a rule comes from.
public struct Citation: Hashable, Sendable {
    /// The requirement's identifier, such as HB21.
    public let requirement: String
    /// The document.
    public let document: Text
    /// The article or section.
    public let article: String
    /// The clause, verbatim.
    public let clause: String

    /// Cites a clause.
    public init(_ requirement: String, _ document: Text, _ article: String, _ clause: String) {
        self.requirement = requirement
        self.document = document
        self.article = article
        self.clause = clause
    }

    /// 安康市汉滨区人民政府办公室, 2022-07-15.
    public static let hanbin = Text("Hanbin pilot scheme, 2022", "《汉滨区紧密型区域医疗卫生共同体试点方案》2022")
    /// 玉政办发〔2017〕55号.
    public static let yulin = Text("Yulin, No. 55 of 2017", "玉政办发〔2017〕55号")
    /// 乌海政办发〔2024〕19号.
    public static let wuhai = Text("Wuhai, No. 19 of 2024", "乌海政办发〔2024〕19号")
    /// 青岛市卫生健康委员会等, 2025-01-26.
    public static let qingdao = Text("Qingdao, 2025", "《青岛市全面深化紧密型县域医疗卫生共同体建设实施方案》2025")
    /// The mathematical model itself, for terms that no clause asks for.
    public static let model = Text("Rota's model", "本模型")
}

/// The two parts of the objective, reported apart.
public enum ObjectivePart: String, CaseIterable, Sendable {
    /// Service to patients: coverage, referrals, general demand.
    case patientService
    /// Everything else.
    case staff
}

/// How a rule may be enforced.
public enum Enforceability: Sendable {
    /// No roster may break it and no instance may turn it off.
    case structural
    /// Hard or soft, or off.
    case hardOrSoft
    /// Hard, or off: plans obey by construction.
    case hard
    /// Soft, or off.
    case soft

    /// Whether plans obey the rule by construction wherever it is on.
    public var isStructural: Bool {
        switch self {
        case .structural, .hard: true
        case .hardOrSoft, .soft: false
        }
    }
}

/// Whether a rule is on, how strictly, and the weight of one unit.
public struct Enforcement: Hashable, Sendable {
    /// Whether the rule is on.
    public var isOn: Bool
    /// Whether it must be kept if all hard rules can be.
    public var isHard: Bool
    /// What one unit of violation costs while it is soft, 0 to 1 000 000 points.
    public var weight: Cost

    /// Describes an enforcement.
    public init(isOn: Bool = true, isHard: Bool, weight: Cost) {
        self.isOn = isOn
        self.isHard = isHard
        self.weight = weight
    }

    /// On and hard, with the weight it would have if made soft.
    public static func hard(ifSoft weight: Cost = Cost(1000)) -> Enforcement {
        Enforcement(isHard: true, weight: weight)
    }
    /// The same, turned off until a policy turns it on.
    public var off: Enforcement { Enforcement(isOn: false, isHard: isHard, weight: weight) }
    /// On and soft.
    public static func soft(_ weight: Cost) -> Enforcement { Enforcement(isHard: false, weight: weight) }
}
