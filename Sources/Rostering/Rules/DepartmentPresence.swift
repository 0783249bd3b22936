/// A department keeps enough people of a title at home (HB19, WH17, QD25); at a clinic, its public-health staff (HB03, YL38).
///
/// For each department minimum and week, with `members` the people of the hospital or clinic whose primary specialty it is and who have at least the
/// title: members neither posted nor on leave + shortfall ≥ minimumPresent.
public struct DepartmentPresence: Rule {
    /// See ``Rule/id``.
    public static let id: RuleID = "departmentMinimum"
    /// See ``Rule/name``.
    public static let name = Text("Department minimum", "科室在岗底线")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "A department keeps at least a given number of people of a title at home every week.",
        "每周科室在院人员（达到规定职称）不少于规定人数。")
    /// See ``Rule/unit``.
    public static let unit = Text("person-week", "人周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("HB19", Citation.hanbin, "五(二)", "牵头医院在统一人员管理中要优先保证基层医疗机构用人需求"),
        Citation("HB03", Citation.hanbin, "二(一)", "医共体内成员单位的职责任务尤其是基层医疗卫生机构防治结合的功能定位不变"),
        Citation("YL38", Citation.yulin, "二（二）", "县域医共体内各成员单位要完成各项妇女儿童监测指标和公共卫生职能任务"),
        Citation("WH17", Citation.wuhai, "一", "提升胸痛、卒中、创伤、危重孕产妇、危重新生儿和儿童等重大急性病救治中心诊疗能力"),
        Citation("QD25", Citation.qingdao, "(十一)", "强化胸痛、卒中、创伤、危重孕产妇救治、危重儿童和新生儿救治等急诊急救中心"),
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.staff
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.hardOrSoft

    /// Hard.
    public var enforcement = Enforcement.hard()

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool {
        !instance.description.departmentMinimums.isEmpty
    }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for (position, minimum) in instance.description.departmentMinimums.enumerated() {
            let members = instance.personIndexes.filter { index in
                instance[index].employer == minimum.hospital && instance[index].title >= minimum.leastTitle
                    && instance[index].specialties.first == minimum.specialty
            }
            for week in instance.weeks {
                var expression = instance.sumAtHome(of: members, in: week) { _ in 1 }
                let postable = Set(expression.terms.map(\.measure.person)).count
                expression.constant -= minimum.minimumPresent
                // Nobody who may be sent could break it.
                guard expression.constant < postable else { continue }
                let tag = tag(.departmentMinimum(position), week)
                let shortfall = Quantity(violationOf: tag, enforcement)
                requirements.quantities.append(shortfall)
                expression.add(1, .quantity(shortfall.name))
                requirements.rows.append(Requirement(tag, expression))
            }
        }
        return requirements
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        return instance.description.departmentMinimums.enumerated().flatMap {
            position, minimum -> [Violation] in
            let members = instance.personIndexes.filter { index in
                let person = instance[index]
                return person.employer == minimum.hospital && person.title >= minimum.leastTitle
                    && person.specialties.first == minimum.specialty
            }
            return instance.weeks.compactMap { week in
                let present = members.count { attendance.isAtHome($0, in: week) }
                guard present < minimum.minimumPresent else { return nil }
                return violation(
                    .departmentMinimum(position), week, amount: minimum.minimumPresent - present)
            }
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .departmentMinimum(let position) = violation.tag.subject else { return Self.name }
        let minimum = instance.description.departmentMinimums[position]
        let (hospital, specialty) = (
            instance.wording(of: minimum.hospital), instance.wording(of: minimum.specialty)
        )
        let title = minimum.leastTitle.wording
        return Text(
            """
            \(hospital.english), \(specialty.english), must keep \(minimum.minimumPresent) people \
            (\(title.english)) at home; \(violation.amount) missing
            """,
            "\(hospital.chinese)\(specialty.chinese)在院人员（\(title.chinese)）不得少于\(minimum.minimumPresent)人，缺\(violation.amount)人"
        )
    }
}
