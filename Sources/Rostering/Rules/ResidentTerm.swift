/// Resident postings last at least a term of calendar months (YL22).
///
/// Postings begin on Mondays and last whole weeks, so the term is the least number of weeks that reaches the last day of the months, whichever
/// Monday they begin on: 53 weeks for twelve months, however they are counted (``MonthCount``), since 52 weeks are 364 days, one or two short.
/// ``weeks`` states a term in weeks instead.
///
/// - ``Continuity/oneHost`` (default): every posting lasts its term. The term raises the least weeks of everybody's resident postings; weeks served
///   before week 0 count, one under way that has not served its term goes on, and one that may go on past the end is committed to its term.
/// - ``Continuity/cumulative``: whoever is a resident serves the term over all hosts together. For each person, with `total` the weeks on resident
///   postings, those of the posting under way at week 0 included, and for each week: total + missing ≥ term × resident in the week; one who
///   is a resident in the last week and may go on is committed to the rest.
///
/// Leave of at most ``leaveDays`` days does not interrupt a posting: the person stays a resident, and counts as one, in the weeks it touches.
public struct ResidentTerm: Rule {
    /// How calendar months are counted.
    public enum MonthCount: String, CaseIterable, Sendable {
        /// The first and the last day are both worked: from 2024-03-01 to 2025-02-28.
        case bothDaysWorked
        /// The first day does not count, as in the Civil Code (民法典): from 2024-03-01 to 2025-03-01.
        case startDayExcluded

        /// The last day of so many months that begin on a day; the last of the month where it has no such day.
        public func lastDay(of months: Int, from first: CalendarDay) -> CalendarDay {
            let day = first.adding(months: months)
            return self == .bothDaysWorked && day.dayOfMonth == first.dayOfMonth
                ? day.advanced(by: -1) : day
        }

        /// The least weeks that, from any Monday, reach the last day of so many months.
        func weeks(of months: Int) -> Int {
            // Any run of months is as long as one that begins within four years of which one is a leap year.
            let lengths = (0..<4).flatMap { [31, $0 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] }
            let most =
                lengths.indices.map { start in
                    (start..<start + months).reduce(0) { $0 + lengths[$1 % lengths.count] }
                }.max() ?? 0
            return (most + (self == .startDayExcluded ? 1 : 0) + 6) / 7
        }
    }

    /// Where the term is served.
    public enum Continuity: String, CaseIterable, Sendable {
        /// At one host without a break.
        case oneHost
        /// At any hosts, all resident postings together.
        case cumulative
    }

    enum Fault: String { case tooShort, brokenOff, tooLittle }

