/// A clinic or hospital keeps a share of its recovery beds for patients whom upper hospitals send down (YL31, HB31).
///
/// With `p` percent, `C` the beds of a resource that states `referralsDown`, and `R` those kept in a week: 100 R + 100 v ≥ p C. Such beds owe nothing
/// to family doctors' referrals up (``ReferralReserve``); patients sent down for whom there is no bed are ``ReferralsUnmet``, and others who want
/// one ``GeneralDemandUnmet``. The clauses state no number, so the percentage is a default to be set.
public struct DownReferralBeds: Rule {
    /// See ``Rule/id``.
    public static let id: RuleID = "downReferralBeds"
    /// See ``Rule/name``.
    public static let name = Text("Beds for patients sent down", "下转病床")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "A share of a lower site's recovery beds is kept for patients whom upper hospitals send down.",
        "下级机构按规定比例为上级医院下转的康复患者预留床位。")
    /// See ``Rule/unit``.
    public static let unit = Text("bed-week", "床周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation(
            "YL31", Citation.yulin, "三（八）",
            "上级医疗机构应将急性病恢复期患者、术后恢复期患者及危重症稳定期患者及时转诊至下级医疗机构继续治疗和康复"),
        Citation("HB31", Citation.hanbin, "六(九)", "做好双向转诊和下转病人康复服务"),
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.patientService
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.hardOrSoft
    /// See ``Rule/parameters``.
    public static let parameters: [Parameter<Self>] = [
        .integer("percent", \.percent, 0...100, Text("share of the beds kept, percent", "预留床位的百分比"))
    ]

    /// Soft, 2 points a bed-week; off until a policy turns it on.
    public var enforcement = Enforcement.soft(Cost(2)).off
    /// The share, percent, 0 to 100.
    public var percent = 20

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool {
        instance.description.resources.contains { $0.isForReferralsDown }
    }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for pool in instance.poolIndexes where instance[pool].isForReferralsDown {
            for week in instance.weeks {
                var expression = Expression()
                expression.add(-percent, instance.capacity(of: pool, in: week))
                guard expression.constant < 0 else { continue }
                let tag = tag(.pool(pool), week)
                let missing = Quantity(violationOf: tag, enforcement)
                requirements.quantities.append(missing)
                expression.add(100, .quantity(.reserved(pool, week)))
                expression.add(100, .quantity(missing.name))
                requirements.rows.append(Requirement(tag, expression))
            }
        }
        return requirements
    }

    /// The beds to be kept of so many: the percentage, rounded up to whole beds.
    public func share(of beds: Int) -> Int { (percent * beds + 99) / 100 }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        return instance.poolIndexes.filter { instance[$0].isForReferralsDown }.flatMap { pool in
            instance.weeks.compactMap { week in
                let beds = attendance.capacity(of: pool, in: week)
                let missing = share(of: beds) - attendance.roster.slots[pool, week].reserved
                return missing > 0 ? violation(.pool(pool), week, amount: missing) : nil
            }
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .pool(let pool) = violation.tag.subject else { return Self.name }
        let (name, amount) = (instance.wording(of: pool), violation.amount)
        return Text(
            "\(name.english): \(counted(amount, "bed")) too few for patients sent down (\(percent) %)",
            "\(name.chinese)为下转患者预留的床位少\(amount)张（\(percent)%）")
    }
}
