import Rostering

/// Search alone: good rosters from the first second, no proof beyond the bound somebody else brings.
struct SearchMethod {
    let run: SolveRun
    let model: RosterModel

    /// Makes the constructive start and offers it.
    func start() {
        if let search = LocalSearch(
            model, SearchTables(model), seed: run.options.seed, shouldStop: { run.stopReason != nil })
        {
            run.offer(model.roster(search.best))
        }
    }

    /// Searches until the run must stop.
    func solve() throws -> RosterOutcome {
        let tables = SearchTables(model)
        guard
            var search = LocalSearch(
                model, tables, seed: run.options.seed, shouldStop: { run.stopReason != nil })
        else { return try run.outcome(.methodExhausted, method: .search) }
        run.offer(model.roster(search.best))
        // Nothing costs less than nothing: weights and costs are never negative.
        run.raise(bound: 0)
        var round = 0
        while true {
            if let reason = run.stopReason { return try finish(search, reason) }
            if let rounds = run.options.rounds, round >= rounds { return try finish(search, .iterationLimit) }
            round += 1
            if search.improve(temperature: temperature(round)) { run.offer(model.roster(search.best)) }
            if round % 2000 == 0 { search.restart() }
        }
    }

    /// Cools from a few points to nothing over each stretch of 2000 rounds.
    private func temperature(_ round: Int) -> Double { 3000 * (1 - Double(round % 2000) / 2000) }

    private func finish(_ search: LocalSearch, _ reason: StopReason) throws -> RosterOutcome {
        let audit = Audit(of: model.roster(search.best), in: run.instance)
        let isExact = search.state.tables.settlesExactly
        if model.countsExactly, audit.isFeasible,
            isExact
                ? audit.objective.thousandths != search.bestCost
                : audit.objective.thousandths > search.bestCost
        {
            throw SolverDisagreement(
                description:
                    "The search says \(Cost(thousandths: search.bestCost)), the checker says \(audit.objective)."
            )
        }
        return try run.outcome(reason, method: .search)
    }
}
