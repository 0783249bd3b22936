/// The people of a department take turns: their weeks away differ by no more than a tolerance (HB26).
///
/// For each department with at least two members who may be posted in some week, with `away` the weeks away of such a member, history
/// included: away ≥ fewest and away − fewest ≤ tolerance + violation for each of them.
public struct Fairness: Rule {
    /// See ``Rule/id``.
    public static let id: RuleID = "fairness"
    /// See ``Rule/name``.
    public static let name = Text("Fairness", "轮流均衡")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "Within a department, weeks away differ by no more than a tolerance, history included.",
        "同一科室人员下派周数（含以往）之差不超过允许值。")
    /// See ``Rule/unit``.
    public static let unit = Text("week", "周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("HB26", Citation.hanbin, "六(八)", "定期选派医务人员轮流到基层值诊、查房")
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.staff
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.soft
    /// See ``Rule/parameters``.
    public static let parameters: [Parameter<Self>] = [
        .integer("tolerance", \.tolerance, 0...520, Text("difference that costs nothing, weeks", "允许的差，周"))
    ]

    /// Soft, 2 points a week.
    public var enforcement = Enforcement.soft(Cost(2))
    /// The difference that costs nothing, in weeks, 0 to 520.
    public var tolerance = 4

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for index in instance.departmentIndexes {
            let members = instance[index].members.filter { member in
                instance.options(of: member).contains { !$0.weeks.isEmpty }
            }
            guard members.count > 1 else { continue }
            let tag = tag(.department(index))
            // Whole in some best roster, since weeks away are.
            let fewest = Quantity(.auxiliary(tag, "fewest"), isInteger: false)
            let excess = Quantity(violationOf: tag, enforcement)
            requirements.quantities += [fewest, excess]
            for member in members {
                var below = instance.weeksAway(of: member, times: -1)
                below.constant += tolerance
                below.add(1, .quantity(fewest.name))
                below.add(1, .quantity(excess.name))
                var above = instance.weeksAway(of: member, times: 1)
                above.add(-1, .quantity(fewest.name))
                requirements.rows += [Requirement(tag, below), Requirement(tag, above)]
            }
        }
        return requirements
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        let permissions = PostingPermissions(instance)
        return instance.departmentIndexes.compactMap { index in
            let department = instance[index]
            let away = instance.personIndexes.filter { person in
                instance[person].employer == instance[department.hospital].id
                    && instance[person].specialties.first == department.specialty
                    && permissions.mayBePosted(person)
            }.map { attendance.weeksAway(of: $0) }
            guard let most = away.max(), let fewest = away.min(), most - fewest > tolerance else {
                return nil
            }
            return violation(.department(index), amount: most - fewest - tolerance)
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .department(let department) = violation.tag.subject else { return Self.name }
        let name = instance.wording(of: department)
        let spread = tolerance + violation.amount
        return Text(
            """
            \(name.english): weeks away differ by \(counted(spread, "week")), \(violation.amount) more than the tolerance of \
            \(tolerance)
            """,
            "\(name.chinese)人员下派周数相差\(spread)周，允许\(tolerance)周，超出\(violation.amount)周")
    }
}
