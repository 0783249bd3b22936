/// What a roster makes of a clause: the verdicts of the rules that carry it.
public struct ClauseVerdict: Sendable {
    /// The clause.
    public let clause: Clause
    /// The verdicts of its rules that are on, in the policy's order; at least one.
    public let rules: [Audit.Verdict]

    /// Its rules that are off, by which it is not judged.
    public let rulesOff: [RuleID]

    /// Whether all of its rules that are on are kept.
    public var isKept: Bool { rules.allSatisfy(\.violations.isEmpty) }

    /// Whether the instance has what one of its rules that are on is about; otherwise there is nothing to judge.
    public var isApplicable: Bool { rules.contains(where: \.isApplicable) }

    /// By how much the clause is missed, summed over rules of one unit, in the policy's order; empty if it is kept.
    public func shortfalls(in instance: Instance) -> [(amount: Int, unit: Text)] {
        var shortfalls: [(amount: Int, unit: Text)] = []
        for verdict in rules where !verdict.violations.isEmpty {
            guard let rule = instance.policy.rules.first(where: { $0.id == verdict.rule }) else { continue }
            let unit = type(of: rule).unit
            if let position = shortfalls.firstIndex(where: { $0.unit == unit }) {
                shortfalls[position].amount += verdict.amount
            } else {
                shortfalls.append((verdict.amount, unit))
            }
        }
        return shortfalls
    }
}

extension Audit {
    /// The verdict on each clause that binds rosters and is carried by a rule that is on.
    ///
    /// With a policy pack these are clauses of the pack in its order, without one the clauses that the rules cite, ordered by identifier.
    public func clauseVerdicts(in instance: Instance) -> [ClauseVerdict] {
        let clauses =
            instance.description.policyPack?.clauses.filter(\.bindsRosters)
            ?? Clause.cited(by: instance.policy.rules)
        return clauses.compactMap { clause in
            let rules = verdicts.filter { clause.rules.contains($0.rule) }
            guard !rules.isEmpty else { return nil }
            return ClauseVerdict(
                clause: clause, rules: rules,
                rulesOff: clause.rules.filter { id in !rules.contains { $0.rule == id } })
        }
    }
}
