import Rostering

/// The answer at a glance: proven or not and how far, and what the numbers are.
struct HeadlineSection {
    let instance: Instance
    let summary: SolveSummary
    /// The judgement of the roster that was found, or nil without one.
    let audit: Audit?

    func lines(_ style: ReportStyle) -> [String] {
        var table = TextTable(columns: [.text(), .text()])
        if let audit, summary.outcome != .infeasible {
            let parts = ObjectivePart.allCases.map {
                "\($0.wording[style.language]) \(audit.cost(of: $0, in: instance))"
            }
            table.rows.append([
                style("objective", "目标值"),
                "\(audit.objective)" + style(" (", "（") + parts.joined(separator: style(", ", "，"))
                    + style(")", "）"),
            ])
        }
        if let bound = summary.bound {
            let gap =
                summary.gap.map {
                    style(" (gap ", "（差距") + Text.percentage($0)[style.language] + style(")", "）")
                }
                ?? ""
            table.rows.append([style("lower bound", "下界"), String.decimal(bound, digits: 3) + gap])
        }
        let method = summary.method.map { style(" (method: \($0))", "（方法：\($0)）") } ?? ""
        table.rows.append([
            style("time", "用时"), String.decimal(summary.seconds, digits: 1) + style(" s", "秒") + method,
        ])
        return [headline(style), instance.headline(style)] + table.lines() + instance.cautionLines(style)
    }

    private func headline(_ style: ReportStyle) -> String {
        let stop = summary.stopReason.map { $0.wording[style.language] }
        switch summary.outcome {
        case .optimal:
            return style(
                "Proven optimal: no roster that keeps the hard rules is better.",
                "已证明最优：在满足全部硬性规则的前提下，没有更好的轮派表。")
        case .feasible:
            // A gap of 1 says nothing: the bound is 0 or less.
            let distance =
                summary.gap.flatMap { $0 < 1 ? $0 : nil }.map {
                    style(
                        "within \(Text.percentage($0).english) of the best possible",
                        "与最优值相差不超过\(Text.percentage($0).chinese)")
                } ?? style("not known how far from the best possible", "与最优值的差距未知")
            return style("Feasible, not proven optimal: ", "可行，未证明最优：") + distance
                + (stop.map { style("; stopped: \($0).", "；停止原因：\($0)。") } ?? style(".", "。"))
        case .infeasible:
            return style(
                "Infeasible: proven that no roster keeps every hard rule.", "无解：已证明没有能满足全部硬性规则的轮派表。")
        case .undecided:
            return style(
                "Undecided: no roster found, and not proven that there is none", "未定：没有找到轮派表，也未证明无解")
                + (stop.map { style("; stopped: \($0).", "；停止原因：\($0)。") } ?? style(".", "。"))
        }
    }
}

extension Instance {
    /// What the instance is: name, days, and size.
    func headline(_ style: ReportStyle) -> String {
        let name = description.name[style.language]
        let (people, weeks) = (people.count, calendar.weekCount)
        let days = calendar.wording(of: self.weeks)
        let size = Text(
            "\(days.english), \(Text.counted(weeks, Text("week", "周")).english); "
                + "\(Text.counted(people, Text("person", "人")).english), \(Text.counted(sites.count, Text("site", "个机构")).english)",
            "\(days.chinese)，\(weeks)周；\(people)人，\(sites.count)个机构")
        return name.isEmpty ? size[style.language] : name + style(": ", "：") + size[style.language]
    }

    /// What to know before trusting a roster, a line each.
    func cautionLines(_ style: ReportStyle) -> [String] {
        cautions.map { style("Caution: ", "注意：") + $0[style.language] }
    }
}

extension Audit {
    /// What one part of the objective amounts to.
    func cost(of part: ObjectivePart, in instance: Instance) -> Cost {
        verdicts.filter { instance.part(of: $0.rule) == part }.reduce(.zero) { $0 + $1.cost }
    }
}

extension ObjectivePart {
    /// The part in words.
    var wording: Text {
        switch self {
        case .patientService: Text("service to patients", "患者服务")
        case .staff: Text("everything else", "其他")
        }
    }
}

extension SolveSummary.StopReason {
    /// The reason in words.
    var wording: Text {
        switch self {
        case .timeLimit: Text("time limit", "达到时限")
        case .iterationLimit: Text("limit of rounds", "达到轮数上限")
        case .gapReached: Text("gap reached", "达到要求的差距")
        case .cancelled: Text("interrupted", "被中断")
        case .methodExhausted: Text("the method can do no more", "所用方法已无法继续")
        }
    }
}
