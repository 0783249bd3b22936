import Rostering

/// Violations of one rule about one subject, missed in the same way in consecutive weeks.
struct ViolationRun {
    /// The violations, in order of time; at least one.
    let violations: [Violation]
    /// The one with the greatest amount, the first of several.
    let worst: Violation

    /// The weeks, or nil where the violation is of the whole horizon.
    var weeks: Range<Week>? {
        guard let first = violations.first?.tag.week, let last = violations.last?.tag.week else { return nil }
        return first..<last.advanced(by: 1)
    }
    /// The total in the rule's unit.
    var amount: Int { violations.reduce(0) { $0 + $1.amount } }
    /// The share of the objective.
    var cost: Cost { violations.reduce(.zero) { $0 + $1.cost } }
    /// Whether the weeks differ in amount.
    var varies: Bool { violations.contains { $0.amount != worst.amount } }

    /// Merges violations: first the broken hard rules, then what patients miss, then the rest; each by cost and amount, the greatest first.
    /// O(n log n).
    static func runs(of violations: [Violation], in instance: Instance) -> [ViolationRun] {
        struct Key: Hashable {
            let rule: RuleID
            let subject: Subject
            let reason: Violation.Reason?
        }
        var positions: [Key: Int] = [:]
        var groups: [[Violation]] = []
        for violation in violations {
            let key = Key(
                rule: violation.tag.rule, subject: violation.tag.subject, reason: violation.reason)
            if let position = positions[key] {
                groups[position].append(violation)
            } else {
                positions[key] = groups.count
                groups.append([violation])
            }
        }
        let runs = groups.flatMap(split)
        return runs.enumerated().sorted {
            let (left, right) = ($0.element.rank(in: instance), $1.element.rank(in: instance))
            return left == right ? $0.offset < $1.offset : left < right
        }.map(\.element)
    }

    private static func split(_ group: [Violation]) -> [ViolationRun] {
        let ordered = group.enumerated().sorted {
            ($0.element.tag.week?.offset ?? -1, $0.offset) < ($1.element.tag.week?.offset ?? -1, $1.offset)
        }.map(\.element)
        var runs: [[Violation]] = []
        for violation in ordered {
            if let last = runs.last?.last?.tag.week, last.advanced(by: 1) == violation.tag.week {
                runs[runs.count - 1].append(violation)
            } else {
                runs.append([violation])
            }
        }
        return runs.compactMap { run in
            guard let first = run.first else { return nil }
            return ViolationRun(
                violations: run, worst: run.dropFirst().reduce(first) { $1.amount > $0.amount ? $1 : $0 })
        }
    }

    private func rank(in instance: Instance) -> (Int, Int, Int) {
        let group = worst.isHard ? 0 : instance.part(of: worst.tag.rule) == .patientService ? 1 : 2
        return (group, -cost.thousandths, -amount)
    }
}
