import LinearProgramming
import Rostering

/// The method for everything but the smallest instances: a constructive start and a short search, then prices that bound everybody, then search
/// and proof at these prices, side by side as soon as dives alone lead on no more, each telling the other what it finds, until roster and bound
/// meet or the time is up.
struct PlansMethod {
    let run: SolveRun
    let model: RosterModel
    let solver: any LinearSolver

    /// Solves until the run must stop, or until roster and bound meet.
    func solve() throws -> RosterOutcome {
        let tables = try SearchTables(model, checkpoint: run.checkpoint)
        guard var search = try ParallelSearch(model, tables, run) else {
            return run.outcome(.methodExhausted, method: .plans)
        }
        let context: ProofContext
        let departments: Departments
        do {
            context = try ProofContext(model, tables, solver: solver, run: run)
            departments = try Departments(
                model, mostPeople: model.people.count, checkpoint: run.checkpoint)
        } catch is SolveRun.Stopped {
            return try search.finish(method: .plans)
        }
        if !departments.isBroken {
            search.open()
            search.prices = climb(context, departments)
            proveAndSearch(context, departments, &search)
        }
        // A bound beyond what any roster that keeps the hard rules can cost contains penalties for breaking them.
        if departments.isBroken || run.bound ?? 0 > greatestCost(context.limits) {
            let roster = model.roster(search.best)
            return .infeasible(
                Infeasibility(
                    personalConflicts: [], leastViolating: (roster, Audit(of: roster, in: run.instance)),
                    isLeastProven: false, seconds: run.seconds))
        }
        return try search.finish(method: .plans)
    }

    /// Up to this many person-weeks the linear program over plans of one group needs no prices to begin with.
    private static let fewPersonWeeks = 600

    /// Finds prices that bound everybody; nil for few people, and if there was no time to bound anything.
    private func climb(_ context: ProofContext, _ departments: Departments) -> PriceAscent? {
        let personWeeks = model.people.count * model.instance.calendar.weekCount
        if model.people.count <= Prover.fewPeople, personWeeks <= Self.fewPersonWeeks { return nil }
        let constant = Double(departments.constantCost) / 1000
        guard var ascent = try? PriceAscent(context, departments) else { return nil }
        var schedule = AscentSchedule(now: run.seconds, end: run.options.timeLimit)
        ascent.climb(
            progress: { steps, value in
                run.isOver
                    ? nil
                    : schedule.share(
                        steps: steps, now: run.seconds, value: constant + value,
                        best: run.best?.audit.objective.points)
            }, onBound: { context.raise(constant + $0) })
        return ascent.bound > -.infinity ? ascent : nil
    }

    /// Side by side, on few cores after a time of dives alone; one after the other where rounds alone limit the run, so that nothing depends on
    /// the clock.
    private func proveAndSearch(
        _ context: ProofContext, _ departments: Departments, _ search: inout ParallelSearch
    ) {
        let mail = Mailbox(search.best)
        let prover = Prover(
            context: context, together: departments, ascent: search.prices, exchange: mail.exchange)
        func adoptFound(_ search: inout ParallelSearch) {
            // To judge a city's plans takes too long for who waits for the end.
            for (plans, people) in mail.collect() where run.stopReason == nil {
                search.adopt(plans, of: people)
            }
        }
        if run.isLimitedByRoundsAlone {
            prover.prove()
            adoptFound(&search)
            search.improve()
        } else {
            // Where there are no other cores, the proof would take from dives what it cannot make up for.
            if coreCount <= ParallelSearch.workerCount { search.dive() }
            alongside({ prover.prove() }) {
                search.improve { search in
                    adoptFound(&search)
                    mail.publish(search.best)
                }
                // Out of rounds: the proof has taken long enough.
                mail.close()
            }
            adoptFound(&search)
        }
    }

    /// What search and proof leave for one another.
    private final class Mailbox: Sendable {
        private struct State {
            var present: [[Stay]]
            var found: [(plans: [[Stay]], people: [Int])] = []
            var isOpen = true
        }

        private let state: Guarded<State>

        init(_ present: [[Stay]]) { state = Guarded(State(present: present)) }

        /// The prover's side.
        var exchange: Prover.Exchange {
            Prover.Exchange(
                present: { self.state.withLock { $0.present } },
                found: { plans, people in self.state.withLock { $0.found.append((plans, people)) } },
                mayGoOn: { self.state.withLock { $0.isOpen } })
        }

        func publish(_ present: [[Stay]]) { state.withLock { $0.present = present } }

        func collect() -> [(plans: [[Stay]], people: [Int])] {
            state.withLock { state in
                defer { state.found = [] }
                return state.found
            }
        }

        func close() { state.withLock { $0.isOpen = false } }
    }

    /// What no roster that keeps the hard rules can cost more than, in points.
    private func greatestCost(_ limits: QuantityLimits) -> Double {
        var cost = 0.0
        for (index, quantity) in model.quantities.enumerated() where !quantity.isHardViolation {
            cost += Double(model.quantityCosts[index]) * Double(limits.upper(index))
        }
        for person in model.people {
            let (duty, start) = (person.dutyCosts.max() ?? 0, person.startCosts.max() ?? 0)
            cost += Double(person.weekCount) * Double(duty + start)
        }
        return cost / 1000
    }
}