    /// See ``Rule/id``.
    public static let id: RuleID = "residentTerm"
    /// See ``Rule/name``.
    public static let name = Text("Resident term", "常驻期限")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "Resident postings last at least a term.", "常驻人员在派驻机构工作不少于规定期限。")
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
        .integer("months", \.months, 1...120, Text("term in calendar months", "常驻期限，月")),
        .choice("monthCount", \.monthCount, Text("how months are counted", "月份的计算方式")),
        .integer(
            "weeks", \.weeks, 0...520,
            Text("term in whole weeks instead of months; 0 for months", "以整周规定的期限，代替月数；0为按月")),
        .choice("continuity", \.continuity, Text("where the term is served", "期限的连续要求")),
        .integer(
            "leaveDays", \.leaveDays, 0...366,
            Text("longest leave that does not interrupt a posting, days", "不中断常驻的最长休假天数")),
    ]

    /// Hard; off until a policy turns it on.
    public var enforcement = Enforcement.hard().off
    /// The term in calendar months, 1 to 120; twelve are a year (一年).
    public var months = 12 { didSet { updateTerm() } }
    /// How months are counted; the first and the last day are both worked unless changed.
    public var monthCount = MonthCount.bothDaysWorked { didSet { updateTerm() } }
    /// The term in whole weeks instead of months, 0 to 520; 0 (default) leaves it to ``months``.
    public var weeks = 0 { didSet { updateTerm() } }
    /// Where the term is served: at one host unless changed.
    public var continuity = Continuity.oneHost
    /// The longest leave, in days from its first to its last, that does not interrupt a posting, 0 to 366.
    public var leaveDays = 0
    /// The term in weeks.
    public private(set) var term = 53

    /// The rule with its defaults.
    public init() {}

    private mutating func updateTerm() { term = term(monthCount) }

    private func term(_ count: MonthCount) -> Int { weeks > 0 ? weeks : count.weeks(of: months) }

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool {
        instance.people.contains { $0.limits[.resident] != nil }
    }

    /// See ``Rule/limits(_:of:)``.
    public func limits(_ stated: PostingLimits, of kind: PostingKind) -> PostingLimits {
        guard kind == .resident else { return stated }
        var limits = stated
        limits.leaveDays = leaveDays
        guard continuity == .oneHost else { return limits }
        limits.minimumWeeks = max(stated.minimumWeeks, term)
        limits.maximumWeeks = max(stated.maximumWeeks, limits.minimumWeeks)
        return limits
    }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        guard continuity == .cumulative else { return requirements }
        for person in instance.personIndexes {
            let served = instance.residentWeeksUnderWay(of: person)
            var total = Expression(constant: served ?? 0)
            for week in instance.weeks {
                total.add(1, instance.sumPosted([person], as: .resident, in: week) { _ in 1 })
            }
            guard served ?? 0 < term, served != nil || !total.terms.isEmpty else { continue }
            if instance.mayStayResident(person), let last = instance.weeks.last {
                total.add(term, instance.sumPosted([person], as: .resident, in: last) { _ in 1 })
            }
            let tag = tag(.person(person))
            let missing = Quantity(violationOf: tag, enforcement)
            requirements.quantities.append(missing)
            total.add(1, .quantity(missing.name))
            // A resident from before owes the term in any case, others once they are posted.
            let owing =
                served != nil
                ? [Expression(constant: 1)]
                : instance.weeks.map { instance.sumPosted([person], as: .resident, in: $0) { _ in 1 } }
            for owes in owing where owes.constant > 0 || !owes.terms.isEmpty {
                var row = total
                row.add(-term, owes)
                requirements.rows.append(Requirement(tag, row))
            }
        }
        return requirements
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        violations(in: attendance, term: term, continuity)
    }

    private func violations(
        in attendance: Attendance, term: Int, _ continuity: Continuity
    ) -> [Violation] {
        attendance.instance.personIndexes.flatMap { person in
            let postings = attendance.postings(of: person).filter { $0.kind == .resident }
            switch continuity {
            case .oneHost:
                return [brokenOff(person, postings, term, attendance)].compactMap(\.self)
                    + postings.compactMap { tooShort(person, $0, term, attendance) }
            case .cumulative: return [tooLittle(person, postings, term, attendance)].compactMap(\.self)
            }
        }
    }

    private func tooShort(
        _ person: PersonIndex, _ posting: Posting, _ term: Int, _ attendance: Attendance
    ) -> Violation? {
        let served = posting.weeks.count + attendance.weeksServedBefore(posting, of: person)
        guard served < term, !goesOn(posting, of: person, attendance.instance) else { return nil }
        return violation(
            .tooShort, .posting(person, posting.host), posting.weeks.lowerBound, amount: term - served)
    }

    /// A posting under way that ends where week 0 begins, before its term.
    private func brokenOff(
        _ person: PersonIndex, _ postings: [Posting], _ term: Int, _ attendance: Attendance
    ) -> Violation? {
        let instance = attendance.instance
        guard let underWay = instance[person].history.underWay, underWay.kind == .resident,
            underWay.weeksServed < term, let host = instance.site(underWay.host),
            !postings.contains(where: { attendance.weeksServedBefore($0, of: person) > 0 })
        else { return nil }
        return violation(
            .brokenOff, .posting(person, host), instance.weeks.lowerBound,
            amount: term - underWay.weeksServed)
    }

    /// Resident postings that all together fall short of the term.
    private func tooLittle(
        _ person: PersonIndex, _ postings: [Posting], _ term: Int, _ attendance: Attendance
    ) -> Violation? {
        let instance = attendance.instance
        let underWay = instance[person].history.underWay.flatMap { $0.kind == .resident ? $0 : nil }
        guard underWay != nil || !postings.isEmpty,
            !postings.contains(where: { goesOn($0, of: person, instance) })
        else { return nil }
        let weeks = instance.weeks.count { attendance.posting(of: person, in: $0)?.kind == .resident }
        let total = weeks + (underWay?.weeksServed ?? 0)
        return total < term ? violation(.tooLittle, .person(person), nil, amount: term - total) : nil
    }

    /// Whether a posting reaches the last week and is committed to what is left of its term.
    private func goesOn(_ posting: Posting, of person: PersonIndex, _ instance: Instance) -> Bool {
        posting.weeks.upperBound == instance.weeks.upperBound
            && instance[person].limits[.resident]?.mayContinuePastEnd ?? false
    }

    /// See ``Rule/readings(in:)``: both ways to serve the term, and both counts of months unless the term is stated in weeks.
    public func readings(in attendance: Attendance) -> [ReadingVerdict] {
        let instance = attendance.instance
        let counts = weeks > 0 ? [monthCount] : MonthCount.allCases
        return Continuity.allCases.flatMap { continuity in
            counts.map { count in
                let term = term(count)
                let missed = violations(in: attendance, term: term, continuity)
                let (place, length) = (continuity.wording, count.wording)
                return ReadingVerdict(
                    reading: weeks > 0
                        ? place
                        : Text(
                            "\(place.english), \(length.english)", "\(place.chinese)，\(length.chinese)"),
                    isEnforced: continuity == self.continuity && count == monthCount,
                    amount: missed.reduce(0) { $0 + $1.amount },
                    sites: Set(
                        missed.compactMap(\.tag.subject.concernedPerson).map { instance.employer(of: $0) }
                    )
                    .sorted())
            }
        }
    }

    private func violation(_ fault: Fault, _ subject: Subject, _ week: Week?, amount: Int) -> Violation {
        Violation(
            tag: tag(subject, week), amount: amount, isHard: true, cost: .zero,
            reason: Violation.Reason(rawValue: fault.rawValue))
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        if case .person(let person) = violation.tag.subject {
            let (id, amount) = (instance[person].id, violation.amount)
            return Text(
                "\(id)'s resident postings together are \(counted(amount, "week")) short of the term",
                "\(id)的常驻累计比规定期限少\(amount)周")
        }
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

extension ResidentTerm.MonthCount {
    var wording: Text {
        switch self {
        case .bothDaysWorked: Text("first and last day worked", "首末两日均在岗")
        case .startDayExcluded: Text("first day not counted", "首日不计入")
        }
    }
}

extension ResidentTerm.Continuity {
    var wording: Text {
        switch self {
        case .oneHost: Text("at one host", "同一机构连续")
        case .cumulative: Text("over all hosts", "各机构累计")
        }
    }
}

extension Instance {
    /// The weeks served in a resident posting under way at week 0, or nil if there is none.
    fileprivate func residentWeeksUnderWay(of person: PersonIndex) -> Int? {
        self[person].history.underWay.flatMap { $0.kind == .resident ? $0.weeksServed : nil }
    }

    /// Whether a person's resident posting may go on past the end.
    fileprivate func mayStayResident(_ person: PersonIndex) -> Bool {
        limits(of: person, .resident)?.mayContinuePastEnd ?? false
    }
}
