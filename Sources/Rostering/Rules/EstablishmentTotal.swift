/// The people counted against a community's approved posts never exceed them (编制, HB10, HB11, WH08).
///
/// For each establishment and week, with the ``Establishment/Level`` that holds on the week's Monday: filled ≤ approved + violation. A posting
/// changes neither number (HB02), so a roster can do nothing about it: while the rule is hard, too many posts filled make the instance infeasible.
public struct EstablishmentTotal: Rule {
    /// See ``Rule/id``.
    public static let id: RuleID = "establishment"
    /// See ``Rule/name``.
    public static let name = Text("Establishment", "编制总量")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "The people counted against a community's approved posts never exceed them.",
        "医共体占用编制人数不超过核定的编制总量。")
    /// See ``Rule/unit``.
    public static let unit = Text("post-week", "编制周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation(
            "HB10", Citation.hanbin, "五(二)",
            "医管委办公室在试点前核定各镇(街道)卫生院、社区卫生服务中心人员编制总量交由各医共体统筹使用"),
        Citation(
            "HB11", Citation.hanbin, "六(二)",
            "建立编制动态调整机制,落实编制备案管理、编制池、镇(街道)卫生院(社区卫生服务中心)一类保障二类管理等措施"),
        Citation(
            "WH08", Citation.wuhai, "四",
            "严格执行公立医疗卫生机构人员编制标准,统筹调剂使用市属公立医院空余编制,实现编制动态管理、循环使用"),
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
        !instance.description.establishments.isEmpty
    }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for (position, establishment) in instance.description.establishments.enumerated() {
            for week in instance.weeks {
                guard let level = establishment.level(on: instance.calendar.monday(of: week)),
                    level.filled > level.approved
                else { continue }
                let tag = tag(.approvedPosts(position), week)
                let excess = Quantity(violationOf: tag, enforcement)
                requirements.quantities.append(excess)
                requirements.rows.append(
                    Requirement(
                        tag,
                        Expression(
                            [.init(1, .quantity(excess.name))], constant: level.approved - level.filled)))
            }
        }
        return requirements
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        return instance.description.establishments.enumerated().flatMap { position, establishment in
            instance.weeks.compactMap { week in
                let level = establishment.level(on: instance.calendar.monday(of: week))
                let excess = level.map { $0.filled - $0.approved } ?? 0
                return excess > 0 ? violation(.approvedPosts(position), week, amount: excess) : nil
            }
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .approvedPosts(let position) = violation.tag.subject, let week = violation.tag.week,
            let level = instance.description.establishments[position].level(
                on: instance.calendar.monday(of: week))
        else { return Self.name }
        let lead = instance.wording(of: instance.description.establishments[position].lead)
        let (approved, excess) = (level.approved, violation.amount)
        return Text(
            """
            \(lead.english)'s community fills \(counted(excess, "post")) more than the \(approved) approved; no roster changes \
            that
            """,
            "\(lead.chinese)医共体核定编制\(approved)名，超出\(excess)名；排班无法改变")
    }
}
