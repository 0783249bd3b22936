import LinearProgramming
import Rostering

/// Solves the linear program over plans of a scope to a bound: prices plans, adds those that help, and solves again.
///
/// The bound is Lagrangian: at any duals y >= 0 the cheapest plans at reduced costs, plus what rows and quantities contribute, cost no more
/// than any roster. It is valid from the first iteration. Duals are smoothed towards those of the best bound (Wentges 1997).
struct ColumnGeneration {
    let master: PlanMaster
    let limits: QuantityLimits
    let run: SolveRun?
    /// The relative difference between the program's value and the bound at which to stop.
    var tolerance = 1e-5
    /// Iterations at most.
    var mostIterations = 10_000

    private(set) var bound = -Double.infinity
    private(set) var bestDuals: [Double] = []
    private(set) var value = Double.infinity
    private(set) var iterations = 0

    init(_ master: PlanMaster, _ limits: QuantityLimits, run: SolveRun?) {
        self.master = master
        self.limits = limits
        self.run = run
    }

    /// Iterates until the tolerance is reached, nothing is left to add, or the run must stop; returns the plans of the last solution with their
    /// weights, or nil if stopped before the first.
    mutating func solve(constraints: [PlanConstraints]? = nil) throws -> [WeightedPlan]? {
        let scope = master.scope
        var last: [WeightedPlan]?
        bound = -.infinity
        bestDuals = []
        var smoothing = 0.7
        while iterations < mostIterations {
            guard let solution = try master.solveRelaxation(run), let rowDuals = solution.rowDuals,
                let objective = solution.objective
            else { return last }
            last = master.weights(in: solution)
            value = objective
            let duals = scope.rows.indices.map { max(0, rowDuals[$0]) }
            let convexity = scope.people.indices.map { rowDuals[scope.rows.count + $0] }
            iterations += 1
            // Price at smoothed duals first; if that finds nothing, at the program's own.
            var improved = false
            for weight in bestDuals.isEmpty ? [0] : [smoothing, 0] {
                let point =
                    weight == 0 ? duals : zip(duals, bestDuals).map { (1 - weight) * $0 + weight * $1 }
                let plans = master.price(point, constraints: constraints)
                guard !plans.contains(where: { $0 == nil }) else { return last }
                let newBound =
                    scope.boundOfRows(point, limits) + plans.reduce(0) { $0 + ($1?.cost ?? 0) }
                if newBound > bound {
                    bound = newBound
                    bestDuals = point
                }
                let useful = plans.enumerated().compactMap {
                    position, plan -> (person: Int, stays: [Stay])? in
                    guard let plan else { return nil }
                    let (cost, entries) = scope.column(of: position, plan.stays)
                    var reduced = cost - convexity[position]
                    for entry in entries.dropLast() {
                        reduced -= rowDuals[entry.row.offset] * entry.coefficient
                    }
                    return reduced < -1e-6 ? (position, plan.stays) : nil
                }
                if !useful.isEmpty {
                    try master.add(useful)
                    improved = true
                    if weight > 0 { smoothing = min(0.9, smoothing + 0.02) }
                    break
                }
                smoothing = max(0.2, smoothing - 0.1)
            }
            if !improved || value - bound <= tolerance * max(1, abs(value)) { return last }
            if iterations % 10 == 0 { try master.dropIdle(after: 20) }
            if run?.stopReason != nil { return last }
        }
        return last
    }
}
