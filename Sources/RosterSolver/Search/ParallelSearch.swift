import Dispatch
import Rostering
import SeededRandom

/// Local searches side by side, each in a neighbourhood of its own as far as there are several; after every visit they put together what they have
/// found, and go on from there even if an earlier roster was better, so that they do not return to the same place again and again. Without a limit of
/// time nothing depends on the clock, nor on the number of cores.
struct ParallelSearch {
    private let model: RosterModel
    private let run: SolveRun
    /// All with the same roster between two slices.
    private var workers: [LocalSearch]
    /// The best plans so far, by person.
    private(set) var best: [[Stay]]
    /// Their cost in thousandths as the search counts it.
    private(set) var bestCost: Int
    /// What the checker says of them.
    private var bestAudit: Audit
    private var random: SplitMix64
    /// The neighbourhoods yet to be visited in the present sweep.
    private var agenda: [[Int]] = []
    /// Prices that bound everybody, once there are some.
    var prices: PriceAscent?
    private var schedule = SweepSchedule()
    private var roundsMade = 0

    /// Searches that run at once; fixed, so that results do not depend on the machine.
    static let workerCount = 2
    /// How many person-weeks a group has, if it can, in sweeps that dive into joined departments: those that share people or hosts.
    private static let divingWidth = 2400
    /// How many people a group has at least in sweeps that anneal, alone and in pairs.
    private static let annealingWidth = (alone: 12, inPairs: 24)
    /// Dives of a visit.
    private static let divesPerVisit = 4
    /// No visit has fewer rounds.
    private static let fewestRounds = 50

    /// Makes the constructive start; nil if somebody has no plan at all.
    ///
    /// - Throws: ``SolveRun/Stopped`` if the run must stop before there is a roster.
    init?(_ model: RosterModel, _ tables: SearchTables, _ run: SolveRun) throws {
        let seed = run.options.seed
        guard
            let first = try LocalSearch(
                model, tables, seed: seed, checkpoint: run.checkpoint, shouldStop: { run.stopReason != nil })
        else { return nil }
        self.model = model
        self.run = run
        random = SplitMix64(seed: seed &- 1)
        bestAudit = run.offer(model.roster(first.state.stays))
        best = first.state.stays
        bestCost = first.state.cost
        // Nothing costs less than nothing: weights and costs are never negative.
        run.raise(bound: 0)
        workers = (0..<Self.workerCount).map { number in
            var worker = first
            worker.reseed(seed &+ UInt64(number) &* 7919)
            return worker
        }
    }

    /// The part of the time that the search takes before there are prices, and the seconds it may always take.
    private static let opening = (share: 0.1, seconds: 1.0)

    /// Searches for as long as dives would not lead on yet.
    mutating func open() {
        let end =
            run.options.timeLimit.map { run.seconds + max(Self.opening.seconds, Self.opening.share * $0) }
            ?? .infinity
        while schedule.isOpening || !agenda.isEmpty, run.seconds < end, !run.isOver, !isOutOfRounds {
            slice()
        }
    }

    /// Searches for as long as dives lead on, for half of the time that is left at most.
    mutating func dive() {
        let end = run.options.timeLimit.map { (run.seconds + $0) / 2 } ?? .infinity
        while prices != nil, schedule.leadsOn, run.seconds < end, !run.isOver, !isOutOfRounds { slice() }
    }

