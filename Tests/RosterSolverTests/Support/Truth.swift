import Rostering

@testable import RosterSolver

/// What trying every roster says of an instance: the yardstick of every method, found once and compared with all of them.
struct Truth {
    /// The best objective, or nil if no roster keeps every hard rule.
    private(set) var objective: Cost?
    /// The service to patients of the best roster.
    private(set) var service: Cost?
    /// The least total by which hard rules must be missed; nil if somebody has no plan at all.
    private(set) var leastHardTotal: Int?

    init(_ instance: Instance) {
        let search = ExhaustiveSearch(instance)
        var best: Audit?
        var least: Int?
        search.forEachRoster { _, audit in
            let total = audit.hardTotal
            least = min(least ?? total, total)
            if audit.isFeasible, best.map({ search.isBetter(audit, than: $0) }) ?? true { best = audit }
        }
        objective = best?.objective
        service = best?.cost(of: .patientService, in: instance)
        leastHardTotal = least
    }
}
