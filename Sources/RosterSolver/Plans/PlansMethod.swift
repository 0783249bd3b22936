import LinearProgramming
import Rostering
import Synchronization

/// The method for everything but the smallest instances: a constructive start, then search and proof side by side, each telling the other what
/// it finds, until roster and bound meet or the time is up.
struct PlansMethod {
    let run: SolveRun
    let model: RosterModel
    let solver: any LinearSolver

    /// Solves until the run must stop, or until roster and bound meet.
    func solve() throws -> RosterOutcome {
        let tables = try SearchTables(model, checkpoint: run.checkpoint)
        guard var search = ParallelSearch(model, tables, run) else {
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
            if run.isLimitedByRoundsAlone {
                proveThenSearch(context, departments, &search)
            } else {
                search.improve(for: warmUp)
                proveWhileSearching(context, departments, &search)
            }
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

    /// Seconds of search before the proof begins, so that its masters start from good plans.
    private var warmUp: Double { min(0.3, (run.options.timeLimit ?? .infinity) / 20) }

    /// One after the other, so that nothing depends on the clock.
    private func proveThenSearch(
        _ context: ProofContext, _ departments: Departments, _ search: inout ParallelSearch
    ) {
        let start = search.best
        let mail = Mailbox(start)
        Prover(context: context, together: departments, exchange: mail.exchange).prove()
        for (plans, people) in mail.collect() { search.adopt(plans, of: people) }
        if let prices = mail.collectPrices() { search.prices = prices }
        search.improve()
    }

    private func proveWhileSearching(
        _ context: ProofContext, _ departments: Departments, _ search: inout ParallelSearch
    ) {
        let mail = Mailbox(search.best)
        let prover = Prover(context: context, together: departments, exchange: mail.exchange)
        alongside({ prover.prove() }) {
            search.improve { search in
                for (plans, people) in mail.collect() { search.adopt(plans, of: people) }
                if let prices = mail.collectPrices() { search.prices = prices }
                mail.publish(search.best)
            }
            // Out of rounds: the proof has taken long enough.
            mail.close()
        }
        for (plans, people) in mail.collect() { search.adopt(plans, of: people) }
    }

    /// What search and proof leave for one another.
    private final class Mailbox: Sendable {
        private struct State {
            var present: [[Stay]]
            var found: [(plans: [[Stay]], people: [Int])] = []
            var prices: PriceAscent?
            var isOpen = true
        }

        private let state: Mutex<State>

        init(_ present: [[Stay]]) { state = Mutex(State(present: present)) }

        /// The prover's side.
        var exchange: Prover.Exchange {
            Prover.Exchange(
                present: { self.state.withLock { $0.present } },
                found: { plans, people in self.state.withLock { $0.found.append((plans, people)) } },
                priced: { ascent in self.state.withLock { $0.prices = ascent } },
                mayGoOn: { self.state.withLock { $0.isOpen } })
        }

        func publish(_ present: [[Stay]]) { state.withLock { $0.present = present } }

        func collect() -> [(plans: [[Stay]], people: [Int])] {
            state.withLock { state in
                defer { state.found = [] }
                return state.found
            }
        }

        /// Prices that came since the last time.
        func collectPrices() -> PriceAscent? {
            state.withLock { state in
                defer { state.prices = nil }
                return state.prices
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
