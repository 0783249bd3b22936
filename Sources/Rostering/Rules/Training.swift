/// Every clinic sends people to a hospital for training, in proportion to the horizon (HB27, YL24).
///
/// A clinic with somebody who may train sends `perClinic` people for every 52 weeks: `perClinic × weeks ÷ 52` to the nearest whole number, a half
/// counted as one, so that one a year asks nothing of a horizon shorter than 26 weeks. For each such clinic: trainings begun in the horizon +
/// missing ≥ that number. What counts is the beginning, since a training once begun lasts the least length of its kind; the one under way at
/// week 0 began earlier, and whoever trains twice counts twice.
public struct Training: Rule {
    /// See ``Rule/id``.
    public static let id: RuleID = "training"
    /// See ``Rule/name``.
    public static let name = Text("Training", "进修派出")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "Each clinic sends at least a given number of people a year to be trained.",
        "各基层机构每年派出进修的人数不少于规定人数。")
    /// See ``Rule/unit``.
    public static let unit = Text("person", "人")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("HB27", Citation.hanbin, "六(八)", "有计划的安排基层技术人员免费进修和专业技术培训"),
        Citation("YL24", Citation.yulin, "三（二）", "下级医院或基层医疗卫生机构应当积极选派人员到上级医院交流培训"),
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.staff
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.soft
    /// See ``Rule/parameters``.
    public static let parameters: [Parameter<Self>] = [
        .integer(
            "perClinic", \.perClinic, 1...100,
            Text("people each clinic sends in 52 weeks", "每个机构52周内派出人数"))
    ]

    /// Soft, 100 points a person; off until a policy turns it on.
    public var enforcement = Enforcement.soft(Cost(100)).off
    /// The people each clinic sends in 52 weeks, 1 to 100.
    public var perClinic = 1

    /// The rule with its defaults.
    public init() {}

    /// The people a clinic sends in so many weeks.
    public func need(inWeeks weeks: Int) -> Int { Self.need(perClinic, inWeeks: weeks) }

    /// The whole people that so many a year make in so many weeks.
    static func need(_ perYear: Int, inWeeks weeks: Int) -> Int { (2 * perYear * weeks + 52) / 104 }

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool {
        need(inWeeks: instance.calendar.weekCount) > 0 && instance.clinicsTrain
    }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        let need = need(inWeeks: instance.calendar.weekCount)
        guard need > 0 else { return requirements }
        for clinic in instance.siteIndexes where instance[clinic].level == .clinic {
            let trainees = instance.trainees.filter { instance.employer(of: $0) == clinic }
            guard !trainees.isEmpty else { continue }
            let tag = tag(.site(clinic))
            let missing = Quantity(violationOf: tag, enforcement, upper: need)
            requirements.quantities.append(missing)
            var begun = Expression(constant: -need)
            for person in trainees {
                begun.add(1, instance.trainingsBegun(by: person))
            }
            begun.add(1, .quantity(missing.name))
            requirements.rows.append(Requirement(tag, begun))
        }
        return requirements
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        let permissions = PostingPermissions(instance)
        let need = need(inWeeks: instance.calendar.weekCount)
        return instance.siteIndexes.compactMap { clinic in
            let people = instance.personIndexes.filter { instance[$0].employer == instance[clinic].id }
            guard instance[clinic].level == .clinic,
                people.contains(where: { permissions.mayBePosted($0) { $0 == .training } })
            else { return nil }
            let begun = people.reduce(0) { $0 + attendance.trainingsBegun(by: $1) }
            return begun < need ? violation(.site(clinic), amount: need - begun) : nil
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .site(let clinic) = violation.tag.subject else { return Self.name }
        let (name, need) = (instance[clinic].name, need(inWeeks: instance.calendar.weekCount))
        return Text(
            "\(name.english) is to send \(need) for training; \(violation.amount) missing",
            "\(name.chinese)应派出进修\(need)人，缺\(violation.amount)人")
    }
}

extension Instance {
    /// Whether somebody of a clinic may be posted for training.
    var clinicsTrain: Bool {
        trainees.contains { self[employer(of: $0)].level == .clinic }
    }

    /// The people who may be posted for training in some week, in order.
    var trainees: [PersonIndex] {
        personIndexes.filter { person in
            options(of: person).contains { $0.kind == .training && !$0.weeks.isEmpty }
        }
    }

    /// The trainings that a person begins in the horizon.
    func trainingsBegun(by person: PersonIndex) -> Expression {
        var begun = Expression()
        for option in options(of: person) where option.kind == .training {
            for week in option.weeks.weeks {
                begun.add(1, .started(person, option.host, week, as: .training))
            }
        }
        return begun
    }

    /// The hosts at which a person may train, in order.
    func trainingHosts(of person: PersonIndex) -> [SiteIndex] {
        options(of: person).filter { $0.kind == .training }.map(\.host)
    }
}

extension Attendance {
    /// The trainings that a person begins in the horizon; one under way at week 0 began before.
    func trainingsBegun(by person: PersonIndex) -> Int {
        postings(of: person).count { $0.kind == .training && weeksServedBefore($0, of: person) == 0 }
    }
}
