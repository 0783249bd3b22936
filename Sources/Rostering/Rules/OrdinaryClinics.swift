/// Tertiary hospitals hold fewer ordinary outpatient clinics than in the period before (WH01).
///
/// Ordinary clinics are the sessions of people below `expertTitle`; those of people at or above it are expert clinics. For each tertiary hospital
/// with ``Site/ordinarySessions`` `B` and a horizon of `W` weeks: sessions that its people below the title hold at the hospital in the horizon
/// ≤ ⌊B × W × (100 − percent) / 100⌋ + excess. A session that is not held is time for a posting or visit.
public struct OrdinaryClinics: Rule {
    /// See ``Rule/id``.
    public static let id: RuleID = "ordinaryClinics"
    /// See ``Rule/name``.
    public static let name = Text("Ordinary clinics", "普通门诊")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "Tertiary hospitals hold fewer ordinary outpatient clinics than before.", "三级医院普通门诊单元数较上期逐步减少。")
    /// See ``Rule/unit``.
    public static let unit = Text("session", "单元")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("WH01", Citation.wuhai, "一", "引导三级公立医院逐步减少普通门诊")
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.staff
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.soft
    /// See ``Rule/parameters``.
    public static let parameters: [Parameter<Self>] = [
        .integer("percent", \.percent, 0...100, Text("fewer than before, percent", "较上期减少的百分比")),
        .integer(
            "expertTitle", \.expertTitle, 1...5,
            Text("least title whose clinics are no ordinary ones, a rank", "专家门诊的最低职称等级")),
    ]

    /// Soft, 1 point a session; off until a policy turns it on.
    public var enforcement = Enforcement.soft(Cost(1)).off
    /// How many fewer than before, percent, 0 to 100. The clause states no number.
    public var percent = 5
    /// The rank of the least title whose clinics are expert clinics (副高), 1 to 5.
    public var expertTitle = Title.associateSenior.rawValue

    /// The rule with its defaults.
    public init() {}

    /// The most ordinary sessions of a hospital that held `before` in a week, in so many weeks.
    public func most(before: Int, inWeeks weeks: Int) -> Int { before * weeks * (100 - percent) / 100 }

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool {
        instance.sites.contains { $0.level == .tertiary && $0.ordinarySessions != nil }
    }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for hospital in instance.siteIndexes where instance[hospital].level == .tertiary {
            guard let before = instance[hospital].ordinarySessions else { continue }
            let people = instance.people(employedAt: hospital).filter {
                instance[$0].title.rawValue < expertTitle
            }
            var free = Expression(constant: most(before: before, inWeeks: instance.calendar.weekCount))
            for week in instance.weeks {
                let held = instance.sumAtHome(of: people, in: week, perSessionLost: { _ in 1 }) {
                    instance.sessions(of: $0, in: week)
                }
                free.add(-1, held)
            }
            // With everybody at home the most are held.
            guard free.constant < 0 else { continue }
            let tag = tag(.site(hospital))
            let excess = Quantity(violationOf: tag, enforcement)
            free.add(1, .quantity(excess.name))
            requirements.quantities.append(excess)
            requirements.rows.append(Requirement(tag, free))
        }
        return requirements
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        return instance.siteIndexes.compactMap { hospital in
            let site = instance[hospital]
            guard site.level == .tertiary, let before = site.ordinarySessions else { return nil }
            var held = 0
            for person in instance.personIndexes
            where instance[person].employer == site.id && instance[person].title.rawValue < expertTitle {
                for week in instance.weeks where attendance.isAtHome(person, in: week) {
                    held +=
                        instance.sessions(of: person, in: week)
                        - attendance.sessionsLost(of: person, in: week)
                }
            }
            let excess = held - most(before: before, inWeeks: instance.calendar.weekCount)
            return excess > 0 ? violation(.site(hospital), amount: excess) : nil
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .site(let hospital) = violation.tag.subject else { return Self.name }
        let name = instance[hospital].name
        return Text(
            "\(name.english) holds \(counted(violation.amount, "ordinary session")) too many",
            "\(name.chinese)普通门诊超出\(violation.amount)个单元")
    }
}
