import LinearProgramming
import Rostering

/// One solve while it runs: the clock, the best roster and bound so far, and whom to tell.
final class SolveRun: Sendable {
    let instance: Instance
    let options: RosterOptions
    private let begin = ContinuousClock.now
    private let stop: StopSignal
    private let report: @Sendable (RosterProgress) -> Void
    private let state = Guarded(State())

    private struct State {
        var best: (roster: Roster, audit: Audit)?
        /// Before the first roster that keeps every hard rule: the one that misses them least.
        var leastViolating: (roster: Roster, audit: Audit)?
        var bound: Double?
        var notices: [Text] = []
    }

    init(
        _ instance: Instance, _ options: RosterOptions, stop: StopSignal,
        report: @escaping @Sendable (RosterProgress) -> Void
    ) {
        self.instance = instance
        self.options = options
        self.stop = stop
        self.report = report
    }

    /// The best roster so far, with its judgement.
    var best: (roster: Roster, audit: Audit)? { state.withLock { $0.best } }

    /// The proven bound in points; nil before the first.
    var bound: Double? { state.withLock { $0.bound } }

    /// Seconds since the solve began.
    var seconds: Double { (ContinuousClock.now - begin) / .seconds(1) }

    /// When the solve must end.
    var deadline: ContinuousClock.Instant? { options.timeLimit.map { begin + .seconds($0) } }

    /// The stop signal that cancels every part of the solve.
    var stopSignal: StopSignal { stop }

    /// Whether rounds alone limit the solve, so that nothing may depend on the clock.
    var isLimitedByRoundsAlone: Bool { options.timeLimit == nil && options.rounds != nil }

    /// Keeps something the user should know of how the solve went.
    func note(_ notice: Text) { state.withLock { $0.notices.append(notice) } }

    /// Why the solve should stop now, if it should.
    var stopReason: StopReason? {
        if stop.isStopped { return .cancelled }
        if let deadline, ContinuousClock.now >= deadline { return .timeLimit }
        if let gap, options.gap > 0, gap <= options.gap { return .gapReached }
        return nil
    }

    /// Thrown where a solve ends before it has even begun to look for rosters.
    struct Stopped: Error {}

    /// Throws ``Stopped`` if the solve should stop now.
    func checkpoint() throws {
        if stopReason != nil { throw Stopped() }
    }

    /// Whether there is nothing left to do: a reason to stop, or a roster that meets the bound.
    var isOver: Bool { stopReason != nil || gap == 0 }

    /// The relative gap between the best roster and the bound.
    var gap: Double? {
        guard let best, let bound else { return nil }
        return relativeGap(objective: best.audit.objective.points, bound: bound)
    }

    /// Offers a roster: it is judged, and kept and reported if it keeps every hard rule and is better than the best.
    @discardableResult
    func offer(_ roster: Roster) -> Audit {
        let audit = Audit(of: roster, in: instance, comments: false)
        guard audit.isFeasible else {
            state.withLock { state in
                guard state.leastViolating.map({ audit.hardTotal < $0.audit.hardTotal }) ?? true else {
                    return
                }
                state.leastViolating = (roster, audit)
            }
            return audit
        }
        let isBest = state.withLock { state in
            guard state.best.map({ isBetter(audit, than: $0.audit) }) ?? true else { return false }
            state.best = (roster, audit)
            return true
        }
        if isBest { tell() }
        return audit
    }

    private func isBetter(_ audit: Audit, than other: Audit) -> Bool {
        guard instance.policy.isLexicographic else { return audit.objective < other.objective }
        return (audit.cost(of: .patientService, in: instance), audit.cost(of: .staff, in: instance))
            < (other.cost(of: .patientService, in: instance), other.cost(of: .staff, in: instance))
    }

    /// Notes a proven bound in points.
    func raise(bound newBound: Double) {
        let isRaised = state.withLock { state in
            guard state.bound.map({ newBound > $0 }) ?? true else { return false }
            state.bound = newBound
            return true
        }
        if isRaised { tell() }
    }

    private func tell() {
        report(RosterProgress(seconds: seconds, objective: best?.audit.objective, bound: bound))
    }

    /// The outcome, once the solve has ended for a reason or, with nil, with proof.
    func outcome(_ reason: StopReason?, method: Method) -> RosterOutcome {
        guard let best else {
            return .undecided(
                stoppedBy: reason ?? .methodExhausted, bound: bound,
                leastViolating: state.withLock { $0.leastViolating }.map {
                    ($0.roster, $0.audit.commented(on: $0.roster, in: instance))
                })
        }
        let objective = best.audit.objective.points
        let bound = min(bound ?? 0, objective)
        let solved = SolvedRoster(
            roster: best.roster, audit: best.audit.commented(on: best.roster, in: instance), bound: bound,
            seconds: seconds, method: method, notices: state.withLock { $0.notices })
        guard let reason, bound < objective else { return .optimal(solved) }
        return .feasible(solved, stoppedBy: reason)
    }
}
