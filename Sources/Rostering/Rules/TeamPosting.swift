/// A team's roles at a host are filled together or not at all, by postings that begin and end together (QD21, YL18).
///
/// For each team, host and week, with `posted` the members of a role there on team postings, `count` as many as the role has go:
///
/// - `posted = count` in every role, or `posted = 0` in every role;
/// - nobody begins a team posting there in a week in which another member continues one.
///
/// A week that misses either is one team-week. Together they make the postings end together too. The whole team may change hands from one week to
/// the next; a single member may not. Only members of a team have team postings: validation sees to that while the rule is on. It ties several
/// people's plans together, so it is rows and not a shape of one plan; as a shape it is to be hard, and may be made soft.
public struct TeamPosting: Rule {
    /// See ``Rule/id``.
    public static let id: RuleID = "teamPosting"
    /// See ``Rule/name``.
    public static let name = Text("Team posting", "组团派驻")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "A team's roles at a host are filled together or not at all, for the same weeks.",
        "组团各岗位同去同回，要么全部到位，要么都不派。")
    /// See ``Rule/unit``.
    public static let unit = Text("team-week", "团周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("QD21", Citation.qingdao, "(十)", "千名医护进乡村“组团式”"),
        Citation("YL18", Citation.yulin, "二", "上级医院要组织管理人才、业务骨干团队到下级医院或基层医疗卫生机构驻点"),
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.staff
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.hardOrSoft

    /// Hard; off until a policy turns it on.
    public var enforcement = Enforcement.hard().off

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool { !instance.description.teams.isEmpty }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for position in instance.description.teams.indices {
            let team = TeamIndex(position)
            let roles = instance[team].roles.map { $0.people.compactMap(instance.person) }
            let hosts = Set(roles.joined().flatMap { instance.teamHosts(of: $0) }).sorted()
            for host in hosts {
                for week in instance.weeks {
                    add(team, roles, at: host, in: week, of: instance, to: &requirements)
                }
            }
        }
        return requirements
    }

    private func add(
        _ team: TeamIndex, _ roles: [[PersonIndex]], at host: SiteIndex, in week: Week,
        of instance: Instance, to requirements: inout Requirements
    ) {
        let tag = tag(.team(team, host), week)
        let broken = Quantity(violationOf: tag, enforcement)
        let isThere = Quantity(.auxiliary(tag, "isThere"), upper: 1, isInteger: true)
        requirements.quantities += [broken, isThere]
        let able = roles.map { people in people.filter { instance.teamHosts(of: $0).contains(host) } }
        for (role, people) in zip(instance[team].roles, able) {
            // posted - count x isThere = 0, but for weeks that miss it; no more than all who can go are ever missing or too many.
            for sign in [1, -1] {
                var filled = Expression()
                for person in people { filled.add(sign, .posted(person, host, week, as: .team)) }
                filled.add(-sign * role.count, .quantity(isThere.name))
                filled.add(max(role.count, people.count), .quantity(broken.name))
                requirements.rows.append(Requirement(tag, filled))
            }
        }
        let members = Array(able.joined())
        let others = members.count - 1
        for member in members where others > 0 {
            // others x started + those of the others who continue <= others, but for weeks that miss it.
            var together = Expression(constant: others)
            together.add(-others, .started(member, host, week, as: .team))
            for other in members where other != member {
                together.add(-1, .posted(other, host, week, as: .team))
                together.add(1, .started(other, host, week, as: .team))
            }
            together.add(others, .quantity(broken.name))
            requirements.rows.append(Requirement(tag, together))
        }
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        return instance.description.teams.enumerated().flatMap { position, team -> [Violation] in
            let roles = team.roles.map { role in
                (count: role.count, people: role.people.compactMap { instance.person($0) })
            }
            return instance.siteIndexes.flatMap { host in
                instance.weeks.compactMap { week in
                    isTogether(roles, at: host, in: week, attendance)
                        ? nil : violation(.team(TeamIndex(position), host), week, amount: 1)
                }
            }
        }
    }

    /// Whether a team is at a host with all its roles or none, and all there have begun in the week or none has.
    private func isTogether(
        _ roles: [(count: Int, people: [PersonIndex])], at host: SiteIndex, in week: Week,
        _ attendance: Attendance
    ) -> Bool {
        let there = roles.map { role in
            role.people.compactMap { person -> (person: PersonIndex, posting: Posting)? in
                guard let posting = attendance.posting(of: person, in: week), posting.host == host,
                    posting.kind == .team
                else { return nil }
                return (person, posting)
            }
        }
        let present = there.joined()
        guard !present.isEmpty else { return true }
        let begun = present.count { person, posting in
            posting.weeks.lowerBound == week && attendance.weeksServedBefore(posting, of: person) == 0
        }
        return zip(roles, there).allSatisfy { $0.count == $1.count } && (begun == 0 || begun == present.count)
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .team(let team, let host) = violation.tag.subject else { return Self.name }
        let (name, site) = (instance[team].name, instance[host].name)
        return Text(
            "Team \(name.english) is not at \(site.english) as a whole, or not for the same weeks",
            "组团“\(name.chinese)”在\(site.chinese)未同时到位")
    }
}

extension Instance {
    /// The hosts at which a person may be as part of a team, in order.
    fileprivate func teamHosts(of person: PersonIndex) -> [SiteIndex] {
        options(of: person).filter { $0.kind == .team }.map(\.host)
    }
}
