/// What everyone else wants is served from the appointments that are not reserved.
///
/// For each pool and week with general demand: capacity − reserved + unmet ≥ wanted.
public struct GeneralDemandUnmet: Rule {
    /// See ``Rule/id``.
    public static let id: RuleID = "generalDemandUnmet"
    /// See ``Rule/name``.
    public static let name = Text("General demand unmet", "未满足普通需求")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "What everyone else wants is served from the appointments that are not reserved.", "普通患者的需求由未预留的号源满足。"
    )
    /// See ``Rule/unit``.
    public static let unit = Text("appointment", "号")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("HB33", Citation.hanbin, "五(八)", "便捷开展预约诊疗、双向转诊、健康管理等服务")
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.patientService
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.soft

    /// Soft, 0.5 points an appointment.
    public var enforcement = Enforcement.soft(Cost(thousandths: 500))

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool {
        instance.pools.contains { $0.generalDemand.contains { $0 > 0 } }
    }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for pool in instance.poolIndexes {
            for week in instance.weeks {
                let wanted = instance[pool].generalDemand[week.offset]
                guard wanted > 0 else { continue }
                let tag = tag(.pool(pool), week)
                let unmet = Quantity(violationOf: tag, enforcement, upper: wanted)
                requirements.quantities.append(unmet)
                var expression = instance.capacity(of: pool, in: week)
                expression.constant -= wanted
                expression.add(-1, .quantity(.reserved(pool, week)))
                expression.add(1, .quantity(unmet.name))
                requirements.rows.append(Requirement(tag, expression))
            }
        }
        return requirements
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        return instance.poolIndexes.flatMap { pool in
            instance.weeks.compactMap { week in
                let unmet =
                    instance[pool].generalDemand[week.offset]
                    - attendance.roster.slots[pool, week].generalServed
                return unmet > 0 ? violation(.pool(pool), week, amount: unmet) : nil
            }
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .pool(let pool) = violation.tag.subject else { return Self.name }
        let name = instance.wording(of: pool)
        return Text(
            "\(name.english): \(violation.amount) others unmet", "\(name.chinese)有\(violation.amount)个普通需求未满足"
        )
    }
}