    /// Searches until the run must stop, with a pause after every slice to exchange with what goes on beside it.
    mutating func improve(_ pause: (inout ParallelSearch) -> Void = { _ in }) {
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

    /// One visit by every worker.
    private mutating func slice() {
        let visits = nextVisits()
        guard let most = visits.map(\.count).max() else {
            // Nobody has a choice.
            roundsMade += Self.fewestRounds
            return
        }
        let sweep = schedule.sweep
        let roundsPerPerson =
            switch sweep {
            case .dives: LocalSearch.rounds(ofDives: Self.divesPerVisit)
            case .annealing(let rounds, _, _): rounds
            }
        let rounds = min(
            max(Self.fewestRounds, roundsPerPerson * most),
            run.options.rounds.map { $0 - roundsMade } ?? .max)
        let run = run
        let begin = run.seconds
        let progress: @Sendable () -> Double = {
            // A visit that the time would cut short cools faster.
            guard let limit = run.options.timeLimit else { return 0 }
            return (run.seconds - begin) / max(limit - begin, 0.001)
        }
        let prices = prices
        workers.changeOnAllCores { number, worker in
            let people = visits[number % visits.count]
            if case .annealing(_, let warmth, _) = sweep {
                worker.visit(
                    people, rounds: rounds, warmth: warmth, progress: progress, shouldStop: { run.isOver })
            } else if let prices {
                worker.dive(people, rounds: rounds, at: prices, shouldStop: { run.isOver })
            }
        }
        roundsMade += rounds
        share(visits)
        keepBest()
    }

    /// The next neighbourhoods, one for each worker, or one for all where there are no more that are disjoint.
    private mutating func nextVisits() -> [[Int]] {
        if agenda.isEmpty { beginSweep() }
        let visits = agenda.prefix(workers.count)
        agenda.removeFirst(visits.count)
        // Nobody is planned by two workers at once.
        var taken: Set<Int> = []
        return visits.compactMap { people in
            let free = people.filter { !taken.contains($0) }
            taken.formUnion(free)
            return free.isEmpty ? nil : free
        }
    }

    private mutating func beginSweep() {
        schedule.advance(cost: bestCost, bound: run.bound ?? 0, hasPrices: prices != nil)
        let neighbourhoods = workers[0].neighbourhoods
        switch schedule.sweep {
        case .annealing(_, _, let inPairs):
            agenda = neighbourhoods.sweep(
                fewestPeople: inPairs ? Self.annealingWidth.inPairs : Self.annealingWidth.alone,
                fewestCircles: inPairs ? 2 : 1, &random)
        case .dives(let joined):
            guard let prices else { return }
            agenda = neighbourhoods.sweep(
                fewestPeople: joined ? Self.divingWidth / model.instance.calendar.weekCount : 0,
                excess: prices.excess(of: workers[0].state.stays), &random)
        }
    }

    /// Gives every worker what all have found together or, where that is not better, what the best of them has found.
    private mutating func share(_ people: [[Int]]) {
        let least = workers.indices.min { (workers[$0].state.cost, $0) < (workers[$1].state.cost, $1) } ?? 0
        if people.count > 1 {
            let (found, cost) = (workers[least].state.stays, workers[least].state.cost)
            var together = found
            for (worker, people) in zip(workers, people) {
                for person in people { together[person] = worker.state.stays[person] }
            }
            workers[least].set(together)
            if workers[least].state.cost > cost { workers[least].set(found) }
        }
        goOn(from: workers[least].state.stays)
    }

    private mutating func goOn(from stays: [[Stay]]) {
        for index in workers.indices { workers[index].set(stays) }
    }

    /// Goes on from the best roster with the plans of some people replaced, mended by best responses, if that is better.
    mutating func adopt(_ plans: [[Stay]], of people: [Int]) {
        let present = workers[0].state.stays
        workers[0].set(best)
        workers[0].set(Array(zip(people, plans)))
        workers[0].mend()
        goOn(from: workers[0].state.cost < bestCost ? workers[0].state.stays : present)
        keepBest()
    }

    /// Keeps the present roster and offers it to the run if it is the best.
    private mutating func keepBest() {
        guard workers[0].state.cost < bestCost else { return }
        best = workers[0].state.stays
        bestCost = workers[0].state.cost
        bestAudit = run.offer(model.roster(best))
    }

    /// The run's outcome after the search; checks that search and checker count alike.
    func finish(method: Method) throws -> RosterOutcome {
        let counted = bestAudit.objective.thousandths
        let isExact = workers[0].state.tables.settlesExactly
        if model.countsExactly, bestAudit.isFeasible, isExact ? counted != bestCost : counted > bestCost {
            throw SolverDisagreement(
                message: Text(
                    "The search says \(Cost(thousandths: bestCost)), the checker says \(bestAudit.objective).",
                    "搜索得出\(Cost(thousandths: bestCost))，核查得出\(bestAudit.objective)。"))
        }
        if !bestAudit.isFeasible, bestCost < Block.hardCost {
            throw SolverDisagreement(
                message: Text(
                    "The search found a roster that keeps the hard rules, the checker finds one broken.",
                    "搜索认为轮派表满足全部硬性规则，核查却发现违反。"))
        }
        return run.outcome(run.stopReason ?? .iterationLimit, method: method)
    }
}
