import Rostering

/// Each clause kept or by how much missed, in the words of the policy document.
struct ClauseSection {
    let instance: Instance
    let audit: Audit

    /// How many cells of a clause's words a report shows that is not full.
    private static let width = 60

    func lines(_ style: ReportStyle) -> [String] {
        let verdicts = audit.clauseVerdicts(in: instance)
        guard !verdicts.isEmpty else { return [] }
        var table = TextTable(columns: [
            .text(style("clause", "条款")), .text(style("article", "条")), .text(style("verdict", "结论")),
            .text(style("words", "原文")),
        ])
        table.rows = verdicts.map { verdict in
            let words = verdict.clause.quotations.joined(separator: "……")
            return [
                verdict.clause.id.text, verdict.clause.article, result(of: verdict, style),
                style.isFull ? words : words.cut(to: Self.width),
            ]
        }
        return [heading(style)] + table.lines() + others(than: verdicts.count, style)
    }

    private func heading(_ style: ReportStyle) -> String {
        guard let pack = instance.description.policyPack else { return style("Clauses", "条款") }
        return style("Clauses of: ", "条款：") + pack.name[style.language]
            + style(" (version \(pack.version))", "（第\(pack.version)版）")
    }

    private func result(of verdict: ClauseVerdict, _ style: ReportStyle) -> String {
        guard verdict.isApplicable else { return style("nothing to judge", "无适用对象") }
        guard !verdict.isKept else {
            guard verdict.rulesOff.isEmpty else { return style("kept, some rules off", "满足，部分规则未开启") }
            return style("kept", "满足")
        }
        let amounts = verdict.shortfalls(in: instance).map {
            Text.counted($0.amount, $0.unit)[style.language]
        }
        return style("missed by ", "未满足：") + amounts.joined(separator: style(", ", "、"))
    }

    /// The documents that rules cite, each with the letters that its clauses begin with.
    private func documents(_ style: ReportStyle) -> String {
        var names: [String: String] = [:]
        for rule in instance.policy.rules where rule.enforcement.isOn {
            for citation in type(of: rule).citations where citation.document != Citation.model {
                names[String(citation.requirement.prefix(while: \.isLetter))] =
                    citation.document[style.language]
            }
        }
        return "  "
            + names.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            .joined(separator: style("; ", "；"))
    }

    /// Where the clauses come from that rules cite, or how many of the pack's clauses are not judged here, and why.
    private func others(than judged: Int, _ style: ReportStyle) -> [String] {
        guard let pack = instance.description.policyPack else { return [documents(style)] }
        let more = pack.clauses.count - judged
        guard more > 0 else { return [] }
        let off = pack.clauses.count { $0.bindsRosters && !$0.rules.isEmpty } - judged
        let offWording = off > 0 ? style("\(off) whose rules are off, ", "\(off)条的规则未开启，") : ""
        return [
            style("  and \(more) more: ", "  另有\(more)条：") + offWording
                + style(
                    "\(more - off) that bind no roster or are carried otherwise",
                    "\(more - off)条不约束轮派表或以其他方式落实")
        ]
    }
}
