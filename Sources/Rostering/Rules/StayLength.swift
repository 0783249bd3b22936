/// A posting lasts between its kind's least and greatest number of weeks.
///
/// Weeks served before week 0 in the same posting count. A posting that reaches the last week may fall short of the minimum where the person's
/// limits let it continue past the end. A posting under way at week 0 that does not continue must have served its minimum.
public struct StayLength: StructuralRule {
    enum Fault: String { case tooShort, tooLong, brokenOff }

    /// See ``Rule/id``.
    public static let id: RuleID = "stayLength"
    /// See ``Rule/name``.
    public static let name = Text("Length of stay", "派驻时长")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "A posting lasts between the least and the greatest number of weeks of its kind.",
        "派驻时长在该类派驻的最短与最长周数之间。")
    /// See ``Rule/unit``.
    public static let unit = Text("week", "周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("YL22", Citation.yulin, "三（二）", "常驻人员在下级医院或基层医疗卫生机构工作至少一年以上")
    ]

    /// The rule.
    public init() {}

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        return instance.personIndexes.flatMap { index in
            let postings = attendance.postings(of: index)
            return [brokenOff(index, postings, attendance)].compactMap { $0 }
                + postings.compactMap { posting -> Violation? in
                    // Without limits the kind is not open to the person, which EligibleDuty reports.
                    guard let limits = instance[index].limits[posting.kind] else { return nil }
                    let subject = Subject.posting(index, posting.host)
                    let start = posting.weeks.lowerBound
                    let weeks = posting.weeks.count + attendance.weeksServedBefore(posting, of: index)
                    if weeks > limits.maximumWeeks {
                        return violation(Fault.tooLong, subject, start, amount: weeks - limits.maximumWeeks)
                    }
                    let continues =
                        limits.mayContinuePastEnd && posting.weeks.upperBound == instance.weeks.upperBound
                    guard weeks < limits.minimumWeeks, !continues else { return nil }
                    return violation(Fault.tooShort, subject, start, amount: limits.minimumWeeks - weeks)
                }
        }
    }

    private func brokenOff(
        _ index: PersonIndex, _ postings: [Posting], _ attendance: Attendance
    ) -> Violation? {
        let person = attendance.instance[index]
        guard let underWay = person.history.underWay, let limits = person.limits[underWay.kind],
            let host = attendance.instance.site(underWay.host), underWay.weeksServed < limits.minimumWeeks,
            !postings.contains(where: { attendance.weeksServedBefore($0, of: index) > 0 })
        else { return nil }
        return violation(
            Fault.brokenOff, .posting(index, host), attendance.instance.weeks.lowerBound,
            amount: limits.minimumWeeks - underWay.weeksServed)
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .posting(let person, let host) = violation.tag.subject,
            let fault = violation.reason.flatMap({ Fault(rawValue: $0.rawValue) })
        else { return Self.name }
        let (id, site, amount) = (instance[person].id, instance[host].name, violation.amount)
        return switch fault {
        case .tooShort:
            Text(
                "\(id)'s posting at \(site.english) is \(counted(amount, "week")) too short",
                "\(id)在\(site.chinese)的派驻比最短时长少\(amount)周")
        case .tooLong:
            Text(
                "\(id)'s posting at \(site.english) is \(counted(amount, "week")) too long",
                "\(id)在\(site.chinese)的派驻比最长时长多\(amount)周")
        case .brokenOff:
            Text(
                "\(id)'s posting under way at \(site.english) ends \(counted(amount, "week")) before its minimum",
                "\(id)在\(site.chinese)的在期派驻提前\(amount)周中断")
        }
    }
}
