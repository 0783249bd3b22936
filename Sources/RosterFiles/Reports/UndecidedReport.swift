import Rostering

/// That a solve ended without a roster and without a proof that there is none.
public struct UndecidedReport: Sendable {
    /// What was solved.
    public let instance: Instance
    /// How the solve ended.
    public let summary: SolveSummary

    /// The judgement of the roster that misses the hard rules least, or nil if none was found.
    public let leastViolating: Audit?

    /// Reports a solve that decided nothing.
    public init(of instance: Instance, summary: SolveSummary, leastViolating: Audit? = nil) {
        self.instance = instance
        self.summary = summary
        self.leastViolating = leastViolating
    }

    /// The report as text.
    public func text(_ style: ReportStyle) -> String {
        let found = leastViolating.map {
            LeastViolatingSections(instance: instance, audit: $0, isLeastProven: false).sections(style)
        }
        return String(
            sections: [
                HeadlineSection(instance: instance, summary: summary, audit: nil).lines(style),
                [
                    style(
                        "This does not mean that there is no roster: give it more time (--time-limit).",
                        "这并不表示无解：请延长时限（--time-limit）。")
                ],
            ] + (found ?? []))
    }
}
