import Rostering

/// Search alone: good rosters from the first second, and no proof.
struct SearchMethod {
    let run: SolveRun
    let model: RosterModel

    /// Makes the constructive start and offers it; where it breaks a hard rule, a few visits may mend that.
    func start() throws {
        var search = try ParallelSearch(model, SearchTables(model, checkpoint: run.checkpoint), run)
        search?.keepHardRules(mostVisits: 20)
    }

    /// Searches until the run must stop.
    func solve() throws -> RosterOutcome {
        guard var search = try ParallelSearch(model, SearchTables(model, checkpoint: run.checkpoint), run)
        else {
            return run.outcome(.methodExhausted, method: .search)
        }
        search.improve()
        return try search.finish(method: .search)
    }
}
