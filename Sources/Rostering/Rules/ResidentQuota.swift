/// A hospital keeps a number of people on resident postings in every week (YL20, YL21).
///
/// For each tertiary or secondary hospital and each week in which a link lets it send residents somewhere, with `quota` the number of its level:
/// people employed there on resident postings + shortfall ≥ quota. Managers count too. The number is the hospital's, over all its hosts.
public struct ResidentQuota: Rule {
    /// See ``Rule/id``.
    public static let id: RuleID = "residentQuota"
    /// See ``Rule/name``.
    public static let name = Text("Resident quota", "常驻人数")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "A hospital that sends residents keeps a least number of them away in every week.",
        "派出常驻人员的医院每周在外常驻人员不少于规定人数。")
    /// See ``Rule/unit``.
    public static let unit = Text("person-week", "人周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("YL20", Citation.yulin, "三（二）", "三级公立医院派出常驻人员不少于5人"),
        Citation("YL21", Citation.yulin, "三（二）", "二级公立医院派出常驻人员不少于3人"),
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.staff
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.hardOrSoft
    /// See ``Rule/parameters``.
    public static let parameters: [Parameter<Self>] = [
        .integer("tertiary", \.tertiary, 0...1000, Text("residents of a tertiary hospital", "三级医院常驻人数")),
        .integer("secondary", \.secondary, 0...1000, Text("residents of a secondary hospital", "二级医院常驻人数")),
    ]

    /// Hard; off until a policy turns it on.
    public var enforcement = Enforcement.hard().off
    /// The residents of a tertiary hospital, people, 0 to 1000.
    public var tertiary = 5
    /// The residents of a secondary hospital, people, 0 to 1000.
    public var secondary = 3

    /// The rule with its defaults.
    public init() {}

    /// The residents that a site must have away; none for one that is no hospital.
    private func quota(of site: Site) -> Int {
        switch site.level {
        case .tertiary: tertiary
        case .secondary: secondary
        case .clinic, .village: 0
        }
    }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for hospital in instance.siteIndexes {
            let quota = quota(of: instance[hospital])
            guard quota > 0 else { continue }
            let people = instance.personIndexes.filter { instance.employer(of: $0) == hospital }
            let weeks = instance.weeksSendingResidents(from: hospital)
            for week in instance.weeks where weeks.contains(week) {
                let tag = tag(.site(hospital), week)
                let shortfall = Quantity(violationOf: tag, enforcement)
                var residents = instance.sumPosted(people, as: .resident, in: week) { _ in 1 }
                residents.constant -= quota
                residents.add(1, .quantity(shortfall.name))
                requirements.quantities.append(shortfall)
                requirements.rows.append(Requirement(tag, residents))
            }
        }
        return requirements
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        let permissions = PostingPermissions(instance)
        return instance.siteIndexes.flatMap { hospital -> [Violation] in
            let quota = quota(of: instance[hospital])
            guard quota > 0 else { return [] }
            return instance.weeks.compactMap { week in
                let away = attendance.residents(of: hospital, in: week).count
                guard away < quota, permissions.sends(from: instance[hospital].id, .resident, in: week) else {
                    return nil
                }
                return violation(.site(hospital), week, amount: quota - away)
            }
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .site(let hospital) = violation.tag.subject else { return Self.name }
        let (name, quota) = (instance[hospital].name, quota(of: instance[hospital]))
        return Text(
            "\(name.english) lacks \(violation.amount) of the \(quota) residents it must have away",
            "\(name.chinese)派出常驻人员应不少于\(quota)人，缺\(violation.amount)人")
    }
}

extension Instance {
    /// The weeks in which a link lets a site send residents somewhere.
    fileprivate func weeksSendingResidents(from origin: SiteIndex) -> WeekSet {
        let links = description.links.filter { link in
            link.origin == self[origin].id && link.postingKinds.contains(.resident)
                && (link.isApproved
                    || !(site(link.host).map { PostingOption.crossesCommunities(origin, $0, leads) } ?? true))
        }
        return WeekSet(calendar.weekCount, links.map { calendar.weeks(coveredBy: $0.days) })
    }
}

extension Attendance {
    /// A site's people on resident postings in a week, in order.
    func residents(of employer: SiteIndex, in week: Week) -> [PersonIndex] {
        let id = instance[employer].id
        return instance.personIndexes.filter {
            instance[$0].employer == id && posting(of: $0, in: week)?.kind == .resident
        }
    }
}
