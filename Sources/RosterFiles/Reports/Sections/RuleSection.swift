import Rostering

/// Each rule kept or by how much missed, its share of the objective, and the verdicts under other readings of its clause.
struct RuleSection {
    let instance: Instance
    let audit: Audit
    /// Whether soft rules are listed too.
    var listsSoftRules = true

    func lines(_ style: ReportStyle) -> [String] {
        var table = TextTable(columns: [
            .text(style("rule", "规则")), .text(style("kind", "性质")), .text(style("verdict", "结论")),
            .number(style("cost", "代价")),
        ])
        for verdict in audit.verdicts {
            guard let rule = instance.rule(verdict.rule), listsSoftRules || rule.enforcement.isHard else {
                continue
            }
            table.rows.append([
                type(of: rule).name[style.language], kind(of: rule, style), result(of: verdict, rule, style),
                rule.enforcement.isHard ? "" : verdict.cost.description,
            ])
            for reading in verdict.readings {
                table.rows.append([
                    (reading.isEnforced ? "  * " : "    ") + reading.reading[style.language], "",
                    result(of: reading, rule, style), "",
                ])
            }
        }
        let hasReadings = audit.verdicts.contains { !$0.readings.isEmpty }
        return [style("Rules", "规则")] + table.lines()
            + (hasReadings ? [style("  * the reading enforced", "  * 为执行的解读")] : [])
            + audit.verdicts.flatMap { verdict in
                verdict.warnings.map { style("  warning: ", "  提示：") + $0[style.language] }
            }
    }

    private func kind(of rule: any Rule, _ style: ReportStyle) -> String {
        guard !rule.enforcement.isHard else { return style("hard", "硬性") }
        return style("soft", "软性")
    }

    private func result(of verdict: Audit.Verdict, _ rule: any Rule, _ style: ReportStyle) -> String {
        guard verdict.isApplicable else { return style("nothing to judge", "无适用对象") }
        guard !verdict.violations.isEmpty else { return style("kept", "满足") }
        let amount = Text.counted(verdict.amount, type(of: rule).unit)[style.language]
        return rule.enforcement.isHard ? style("BROKEN by \(amount)", "违反：\(amount)") : amount
    }

    private func result(of reading: ReadingVerdict, _ rule: any Rule, _ style: ReportStyle) -> String {
        guard reading.amount > 0 else { return style("kept", "满足") }
        let amount = Text.counted(reading.amount, type(of: rule).unit)[style.language]
        let sites = Text.counted(reading.sites.count, Text("site", "个机构"))[style.language]
        return style("\(amount) short at \(sites)", "\(sites)缺\(amount)")
    }
}
