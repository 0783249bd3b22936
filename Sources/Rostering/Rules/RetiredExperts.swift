/// Retired experts take medicine to the countryside, each within bounds (QD22).
///
/// For each person who is retired (``Commitments/isRetired``), with `served` the weeks at clinics and village rooms over the horizon, posted for
/// anything but training or visiting, a week at two of them counted twice: least − violation ≤ served ≤ most + violation.
public struct RetiredExperts: Rule {
    /// See ``Rule/id``.
    public static let id: RuleID = "retiredExperts"
    /// See ``Rule/name``.
    public static let name = Text("Retired experts", "离退休专家")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "Each retired expert serves at the grass roots, no more than bearable.", "离退休专家送医下乡，次数在规定范围内。")
    /// See ``Rule/unit``.
    public static let unit = Text("week", "周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("QD22", Citation.qingdao, "(十)", "鼓励学会、协会等社会团体组织离退休老专家开展送医下乡活动")
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.staff
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.soft
    /// See ``Rule/parameters``.
    public static let parameters: [Parameter<Self>] = [
        .integer("leastWeeks", \.leastWeeks, 0...520, Text("least weeks at the grass roots", "下乡最少周数")),
        .integer("mostWeeks", \.mostWeeks, 0...520, Text("most weeks at the grass roots", "下乡最多周数")),
    ]

    /// Soft, 20 points a week; off until a policy turns it on.
    public var enforcement = Enforcement.soft(Cost(20)).off
    /// The least weeks at the grass roots in the horizon, 0 to 520. The clause states no number.
    public var leastWeeks = 1
    /// The most weeks at the grass roots in the horizon, 0 to 520; one below the least leaves only the violation between the two.
    public var mostWeeks = 12

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool {
        instance.people.contains(where: \.commitments.isRetired)
    }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for person in instance.personIndexes where instance[person].commitments.isRetired {
            var served = Expression()
            for host in instance.siteIndexes where instance[host].isGrassRoots {
                for measure in instance.service(of: person, at: host).flatMap(\.measures) {
                    served.add(1, measure)
                }
            }
            var spare = Expression(constant: mostWeeks)
            spare.add(-1, served)
            served.constant -= leastWeeks
            let rows = [served, spare].filter { $0.constant < 0 || $0.terms.contains { $0.coefficient < 0 } }
            guard !rows.isEmpty else { continue }
            let tag = tag(.person(person))
            let distance = Quantity(violationOf: tag, enforcement)
            requirements.quantities.append(distance)
            for var row in rows {
                row.add(1, .quantity(distance.name))
                requirements.rows.append(Requirement(tag, row))
            }
        }
        return requirements
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        return instance.personIndexes.compactMap { person in
            guard instance[person].commitments.isRetired else { return nil }
            let served = instance.weeks.reduce(0) { sum, week in
                sum
                    + instance.siteIndexes.count { host in
                        instance[host].isGrassRoots && attendance.serves(person, at: host, in: week)
                    }
            }
            let distance = max(leastWeeks - served, served - mostWeeks)
            return distance > 0 ? violation(.person(person), amount: distance) : nil
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .person(let person) = violation.tag.subject else { return Self.name }
        let (id, weeks) = (instance[person].id, counted(violation.amount, "week"))
        return Text(
            "\(id) is retired and serves \(weeks) too few or too many at the grass roots, of \(leastWeeks) to \(mostWeeks)",
            "\(id)为离退休专家，下乡周数应为\(leastWeeks)至\(mostWeeks)周，相差\(violation.amount)周")
    }
}
