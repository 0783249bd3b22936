/// Every named post is held in every week by one person, and nobody holds two (QD09, QD11, YL23, YL30).
///
/// Who may hold a post is at its site in a posting that lasts long enough, not to learn, or visits it in the week, or is at home at one of its
/// employers, and fits its description. Posts that ask for the same people make a group: those at one site whose holders are posted there or visit
/// it, and those whose holders are at home at employers that share posts. Who visits several sites in a week may hold a post at each. A group's violation in a week is the number of its posts left over when as many as possible are held, one
/// post a person. By Hall's theorem that is the most, over all sets of its posts, of posts less people who may hold one of them, which makes one row
/// for each set of different descriptions: people + violation ≥ posts.
///
/// Where a dean may serve two units (``deanUnits``), the dean posts of a community make a group of their own. Its units have one such post each, all
/// of one description that nobody fits who may hold another post there. A dean posted at one of the units holds its post and may hold that of one
/// unit more: with `reached` of the units having somebody fit posted there, `2 x reached + violation >= units`. The member units that have deans are
/// the clinics, or other institutions too (``memberUnits``); posts of deans elsewhere are not judged, with a warning.
public struct NamedPosts: Rule {
    /// Which sites are member units that have a dean.
    public enum MemberUnits: String, CaseIterable, Sendable {
        /// Clinics.
        case clinics
        /// Every institution of the county that has such a post.
        case institutions

        var wording: Text {
            switch self {
            case .clinics: Text("deans of clinics", "基层机构的业务院长")
            case .institutions: Text("deans of all institutions", "全部机构的业务院长")
            }
        }
    }

