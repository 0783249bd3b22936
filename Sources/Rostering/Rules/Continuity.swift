/// The same few experts serve a clinic: not too many different people of a specialty in a year (QD24).
///
/// For each clinic, specialty and year of 52 weeks from week 0, the last perhaps shorter: different people of that primary specialty who serve
/// there, posted for anything but training or visiting, ≤ people + violation. For each person a binary `used` is 1 where the person serves in the
/// year: N × used ≥ the weeks served, with N the weeks in which the person may.
public struct Continuity: Rule {
    /// See ``Rule/id``.
    public static let id: RuleID = "continuity"
    /// See ``Rule/name``.
    public static let name = Text("Continuity", "专家相对固定")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "No more than a number of different people of a specialty serve a clinic in a year.",
        "一年内到同一机构服务的同一专科人员不超过规定人数。")
    /// See ``Rule/unit``.
    public static let unit = Text("person", "人")
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
        .integer(
            "people", \.people, 1...100,
            Text("different people of a specialty at a clinic in a year, people", "一年内同一机构同一专科的不同人数"))
    ]

    /// The weeks of a year.
    static let yearWeeks = 52

    /// Soft, 20 points a person; off until a policy turns it on.
    public var enforcement = Enforcement.soft(Cost(20)).off
    /// Different people of a specialty who may serve a clinic in a year, 1 to 100.
    public var people = 4

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool {
        instance.sites.contains { $0.level == .clinic }
            && instance.people.contains { !$0.specialties.isEmpty }
    }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for site in instance.siteIndexes where instance[site].level == .clinic {
            let service = instance.personIndexes.map { ($0, instance.service(of: $0, at: site)) }
            for specialty in instance.description.specialties.map(\.id) {
                let serving = service.filter { instance[$0.0].specialties.first == specialty }
                guard serving.count > people else { continue }
                for year in instance.years {
                    let inYear = serving.map { person, weeks in
                        (person, weeks.filter { year.contains($0.week) })
                    }.filter { !$0.1.isEmpty }
                    guard inYear.count > people else { continue }
                    let tag = tag(.specialty(site, specialty), year.lowerBound)
                    add(inYear, tag, in: instance, to: &requirements)
                }
            }
        }
        return requirements
    }

    private func add(
        _ serving: [(person: PersonIndex, weeks: [(week: Week, measures: [Measure])])],
        _ tag: RequirementTag, in instance: Instance, to requirements: inout Requirements
    ) {
        var count = Expression(constant: people)
        for (person, weeks) in serving {
            let used = Quantity(
                .auxiliary(tag, instance[person].id.text), upper: 1, isInteger: true)
            var idle = Expression()
            idle.add(weeks.count, .quantity(used.name))
            for measure in weeks.flatMap(\.measures) { idle.add(-1, measure) }
            requirements.quantities.append(used)
            requirements.rows.append(Requirement(tag, idle))
            count.add(-1, .quantity(used.name))
        }
        let excess = Quantity(violationOf: tag, enforcement)
        count.add(1, .quantity(excess.name))
        requirements.quantities.append(excess)
        requirements.rows.append(Requirement(tag, count))
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        var found: [Violation] = []
        for site in instance.siteIndexes where instance[site].level == .clinic {
            for specialty in instance.description.specialties.map(\.id) {
                let members = instance.personIndexes.filter {
                    instance[$0].specialties.first == specialty
                }
                for first in stride(from: 0, to: instance.calendar.weekCount, by: Self.yearWeeks) {
                    let last = min(first + Self.yearWeeks, instance.calendar.weekCount)
                    let serving = members.count { person in
                        (first..<last).contains { attendance.serves(person, at: site, in: Week($0)) }
                    }
                    guard serving > people else { continue }
                    found.append(
                        violation(.specialty(site, specialty), Week(first), amount: serving - people))
                }
            }
        }
        return found
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .specialty(let site, let specialty) = violation.tag.subject,
            let week = violation.tag.week
        else { return Self.name }
        let (clinic, field) = (instance[site].name, instance.wording(of: specialty))
        let (monday, serving) = (instance.calendar.monday(of: week), people + violation.amount)
        return Text(
            """
            \(clinic.english): \(serving) different people of \(field.english) in the year from \(monday), \
            \(violation.amount) more than \(people)
            """,
            "\(clinic.chinese)自\(monday)起一年内\(field.chinese)先后\(serving)人，比规定的\(people)人多\(violation.amount)人"
        )
    }
}

extension Instance {
    /// The horizon in years of 52 weeks from week 0, the last perhaps shorter.
    fileprivate var years: [Range<Week>] {
        stride(from: 0, to: calendar.weekCount, by: Continuity.yearWeeks).map {
            (Week($0)..<Week($0 + Continuity.yearWeeks)).clamped(to: weeks)
        }
    }
}
