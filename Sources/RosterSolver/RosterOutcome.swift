import Rostering

/// How a solve ended; only the first two cases carry a roster.
public enum RosterOutcome: Sendable {
    /// A roster proven to be best.
    case optimal(SolvedRoster)
    /// A roster found before something stopped the solver; its bound says how far it can be from the best.
    case feasible(SolvedRoster, stoppedBy: StopReason)
    /// Proven: no roster keeps every hard rule.
    case infeasible(Infeasibility)
    /// Something stopped the solver before it found a roster or proved that there is none; carries the bound and the roster found that misses
    /// the hard rules least, if any.
    case undecided(
        stoppedBy: StopReason, bound: Double?, leastViolating: (roster: Roster, audit: Audit)? = nil)

    /// The roster, if one was found.
    public var solved: SolvedRoster? {
        switch self {
        case .optimal(let solved), .feasible(let solved, _): solved
        case .infeasible, .undecided: nil
        }
    }

    /// Why the solver stopped; nil where it finished.
    public var stopReason: StopReason? {
        switch self {
        case .optimal, .infeasible: nil
        case .feasible(_, let reason), .undecided(let reason, _, _): reason
        }
    }

    /// The case's name in files: `optimal`, `feasible`, `infeasible` or `undecided`.
    public var name: String {
        switch self {
        case .optimal: "optimal"
        case .feasible: "feasible"
        case .infeasible: "infeasible"
        case .undecided: "undecided"
        }
    }
}

/// Why a solver stopped before it had proven its result.
public enum StopReason: String, Sendable {
    /// The time limit.
    case timeLimit
    /// The iteration or node limit.
    case iterationLimit
    /// The gap asked for was reached.
    case gapReached
    /// The caller cancelled.
    case cancelled
    /// The method at hand cannot prove more.
    case methodExhausted
}

/// A roster with the checker's judgement and a proven bound.
public struct SolvedRoster: Sendable {
    /// The roster.
    public let roster: Roster
    /// The independent judgement; every hard rule is kept.
    public let audit: Audit
    /// No roster that keeps every hard rule costs less than this, in points. Of a lexicographic policy: none that serves patients as well does.
    public let bound: Double
    /// Seconds from the start of the solve until it ended.
    public let seconds: Double
    /// How it was found, for the record.
    public let method: Method
    /// What went wrong on the way without harm to the roster, such as a part left out of the bound; mostly empty.
    public let notices: [Text]

    /// The objective as the checker recomputed it.
    public var objective: Cost { audit.objective }
    /// (objective - bound) / objective; 0 where both are equal.
    public var gap: Double { relativeGap(objective: objective.points, bound: bound) }
}

/// (objective - bound) / |objective|, 0 where both agree, 1 where the objective is 0 and the bound is not.
func relativeGap(objective: Double, bound: Double) -> Double {
    let difference = objective - bound
    if difference <= 1e-9 { return 0 }
    return objective == 0 ? 1 : min(1, difference / abs(objective))
}

/// Why no roster keeps every hard rule.
public struct Infeasibility: Sendable {
    /// Rules of single plans that leave somebody without any plan, in words; empty if everybody has one.
    public let personalConflicts: [PersonalConflict]
    /// The roster that misses the hard rules by the least total amount, with its judgement; nil if somebody has no plan at all or none was
    /// found in time.
    public let leastViolating: (roster: Roster, audit: Audit)?
    /// Whether the least total is proven.
    public let isLeastProven: Bool
    /// Seconds from the start of the solve until it ended.
    public let seconds: Double
}

/// A person for whom the structural rules leave no plan.
public struct PersonalConflict: Sendable {
    /// The person.
    public let person: PersonIndex
    /// What would have to give, each alone sufficient; empty if no single one is.
    public let waysOut: [Text]
}

/// What a solve has reached so far.
public struct RosterProgress: Sendable {
    /// Seconds since the solve began.
    public let seconds: Double
    /// The best roster's objective, or nil before the first.
    public let objective: Cost?
    /// The proven bound in points, or nil before the first.
    public let bound: Double?
    /// The relative gap, or nil while one of the two is missing.
    public var gap: Double? {
        guard let objective, let bound else { return nil }
        return relativeGap(objective: objective.points, bound: bound)
    }
}

/// How rosters are sought.
public enum Method: String, CaseIterable, Sendable {
    /// Chosen by the instance's size.
    case automatic
    /// The compact integer program, which proves small instances.
    case exact
    /// Linear programs over plans.
    case plans
    /// Search alone, which proves nothing.
    case search
}

/// What limits a solve.
public struct RosterOptions: Sendable {
    /// How rosters are sought.
    public var method = Method.automatic
    /// Seconds, or nil for no limit; the default of the command is 60.
    public var timeLimit: Double?
    /// The relative gap at which to stop, 0 to 1.
    public var gap = 0.0
    /// Rounds of the search, or nil for as many as time allows. With a round limit and no time limit the roster depends on nothing but the
    /// instance, the options and the seed.
    public var rounds: Int?
    /// The seed of every random choice.
    public var seed: UInt64 = 1

    /// No limits.
    public init() {}
}

/// The solver and the checker disagree: a defect in Rota, never of the data.
public struct SolverDisagreement: Error, Sendable {
    /// What they disagree about.
    public let message: Text
}