    /// See ``Rule/id``.
    public static let id: RuleID = "namedPosts"
    /// See ``Rule/name``.
    public static let name = Text("Named posts", "专设岗位")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "Every named post is held in every week by one eligible person, who holds no other.",
        "业务院长等岗位每周均有一名符合条件的人员担任，一人不兼两岗。")
    /// See ``Rule/unit``.
    public static let unit = Text("post-week", "岗周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("QD11", Citation.qingdao, "(五)", "原则上成员单位班子成员中至少有1名上级医院选派的业务院长"),
        Citation("QD09", Citation.qingdao, "(五)", "县域医共体负责人员中要有基层医疗卫生机构代表"),
        Citation("YL23", Citation.yulin, "三（二）", "上级医院派出的业务骨干应安排在下级医院或基层医疗卫生机构领导班子任职或担任科室负责人"),
        Citation("YL30", Citation.yulin, "三（八）", "明确责任部门和责任人，重点畅通向下转诊通道"),
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.staff
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.hardOrSoft
    /// See ``Rule/parameters``.
    public static let parameters: [Parameter<Self>] = [
        .integer("deanUnits", \.deanUnits, 1...2, Text("units that one dean may serve", "一名业务院长可任职的单位数")),
        .choice(
            "memberUnits", \.memberUnits,
            Text("which sites are member units that have deans", "设业务院长的成员单位范围")),
    ]

    /// Soft, 500 points a post-week; off until a policy turns it on.
    public var enforcement = Enforcement.soft(Cost(500)).off
    /// The units of one community that one dean may serve, 1 to 2.
    public var deanUnits = 1
    /// Which sites are member units that have deans: clinics unless changed.
    public var memberUnits = MemberUnits.clinics

    /// The rule with its defaults.
    public init() {}

    /// Whether a post at a site of a level is judged: a dean's only at a member unit.
    func judges(_ post: NamedPost, at level: Site.Level?) -> Bool {
        post.kind != .dean || memberUnits == .institutions || level == .clinic
    }

    private func judges(_ post: NamedPost, in instance: Instance) -> Bool {
        judges(post, at: instance.site(post.site).map { instance[$0].level })
    }

    /// The named posts that are judged, those together that ask for the same people.
    private func groups(in instance: Instance) -> [NamedPostGroup] {
        NamedPostGroup.all(
            of: instance.description.namedPosts, where: { judges($0, in: instance) },
            deanUnits: deanUnits
        ) { id in instance.site(id).flatMap { instance.lead(of: $0) } }
    }

    /// The most different descriptions of posts in a group: each set of them is a row in every week.
    static let mostClasses = 8

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool {
        instance.description.namedPosts.contains { judges($0, in: instance) }
    }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for (number, group) in groups(in: instance).enumerated() {
            switch group.kind {
            case .posted(let site):
                guard let site = instance.site(site) else { continue }
                add(
                    number, group.sets(among: instance.candidates(at: site), of: instance), of: instance,
                    to: &requirements
                ) { holders, week in
                    holders.reduce(into: Expression()) {
                        $0.add($1.person, settledAt: site, in: week, atLeast: $1.weeks, of: instance)
                    }
                }
            case .atHome:
                add(
                    number, group.sets(among: instance.personIndexes, of: instance), of: instance,
                    to: &requirements
                ) { holders, week in
                    instance.sumAtHome(of: holders.map(\.person), in: week) { _ in 1 }
                }
            case .visiting(let site):
                guard let site = instance.site(site) else { continue }
                add(
                    number, group.sets(among: instance.visitors(of: site), of: instance), of: instance,
                    to: &requirements
                ) { holders, week in
                    holders.map(\.person).filter { instance.hostsVisited(by: $0, in: week).contains(site) }
                        .reduce(into: Expression()) { $0.add(1, .visited($1, site, week)) }
                }
            case .deans: addDeans(group, number, of: instance, to: &requirements)
            }
        }
        return requirements
    }

    /// The rows of a group's sets of posts, with one violation for all of them, in every week in which people could be too few.
    private func add(
        _ number: Int, _ sets: [NamedPostGroup.PostSet], of instance: Instance,
        to requirements: inout Requirements, people: ([NamedPostGroup.Holder], Week) -> Expression
    ) {
        for week in instance.weeks {
            let tag = tag(.namedPosts(number), week)
            let vacant = Quantity(violationOf: tag, enforcement)
            let rows = sets.compactMap { set -> Requirement? in
                var expression = people(set.holders, week)
                expression.constant -= set.count
                guard instance.least(of: expression) < 0 else { return nil }
                expression.add(1, .quantity(vacant.name))
                return Requirement(tag, expression)
            }
            guard !rows.isEmpty else { continue }
            requirements.quantities.append(vacant)
            requirements.rows += rows
        }
    }

    private func addDeans(
        _ group: NamedPostGroup, _ number: Int, of instance: Instance, to requirements: inout Requirements
    ) {
        let units = group.posts.compactMap { instance.site(instance.description.namedPosts[$0].site) }
        guard let asked = group.classes.first else { return }
        for week in instance.weeks {
            let tag = tag(.namedPosts(number), week)
            let vacant = Quantity(violationOf: tag, enforcement)
            requirements.quantities.append(vacant)
            var held = Expression(constant: -units.count)
            for unit in units {
                // Whole in some best roster, since people are.
                let reached = Quantity(
                    .auxiliary(tag, "reached \(instance[unit].id)"), upper: 1, isInteger: false)
                var people = Expression()
                for person in instance.candidates(at: unit) where asked.accepts(instance[person]) {
                    people.add(
                        person, settledAt: unit, in: week, atLeast: asked.minimumWeeks, of: instance)
                }
                people.add(-1, .quantity(reached.name))
                held.add(deanUnits, .quantity(reached.name))
                requirements.quantities.append(reached)
                requirements.rows.append(Requirement(tag, people))
            }
            held.add(1, .quantity(vacant.name))
            requirements.rows.append(Requirement(tag, held))
        }
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        let posts = instance.description.namedPosts
        return groups(in: instance).enumerated().flatMap { number, group in
            let posts = group.posts.map { posts[$0] }
            return instance.weeks.compactMap { week -> Violation? in
                let holders = posts.map { attendance.people(whoMayHold: $0, in: week) }
                let held: Int
                if case .deans = group.kind {
                    // Whoever is dean where posted takes on one of the units without a dean.
                    let reached = holders.count { !$0.isEmpty }
                    held = min(posts.count, deanUnits * reached)
                } else {
                    held = Matching.size(of: holders)
                }
                guard held < posts.count else { return nil }
                return violation(.namedPosts(number), week, amount: posts.count - held)
            }
        }
    }

    /// See ``Rule/readings(in:)``: each choice of member units and of the units of one dean, where deans have posts that it allows.
    public func readings(in attendance: Attendance) -> [ReadingVerdict] {
        let instance = attendance.instance
        guard instance.description.namedPosts.contains(where: { $0.kind == .dean }) else { return [] }
        return MemberUnits.allCases.flatMap { units in
            (1...2).compactMap { count in
                var reading = self
                (reading.memberUnits, reading.deanUnits) = (units, count)
                guard count == deanUnits || reading.isSound(in: instance) else { return nil }
                let vacant = reading.violations(in: attendance)
                let groups = reading.groups(in: instance)
                let sites = vacant.flatMap { violation -> [SiteIndex] in
                    guard case .namedPosts(let number) = violation.tag.subject else { return [] }
                    return groups[number].posts.compactMap {
                        instance.site(instance.description.namedPosts[$0].site)
                    }
                }
                let own = units.wording
                return ReadingVerdict(
                    reading: Text(
                        "\(own.english), \(counted(count, "unit")) each", "\(own.chinese)，每人\(count)个单位"),
                    isEnforced: units == memberUnits && count == deanUnits,
                    amount: vacant.reduce(0) { $0 + $1.amount }, sites: Set(sites).sorted())
            }
        }
    }

    /// Whether the posts are such that this rule can judge them.
    private func isSound(in instance: Instance) -> Bool {
        var description = instance.description
        description.policy[NamedPosts.self] = self
        return InstanceValidation.faults(in: description).isEmpty
    }

    /// See ``Rule/warnings(in:)``: posts of deans that are not judged.
    public func warnings(in attendance: Attendance) -> [Text] {
        let instance = attendance.instance
        return instance.description.namedPosts.filter { !judges($0, in: instance) }.map {
            let site = instance.wording(of: $0.site)
            return Text(
                "\($0.name.english) of \(site.english): no clinic, and its dean is not judged",
                "\(site.chinese)\($0.name.chinese)：非基层机构，不作评判")
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .namedPosts(let number) = violation.tag.subject else { return Self.name }
        let positions = groups(in: instance)[number].posts
        let posts = positions.map { instance.description.namedPosts[$0] }
        let named = posts.map { post in
            let (site, name) = (instance.wording(of: post.site), post.name)
            return Text("\(name.english) of \(site.english)", "\(site.chinese)\(name.chinese)")
        }
        let (english, chinese) = (
            named.map(\.english).joined(separator: ", "), named.map(\.chinese).joined(separator: "、")
        )
        return posts.count == 1
            ? Text("Nobody holds the post \(english)", "\(chinese)无人担任")
            : Text(
                "Of the posts \(english), \(violation.amount) cannot be held",
                "\(chinese)等岗位中有\(violation.amount)个无人担任")
    }
}

