import Rostering

/// Why no roster keeps every hard rule, for people and for programs.
public struct InfeasibilityReport: Sendable {
    /// A person for whom the structural rules leave no plan.
    public struct PersonalConflict: Sendable {
        /// The person.
        public let person: PersonIndex
        /// What would have to give, each alone sufficient; empty if no single one is.
        public let waysOut: [Text]

        /// Describes a conflict.
        public init(person: PersonIndex, waysOut: [Text]) {
            self.person = person
            self.waysOut = waysOut
        }
    }

    /// What was solved.
    public let instance: Instance
    /// How the solve ended.
    public let summary: SolveSummary
    /// People without any plan.
    public let personalConflicts: [PersonalConflict]
    /// The roster that misses the hard rules least, or nil.
    public let leastViolating: Roster?
    /// Its judgement, or nil without a roster.
    public let audit: Audit?
    /// Whether it is proven that none misses them less.
    public let isLeastProven: Bool

    /// Reports that an instance is infeasible.
    public init(
        of instance: Instance, summary: SolveSummary, personalConflicts: [PersonalConflict],
        leastViolating: (roster: Roster, audit: Audit)?, isLeastProven: Bool
    ) {
        self.instance = instance
        self.summary = summary
        self.personalConflicts = personalConflicts
        self.leastViolating = leastViolating?.roster
        audit = leastViolating?.audit
        self.isLeastProven = isLeastProven
    }

    /// The report as text: what cannot be kept and by how much, in the words of the rules; a full report adds the roster that misses least.
    public func text(_ style: ReportStyle) -> String {
        var sections = [HeadlineSection(instance: instance, summary: summary, audit: audit).lines(style)]
        sections.append(personalLines(style))
        if let audit {
            sections += LeastViolatingSections(instance: instance, audit: audit, isLeastProven: isLeastProven)
                .sections(style)
        }
        if style.isFull, let leastViolating { sections += leastViolating.sections(in: instance, style) }
        return String(sections: sections)
    }

    private func personalLines(_ style: ReportStyle) -> [String] {
        guard !personalConflicts.isEmpty else { return [] }
        return [style("People whom the rules leave no plan", "规则使其没有任何可行计划的人员")]
            + personalConflicts.flatMap { conflict in
                let id = instance[conflict.person].id.text
                guard !conflict.waysOut.isEmpty else {
                    return ["  \(id)" + style(": no single change helps", "：没有单独一项改动足以解决")]
                }
                return ["  \(id)" + style(": any one of these helps", "：以下任一改动即可解决")]
                    + conflict.waysOut.map { "    - " + $0[style.language] }
            }
    }
}
