import Rostering

/// Which hard rules the roster that misses them least misses, and by how much.
struct LeastViolatingSections {
    let instance: Instance
    let audit: Audit
    /// Whether it is proven that no roster misses them less.
    let isLeastProven: Bool

    func sections(_ style: ReportStyle) -> [[String]] {
        let proof =
            isLeastProven
            ? style("proven: none breaks them less", "已证明无法更少")
            : style("not proven that none breaks them less", "未证明无法更少")
        let shortages = ShortageSection(
            instance: instance, violations: audit.hardViolations,
            heading: Text("Where it breaks them", "违反之处"))
        return [
            [
                style(
                    "The roster found that breaks the hard rules least breaks them by \(audit.hardTotal) in all (\(proof)).",
                    "违反最少的轮派表共违反硬性规则\(audit.hardTotal)个单位（\(proof)）。")
            ],
            shortages.lines(style),
            // Soft rules were not minded in seeking that roster, so their cost would say nothing.
            RuleSection(instance: instance, audit: audit, listsSoftRules: false).lines(style),
        ]
    }
}
