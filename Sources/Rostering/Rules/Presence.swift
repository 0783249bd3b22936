// What a department has at home in a week, as sums that rules build their rows from.
extension Instance {
    /// The hosts at which a person may be posted in a week, in order.
    func hosts(of person: PersonIndex, in week: Week) -> [SiteIndex] {
        Set(options(of: person).filter { $0.weeks.contains(week) }.map(\.host)).sorted()
    }

    /// The kinds of posting in which a person can serve at a host, not learn, in order.
    func servingKinds(of person: PersonIndex, at host: SiteIndex) -> [PostingKind] {
        options(of: person).filter { $0.host == host && $0.kind != .training }.map(\.kind)
    }

    /// The sum of `weight` over those of `people` posted in a week in a kind of posting, wherever or at the hosts that are meant.
    func sumPosted(
        _ people: [PersonIndex], as kind: PostingKind, in week: Week,
        at isMeant: (SiteIndex) -> Bool = { _ in true }, weight: (PersonIndex) -> Int
    ) -> Expression {
        var sum = Expression()
        for person in people {
            for option in options(of: person)
            where option.kind == kind && isMeant(option.host) && option.weeks.contains(week) {
                sum.add(weight(person), .posted(person, option.host, week, as: kind))
            }
        }
        return sum
    }

    /// The sum of `weight` over those of `people` at home in a week, as a constant less what postings take away, and visits by the session.
    func sumAtHome(
        of people: [PersonIndex], in week: Week, perSessionLost: (PersonIndex) -> Int = { _ in 0 },
        weight: (PersonIndex) -> Int
    ) -> Expression {
        var sum = Expression()
        for person in people where !isOnLeave(person, in: week) {
            let weight = weight(person)
            guard weight != 0 else { continue }
            if mayVisit(person) { sum.add(-perSessionLost(person), .sessionsLost(person, week)) }
            sum.constant += weight
            for host in hosts(of: person, in: week) { sum.add(-weight, .posted(person, host, week)) }
        }
        return sum
    }

    /// The appointments a pool offers in a week; the constant is what it offers when everyone is at home.
    func capacity(of pool: PoolIndex, in week: Week) -> Expression {
        switch self[pool].source {
        case .resource(let position): Expression(constant: description.resources[position].capacity[week])
        case .department(let department): appointmentsAtHome(of: self[department].members, in: week)
        }
    }

    /// The appointments of the sessions that some people hold at the hospital in a week.
    func appointmentsAtHome(of people: [PersonIndex], in week: Week) -> Expression {
        sumAtHome(
            of: people, in: week, perSessionLost: { self[$0].slotsPerSession },
            weight: { appointments(of: $0, in: week) })
    }

    /// The hosts that a person may visit in a week at home, in order.
    func hostsVisited(by person: PersonIndex, in week: Week) -> [SiteIndex] {
        Set(
            homeDuties(of: person).filter { $0.weeks.contains(week) }.flatMap { $0.duty.visits.map(\.host) }
        ).sorted()
    }

    /// The people who may visit a host in some week at home, in order.
    func visitors(of host: SiteIndex) -> [PersonIndex] {
        personIndexes.filter { person in
            homeDuties(of: person).contains { $0.duty.visits.contains { $0.host == host } }
        }
    }

    /// Whether a person may visit anywhere in any week.
    func mayVisit(_ person: PersonIndex) -> Bool {
        homeDuties(of: person).contains { !$0.duty.visits.isEmpty }
    }
}

extension Expression {
    /// Adds `factor` times another expression.
    mutating func add(_ factor: Int, _ other: Expression) {
        constant += factor * other.constant
        for term in other.terms { add(factor * term.coefficient, term.measure) }
    }
}
