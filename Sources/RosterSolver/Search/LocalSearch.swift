import Rostering

/// Finds good rosters without proving anything: a constructive start, then ruin and recreate by best response.
///
/// A *best response* plans one person anew by dynamic programming against what each duty would really save. The start gives every person in
/// turn a best response to the plans so far. Then, round after round, a few people who share a department or hosts lose their plans and get
/// best responses one after another in random order; the result is kept if it is better, or, ever more rarely, a little worse.
struct LocalSearch {
    private(set) var state: SearchState
    private(set) var best: [[Stay]]
    private(set) var bestCost: Int
    private var random: RandomSource
    private var pricers: [PlanPricer]
    private var costs: [PlanPricer.Costs]
    private var round = 0
    private let neighbours: [[Int]]
    private let movable: [Int]

    /// Makes the constructive start; nil if somebody has no plan at all.
    init?(_ model: RosterModel, _ tables: SearchTables, seed: UInt64, shouldStop: () -> Bool = { false }) {
        random = RandomSource(seed: seed)
        pricers = model.people.map { PlanPricer($0) }
        costs = model.people.map { PlanPricer.Costs($0) }
        var first: [[Stay]] = []
        for person in model.people.indices {
            // Everybody at home where that is allowed: a posting costs something to whoever can avoid it.
            var posted = PlanPricer.Costs(model.people[person])
            for cell in posted.duty.indices { posted.duty[cell] = 1 }
            guard let plan = pricers[person].cheapest(posted) else { return nil }
            first.append(plan.stays)
        }
        state = SearchState(model, tables, stays: first)
        best = first
        bestCost = state.cost
        movable = model.people.indices.filter { !model.people[$0].modes.isEmpty }
        neighbours = Self.neighbours(in: model)
        descend(shouldStop)
    }

    /// People to plan together with each person: those of the same department, then those who share a host, a few dozen at most.
    private static func neighbours(in model: RosterModel) -> [[Int]] {
        let instance = model.instance
        return model.people.indices.map { person in
            let department = instance.department(of: PersonIndex(person))
            let hosts = Set(model.people[person].modes.map(\.host))
            let others = model.people.indices.filter { $0 != person && !model.people[$0].modes.isEmpty }
            let same = others.filter {
                department != nil && instance.department(of: PersonIndex($0)) == department
            }
            let hosted = others.filter { other in
                !same.contains(other) && model.people[other].modes.contains { hosts.contains($0.host) }
            }
            return Array((same + same + hosted).prefix(120))
        }
    }

    /// Gives everybody best responses until nobody improves.
    private mutating func descend(_ shouldStop: () -> Bool) {
        var improved = true
        while improved, !shouldStop() {
            improved = false
            for person in random.shuffled(movable) {
                let before = state.cost
                respond(person)
                improved = improved || state.cost < before
                if shouldStop() { break }
            }
        }
        keepIfBest()
    }

    /// Plans one person anew against the others; never makes the roster worse.
    private mutating func respond(_ person: Int) {
        let (before, cost) = (state.stays[person], state.cost)
        state.assign([], to: person)
        state.marginalCosts(of: person, into: &costs[person])
        guard let plan = pricers[person].cheapest(costs[person]) else {
            state.assign(before, to: person)
            return
        }
        state.assign(plan.stays, to: person)
        if state.cost > cost { state.assign(before, to: person) }
    }

    /// One round of ruin and recreate. Returns whether the best roster improved.
    ///
    /// - Parameter temperature: the cost in thousandths by which a kept roster may typically be worse.
    mutating func improve(temperature: Double) -> Bool {
        round += 1
        guard let seedPerson = random.element(of: movable) else { return false }
        var group = [seedPerson]
        let size = 2 + random.below(4)
        while group.count < size, let other = random.element(of: neighbours[seedPerson]) {
            guard !group.contains(other) else { break }
            group.append(other)
        }
        let before = group.map { (person: $0, stays: state.stays[$0]) }
        let cost = state.cost
        for person in group { state.assign([], to: person) }
        for person in random.shuffled(group) {
            state.marginalCosts(of: person, into: &costs[person])
            if let plan = pricers[person].cheapest(costs[person]) { state.assign(plan.stays, to: person) }
        }
        for person in group { respond(person) }
        let worse = Double(state.cost - cost)
        if worse > 0, worse > -temperature * random.logarithm() {
            for (person, stays) in before { state.assign(stays, to: person) }
        }
        return keepIfBest()
    }

    /// Goes back to the best roster.
    mutating func restart() {
        for (person, stays) in best.enumerated() { state.assign(stays, to: person) }
    }

    /// Starts again from given plans.
    mutating func adopt(_ stays: [[Stay]]) {
        for (person, stays) in stays.enumerated() { state.assign(stays, to: person) }
        keepIfBest()
    }

    @discardableResult
    private mutating func keepIfBest() -> Bool {
        guard state.cost < bestCost else { return false }
        bestCost = state.cost
        best = state.stays
        return true
    }
}
