/// A clinic's postings and visits serve the specialty it is to be known for (QD24).
///
/// For each clinic with a ``Site/featureSpecialty``, over the horizon, with `A` the person-weeks in which somebody serves there, posted for
/// anything but training or visiting, and `F` those of people who have the feature specialty: 100 F − percent × A + (100 − percent) × violation ≥ 0.
/// The violation is the least number of weeks of such people that, added, would satisfy it; `A = 0` is satisfied.
public struct FeatureSpecialty: Rule {
    /// See ``Rule/id``.
    public static let id: RuleID = "featureSpecialty"
    /// See ``Rule/name``.
    public static let name = Text("Feature specialty", "一院一特色")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "A share of a clinic's postings and visits serves the specialty it is to be known for.",
        "机构的派驻与坐诊巡诊中，特色专科人员达到规定比例。")
    /// See ``Rule/unit``.
    public static let unit = Text("week", "周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("QD24", Citation.qingdao, "(十)", "通过专家派驻、专科共建、专业协作等方式,指导乡镇卫生院实现“一院一特色”")
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.staff
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.soft
    /// See ``Rule/parameters``.
    public static let parameters: [Parameter<Self>] = [
        .integer("percent", \.percent, 0...99, Text("share of weeks served, percent", "占服务周数的百分比"))
    ]

    /// Soft, 20 points a week; off until a policy turns it on.
    public var enforcement = Enforcement.soft(Cost(20)).off
    /// The share of the weeks served, percent, 0 to 99.
    public var percent = 30

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool {
        instance.sites.contains { $0.featureSpecialty != nil }
    }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for site in instance.siteIndexes {
            guard let feature = instance[site].featureSpecialty else { continue }
            var share = Expression()
            for person in instance.personIndexes {
                let counts = instance[person].specialties.contains(feature)
                for measure in instance.service(of: person, at: site).flatMap(\.measures) {
                    share.add(counts ? 100 - percent : -percent, measure)
                }
            }
            guard instance.least(of: share) < 0 else { continue }
            let tag = tag(.site(site))
            let missing = Quantity(violationOf: tag, enforcement)
            share.add(100 - percent, .quantity(missing.name))
            requirements.quantities.append(missing)
            requirements.rows.append(Requirement(tag, share))
        }
        return requirements
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        return instance.siteIndexes.compactMap { site in
            guard let feature = instance[site].featureSpecialty else { return nil }
            var (all, featured) = (0, 0)
            for person in instance.personIndexes {
                let weeks = instance.weeks.count { attendance.serves(person, at: site, in: $0) }
                all += weeks
                if instance[person].specialties.contains(feature) { featured += weeks }
            }
            var missing = 0
            while 100 * (featured + missing) < percent * (all + missing) { missing += 1 }
            return missing > 0 ? violation(.site(site), amount: missing) : nil
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .site(let site) = violation.tag.subject, let feature = instance[site].featureSpecialty
        else { return Self.name }
        let (name, specialty) = (instance[site].name, instance.wording(of: feature))
        let (english, amount) = (counted(violation.amount, "week"), violation.amount)
        return Text(
            "\(name.english) lacks \(english) of \(specialty.english), its feature, for \(percent) % of the weeks served",
            "\(name.chinese)的特色专科\(specialty.chinese)应占服务周数的\(percent)%，缺\(amount)周")
    }
}
