// What a department has at home in a week, as sums that rules build their rows from.
extension Instance {
    /// The hosts at which a person may be posted in a week, in order.
    func hosts(of person: PersonIndex, in week: Week) -> [SiteIndex] {
        Set(options(of: person).filter { $0.weeks.contains(week) }.map(\.host)).sorted()
    }

    /// The sum of `weight` over those of `people` at home in a week, as a constant less what postings take away.
    func sumAtHome(
        of people: [PersonIndex], in week: Week, weight: (PersonIndex) -> Int
    ) -> Expression {
        var sum = Expression()
        for person in people where !isOnLeave(person, in: week) {
            let weight = weight(person)
            guard weight != 0 else { continue }
            sum.constant += weight
            for host in hosts(of: person, in: week) { sum.add(-weight, .posted(person, host, week)) }
        }
        return sum
    }

    /// The appointments a pool offers in a week; the constant is what it offers when everyone is at home.
    func capacity(of pool: PoolIndex, in week: Week) -> Expression {
        switch self[pool].source {
        case .resource(let position): Expression(constant: description.resources[position].capacity[week])
        case .department(let department):
            sumAtHome(of: self[department].members, in: week) { appointments(of: $0, in: week) }
        }
    }
}

extension Expression {
    /// Adds `factor` times another expression.
    mutating func add(_ factor: Int, _ other: Expression) {
        constant += factor * other.constant
        for term in other.terms { add(factor * term.coefficient, term.measure) }
    }
}
