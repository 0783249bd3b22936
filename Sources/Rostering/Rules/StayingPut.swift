/// Clinic leaders, people under contract and contracted graduates stay where they are while they must (HB22, HB24, WH13).
///
/// No posting of any kind in a week with a working day on which ``Commitments/stay`` holds; visits and remote duties in weeks at home are free.
public struct StayingPut: StructuralRule {
    /// What binds the person.
    enum Fault: String { case leadsClinic, isBound }

    /// See ``Rule/id``.
    public static let id: RuleID = "stayingPut"
    /// See ``Rule/name``.
    public static let name = Text("Staying put", "留任留用")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "Clinic leaders and people bound to their employer are posted nowhere while they must stay.",
        "留任的机构负责人和合同期、履约期内的人员不派驻他处。")
    /// See ``Rule/unit``.
    public static let unit = Text("week", "周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation(
            "HB22", Citation.hanbin, "五(二)",
            "各试点镇(街道)卫生院院长(副院长)、社区卫生服务中心主任(副主任)暂由原卫生院院长(副院长)、社区卫生服务中心主任(副主任)担任"),
        Citation("HB24", Citation.hanbin, "五(二)", "各镇(街道)卫生院、社区卫生服务中心原合同期未满聘用人员继续留用,由各医共体逐步消化"),
        Citation("WH13", Citation.wuhai, "四", "落实农村订单定向免费医学生培养政策,做好就业安置和履约管理工作"),
    ]

    /// The rule.
    public init() {}

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool {
        instance.people.contains { $0.commitments.stay != nil }
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        let permissions = PostingPermissions(instance)
        return instance.personIndexes.flatMap { person -> [Violation] in
            let commitments = instance[person].commitments
            guard let days = commitments.stay else { return [] }
            let fault: Fault = commitments.leadsClinic ? .leadsClinic : .isBound
            return attendance.postings(of: person).flatMap { posting in
                posting.weeks.clamped(to: instance.weeks).filter { permissions.touches($0, days) }.map {
                    violation(fault, .posting(person, posting.host), $0, amount: 1)
                }
            }
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .posting(let person, let host) = violation.tag.subject,
            let fault = violation.reason.flatMap({ Fault(rawValue: $0.rawValue) })
        else { return Self.name }
        let (id, site) = (instance[person].id, instance[host].name)
        return switch fault {
        case .leadsClinic:
            Text(
                "\(id) leads a clinic and is posted at \(site.english)",
                "\(id)担任机构负责人，但被派驻\(site.chinese)")
        case .isBound:
            Text(
                "\(id) is bound to the employer and is posted at \(site.english)",
                "\(id)在合同期或履约期内，但被派驻\(site.chinese)")
        }
    }
}
