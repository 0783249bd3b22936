/// People of a specialty wanted at a host in a week are posted there.
///
/// For each demand and week with its host, with `wanted` the people the description fits:
/// people of `wanted` posted at the host to serve, not to learn, + shortfall ≥ count. What a person-week missed costs is multiplied by the demand's
/// priority, the host's remoteness (YL37) and every ``PriorityWeight`` that is for the demand: key groups (YL29), diseases for which many patients
/// leave the county (YL08, QD19).
public struct Coverage: Rule {
    /// See ``Rule/id``.
    public static let id: RuleID = "coverage"
    /// See ``Rule/name``.
    public static let name = Text("Coverage", "派驻覆盖")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "The people wanted at a host in a week are posted there.", "每周派到机构的人数不少于所需人数。")
    /// See ``Rule/unit``.
    public static let unit = Text("person-week", "人周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("HB19", Citation.hanbin, "五(二)", "牵头医院在统一人员管理中要优先保证基层医疗机构用人需求")
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.patientService
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.hardOrSoft

    /// Soft, 100 points a person-week, times the demand's priority.
    public var enforcement = Enforcement.soft(Cost(100))

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool { !instance.demands.isEmpty }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for (position, demand) in instance.demands.enumerated() {
            guard let host = instance.site(demand.host) else { continue }
            let people = instance.candidates(at: host).filter { demand.wanted.accepts(instance[$0]) }
            let priority = instance.priority(of: DemandIndex(position))
            for week in instance.weeks(of: demand) {
                let tag = tag(.demand(DemandIndex(position)), week)
                let shortfall = Quantity(violationOf: tag, enforcement, factor: priority)
                requirements.quantities.append(shortfall)
                var expression = Expression(constant: -demand.count)
                for person in people {
                    for kind in instance.servingKinds(of: person, at: host) {
                        expression.add(1, .posted(person, host, week, as: kind))
                    }
                }
                expression.add(1, .quantity(shortfall.name))
                requirements.rows.append(Requirement(tag, expression))
            }
        }
        return requirements
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        return instance.demands.enumerated().flatMap { position, demand -> [Violation] in
            guard let host = instance.site(demand.host) else { return [] }
            return instance.weeks(of: demand).compactMap { week in
                let present = attendance.people(servingAt: host, in: week).count {
                    demand.wanted.accepts(instance[$0])
                }
                guard present < demand.count else { return nil }
                return violation(
                    .demand(DemandIndex(position)), week, amount: demand.count - present,
                    factor: instance.priority(of: DemandIndex(position)))
            }
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .demand(let index) = violation.tag.subject else { return Self.name }
        let demand = instance[index]
        let whom = instance.wording(of: demand.wanted)
        let site = instance.wording(of: demand.host)
        return Text(
            "\(site.english) wants \(demand.count) of \(whom.english); \(violation.amount) missing",
            "\(site.chinese)需要\(whom.chinese)\(demand.count)人，缺\(violation.amount)人")
    }
}
