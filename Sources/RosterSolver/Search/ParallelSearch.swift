import Dispatch
import Foundation
import Rostering

/// Local searches side by side, each in a neighbourhood of its own as far as there are several; after every visit they put together what they have
/// found. Nothing depends on the number of cores.
struct ParallelSearch {
    private let model: RosterModel
    private let run: SolveRun
    /// All with the best roster between two slices.
    private var workers: [LocalSearch]
    private var random: RandomSource
    /// The neighbourhoods yet to be visited in the present sweep, with their warmth.
    private var agenda: [(people: [Int], warmth: Double)] = []
    private var sweeps = 0
    private var roundsMade = 0
    /// The cost of the last roster offered to the run.
    private var offeredCost: Int

    /// Searches that run at once; fixed, so that results do not depend on the machine.
    private static let workerCount = 2
    /// Rounds of a visit by person: few at first, so that everybody gets a turn soon, and twice as many after every four sweeps, up to a limit.
    private static let roundsPerPerson = (first: 8, last: 64)
    /// No visit has fewer rounds.
    private static let fewestRounds = 100
    /// How much worse a kept roster typically is at the beginning of a visit, in thousandths; sweeps take turns, since what people are short of
    /// decides how high the hills are.
    private static let warmths = [3000.0, 30_000.0]

    /// Makes the constructive start; nil if somebody has no plan at all.
    init?(_ model: RosterModel, _ tables: SearchTables, _ run: SolveRun) {
        let seed = run.options.seed
        guard
            let first = LocalSearch(model, tables, seed: seed, shouldStop: { run.stopReason != nil })
        else { return nil }
        self.model = model
        self.run = run
        random = RandomSource(seed: seed &- 1)
        run.offer(model.roster(first.state.stays))
        offeredCost = first.state.cost
        // Nothing costs less than nothing: weights and costs are never negative.
        run.raise(bound: 0)
        workers = (0..<Self.workerCount).map { number in
            var worker = first
            worker.reseed(seed &+ UInt64(number) &* 7919)
            return worker
        }
    }

    /// The best plans so far, by person.
    var best: [[Stay]] { workers[0].state.stays }
    /// Their cost in thousandths as the search counts it.
    var bestCost: Int { workers[0].state.cost }

    /// Searches until the run must stop, or for some seconds.
    mutating func improve(for seconds: Double? = nil) {
        if seconds == 0 { return }
        let end = seconds.map { run.seconds + $0 }
        while !run.isOver, !isOutOfRounds, end.map({ run.seconds < $0 }) ?? true { slice() }
    }

    /// Searches until the run must stop, with a pause after every slice to exchange with what goes on beside it.
    mutating func improve(_ pause: (inout ParallelSearch) -> Void) {
        while !run.isOver, !isOutOfRounds {
            slice()
            pause(&self)
        }
    }

    /// Searches until the best roster keeps the hard rules, a few visits at most.
    mutating func keepHardRules(mostVisits: Int) {
        for _ in 0..<mostVisits where bestCost >= Block.hardCost && !run.isOver && !isOutOfRounds { slice() }
    }

    private var isOutOfRounds: Bool { run.options.rounds.map { roundsMade >= $0 } ?? false }

    private var roundsPerPerson: Int {
        knobMode > 0 ? Int(min(knobFirst * pow(knobGrow, Double(sweeps - 1)), knobLast)) : min(Self.roundsPerPerson.first << min((sweeps - 1) / 4, 16), Self.roundsPerPerson.last)
    }

