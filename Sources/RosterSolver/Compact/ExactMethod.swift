import LinearProgramming
import Rostering

/// Solves the compact program to the end: proof for small instances.
struct ExactMethod {
    let run: SolveRun
    let solver: any LinearSolver
    /// When to give up; the run's own end or earlier.
    let deadline: ContinuousClock.Instant?

    /// What solving one program came to.
    private struct Stage {
        var solution: LinearSolution
        var stays: [[Stay]]?
    }

    /// Solves until optimality or infeasibility is proven or the run must stop.
    func solve() throws -> RosterOutcome {
        let lexicographic = run.instance.policy.isLexicographic
        let model = RosterModel(run.instance, emphasis: lexicographic ? .patientService : .sum)
        let first = try solve(CompactProgram(model, isElastic: false).program, of: model)
        if first.solution.termination.isInfeasible {
            guard run.best == nil else {
                throw SolverDisagreement(
                    message: Text(
                        "The solver finds no roster that keeps the hard rules, the checker has one.",
                        "求解器认为没有满足全部硬性规则的轮派表，核查却有一份。"))
            }
            return .infeasible(try explain())
        }
        guard lexicographic else {
            if let bound = first.solution.bound { run.raise(bound: model.roundedUp(bound)) }
            return try finish(first, model)
        }
        guard first.solution.termination.isOptimal, let service = first.solution.objective else {
            if let bound = first.solution.bound { run.raise(bound: model.roundedUp(bound)) }
            return run.outcome(reason(of: first.solution), method: .exact)
        }
        // Proven best, so what is left is the solver's rounding.
        let serviceCost = model.nearest(service)
        run.raise(bound: serviceCost)
        return try solveStaffStage(serviceCost: serviceCost, serviceModel: model)
    }

    /// The second stage of a lexicographic solve: everything else, service to patients being held at its best.
    private func solveStaffStage(serviceCost: Double, serviceModel: RosterModel) throws -> RosterOutcome {
        let model = RosterModel(run.instance, emphasis: .staff)
        var program = CompactProgram(model, isElastic: false).program
        let service = CompactProgram(serviceModel, isElastic: false).program
        // Both programs have the same columns; only their costs differ.
        program.addRow(
            name: "service", upper: serviceCost + 1e-4,
            terms: service.columns.indices.filter { service.columns[$0].cost != 0 }.map {
                .init(ColumnIndex($0), service.columns[$0].cost)
            })
        let second = try solve(program, of: model)
        if let bound = second.solution.bound { run.raise(bound: serviceCost + model.roundedUp(bound)) }
        return try finish(second, model, added: serviceCost)
    }

    private func finish(_ stage: Stage, _ model: RosterModel, added: Double = 0) throws -> RosterOutcome {
        guard stage.solution.termination.isOptimal else {
            return run.outcome(reason(of: stage.solution), method: .exact)
        }
        guard let objective = stage.solution.objective, let best = run.best else {
            throw SolverDisagreement(
                message: Text(
                    "The solver found a best roster that the checker finds to break a hard rule.",
                    "求解器得出的最优轮派表，核查发现违反硬性规则。"))
        }
        let judged = best.audit.objective.points
        guard abs(judged - objective - added) <= 1e-5 * max(1, abs(judged)) else {
            throw SolverDisagreement(
                message: Text(
                    "The solver says \(objective + added), the checker says \(best.audit.objective).",
                    "求解器得出\(objective + added)，核查得出\(best.audit.objective)。"))
        }
        run.raise(bound: judged)
        return run.outcome(nil, method: .exact)
    }

    private func reason(of solution: LinearSolution) -> StopReason {
        switch solution.termination.reason {
        case .interrupted: .cancelled
        case .limit(.time): .timeLimit
        case .limit(.gap): .gapReached
        case .limit: .iterationLimit
        default: .methodExhausted
        }
    }

    private func solve(_ program: LinearProgram, of model: RosterModel) throws -> Stage {
        let compact = CompactProgram(model, isElastic: false)
        let limits = SolveLimits(
            deadline: deadline, nodes: run.options.rounds, relativeGap: run.options.gap)
        return try solver.withSession(program) { session in
            let solution = try session.solveInteger(limits: limits, stop: run.stopSignal, start: nil) {
                progress in
                if let values = progress.values { run.offer(model.roster(compact.stays(of: values))) }
                if let bound = progress.bound, !run.instance.policy.isLexicographic {
                    run.raise(bound: model.roundedUp(bound))
                }
            }
            let stays = solution.values.map { compact.stays(of: $0) }
            if let stays { run.offer(model.roster(stays)) }
            return Stage(solution: solution, stays: stays)
        }
    }

    /// The roster that misses the hard rules by the least total.
    func explain() throws -> Infeasibility {
        let model = RosterModel(run.instance)
        let elastic = CompactProgram(model, isElastic: true)
        return try solver.withSession(elastic.program) { session in
            let solution = try session.solveInteger(
                limits: SolveLimits(deadline: run.deadline), stop: run.stopSignal, start: nil, progress: nil)
            let roster = solution.values.map { model.roster(elastic.stays(of: $0)) }
            return Infeasibility(
                personalConflicts: [], leastViolating: roster.map { ($0, Audit(of: $0, in: run.instance)) },
                isLeastProven: solution.termination.isOptimal, seconds: run.seconds)
        }
    }
}

extension RosterModel {
    /// The roster that stays make, with the cheapest slot plan.
    func roster(_ stays: [[Stay]]) -> Roster {
        let plans = zip(people, stays).map { $0.plan($1) }
        return Roster(plans: plans, slots: .cheapest(for: plans, in: instance))
    }

    /// The cost in points, a multiple of the costs' greatest common divisor, that is nearest to a floating-point value.
    func nearest(_ cost: Double) -> Double {
        costGrain > 0 ? (cost * 1000 / Double(costGrain)).rounded() * Double(costGrain) / 1000 : 0
    }

    /// A bound in points rounded up to what a roster can cost at all: a multiple of the costs' greatest common divisor. Less a part in a million
    /// for the solver's floating-point arithmetic.
    func roundedUp(_ bound: Double) -> Double {
        guard costGrain > 0, bound.isFinite else { return bound }
        let safe = (bound - 1e-6 * max(1, abs(bound))) * 1000
        return (safe / Double(costGrain)).rounded(.up) * Double(costGrain) / 1000
    }
}
