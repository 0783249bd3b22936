/// A hospital keeps a number of people on resident postings in every week (YL20, YL21).
///
/// For each tertiary or secondary hospital and each week in which a link lets it send residents somewhere, with `quota` the number of its level:
/// people employed there on resident postings + shortfall ≥ quota. Managers count too. The number is the hospital's, over all its hosts, unless
/// ``unit-property`` asks for it at each host, or in each county, to which a link lets the hospital send residents in the week.
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
        .choice("unit", \.unit, Text("for what the number holds", "人数的计算单位")),
    ]

    /// Hard; off until a policy turns it on.
    public var enforcement = Enforcement.hard().off
    /// The residents of a tertiary hospital, people, 0 to 1000.
    public var tertiary = 5
    /// The residents of a secondary hospital, people, 0 to 1000.
    public var secondary = 3
    /// For what the number holds: each hospital unless changed.
    public var unit = ResidentUnit.hospital

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

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool {
        instance.residentGroups(by: .pair).contains { quota(of: instance[$0.hospital]) > 0 }
    }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for group in instance.residentGroups(by: unit) {
            let hospital = group.hospital
            let quota = quota(of: instance[hospital])
            guard quota > 0 else { continue }
            let people = instance.personIndexes.filter { instance.employer(of: $0) == hospital }
            let weeks = instance.weeksSendingResidents(in: group)
            for week in instance.weeks where weeks.contains(week) {
                let tag = tag(subject(of: group), week)
                let shortfall = Quantity(violationOf: tag, enforcement)
                var residents = instance.sumPosted(people, as: .resident, in: week, at: group.includes) { _ in
                    1
                }
                residents.constant -= quota
                residents.add(1, .quantity(shortfall.name))
                requirements.quantities.append(shortfall)
                requirements.rows.append(Requirement(tag, residents))
            }
        }
        return requirements
    }

    private func subject(of group: ResidentGroup) -> Subject {
        group.place.map { .residents(of: group.hospital, at: $0) } ?? .site(group.hospital)
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        shortfalls(in: attendance, by: unit).map { group, week, missing in
            violation(subject(of: group), week, amount: missing)
        }
    }

    private func shortfalls(
        in attendance: Attendance, by unit: ResidentUnit
    ) -> [(group: ResidentGroup, week: Week, missing: Int)] {
        let instance = attendance.instance
        let permissions = PostingPermissions(instance)
        typealias Shortfall = (group: ResidentGroup, week: Week, missing: Int)
        return instance.residentGroups(by: unit).flatMap { group -> [Shortfall] in
            let quota = quota(of: instance[group.hospital])
            return instance.weeks.compactMap { week in
                let away = attendance.residents(in: group, in: week).count
                guard away < quota,
                    permissions.sends(
                        from: instance[group.hospital].id, .resident, in: week,
                        to: { host in instance.site(host).map(group.includes) ?? false })
                else { return nil }
                return (group, week, quota - away)
            }
        }
    }

    /// See ``Rule/readings(in:)``.
    public func readings(in attendance: Attendance) -> [ReadingVerdict] {
        ResidentUnit.allCases.map { unit in
            let shortfalls = shortfalls(in: attendance, by: unit)
            return ReadingVerdict(
                reading: unit.wording, isEnforced: unit == self.unit,
                amount: shortfalls.reduce(0) { $0 + $1.missing },
                sites: Set(shortfalls.map(\.group.hospital)).sorted())
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        let (hospital, place): (SiteIndex, SiteIndex?)
        switch violation.tag.subject {
        case .site(let site): (hospital, place) = (site, nil)
        case .residents(let site, let host, _): (hospital, place) = (site, host)
        default: return Self.name
        }
        let name = instance.wording(of: hospital, at: place, by: unit)
        let quota = quota(of: instance[hospital])
        guard place == nil else {
            return Text(
                "\(name.english) lacks \(violation.amount) of the \(quota) residents it must have there",
                "\(name.chinese)常驻人员应不少于\(quota)人，缺\(violation.amount)人")
        }
        return Text(
            "\(name.english) lacks \(violation.amount) of the \(quota) residents it must have away",
            "\(name.chinese)派出常驻人员应不少于\(quota)人，缺\(violation.amount)人")
    }
}

extension Instance {
    /// The weeks in which a link lets a group's hospital send residents to one of its hosts.
    fileprivate func weeksSendingResidents(in group: ResidentGroup) -> WeekSet {
        let links = description.links.filter { link in
            guard let host = site(link.host), group.includes(host) else { return false }
            return link.origin == self[group.hospital].id && link.postingKinds.contains(.resident)
                && (link.isApproved || !PostingOption.crossesCommunities(group.hospital, host, leads))
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
