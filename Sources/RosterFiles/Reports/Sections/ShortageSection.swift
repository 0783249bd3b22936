import Rostering

/// What is short, the worst first, in the words of the rules.
struct ShortageSection {
    let instance: Instance
    let violations: [Violation]
    /// Whether rules that are neither hard nor about patients are listed too, as they are in a full report.
    var listsEverything = false
    var heading = Text("What is short", "不足之处")

    /// How many lines a report lists that is not full.
    static let limit = 15

    func lines(_ style: ReportStyle) -> [String] {
        let listed = violations.filter {
            listsEverything || style.isFull || $0.isHard || instance.part(of: $0.tag.rule) == .patientService
        }
        let heading = heading[style.language]
        guard !listed.isEmpty else {
            return [heading, style("  nothing that patients or hard rules need", "  患者服务与硬性规则均无不足")]
        }
        let runs = ViolationRun.runs(of: listed, in: instance)
        let shown = style.isFull ? runs : Array(runs.prefix(Self.limit))
        var table = TextTable(columns: [
            .text(style("when", "时间")), .text(style("missed by", "缺口")), .number(style("cost", "代价")),
            .text(),
        ])
        table.rows = shown.map { row(of: $0, style) }
        let more = runs.count - shown.count
        return [heading] + table.lines()
            + (more > 0 ? [style("  and \(more) more (--full lists all)", "  另有\(more)条（--full列出全部）")] : [])
    }

    private func row(of run: ViolationRun, _ style: ReportStyle) -> [String] {
        let rule = instance.rule(run.worst.tag.rule)
        let unit = rule.map { type(of: $0).unit } ?? Text("unit", "个单位")
        let wording = rule.map { $0.wording(of: run.worst, in: instance)[style.language] }
        return [
            run.weeks.map { instance.calendar.wording(of: $0)[style.language] }
                ?? style("whole horizon", "整个周期"),
            Text.counted(run.amount, unit)[style.language],
            run.worst.isHard ? style("hard", "硬性") : run.cost.description,
            (wording ?? run.worst.tag.rule.description) + share(of: run, style),
        ]
    }

    /// Of which weeks of a run the wording is.
    private func share(of run: ViolationRun, _ style: ReportStyle) -> String {
        guard run.violations.count > 1 else { return "" }
        return run.varies ? style(" (worst week)", "（最差一周）") : style(" (each week)", "（每周）")
    }
}
