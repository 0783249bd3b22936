/// A week at a host costs the person's preference and the travel to it.
///
/// For each person and host, each week posted costs: preference + weight × minutes of travel one way; neither is negative. So the weight of this rule is the price
/// of one minute of travel in one posted week; preferences are points already and are not weighted.
public struct PlacementCost: Rule {
    /// See ``Rule/id``.
    public static let id: RuleID = "placement"
    /// See ``Rule/name``.
    public static let name = Text("Travel and preference", "路程与意愿")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "A week at a host costs the person's preference and the travel; the weight is the price of a minute of travel.",
        "在机构工作一周的成本为个人意愿成本加路程成本；权重为每分钟路程的成本。")
    /// See ``Rule/unit``.
    public static let unit = Text("person-week", "人周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("placement", Citation.model, "5", "cost of s at c for a week")
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.staff
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.soft

    /// Soft, 0.01 points a minute of travel one way, for each week.
    public var enforcement = Enforcement.soft(Cost(thousandths: 10))

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for person in instance.personIndexes {
            for week in instance.weeks {
                for host in instance.hosts(of: person, in: week) {
                    let cost = weeklyCost(of: person, at: host, in: instance)
                    if cost > .zero { requirements.costs.append((.posted(person, host, week), cost)) }
                }
                for host in instance.hostsVisited(by: person, in: week) {
                    let cost = weeklyCost(of: person, at: host, in: instance)
                    if cost > .zero { requirements.costs.append((.visited(person, host, week), cost)) }
                }
            }
        }
        return requirements
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        return instance.personIndexes.flatMap { person in
            let hosts = instance.weeks.flatMap { week in
                [attendance.posting(of: person, in: week)?.host].compactMap(\.self)
                    + (attendance.homeDuty(of: person, in: week)?.visits.map(\.host) ?? [])
            }
            return Set(hosts).sorted().compactMap { host -> Violation? in
                let unit = weeklyCost(of: person, at: host, in: instance)
                guard unit > .zero else { return nil }
                let weeks = hosts.count { $0 == host }
                return Violation(
                    tag: tag(.posting(person, host)), amount: weeks, isHard: false, cost: weeks * unit)
            }
        }
    }

    /// What a week of a person at a host costs.
    public func weeklyCost(of person: PersonIndex, at host: SiteIndex, in instance: Instance) -> Cost {
        let minutes = instance.travelMinutes(from: instance.employer(of: person), to: host)
        return (instance[person].preferences[instance[host].id] ?? .zero) + minutes * enforcement.weight
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .posting(let person, let host) = violation.tag.subject else { return Self.name }
        let (id, site) = (instance[person].id, instance[host].name)
        return Text(
            "\(id) spends \(counted(violation.amount, "week")) at \(site.english); travel and preference cost \(violation.cost)",
            "\(id)在\(site.chinese)工作\(violation.amount)周，路程与意愿成本\(violation.cost)")
    }
}
