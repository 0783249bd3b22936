/// Nobody is away for more weeks than the person's limit, history included.
public struct AwayLimit: StructuralRule {
    enum Fault: String { case tooLongAway }

    /// See ``Rule/id``.
    public static let id: RuleID = "awayLimit"
    /// See ``Rule/name``.
    public static let name = Text("Limit of weeks away", "下派周数上限")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "Nobody is away for more weeks than the person's limit, history included.", "人员下派周数（含以往）不超过本人上限。")
    /// See ``Rule/unit``.
    public static let unit = Text("week", "周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation(
            "awayLimit", Citation.model, "4",
            "total posted weeks, history included, between `minimumAway` and `maximumAway`")
    ]

    /// The rule.
    public init() {}

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        attendance.instance.personIndexes.compactMap { person in
            let away = attendance.weeksAway(of: person)
            guard let limit = attendance.instance[person].maximumAway, away > limit else { return nil }
            return violation(Fault.tooLongAway, .person(person), amount: away - limit)
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .person(let index) = violation.tag.subject else { return Self.name }
        let (id, limit) = (instance[index].id, instance[index].maximumAway ?? 0)
        return Text(
            "\(id) is away \(counted(violation.amount, "week")) more than the limit of \(limit)",
            "\(id)下派周数上限为\(limit)周，超出\(violation.amount)周")
    }
}
