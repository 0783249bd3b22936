/// People recruited for the grass roots are posted only at clinics and village rooms (WH11).
///
/// A posting to learn at a hospital is a posting there too. Visits in weeks at home are free.
public struct GrassRootsOnly: StructuralRule {
    enum Fault: String { case postedAtHospital }

    /// See ``Rule/id``.
    public static let id: RuleID = "grassRootsOnly"
    /// See ``Rule/name``.
    public static let name = Text("Grass roots only", "基层专用")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "People recruited for the grass roots are posted only at clinics and village rooms.",
        "为基层招聘引进的人员只派驻卫生院、社区卫生服务中心和村卫生室。")
    /// See ``Rule/unit``.
    public static let unit = Text("week", "周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("WH11", Citation.wuhai, "四", "对区级公立医院招聘引进的医疗卫生人才实行区管基层用")
    ]

    /// The rule.
    public init() {}

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool {
        instance.people.contains(where: \.commitments.isForGrassRoots)
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        return instance.personIndexes.filter { instance[$0].commitments.isForGrassRoots }.flatMap { person in
            attendance.postings(of: person).filter { posting in
                switch instance[posting.host].level {
                case .tertiary, .secondary: true
                case .clinic, .village: false
                }
            }.flatMap { posting in
                posting.weeks.clamped(to: instance.weeks).map {
                    violation(Fault.postedAtHospital, .posting(person, posting.host), $0, amount: 1)
                }
            }
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .posting(let person, let host) = violation.tag.subject else { return Self.name }
        let (id, site) = (instance[person].id, instance[host].name)
        return Text(
            "\(id) was recruited for the grass roots and is posted at \(site.english)",
            "\(id)为区管基层用人员，但被派驻\(site.chinese)")
    }
}
