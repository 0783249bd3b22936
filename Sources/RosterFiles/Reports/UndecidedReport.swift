import Rostering

/// That a solve ended without a roster and without a proof that there is none.
public struct UndecidedReport: Sendable {
    /// What was solved.
    public let instance: Instance
    /// How the solve ended.
    public let summary: SolveSummary

    /// Reports a solve that decided nothing.
    public init(of instance: Instance, summary: SolveSummary) {
        self.instance = instance
        self.summary = summary
    }

    /// The report as text.
    public func text(_ style: ReportStyle) -> String {
        String(sections: [
            HeadlineSection(instance: instance, summary: summary, audit: nil).lines(style),
            [
                style(
                    "This does not mean that there is no roster: give it more time (--time-limit).",
                    "这并不表示无解：请延长时限（--time-limit）。")
            ],
        ])
    }
}
