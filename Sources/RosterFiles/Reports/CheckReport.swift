import Rostering

/// The independent judgement of a roster from any source, for people and for programs.
public struct CheckReport: Sendable {
    /// The instance the roster is of.
    public let instance: Instance
    /// The roster.
    public let roster: Roster
    /// Its judgement.
    public let audit: Audit

    /// Judges a roster of an instance.
    public init(_ roster: Roster, of instance: Instance) {
        self.instance = instance
        self.roster = roster
        audit = Audit(of: roster, in: instance)
    }

    /// The report as text: the verdict, every rule with every reading, every clause, every kind of violation, appointments.
    public func text(_ style: ReportStyle) -> String {
        let count = Text.counted(audit.hardViolations.count, Text("time", "处"))[style.language]
        let verdict =
            audit.isFeasible
            ? style("Passed: every hard rule is kept.", "通过：满足全部硬性规则。")
            : style("Failed: hard rules are broken \(count).", "未通过：违反硬性规则\(count)。")
        let parts = ObjectivePart.allCases.map {
            "\($0.wording[style.language]) \(audit.cost(of: $0, in: instance))"
        }
        var shortages = ShortageSection(instance: instance, violations: audit.verdicts.flatMap(\.violations))
        shortages.listsEverything = true
        return String(
            sections: [
                [
                    verdict, instance.headline(style),
                    "  " + style("objective", "目标值") + "  \(audit.objective)" + style(" (", "（")
                        + parts.joined(separator: style(", ", "，")) + style(")", "）"),
                ] + instance.cautionLines(style),
                RuleSection(instance: instance, audit: audit).lines(style),
                ClauseSection(instance: instance, audit: audit).lines(style),
                shortages.lines(style),
            ] + SlotSection(attendance: Attendance(roster, in: instance)).sections(style))
    }
}
