/// Family-doctor referrals are served from the reserve.
///
/// For each pool and week with referrals wanted: reserved + unmet ≥ wanted.
public struct ReferralsUnmet: Rule {
    /// See ``Rule/id``.
    public static let id: RuleID = "referralsUnmet"
    /// See ``Rule/name``.
    public static let name = Text("Referrals unmet", "未满足转诊")
    /// See ``Rule/summary``.
    public static let summary = Text("Family-doctor referrals are served from the reserve.", "家庭医生转诊由预留号源满足。")
    /// See ``Rule/unit``.
    public static let unit = Text("appointment", "号")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("YL32", Citation.yulin, "三（八）", "实现转入转出可追溯和动态监管，确保预约转诊优先诊疗")
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.patientService
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.soft

    /// Soft, 1 point an appointment.
    public var enforcement = Enforcement.soft(Cost(1))

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool {
        instance.poolIndexes.contains { pool in
            instance.weeks.contains { instance[pool].referralsWanted(in: $0) > 0 }
        }
    }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for pool in instance.poolIndexes {
            for week in instance.weeks {
                let wanted = instance[pool].referralsWanted(in: week)
                guard wanted > 0 else { continue }
                let tag = tag(.pool(pool), week)
                let unmet = Quantity(violationOf: tag, enforcement, upper: wanted)
                requirements.quantities.append(unmet)
                var expression = Expression(constant: -wanted)
                expression.add(1, .quantity(.reserved(pool, week)))
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
                let wanted = instance[pool].referrals.reduce(0) { $0 + $1[week.offset] }
                let unmet = wanted - attendance.roster.slots[pool, week].referralsServed
                return unmet > 0 ? violation(.pool(pool), week, amount: unmet) : nil
            }
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .pool(let pool) = violation.tag.subject else { return Self.name }
        let name = instance.wording(of: pool)
        return Text(
            "\(name.english): \(counted(violation.amount, "referral")) unmet",
            "\(name.chinese)有\(violation.amount)个转诊未满足")
    }
}
