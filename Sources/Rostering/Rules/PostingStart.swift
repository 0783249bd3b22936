/// Each start of a posting costs a hand-over; the continuation of a posting under way at week 0 is no start.
public struct PostingStart: Rule {
    /// See ``Rule/id``.
    public static let id: RuleID = "postingStart"
    /// See ``Rule/name``.
    public static let name = Text("Posting start", "派驻交接")
    /// See ``Rule/summary``.
    public static let summary = Text("Each start of a posting costs a hand-over.", "每开始一次派驻都有交接成本。")
    /// See ``Rule/unit``.
    public static let unit = Text("posting", "次")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("postingStart", Citation.model, "5", "each start costs 5 (hand-over)")
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.staff
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.soft

    /// Soft, 5 points a posting.
    public var enforcement = Enforcement.soft(Cost(5))

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for person in instance.personIndexes {
            for week in instance.weeks {
                for host in instance.hosts(of: person, in: week) {
                    requirements.costs.append((.started(person, host, week), enforcement.weight))
                }
            }
        }
        return requirements
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        attendance.instance.personIndexes.flatMap { person in
            attendance.postings(of: person).filter {
                attendance.weeksServedBefore($0, of: person) == 0
            }.map { violation(.posting(person, $0.host), $0.weeks.lowerBound, amount: 1) }
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .posting(let person, let host) = violation.tag.subject else { return Self.name }
        let (id, site) = (instance[person].id, instance[host].name)
        return Text("\(id) starts a posting at \(site.english)", "\(id)开始到\(site.chinese)派驻")
    }
}
