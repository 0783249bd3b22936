/// Clinics send people of the groups that are short for training first (QD33, WH12, WH25).
///
/// The groups are those of ``InstanceDescription/trainingPriorities``, such as general practitioners, doctors of traditional Chinese medicine and of
/// public health, and pharmacists. A clinic sends `perClinic` people of the groups for every 52 weeks, to the nearest whole number as in
/// ``Training``, but no more than it has: for each clinic, with `able` its people of the groups who may train, trainings that they begin in the
/// horizon + missing ≥ min(that number, able).
public struct TrainingPriority: Rule {
    /// See ``Rule/id``.
    public static let id: RuleID = "trainingPriority"
    /// See ``Rule/name``.
    public static let name = Text("Priority in training", "进修优先")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "Each clinic sends people of the priority groups for training first.", "各基层机构优先选派紧缺类别人员进修。")
    /// See ``Rule/unit``.
    public static let unit = Text("person", "人")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation(
            "QD33", Citation.qingdao, "(十六)",
            "加强基层全科医生、中医医师、公共卫生医师、药师等培养和招聘力度"),
        Citation("WH12", Citation.wuhai, "四", "积极组织执业(助理)医师参加全科医生转岗培训"),
        Citation("WH25", Citation.wuhai, "九", "将老年医学、养老服务、社会工作等人才纳入医疗卫生和养老服务紧缺人才培养"),
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.staff
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.soft
    /// See ``Rule/parameters``.
    public static let parameters: [Parameter<Self>] = [
        .integer(
            "perClinic", \.perClinic, 1...100,
            Text("people of the groups each clinic sends in 52 weeks", "每个机构52周内派出的优先类别人数"))
    ]

    /// Soft, 50 points a person; off until a policy turns it on.
    public var enforcement = Enforcement.soft(Cost(50)).off
    /// The people of the groups that each clinic sends in 52 weeks, 1 to 100.
    public var perClinic = 1

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool {
        Training.need(perClinic, inWeeks: instance.calendar.weekCount) > 0
            && instance.trainees.contains { person in
                instance[instance.employer(of: person)].level == .clinic
                    && instance.hasTrainingPriority(instance[person])
            }
    }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        let need = Training.need(perClinic, inWeeks: instance.calendar.weekCount)
        for clinic in instance.siteIndexes where instance[clinic].level == .clinic {
            let able = instance.trainees.filter {
                instance.employer(of: $0) == clinic && instance.hasTrainingPriority(instance[$0])
            }
            let wanted = min(need, able.count)
            guard wanted > 0 else { continue }
            let tag = tag(.site(clinic))
            let missing = Quantity(violationOf: tag, enforcement, upper: wanted)
            var begun = Expression(constant: -wanted)
            for person in able { begun.add(1, instance.trainingsBegun(by: person)) }
            begun.add(1, .quantity(missing.name))
            requirements.quantities.append(missing)
            requirements.rows.append(Requirement(tag, begun))
        }
        return requirements
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        let permissions = PostingPermissions(instance)
        let need = Training.need(perClinic, inWeeks: instance.calendar.weekCount)
        return instance.siteIndexes.filter { instance[$0].level == .clinic }.compactMap { clinic in
            let group = instance.personIndexes.filter {
                instance[$0].employer == instance[clinic].id && instance.hasTrainingPriority(instance[$0])
            }
            let able = group.count { permissions.mayBePosted($0) { $0 == .training } }
            let begun = group.reduce(0) { $0 + attendance.trainingsBegun(by: $1) }
            let missing = min(need, able) - begun
            return missing > 0 ? violation(.site(clinic), amount: missing) : nil
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .site(let clinic) = violation.tag.subject else { return Self.name }
        let name = instance[clinic].name
        return Text(
            "\(name.english) is to send \(violation.amount) more of the priority groups for training",
            "\(name.chinese)应再选派优先类别人员\(violation.amount)人进修")
    }
}

extension Instance {
    /// Whether somebody is in a group that is sent for training first.
    fileprivate func hasTrainingPriority(_ person: Person) -> Bool {
        description.trainingPriorities.contains { $0.accepts(person) }
    }
}
