/// Somebody is on call for each remote consultation service in every week (HB28, YL17, YL28, WH16).
///
/// For each remote duty and week: people on the duty + shortfall ≥ count.
public struct RemoteDutyCover: Rule {
    /// See ``Rule/id``.
    public static let id: RuleID = "remoteDuty"
    /// See ``Rule/name``.
    public static let name = Text("Remote duty", "远程值班")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "Each remote duty has the people it needs on call in every week.", "每周各项远程值班人数不少于规定人数。")
    /// See ``Rule/unit``.
    public static let unit = Text("person-week", "人周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("HB28", Citation.hanbin, "六(八)", "对基层申请的远程会诊及时诊断提出治疗方案"),
        Citation(
            "YL17", Citation.yulin, "二（五）",
            "由三级医院或二级综合医院牵头，应用“互联网+”技术，向基层医疗卫生机构提供远程医疗、远程教学、远程培训等服务"),
        Citation("YL28", Citation.yulin, "三(四）", "积极运用远程医疗推进“基层检查、上级诊断”服务模式"),
        Citation(
            "WH16", Citation.wuhai, "七", "为基层医疗卫生机构提供影像、心电等基层检查上级诊断服务,为二级医院提供病理诊断服务"),
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.patientService
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.hardOrSoft

    /// Soft, 50 points a person-week; off until a policy turns it on.
    public var enforcement = Enforcement.soft(Cost(50)).off

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool {
        !instance.description.remoteDuties.isEmpty
    }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for (position, duty) in instance.description.remoteDuties.enumerated() {
            let index = RemoteDutyIndex(position)
            let people = instance.personIndexes.filter { person in
                instance.homeDuties(of: person).contains { $0.duty == .remote(index) }
            }
            for week in instance.weeks {
                let tag = tag(.remoteDuty(index), week)
                let shortfall = Quantity(violationOf: tag, enforcement)
                requirements.quantities.append(shortfall)
                var onCall = Expression(constant: -duty.count)
                for person in people { onCall.add(1, .onRemoteDuty(person, index, week)) }
                onCall.add(1, .quantity(shortfall.name))
                requirements.rows.append(Requirement(tag, onCall))
            }
        }
        return requirements
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        return instance.description.remoteDuties.enumerated().flatMap { position, duty -> [Violation] in
            let index = RemoteDutyIndex(position)
            return instance.weeks.compactMap { week in
                let onCall = instance.personIndexes.count {
                    attendance.homeDuty(of: $0, in: week) == .remote(index)
                }
                guard onCall < duty.count else { return nil }
                return violation(.remoteDuty(index), week, amount: duty.count - onCall)
            }
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .remoteDuty(let index) = violation.tag.subject else { return Self.name }
        let duty = instance[index]
        let hospital = instance.wording(of: duty.hospital)
        return Text(
            "\(hospital.english) needs \(duty.count) on remote duty for \(duty.name.english); \(violation.amount) missing",
            "\(hospital.chinese)\(duty.name.chinese)远程值班需要\(duty.count)人，缺\(violation.amount)人")
    }
}
