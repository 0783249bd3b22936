/// A tertiary hospital directs a small share of its posts at the county, and whoever holds one serves there (QD35).
///
/// For each tertiary hospital with ``Site/approvedPosts`` `E`, with `D` its people in directed posts (``Commitments/isDirected``):
/// ⌈leastPercent × E / 100⌉ − violation ≤ D ≤ ⌊mostPercent × E / 100⌋ + violation, which no roster changes. Where no whole number lies between
/// the two the clause is satisfied, with a warning. For each of its people in directed posts, `E` known or not: weeks posted at sites that are
/// not tertiary, to serve and not to learn, + violation ≥ 1.
public struct DirectedPosts: Rule {
    /// See ``Rule/id``.
    public static let id: RuleID = "directedPosts"
    /// See ``Rule/name``.
    public static let name = Text("Directed posts", "县域定向岗位")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "A tertiary hospital directs a share of its posts at the county, and their holders serve there.",
        "三级医院按编制总量的规定比例设置服务县域定向岗位，定向人员到县域服务。")
    /// See ``Rule/unit``.
    public static let unit = Text("person", "人")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("QD35", Citation.qingdao, "(十六)", "在城市医院编制总量中,设定1-2%的服务县域定向岗位")
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.staff
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.soft
    /// See ``Rule/parameters``.
    public static let parameters: [Parameter<Self>] = [
        .integer(
            "leastPercent", \.leastPercent, 0...100,
            Text("least share of the establishment, percent", "占编制总量的最低百分比")),
        .integer(
            "mostPercent", \.mostPercent, 0...100,
            Text("greatest share of the establishment, percent", "占编制总量的最高百分比")),
    ]

    /// Soft, 50 points a person; off until a policy turns it on.
    public var enforcement = Enforcement.soft(Cost(50)).off
    /// The least share of the establishment, percent, 0 to 100; rounded up to whole posts.
    public var leastPercent = 1
    /// The greatest share of the establishment, percent, 0 to 100; rounded down to whole posts.
    public var mostPercent = 2

    /// The rule with its defaults.
    public init() {}

    /// The legal numbers of directed posts among `posts`, or nil if no whole number lies between the shares.
    public func legalCounts(among posts: Int) -> ClosedRange<Int>? {
        let (least, most) = ((leastPercent * posts + 99) / 100, mostPercent * posts / 100)
        return least <= most ? least...most : nil
    }

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool {
        instance.sites.contains { $0.level == .tertiary && $0.approvedPosts != nil }
            || instance.people.contains(where: \.commitments.isDirected)
    }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        func ask(_ tag: RequirementTag, _ rows: [Expression]) {
            guard rows.contains(where: { $0.constant < 0 }) else { return }
            let violation = Quantity(violationOf: tag, enforcement)
            requirements.quantities.append(violation)
            for var row in rows where row.constant < 0 {
                row.add(1, .quantity(violation.name))
                requirements.rows.append(Requirement(tag, row))
            }
        }
        for site in instance.siteIndexes where instance[site].level == .tertiary {
            guard let posts = instance[site].approvedPosts, let legal = legalCounts(among: posts) else {
                continue
            }
            let directed = instance.personIndexes.count {
                instance[$0].commitments.isDirected && instance.employer(of: $0) == site
            }
            ask(
                tag(.site(site)),
                [
                    Expression(constant: directed - legal.lowerBound),
                    Expression(constant: legal.upperBound - directed),
                ])
        }
        for person in instance.personIndexes where instance[person].commitments.isDirected {
            var served = Expression(constant: -1)
            for host in instance.siteIndexes where instance[host].level != .tertiary {
                for (_, measures) in instance.service(of: person, at: host, byVisits: false) {
                    for measure in measures { served.add(1, measure) }
                }
            }
            ask(tag(.person(person)), [served])
        }
        return requirements
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        let counts = instance.siteIndexes.compactMap { site -> Violation? in
            let hospital = instance[site]
            guard hospital.level == .tertiary, let posts = hospital.approvedPosts,
                let legal = legalCounts(among: posts)
            else { return nil }
            let directed = instance.people.count { $0.commitments.isDirected && $0.employer == hospital.id }
            let distance = abs(directed - min(max(directed, legal.lowerBound), legal.upperBound))
            return distance > 0 ? violation(.site(site), amount: distance) : nil
        }
        let service = instance.personIndexes.compactMap { person -> Violation? in
            guard instance[person].commitments.isDirected else { return nil }
            let serves = instance.weeks.contains { week in
                guard let posting = attendance.posting(of: person, in: week) else { return false }
                return posting.kind != .training && instance[posting.host].level != .tertiary
            }
            return serves ? nil : violation(.person(person), amount: 1)
        }
        return counts + service
    }

    /// See ``Rule/warnings(in:)``.
    public func warnings(in attendance: Attendance) -> [Text] {
        attendance.instance.sites.compactMap { site in
            guard site.level == .tertiary, let posts = site.approvedPosts, legalCounts(among: posts) == nil
            else { return nil }
            return Text(
                "\(site.name.english): no whole number lies between \(leastPercent) % and \(mostPercent) % of \(posts) posts",
                "\(site.name.chinese)：\(posts)名编制的\(leastPercent)%至\(mostPercent)%之间没有整数")
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        switch violation.tag.subject {
        case .person(let person):
            let id = instance[person].id
            return Text(
                "\(id) holds a post directed at the county and never serves there", "\(id)为县域定向人员，但未到县域服务")
        case .site(let site):
            let (name, posts) = (instance[site].name, instance[site].approvedPosts ?? 0)
            guard let legal = legalCounts(among: posts) else { return Self.name }
            let (least, most, amount) = (legal.lowerBound, legal.upperBound, violation.amount)
            return Text(
                "\(name.english): \(least) to \(most) of its \(posts) posts serve the county; off by \(amount)",
                "\(name.chinese)\(posts)名编制中县域定向岗位应为\(least)至\(most)个，相差\(amount)个")
        default: return Self.name
        }
    }
}
