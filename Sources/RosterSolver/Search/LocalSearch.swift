import Rostering

/// Finds good rosters without proving anything: a constructive start, then ruin and recreate by best response.
///
/// A *best response* plans one person anew by dynamic programming against what each duty would really save. The start gives every person in
/// turn a best response to the plans so far. Then, round after round, a few people who share a department or hosts lose their plans and get
/// best responses one after another in random order; the result is kept if it is better, or, ever more rarely, a little worse.
struct LocalSearch: Sendable {
    var state: SearchState
    private(set) var best: [[Stay]]
    private(set) var bestCost: Int
    var random: RandomSource
    private var pricers: [PlanPricer]
    private var costs: [PlanPricer.Costs]
    private var neighbours: [[Int]]
    /// The teams all of whose people the search changes.
    private(set) var teams: [TeamNeighbourhood]
    /// The people whose plans the search changes.
    private(set) var movable: [Int]

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
        movable = model.people.indices.filter { model.people[$0].hasChoice }
        neighbours = Self.neighbours(in: model)
        teams = TeamNeighbourhood.all(in: model)
        descend(shouldStop)
    }

    /// People to plan together with each person: those of the same department, then those who share a host, a few dozen at most.
    private static func neighbours(in model: RosterModel) -> [[Int]] {
        let instance = model.instance
        return model.people.indices.map { person in
            let department = instance.department(of: PersonIndex(person))
            let hosts = Set(model.people[person].modes.map(\.host))
            let others = model.people.indices.filter { $0 != person && model.people[$0].hasChoice }
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
            for _ in 0..<2 * teams.count where !shouldStop() { moveTeam(temperature: 0) }
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
    mutating func respond(_ person: Int) {
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

    /// Gives a person who is at home all the time the best plan that has certain stays; false if there is none.
    mutating func respond(_ person: Int, keeping forced: [Stay]) -> Bool {
        state.marginalCosts(of: person, into: &costs[person])
        PlanConstraints(forced: forced).apply(to: &costs[person], of: state.model.people[person])
        let plan = pricers[person].cheapest(costs[person])
        costs[person].homeAllowed = state.model.people[person].homeAllowed
        guard let plan else { return false }
        state.assign(plan.stays, to: person)
        return true
    }

    /// Rounds of cooling before the search goes back to the best roster and warms up again.
    private static let cycle = 2000
    /// How much worse a kept roster typically is at the beginning of a cycle, in thousandths; cycles take turns, since what people are short of
    /// decides how high the hills are.
    private static let warmths = [3000.0, 30_000.0]

    /// Makes rounds of ruin and recreate.
    mutating func improve(rounds: Range<Int>, shouldStop: () -> Bool) {
        for round in rounds {
            if shouldStop() { return }
            let phase = Double(round % Self.cycle) / Double(Self.cycle)
            if phase == 0 { mend(best) }
            let temperature = Self.warmths[round / Self.cycle % Self.warmths.count] * (1 - phase)
            if !teams.isEmpty, round % 6 == 0 {
                moveTeam(temperature: temperature)
            } else {
                ruinAndRecreate(temperature: temperature)
            }
        }
    }

    private mutating func ruinAndRecreate(temperature: Double) {
        guard let first = random.element(of: movable) else { return }
        var group = [first]
        let size = 2 + random.below(4)
        while group.count < size, let other = random.element(of: neighbours[first]) {
            if group.contains(other) { break }
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
        keepIfBest()
    }

    /// Draws other random numbers from now on.
    mutating func reseed(_ seed: UInt64) { random = RandomSource(seed: seed) }

    /// Changes the plans of these people alone.
    mutating func focus(on people: [Int]) {
        let chosen = Set(people)
        movable = movable.filter(chosen.contains)
        neighbours = neighbours.map { $0.filter(chosen.contains) }
        teams = teams.filter { $0.people.allSatisfy(chosen.contains) }
    }

    /// Takes over plans of people that others search for.
    mutating func take(_ plans: [(person: Int, stays: [Stay])]) {
        for (person, stays) in plans { state.assign(stays, to: person) }
        keepIfBest()
    }

    /// Takes over a whole roster as the best if it is better, and goes on from the present one.
    mutating func consider(_ stays: [[Stay]]) {
        let present = state.stays
        set(stays)
        if !keepIfBest() { set(present) }
    }

    /// Goes on from a whole roster, after best responses of everybody.
    mutating func mend(_ stays: [[Stay]]) {
        set(stays)
        for person in movable { respond(person) }
        keepIfBest()
    }

    private mutating func set(_ stays: [[Stay]]) {
        for (person, stays) in stays.enumerated() { state.assign(stays, to: person) }
    }

    /// Remembers the roster if it is the best so far.
    @discardableResult
    mutating func keepIfBest() -> Bool {
        guard state.cost < bestCost else { return false }
        bestCost = state.cost
        best = state.stays
        return true
    }
}
