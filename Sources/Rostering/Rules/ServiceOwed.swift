/// People serve the grass-roots weeks they owe, for instance before a promotion (HB17).
///
/// For each person who still owes weeks: weeks away, history included + shortfall ≥ minimumAway.
public struct ServiceOwed: Rule {
    /// See ``Rule/id``.
    public static let id: RuleID = "serviceOwed"
    /// See ``Rule/name``.
    public static let name = Text("Service owed", "应服务周数")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "People serve at the grass roots the weeks they owe, history included.", "人员在基层服务满应服务的周数（含以往）。")
    /// See ``Rule/unit``.
    public static let unit = Text("week", "周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation(
            "HB17", Citation.hanbin, "五(二)",
            "鼓励医共体内上下级医疗机构通过值诊带教、进修培养,以及晋级支医等形式,促进学科带动提升业务水平")
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.staff
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.soft

    /// Soft, 20 points a week.
    public var enforcement = Enforcement.soft(Cost(20))

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool {
        instance.people.contains { $0.minimumAway > 0 }
    }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for person in instance.personIndexes {
            let owed = instance[person].minimumAway - instance[person].history.weeksAway
            guard owed > 0 else { continue }
            let tag = tag(.person(person))
            let shortfall = Quantity(violationOf: tag, enforcement, upper: owed)
            requirements.quantities.append(shortfall)
            var served = instance.weeksAway(of: person, times: 1)
            served.constant -= instance[person].minimumAway
            served.add(1, .quantity(shortfall.name))
            requirements.rows.append(Requirement(tag, served))
        }
        return requirements
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        attendance.instance.personIndexes.compactMap { person in
            let owed = attendance.instance[person].minimumAway - attendance.weeksAway(of: person)
            return owed > 0 ? violation(.person(person), amount: owed) : nil
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .person(let index) = violation.tag.subject else { return Self.name }
        let person = instance[index]
        return Text(
            "\(person.id) owes \(counted(person.minimumAway, "week")) of grass-roots service; \(violation.amount) missing",
            "\(person.id)应在基层服务\(person.minimumAway)周，缺\(violation.amount)周")
    }
}

extension Instance {
    /// `sign` times the weeks a person is away, history included.
    func weeksAway(of person: PersonIndex, times sign: Int) -> Expression {
        var away = Expression(constant: sign * self[person].history.weeksAway)
        for week in weeks {
            for host in hosts(of: person, in: week) { away.add(sign, .posted(person, host, week)) }
        }
        return away
    }
}
