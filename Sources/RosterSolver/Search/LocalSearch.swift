import Foundation
import Rostering
import SeededRandom

/// Finds good rosters without proving anything: a constructive start, then simulated annealing and dives at prices.
///
/// A *best response* plans one person anew by dynamic programming against what each duty would really save. The start gives every person in
/// turn a best response to the plans so far. Then the search visits one neighbourhood of people after another. In every round of a visit a few of them
/// lose their plans and get best responses one after another in random order (ruin and recreate); then many small changes to single postings are
/// tried (``StayMoves``). What comes out is kept if it is better, or, ever more rarely, somewhat worse: the first finds what takes a whole plan
/// at once, the second brings rosters to a common temperature, which best responses, always greedy, do not. Once there are prices that bound
/// everybody, many people are planned anew together at these prices instead (``PriceDive``).
struct LocalSearch: Sendable {
    var state: SearchState
    var random: SplitMix64
    private var pricers: [PlanPricer]
    private var costs: [PlanPricer.Costs]
    let neighbourhoods: Neighbourhoods
    private let places: PlaceTables
    /// The people who have a choice.
    let movable: [Int]

    /// Makes the constructive start; nil if somebody has no plan at all.
    ///
    /// - Parameters:
    ///   - checkpoint: called again and again until there is a roster; what it throws ends the work.
    ///   - shouldStop: ends the improving of that roster.
    init?(
        _ model: RosterModel, _ tables: SearchTables, seed: UInt64, checkpoint: () throws -> Void,
        shouldStop: () -> Bool = { false }
    ) rethrows {
        random = SplitMix64(seed: seed)
        pricers = model.people.map { PlanPricer($0) }
        costs = model.people.map { PlanPricer.Costs($0) }
        var first: [[Stay]] = []
        for person in model.people.indices {
            try checkpoint()
            // Everybody at home where that is allowed: a posting costs something to whoever can avoid it.
            var posted = PlanPricer.Costs(model.people[person])
            for cell in posted.duty.indices { posted.duty[cell] = 1 }
            guard let plan = pricers[person].cheapest(posted) else { return nil }
            first.append(plan.stays)
        }
        state = SearchState(model, tables, stays: first)
        movable = model.people.indices.filter { model.people[$0].hasChoice }
        neighbourhoods = Neighbourhoods(model)
        places = try PlaceTables(model.people, checkpoint: checkpoint)
        descend(shouldStop)
    }

    /// Gives everybody best responses until nobody improves.
    private mutating func descend(_ shouldStop: () -> Bool) {
        var improved = true
        while improved, !shouldStop() {
            improved = false
            for _ in 0..<2 * neighbourhoods.teams.count where !shouldStop() {
                moveTeam(of: neighbourhoods.teams, temperature: 0)
            }
            for person in random.shuffled(movable) {
                let before = state.cost
                respond(person)
                improved = improved || state.cost < before
                if shouldStop() { break }
            }
        }
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

    /// How much worse a kept roster typically is at the end of a visit, in thousandths; visits that begin colder stay as they are.
    private static let coldest = 1000.0
    /// Small changes tried in a round, and at most by person and week: they take one to two times as long as its ruin and recreate.
    private static let movesPerRound = (most: 1000, byPersonAndWeek: 8)

    /// Makes rounds that change the plans of some people alone, cooling down; ends at the last roster, which need not be the best passed.
    ///
    /// - Parameters:
    ///   - warmth: how much worse a kept roster typically is at the beginning, in thousandths.
    ///   - progress: how much of the time there is since the visit began has passed, 0 to 1; it cools so much at least.
    mutating func visit(
        _ people: [Int], rounds: Int, warmth: Double, progress: () -> Double = { 0 }, shouldStop: () -> Bool
    ) {
        let neighbourhood = neighbourhoods.neighbourhood(of: people)
        var moves = StayMoves(neighbourhood, places, state)
        for round in 0..<rounds {
            if shouldStop() { return }
            let done = max(Double(round) / Double(rounds), progress())
            let temperature = warmth * pow(min(Self.coldest, warmth) / warmth, done)
            if !neighbourhood.teams.isEmpty, round % 6 == 0 {
                moveTeam(of: neighbourhood.teams, temperature: temperature)
                moves.reload(people, state)
            } else {
                moves.reload(ruinAndRecreate(neighbourhood, temperature: temperature), state)
            }
            moveStays(&moves, temperature: temperature)
        }
    }

    /// Tries small changes at one temperature.
    private mutating func moveStays(_ moves: inout StayMoves, temperature: Double) {
        let count = min(Self.movesPerRound.most, Self.movesPerRound.byPersonAndWeek * moves.places.count)
        for _ in 0..<count where moves.propose(to: &state, &random) {
            if accepts(state.costOfProposal() - state.cost, at: temperature) {
                state.keepProposal()
            } else {
                state.dropProposal()
                moves.takeBack()
            }
        }
    }

    /// Plans some people anew; returns who they are.
    private mutating func ruinAndRecreate(_ neighbourhood: Neighbourhood, temperature: Double) -> [Int] {
        let first = random.below(neighbourhood.people.count)
        var group = [neighbourhood.people[first]]
        let size = 2 + random.below(4)
        while group.count < size, let other = random.element(of: neighbourhood.companions[first]) {
            if group.contains(other) { break }
            group.append(other)
        }
        let before = group.map { (person: $0, stays: state.stays[$0]) }
        let cost = state.cost
        for person in group { state.assign([], to: person) }
        group = random.shuffled(group)
        for person in group {
            state.marginalCosts(of: person, into: &costs[person])
            if let plan = pricers[person].cheapest(costs[person]) { state.assign(plan.stays, to: person) }
        }
        // The last one has already responded to all the others, unless one of them improves now.
        let recreated = state.cost
        for person in group.dropLast() { respond(person) }
        if state.cost < recreated, let last = group.last { respond(last) }
        if !accepts(state.cost - cost, at: temperature) { set(before) }
        return group
    }

    /// Whether to keep what costs so much more: always if it is not worse, else the more rarely the worse it is (Metropolis et al. 1953).
    ///
    /// - Parameter temperature: how much worse what is kept typically is, in thousandths.
    mutating func accepts(_ more: Int, at temperature: Double) -> Bool {
        more <= 0 || Double(more) <= -temperature * log(random.fraction())
    }

    /// Draws other random numbers from now on.
    mutating func reseed(_ seed: UInt64) { random = SplitMix64(seed: seed) }

    /// Gives some people other plans.
    mutating func set(_ plans: [(person: Int, stays: [Stay])]) {
        for (person, stays) in plans { state.assign(stays, to: person) }
    }

    /// Goes over to another roster.
    mutating func set(_ stays: [[Stay]]) {
        for (person, stays) in stays.enumerated() { state.assign(stays, to: person) }
    }

    /// Gives everybody a best response.
    mutating func mend() {
        for person in movable { respond(person) }
    }
}
