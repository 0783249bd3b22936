import Rostering

/// A roster that a solve found, for people and for programs.
public struct RosterReport: Sendable {
    /// What was solved.
    public let instance: Instance
    /// The roster.
    public let roster: Roster
    /// The independent judgement of the roster.
    public let audit: Audit
    /// How the solve ended.
    public let summary: SolveSummary

    /// Reports a roster of an instance.
    public init(_ roster: Roster, audit: Audit, of instance: Instance, summary: SolveSummary) {
        self.instance = instance
        self.roster = roster
        self.audit = audit
        self.summary = summary
    }

    /// The report as text: the answer at a glance, rules, clauses, shortages, calendar, postings, duties at home, appointments. Names of people are printed.
    public func text(_ style: ReportStyle) -> String {
        String(
            sections: [
                HeadlineSection(instance: instance, summary: summary, audit: audit).lines(style),
                RuleSection(instance: instance, audit: audit).lines(style),
                ClauseSection(instance: instance, audit: audit).lines(style),
                ShortageSection(instance: instance, violations: audit.verdicts.flatMap(\.violations)).lines(
                    style),
            ] + roster.sections(in: instance, style))
    }
}

extension Roster {
    /// Who goes where and when, and what remains to offer.
    func sections(in instance: Instance, _ style: ReportStyle) -> [[String]] {
        let (attendance, keys) = (Attendance(self, in: instance), HostKeys(of: self))
        return [
            CalendarSection(attendance: attendance, keys: keys).lines(style),
            PostingSection(attendance: attendance, keys: keys).lines(style),
            HomeDutySection(attendance: attendance, keys: keys).lines(style),
        ] + SlotSection(attendance: attendance).sections(style)
    }
}
