import Foundation
import RosterFiles
import RosterSolver
import Rostering

/// The report that fits a solve's outcome.
enum SolveReport {
    case roster(RosterReport)
    case infeasible(InfeasibilityReport)
    case undecided(UndecidedReport)

    /// - Parameter seconds: how long the solve took where the outcome does not say.
    init(_ outcome: RosterOutcome, of instance: Instance, seconds: Double) {
        var summary = SolveSummary(outcome: .undecided, seconds: seconds)
        summary.stopReason = outcome.stopReason.flatMap { SolveSummary.StopReason(rawValue: $0.rawValue) }
        switch outcome {
        case .optimal(let solved), .feasible(let solved, _):
            if case .optimal = outcome { summary.outcome = .optimal } else { summary.outcome = .feasible }
            summary.bound = solved.bound
            summary.gap = solved.gap
            summary.seconds = solved.seconds
            summary.method = solved.method.rawValue
            self = .roster(
                RosterReport(solved.roster, audit: solved.audit, of: instance, summary: summary))
        case .infeasible(let infeasibility):
            summary.outcome = .infeasible
            summary.seconds = infeasibility.seconds
            self = .infeasible(
                InfeasibilityReport(
                    of: instance, summary: summary,
                    personalConflicts: infeasibility.personalConflicts.map {
                        InfeasibilityReport.PersonalConflict(person: $0.person, waysOut: $0.waysOut)
                    },
                    leastViolating: infeasibility.leastViolating, isLeastProven: infeasibility.isLeastProven))
        case .undecided(_, let bound, let least):
            summary.bound = bound
            self = .undecided(UndecidedReport(of: instance, summary: summary, leastViolating: least?.audit))
        }
    }

    /// The report as text.
    func text(_ style: ReportStyle) -> String {
        switch self {
        case .roster(let report): report.text(style)
        case .infeasible(let report): report.text(style)
        case .undecided(let report): report.text(style)
        }
    }

    /// The report as JSON.
    func json(_ language: Language) -> Data {
        switch self {
        case .roster(let report): report.json(language)
        case .infeasible(let report): report.json(language)
        case .undecided(let report): report.json(language)
        }
    }

    /// How the process ends, or nil for 0.
    var status: ExitStatus? {
        switch self {
        case .roster: nil
        case .infeasible: .infeasible
        case .undecided: .undecided
        }
    }
}
