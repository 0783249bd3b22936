/// Hospitals train no more people at a time than they have seats (HB27, QD26, WH24).
///
/// For each entry of ``InstanceDescription/trainingSeats`` and each week: people training at the hospital, those whose primary specialty is the
/// entry's or all where it names none ≤ seats + excess. Hospitals without an entry have seats for everyone.
public struct TrainingSeatLimit: Rule {
    /// See ``Rule/id``.
    public static let id: RuleID = "trainingSeats"
    /// See ``Rule/name``.
    public static let name = Text("Training seats", "进修名额")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "No more people train at a hospital at a time than it has seats.", "同时在医院进修的人数不超过名额。")
    /// See ``Rule/unit``.
    public static let unit = Text("person-week", "人周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("HB27", Citation.hanbin, "六(八)", "有计划的安排基层技术人员免费进修和专业技术培训"),
        Citation("QD26", Citation.qingdao, "(十一)", "每区市建成1个基层人才培训基地"),
        Citation("WH24", Citation.wuhai, "七", "强化医院教学和人才培养职能,建立西医医疗技术实训基地"),
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
    public func applies(to instance: Instance) -> Bool {
        !instance.description.trainingSeats.isEmpty
    }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for (position, entry) in instance.description.trainingSeats.enumerated() {
            guard let hospital = instance.site(entry.hospital) else { continue }
            let people = instance.trainees.filter { person in
                entry.specialty.map { instance[person].specialties.first == $0 } ?? true
                    && instance.trainingHosts(of: person).contains(hospital)
            }
            // Nobody can exceed seats for everyone.
            guard people.count > entry.seats else { continue }
            for week in instance.weeks {
                let tag = tag(.trainingSeats(position), week)
                let excess = Quantity(violationOf: tag, enforcement)
                requirements.quantities.append(excess)
                var free = Expression(constant: entry.seats)
                for person in people { free.add(-1, .posted(person, hospital, week, as: .training)) }
                free.add(1, .quantity(excess.name))
                requirements.rows.append(Requirement(tag, free))
            }
        }
        return requirements
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        return instance.description.trainingSeats.enumerated().flatMap { position, entry -> [Violation] in
            guard let hospital = instance.site(entry.hospital) else { return [] }
            return instance.weeks.compactMap { week in
                let training = attendance.people(postedAt: hospital, in: week).count { person in
                    attendance.posting(of: person, in: week)?.kind == .training
                        && (entry.specialty == nil || instance[person].specialties.first == entry.specialty)
                }
                guard training > entry.seats else { return nil }
                return violation(.trainingSeats(position), week, amount: training - entry.seats)
            }
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .trainingSeats(let position) = violation.tag.subject else { return Self.name }
        let entry = instance.description.trainingSeats[position]
        let hospital = instance.wording(of: entry.hospital)
        let specialty = entry.specialty.map { instance.wording(of: $0) }
        let (english, chinese) = (specialty.map { ", \($0.english)," } ?? "", specialty?.chinese ?? "")
        return Text(
            "\(hospital.english)\(english) has \(counted(entry.seats, "seat")) for trainees; \(violation.amount) too many",
            "\(hospital.chinese)\(chinese)进修名额\(entry.seats)个，超出\(violation.amount)人")
    }
}