    /// One visit by every worker.
    private mutating func slice() {
        let visits = nextVisits()
        guard let most = visits.map(\.people.count).max() else {
            // Nobody has a choice.
            roundsMade += Self.fewestRounds
            return
        }
        let rounds = min(
            max(Self.fewestRounds, roundsPerPerson * most),
            run.options.rounds.map { $0 - roundsMade } ?? .max)
        let run = run
        workers.changeOnAllCores { number, worker in
            let (people, warmth) = visits[number % visits.count]
            if knobMode > 0 {
                let start = ContinuousClock.now
                worker.anneal(people, moves: rounds * Int(knobMoves), from: knobHot, to: knobCold, until: run.deadline, shouldStop: { run.isOver })
                if debugging { print(people.count, rounds, (ContinuousClock.now - start) / .seconds(1)) }
                return
            }
            worker.visit(people, rounds: rounds, warmth: warmth, shouldStop: { run.isOver })
        }
        roundsMade += rounds
        share(visits.map(\.people))
        offerBest()
    }

    /// The next neighbourhoods, one for each worker, or one for all where there are no more that are disjoint.
    private mutating func nextVisits() -> [(people: [Int], warmth: Double)] {
        if agenda.isEmpty {
            let warmth = Self.warmths[sweeps % Self.warmths.count]
            agenda = workers[0].neighbourhoods.sweep(inPairs: sweeps % 4 > 1, &random).map { ($0, warmth) }
            sweeps += 1
        }
        let visits = agenda.prefix(workers.count)
        agenda.removeFirst(visits.count)
        // Nobody is planned by two workers at once.
        var taken: Set<Int> = []
        return visits.compactMap { people, warmth in
            let free = people.filter { !taken.contains($0) }
            taken.formUnion(free)
            return free.isEmpty ? nil : (free, warmth)
        }
    }

    /// Gives every worker what all have found together or, where that is not better, the best of all.
    private mutating func share(_ people: [[Int]]) {
        let least = workers.indices.min { (workers[$0].state.cost, $0) < (workers[$1].state.cost, $1) } ?? 0
        var best = workers[least].state.stays
        if people.count > 1 {
            var together = best
            for (worker, people) in zip(workers, people) {
                for person in people { together[person] = worker.state.stays[person] }
            }
            let cost = workers[least].state.cost
            workers[least].set(together)
            if workers[least].state.cost <= cost { best = together } else { workers[least].set(best) }
        }
        for index in workers.indices where index != least { workers[index].set(best) }
    }

    /// Goes on from the best roster with the plans of some people replaced, mended by best responses, if that is better.
    mutating func adopt(_ plans: [[Stay]], of people: [Int]) {
        let (before, cost) = (best, bestCost)
        workers[0].set(Array(zip(people, plans)))
        workers[0].mend()
        if bestCost > cost { workers[0].set(before) }
        let after = best
        for index in workers.indices.dropFirst() { workers[index].set(after) }
        offerBest()
    }

    private mutating func offerBest() {
        guard bestCost < offeredCost else { return }
        offeredCost = bestCost
        run.offer(model.roster(best))
    }

    /// The run's outcome after the search; checks that search and checker count alike.
    func finish(method: Method) throws -> RosterOutcome {
        let audit = run.offer(model.roster(best))
        let counted = audit.objective.thousandths
        let isExact = workers[0].state.tables.settlesExactly
        if model.countsExactly, audit.isFeasible, isExact ? counted != bestCost : counted > bestCost {
            throw SolverDisagreement(
                description:
                    "The search says \(Cost(thousandths: bestCost)), the checker says \(audit.objective).")
        }
        if !audit.isFeasible, bestCost < Block.hardCost {
            throw SolverDisagreement(
                description:
                    "The search found a roster that keeps the hard rules, the checker finds one broken.")
        }
        return run.outcome(run.stopReason ?? .iterationLimit, method: method)
    }
}

extension Array where Element: Sendable {
    /// Changes every element in place, each on a core of its own as far as there are enough.
    fileprivate mutating func changeOnAllCores(_ change: @Sendable (Int, inout Element) -> Void) {
        withUnsafeMutableBufferPointer { buffer in
            // Each iteration changes its own element.
            nonisolated(unsafe) let buffer = buffer
            DispatchQueue.concurrentPerform(iterations: buffer.count) { change($0, &buffer[$0]) }
        }
    }
}
