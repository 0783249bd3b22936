/// Resident postings last at least a term, at one host (YL22).
///
/// The term raises the least weeks of every person's resident postings; weeks served before week 0 count, and a posting that may go on past the
/// end is committed to its term. One under way at week 0 that has not served its term goes on. The default reads "at least one year" in whole weeks,
/// the grain of a roster: 52 weeks are 364 days. Where twelve calendar months are meant to the day, 53 weeks always suffice.
public struct ResidentTerm: Rule {
    enum Fault: String { case tooShort, brokenOff }

    /// See ``Rule/id``.
    public static let id: RuleID = "residentTerm"
    /// See ``Rule/name``.
    public static let name = Text("Resident term", "常驻期限")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "Resident postings last at least a term, at one host.", "常驻人员在同一机构连续工作不少于规定期限。")
    /// See ``Rule/unit``.
    public static let unit = Text("week", "周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("YL22", Citation.yulin, "三（二）", "常驻人员在下级医院或基层医疗卫生机构工作至少一年以上")
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.staff
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.hard
    /// See ``Rule/parameters``.
    public static let parameters: [Parameter<Self>] = [
        .integer("weeks", \.weeks, 1...520, Text("least length of a resident posting, weeks", "常驻最短周数"))
    ]

    /// Hard; off until a policy turns it on.
    public var enforcement = Enforcement.hard().off
    /// The least length in weeks.
    public var weeks = 52

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/limits(_:of:)``.
    public func limits(_ stated: PostingLimits, of kind: PostingKind) -> PostingLimits {
        guard kind == .resident else { return stated }
        var limits = stated
        limits.minimumWeeks = max(stated.minimumWeeks, weeks)
        limits.maximumWeeks = max(stated.maximumWeeks, limits.minimumWeeks)
        return limits
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        attendance.instance.personIndexes.flatMap { person in
            let postings = attendance.postings(of: person).filter { $0.kind == .resident }
            return [brokenOff(person, postings, attendance)].compactMap(\.self)
                + postings.compactMap { tooShort(person, $0, attendance) }
        }
    }

    private func tooShort(_ person: PersonIndex, _ posting: Posting, _ attendance: Attendance) -> Violation? {
        let instance = attendance.instance
        let served = posting.weeks.count + attendance.weeksServedBefore(posting, of: person)
        let goesOn =
            posting.weeks.upperBound == instance.weeks.upperBound
            && instance[person].limits[.resident]?.mayContinuePastEnd ?? false
        guard served < weeks, !goesOn else { return nil }
        return violation(
            .tooShort, .posting(person, posting.host), posting.weeks.lowerBound, amount: weeks - served)
    }

    /// A posting under way that ends where week 0 begins, before its term.
    private func brokenOff(
        _ person: PersonIndex, _ postings: [Posting], _ attendance: Attendance
    ) -> Violation? {
        let instance = attendance.instance
        guard let underWay = instance[person].history.underWay, underWay.kind == .resident,
            underWay.weeksServed < weeks, let host = instance.site(underWay.host),
            !postings.contains(where: { attendance.weeksServedBefore($0, of: person) > 0 })
        else { return nil }
        return violation(
            .brokenOff, .posting(person, host), instance.weeks.lowerBound,
            amount: weeks - underWay.weeksServed)
    }

    private func violation(_ fault: Fault, _ subject: Subject, _ week: Week, amount: Int) -> Violation {
        Violation(
            tag: tag(subject, week), amount: amount, isHard: true, cost: .zero,
            reason: Violation.Reason(rawValue: fault.rawValue))
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .posting(let person, let host) = violation.tag.subject else { return Self.name }
        let (id, site, amount) = (instance[person].id, instance[host].name, violation.amount)
        return violation.reason?.rawValue == Fault.brokenOff.rawValue
            ? Text(
                "\(id)'s resident posting under way at \(site.english) ends \(counted(amount, "week")) before its term",
                "\(id)在\(site.chinese)的在期常驻比规定期限提前\(amount)周中断")
            : Text(
                "\(id)'s resident posting at \(site.english) is \(counted(amount, "week")) short of its term",
                "\(id)在\(site.chinese)的常驻比规定期限少\(amount)周")
    }
}
