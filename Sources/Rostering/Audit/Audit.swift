/// The independent judgement of a roster.
public struct Audit: Sendable {
    /// One rule's verdict.
    public struct Verdict: Sendable {
        /// The rule.
        public let rule: RuleID
        /// Where the rule is missed, in order.
        public let violations: [Violation]
        /// Verdicts under every reading.
        public let readings: [ReadingVerdict]
        /// What deserves a look although the rule is kept.
        public let warnings: [Text]
        /// Whether the instance has what the rule is about; otherwise there is nothing to judge.
        public let isApplicable: Bool

        /// The rule's share of the objective.
        public var cost: Cost { violations.reduce(.zero) { $0 + $1.cost } }
        /// The total of violations in the rule's unit.
        public var amount: Int { violations.reduce(0) { $0 + $1.amount } }
    }

    /// By rule that is on, in the policy's order.
    public let verdicts: [Verdict]

    /// Judges a roster by every rule that is on, in whole-number arithmetic and without any solver.
    ///
    /// With `comments`, verdicts under every reading, warnings and whether there is anything to judge are added; who only compares rosters
    /// saves the time.
    public init(of roster: Roster, in instance: Instance, comments: Bool = true) {
        let attendance = Attendance(roster, in: instance)
        let verdicts = Self.rules(of: instance).map { rule in
            Verdict(
                rule: rule.id, violations: rule.violations(in: attendance), readings: [], warnings: [],
                isApplicable: true)
        }
        self.verdicts = comments ? Self.commented(verdicts, attendance) : verdicts
    }

    private init(_ verdicts: [Verdict]) { self.verdicts = verdicts }

    /// This judgement with the comments that it was made without. Takes the time of the comments alone.
    ///
    /// - Precondition: it is a judgement of this roster and this instance.
    public func commented(on roster: Roster, in instance: Instance) -> Audit {
        Audit(Self.commented(verdicts, Attendance(roster, in: instance)))
    }

    private static func rules(of instance: Instance) -> [any Rule] {
        instance.policy.rules.filter(\.enforcement.isOn)
    }

    private static func commented(_ verdicts: [Verdict], _ attendance: Attendance) -> [Verdict] {
        zip(verdicts, rules(of: attendance.instance)).map { verdict, rule in
            let isApplicable = !verdict.violations.isEmpty || rule.applies(to: attendance.instance)
            return Verdict(
                rule: verdict.rule, violations: verdict.violations,
                readings: isApplicable ? rule.readings(in: attendance) : [],
                warnings: rule.warnings(in: attendance), isApplicable: isApplicable)
        }
    }

    /// The objective: the sum of all soft violations and costs.
    public var objective: Cost { verdicts.reduce(.zero) { $0 + $1.cost } }
    /// The share of the objective of one of its parts.
    public func cost(of part: ObjectivePart, in instance: Instance) -> Cost {
        zip(verdicts, Self.rules(of: instance)).reduce(.zero) { sum, pair in
            type(of: pair.1).part == part ? sum + pair.0.cost : sum
        }
    }
    /// All violations of hard rules, in order.
    public var hardViolations: [Violation] { verdicts.flatMap { $0.violations.filter(\.isHard) } }
    /// The total amount by which hard rules are missed, each in its own unit.
    public var hardTotal: Int { hardViolations.reduce(0) { $0 + $1.amount } }
    /// Whether every hard rule is kept.
    public var isFeasible: Bool { !verdicts.contains { $0.violations.contains(where: \.isHard) } }
}
