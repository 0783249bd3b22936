/// After a posting ends, its kind's number of weeks pass without another.
///
/// Leave counts as rest and the horizon's end cuts it short. A posting under way that does not continue ends where week 0 begins; one that ended
/// before the horizon, `weeksSincePosting` weeks ago, asks for the rest of a temporary posting.
public struct RestBetweenPostings: StructuralRule {
    enum Fault: String { case tooEarly }

    /// See ``Rule/id``.
    public static let id: RuleID = "rest"
    /// See ``Rule/name``.
    public static let name = Text("Rest between postings", "派驻间隔")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "After a posting ends, the rest of its kind passes before the next begins.",
        "一次派驻结束后，须隔该类派驻规定的周数才能再派。")
    /// See ``Rule/unit``.
    public static let unit = Text("week", "周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("HB26", Citation.hanbin, "六(八)", "定期选派医务人员轮流到基层值诊、查房")
    ]

    /// The rule.
    public init() {}

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        attendance.instance.personIndexes.flatMap { person in
            var rest = restOwedBefore(attendance, person)
            return attendance.postings(of: person).compactMap { posting -> Violation? in
                let start = posting.weeks.lowerBound
                let continues = attendance.weeksServedBefore(posting, of: person) > 0
                let missing =
                    continues ? 0 : min(rest.weeks, rest.end.advanced(by: rest.weeks).offset - start.offset)
                rest = (posting.weeks.upperBound, restWeeks(after: posting.kind, of: person, attendance))
                guard missing > 0 else { return nil }
                return violation(Fault.tooEarly, .posting(person, posting.host), start, amount: missing)
            }
        }
    }

    /// When the last posting before the horizon ended, and the rest it asks for.
    private func restOwedBefore(_ attendance: Attendance, _ person: PersonIndex) -> (end: Week, weeks: Int) {
        let (history, start) = (attendance.instance[person].history, attendance.instance.weeks.lowerBound)
        if let underWay = history.underWay {
            return (start, restWeeks(after: underWay.kind, of: person, attendance))
        }
        guard let weeksSincePosting = history.weeksSincePosting else { return (start, 0) }
        return (start.advanced(by: -weeksSincePosting), restWeeks(after: .temporary, of: person, attendance))
    }

    /// The rest after a kind; none where the kind is not open to the person.
    private func restWeeks(after kind: PostingKind, of person: PersonIndex, _ attendance: Attendance) -> Int {
        attendance.instance[person].limits[kind]?.restWeeks ?? 0
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .posting(let person, let host) = violation.tag.subject else { return Self.name }
        let (id, site) = (instance[person].id, instance[host].name)
        return Text(
            "\(id)'s posting at \(site.english) begins \(counted(violation.amount, "week")) before the rest is over",
            "\(id)到\(site.chinese)的派驻早于间隔期满\(violation.amount)周")
    }
}
