import Rostering

extension Audit {
    /// The verdict on each clause that rules carry.
    func clausesJSON(in instance: Instance, _ language: Language) -> JSONValue {
        .array(
            clauseVerdicts(in: instance).map { verdict in
                .object([
                    "clause": .string(verdict.clause.id), "article": .string(verdict.clause.article),
                    "text": .array(verdict.clause.quotations.map { .string($0) }),
                    "rules": .array(verdict.rules.map { .string($0.rule.description) }),
                    "rulesOff": .listed(verdict.rulesOff) { .string($0.description) },
                    "kept": verdict.isApplicable ? .bool(verdict.isKept) : nil,
                    "nothingToJudge": verdict.isApplicable ? nil : .bool(true),
                    "missedBy": .listed(verdict.shortfalls(in: instance)) {
                        .object(["amount": .integer($0.amount), "unit": .string($0.unit[language])])
                    },
                ])
            })
    }
}

extension Instance {
    /// What to know before trusting a roster, and the policy pack it is judged by, as members of a report; none where there is neither.
    func policyMembers(_ language: Language) -> [JSONValue.Member] {
        JSONValue.object([
            "cautions": .listed(cautions) { .string($0[language]) },
            "policy": description.policyPack.map { pack in
                .object([
                    "pack": .string(pack.path), "name": .string(pack.name[language]),
                    "version": .integer(pack.version),
                ])
            },
        ]).members
    }
}
