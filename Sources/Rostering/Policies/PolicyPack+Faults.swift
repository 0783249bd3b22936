extension PolicyPack {
    /// Every fault of the pack, together with those that a reader of it found already, which come first; the paths are those of the pack's file.
    ///
    /// A fault at or below a place where the reader found one is left out. At most 1000 are listed.
    public func faults(beside known: [Fault]) -> [Fault] { Fault.listed(known + faults.notBelow(known)) }

    /// Every fault, in the order of the file's parts.
    private var faults: [Fault] {
        var faults: [Fault] = []
        if version < 1 {
            faults.append(.outOfRange(version, in: 1...Self.latestVersion, at: .root["version"]))
        }
        if let from = inForce.first, let until = inForce.last, until < from {
            faults.append(
                Fault(
                    .datesReversed, at: .root["inForce"]["until"], value: "\(until)",
                    Text(
                        "\(until) is before \(from); a document goes out of force after it came into it.",
                        "\(until)早于\(from)；失效日期不得早于生效日期。")))
        }
        faults += policy.faults(at: .root)
        var seen: Set<ClauseID> = []
        for (position, clause) in clauses.enumerated() {
            let path = FaultPath.root["clauses"][position]
            faults += clause.faults(at: path)
            if !seen.insert(clause.id).inserted {
                faults.append(
                    Fault(
                        .duplicateIdentifier, at: path["id"], value: clause.id.text,
                        Text(
                            "The clause '\(clause.id)' is listed already; a clause has one entry.",
                            "条款“\(clause.id)”已经列出，每个条款只有一项。")))
            }
        }
        return faults
    }

    /// The greatest version that a file may state.
    private static let latestVersion = 1_000_000
}

extension Clause {
    /// The clause's own faults.
    fileprivate func faults(at path: FaultPath) -> [Fault] {
        var faults: [Fault] = []
        if !id.isWellFormed { faults.append(.malformed(id, at: path["id"])) }
        if kinds.isEmpty {
            faults.append(
                Fault(
                    .empty, at: path["class"], value: "",
                    Text("A clause has at least one class.", "条款至少有一个类别。")))
        }
        if quotations.isEmpty || quotations.contains("") {
            faults.append(
                Fault(
                    .empty, at: path["text"], value: "",
                    Text("A clause is quoted with its words.", "条款应引用原文。")))
        }
        guard case .rules(let rules) = carrier else { return faults }
        if rules.isEmpty {
            faults.append(
                Fault(
                    .empty, at: path["rules"], value: "",
                    Text(
                        "At least one rule carries a clause; say 'mechanism' or 'noEffect' where none does.",
                        "至少由一条规则落实；没有规则时请用mechanism或noEffect说明。")))
        }
        let known = RuleBook.standard.map(\.id.description)
        for (position, rule) in rules.enumerated() where !known.contains(rule.description) {
            faults.append(
                .unknown(
                    .unknownRule, rule.description, at: path["rules"][position], Text("rule", "规则"),
                    among: known))
        }
        return faults
    }
}
