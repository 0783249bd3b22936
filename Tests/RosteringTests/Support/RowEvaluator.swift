import Rostering

/// Evaluates requirements at a finished roster: the other half of the comparison of rows with the audit.
///
/// Plans and reserves are given by the roster; violations take the least values with which the rows hold, all values of the other quantities
/// tried in turn.
struct RowEvaluator {
    let attendance: Attendance
    /// The greatest value tried for a quantity without an upper bound.
    let bound: Int

    /// What the rows of one tag ask.
    enum Outcome: Equatable {
        /// They hold with this violation.
        case amount(Int)
        /// No violation within its bounds makes them hold.
        case impossible
    }

    /// By tag: the least violation.
    func outcomes(of requirements: Requirements) -> [RequirementTag: Outcome] {
        let rows = Dictionary(grouping: requirements.rows, by: \.tag)
        let quantities = Dictionary(grouping: requirements.quantities) { Self.tag(of: $0.name) }
        return Dictionary(
            uniqueKeysWithValues: rows.map { tag, rows in
                (tag, outcome(rows, quantities[tag] ?? []))
            })
    }

    /// The costs of measures and of the least violations.
    func cost(of requirements: Requirements) -> Cost {
        let outcomes = outcomes(of: requirements)
        let measures = requirements.costs.reduce(Cost.zero) { $0 + value(of: $1.measure, [:]) * $1.cost }
        return requirements.quantities.reduce(measures) { sum, quantity in
            guard case .violation(let tag) = quantity.name, case .amount(let amount) = outcomes[tag] else {
                return sum
            }
            return sum + amount * quantity.cost
        }
    }

    private func outcome(_ rows: [Requirement], _ quantities: [Quantity]) -> Outcome {
        let violation = quantities.first { if case .violation = $0.name { true } else { false } }
        let others = quantities.filter { $0.name != violation?.name }
        var least: Int?
        func enumerate(_ position: Int, _ values: [Quantity.Name: Int]) {
            guard position < others.count else {
                if let amount = amount(rows, violation, values) { least = min(least ?? amount, amount) }
                return
            }
            let quantity = others[position]
            for value in quantity.lower...(quantity.upper ?? bound) {
                enumerate(position + 1, values.merging([quantity.name: value]) { $1 })
            }
        }
        enumerate(0, [:])
        return least.map { .amount($0) } ?? .impossible
    }

    /// The least violation that makes rows hold, or nil.
    private func amount(
        _ rows: [Requirement], _ violation: Quantity?, _ values: [Quantity.Name: Int]
    ) -> Int? {
        var least = 0
        for row in rows {
            var (sum, slope) = (row.expression.constant, 0)
            for term in row.expression.terms {
                if let violation, term.measure == .quantity(violation.name) {
                    slope += term.coefficient
                } else {
                    sum += term.coefficient * value(of: term.measure, values)
                }
            }
            if sum >= 0 { continue }
            guard slope > 0 else { return nil }
            least = max(least, (-sum + slope - 1) / slope)
        }
        if let upper = violation?.upper, least > upper { return nil }
        return least
    }

    private func value(of measure: Measure, _ values: [Quantity.Name: Int]) -> Int {
        switch measure {
        case .visited(let person, let host, let week):
            attendance.visitSessions(of: person, at: host, in: week) > 0 ? 1 : 0
        case .visitSessions(let person, let host, let week):
            attendance.visitSessions(of: person, at: host, in: week)
        case .sessionsLost(let person, let week): attendance.sessionsLost(of: person, in: week)
        case .oddSessionLost(let person, let week): attendance.sessionsLost(of: person, in: week) % 2
        case .onRemoteDuty(let person, let duty, let week):
            attendance.homeDuty(of: person, in: week) == .remote(duty) ? 1 : 0
        case .posted(let person, let host, let week, let kind):
            attendance.posting(of: person, in: week).map {
                $0.host == host && [nil, $0.kind].contains(kind) ? 1 : 0
            } ?? 0
        case .settled(let person, let host, let week, let weeks, let kind):
            attendance.posting(of: person, in: week).map {
                $0.host == host && attendance.lasting($0, of: person) >= weeks
                    && [nil, $0.kind].contains(kind)
                    ? 1 : 0
            } ?? 0
        case .started(let person, let host, let week, let kind):
            attendance.postings(of: person).count {
                $0.host == host && $0.weeks.lowerBound == week && [nil, $0.kind].contains(kind)
                    && attendance.weeksServedBefore($0, of: person) == 0
            }
        case .quantity(.reserved(let pool, let week)): attendance.roster.slots[pool, week].reserved
        case .quantity(let name): values[name] ?? 0
        }
    }

    private static func tag(of name: Quantity.Name) -> RequirementTag? {
        switch name {
        case .violation(let tag), .auxiliary(let tag, _): tag
        case .reserved: nil
        }
    }
}