extension NamedPostGroup {
    /// Somebody who may hold a post once the posting lasts long enough.
    typealias Holder = (person: PersonIndex, weeks: Int)
    /// Some of a group's posts: how many, and who may hold at least one of them.
    typealias PostSet = (count: Int, holders: [Holder])

    /// All sets of the group's classes but the empty one, each with those of `people` who may hold one of its posts.
    fileprivate func sets(among people: [PersonIndex], of instance: Instance) -> [PostSet] {
        let able = people.map { person in
            (person, classes.indices.filter { classes[$0].accepts(instance[person]) })
        }.filter { !$0.1.isEmpty }
        return (1..<(1 << classes.count)).map { set in
            func isChosen(_ member: Int) -> Bool { set & (1 << member) != 0 }
            let holders = able.compactMap { person, open in
                open.filter(isChosen).map { classes[$0].minimumWeeks }.min().map { (person, $0) }
            }
            return (classes.indices.filter(isChosen).reduce(0) { $0 + counts[$1] }, holders)
        }
    }
}

extension Expression {
    /// Adds whether a person serves at a site in a week in a posting of at least so many weeks.
    fileprivate mutating func add(
        _ person: PersonIndex, settledAt site: SiteIndex, in week: Week, atLeast weeks: Int,
        of instance: Instance
    ) {
        for kind in instance.servingKinds(of: person, at: site) {
            add(1, .settled(person, site, week, weeks: weeks, as: kind))
        }
    }
}

extension Attendance {
    /// The people who may hold a post in a week, in order.
    func people(whoMayHold post: NamedPost, in week: Week) -> [PersonIndex] {
        switch post.holding {
        case .atHome:
            let employers = Set((post.employers ?? [post.site]).compactMap(instance.site))
            return employers.flatMap(instance.people(employedAt:)).sorted().filter {
                post.wanted.accepts(instance[$0]) && isAtHome($0, in: week)
            }
        case .visiting:
            return instance.personIndexes.filter { person in
                post.wanted.accepts(instance[person])
                    && (post.employers?.contains(instance[person].employer) ?? true)
                    && homeDuty(of: person, in: week)?.visits.contains {
                        instance[$0.host].id == post.site && $0.sessions > 0
                    } ?? false
            }
        case .posted:
            guard let site = instance.site(post.site) else { return [] }
            return people(servingAt: site, in: week).filter { index in
                guard let posting = posting(of: index, in: week), post.wanted.accepts(instance[index]) else {
                    return false
                }
                return (post.employers?.contains(instance[index].employer) ?? true)
                    && lasting(posting, of: index) >= post.minimumWeeks
            }
        }
    }
}

/// A largest assignment of people to posts, one to one.
private struct Matching {
    private let people: [[PersonIndex]]
    private var postOf: [PersonIndex: Int] = [:]

    /// The most posts that can be held at once.
    ///
    /// - Parameter people: by post, who may hold it.
    static func size(of people: [[PersonIndex]]) -> Int {
        var matching = Matching(people: people)
        return people.indices.count { post in
            var seen: Set<PersonIndex> = []
            return matching.fill(post, &seen)
        }
    }

    private init(people: [[PersonIndex]]) { self.people = people }

    /// Finds a holder for a post, moving holders to other posts where that helps (augmenting paths).
    private mutating func fill(_ post: Int, _ seen: inout Set<PersonIndex>) -> Bool {
        for person in people[post] where seen.insert(person).inserted {
            let other = postOf[person]
            if other.map({ fill($0, &seen) }) ?? true {
                postOf[person] = post
                return true
            }
        }
        return false
    }
}
