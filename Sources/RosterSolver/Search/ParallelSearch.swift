import Rostering

/// Local searches side by side: each works on some departments, or all on everything where there is only one, and now and then they share what
/// they have found. Nothing depends on the number of cores.
struct ParallelSearch {
    private let model: RosterModel
    private let run: SolveRun
    private var workers: [LocalSearch]
    /// Whether each worker has people of its own.
    private let isSplit: Bool
    private var roundsMade = 0
    /// The cost of the last roster offered to the run.
    private var offeredCost: Int

    /// Searches that run at once; fixed, so that results do not depend on the machine.
    private static let workerCount = 2
    /// Rounds between two exchanges.
    private static let roundsPerSlice = 100

    /// Makes the constructive start; nil if somebody has no plan at all.
    init?(_ model: RosterModel, _ tables: SearchTables, _ run: SolveRun) {
        guard
            let first = LocalSearch(
                model, tables, seed: run.options.seed, shouldStop: { run.stopReason != nil })
        else { return nil }
        self.model = model
        self.run = run
        run.offer(model.roster(first.best))
        offeredCost = first.bestCost
        // Nothing costs less than nothing: weights and costs are never negative.
        run.raise(bound: 0)
        let departments = Self.departments(of: model, keepingTogether: first.teams.map(\.people))
        isSplit = departments.count > 1
        var parts: [[Int]] = Array(repeating: [], count: Self.workerCount)
        for department in departments {
            // The largest department first, each to the worker with the fewest people.
            let least = parts.indices.min { (parts[$0].count, $0) < (parts[$1].count, $1) } ?? 0
            parts[least] += department
        }
        workers = parts.enumerated().map { number, part in
            var worker = first
            worker.reseed(run.options.seed &+ UInt64(number) &* 7919)
            if departments.count > 1 { worker.focus(on: part) }
            return worker
        }
    }

    /// People by department, departments that share a team as one; the largest first.
    private static func departments(of model: RosterModel, keepingTogether teams: [[Int]]) -> [[Int]] {
        var groups = Dictionary(grouping: model.people.indices) {
            model.instance.department(of: PersonIndex($0))
        }.values.sorted { $0[0] < $1[0] }
        for team in teams {
            let members = Set(team)
            let shared = groups.filter { !members.isDisjoint(with: $0) }
            groups.removeAll { !members.isDisjoint(with: $0) }
            groups.append(shared.flatMap(\.self).sorted())
        }
        return groups.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    }

    /// The best plans so far, by person.
    var best: [[Stay]] { workers[0].best }
    /// Their cost in thousandths as the search counts it.
    var bestCost: Int { workers[0].bestCost }

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

    private var isOutOfRounds: Bool { run.options.rounds.map { roundsMade >= $0 } ?? false }

    private mutating func slice() {
        let rounds = min(Self.roundsPerSlice, run.options.rounds.map { $0 - roundsMade } ?? .max)
        let (run, begin) = (run, roundsMade)
        let search: @Sendable (LocalSearch) -> LocalSearch = { worker in
            var worker = worker
            worker.improve(rounds: begin..<(begin + rounds), shouldStop: { run.isOver })
            return worker
        }
        workers = onAllCores(workers, search)
        roundsMade += rounds
        share()
        offerBest()
    }

    /// Gives every worker the best of all; where workers have people of their own, their plans together.
    private mutating func share() {
        guard workers.count > 1 else { return }
        if isSplit {
            let parts = workers.map { worker in
                worker.movable.map { (person: $0, stays: worker.state.stays[$0]) }
            }
            for index in workers.indices {
                for (other, part) in parts.enumerated() where other != index { workers[index].take(part) }
            }
            // Each worker's best may miss what the others found; put the bests together too.
            let bests = workers.map { worker in worker.movable.map { (person: $0, stays: worker.best[$0]) } }
            var together = workers[0].best
            for (person, stays) in bests.joined() { together[person] = stays }
            for index in workers.indices { workers[index].consider(together) }
        }
        if let least = workers.indices.min(by: { (workers[$0].bestCost, $0) < (workers[$1].bestCost, $1) }) {
            let best = workers[least].best
            for index in workers.indices where index != least { workers[index].consider(best) }
        }
    }

    /// Goes on from the best roster with the plans of some people replaced, mended by best responses; the best roster stays if this is worse.
    mutating func adopt(_ plans: [[Stay]], of people: [Int]) {
        var together = best
        for (person, stays) in zip(people, plans) { together[person] = stays }
        for index in workers.indices { workers[index].mend(together) }
        share()
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
