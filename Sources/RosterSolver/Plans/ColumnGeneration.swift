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
    /// The relative difference between the program's value and the bound at which to stop where there is no cutoff.
    private let tolerance = 1e-5
    /// Iterations at most.
    var mostIterations = 10_000
    /// The bound at which to stop, since nothing better is sought.
    var cutoff = Double.infinity
    /// Duals to begin with, of rows and of the first cuts; empty for none.
    var bestDuals: [Double] = []

    /// Hears of every better bound.
    var onBound: ((Double) -> Void)?

    private(set) var bound = -Double.infinity
    private(set) var value = Double.infinity
    private(set) var iterations = 0

    init(_ master: PlanMaster, _ limits: QuantityLimits, run: SolveRun?) {
        self.master = master
        self.limits = limits
        self.run = run
    }

    /// Iterates until the tolerance is reached, nothing is left to add, or the run must stop; returns the plans of the last solution with their
    /// weights, or nil if stopped before the first. The bound is infinite if somebody has no plan that keeps to the constraints.
    mutating func solve(constraints: [PlanConstraints]? = nil) throws -> [WeightedPlan]? {
        var last: [WeightedPlan]?
        bound = -.infinity
        if !bestDuals.isEmpty {
            bestDuals = master.completed(bestDuals)
            guard let plans = price(bestDuals, constraints) else { return nil }
            try master.add(plans.enumerated().map { ($0, $1) })
        }
        var smoothing = 0.7
        for _ in 0..<mostIterations {
            guard bound < cutoff, run?.stopSignal.isStopped != true,
                let solution = try master.solveRelaxation(run),
                let rowDuals = solution.rowDuals,
                let objective = solution.objective
            else { return last }
            last = master.weights(in: solution)
            value = objective
            let duals = master.scope.prices(rowDuals)
            iterations += 1
            // Price at smoothed duals first; if that finds nothing, at the program's own.
            var improved = false
            for weight in bestDuals.isEmpty ? [0] : [smoothing, 0] {
                let point =
                    weight == 0 ? duals : zip(duals, bestDuals).map { (1 - weight) * $0 + weight * $1 }
                guard let plans = price(point, constraints) else { return last }
                let useful = plans.enumerated().compactMap { person, stays -> (person: Int, stays: [Stay])? in
                    let (cost, entries) = master.scope.column(of: person, stays)
                    let reduced = entries.reduce(cost) { $0 - rowDuals[$1.row.offset] * $1.coefficient }
                    return reduced < -1e-6 ? (person, stays) : nil
                }
                if !useful.isEmpty {
                    try master.add(useful)
                    improved = true
                    if weight > 0 { smoothing = min(0.9, smoothing + 0.02) }
                    break
                }
                smoothing = max(0.2, smoothing - 0.1)
            }
            if !improved || value - bound <= leastDifference { return last }
            if iterations % 10 == 0 { try master.dropIdle(after: 20) }
            if run?.stopReason != nil { return last }
        }
        return last
    }

    /// The difference between the program's value and the bound at which to stop: small beside what is left up to the cutoff, if there is one.
    private var leastDifference: Double {
        cutoff < .infinity ? 0.01 * (cutoff - value) : tolerance * max(1, abs(value))
    }

    /// Everybody's cheapest plan at given duals, noting the bound they give; nil if somebody has none.
    private mutating func price(_ duals: [Double], _ constraints: [PlanConstraints]?) -> [[Stay]]? {
        let plans = master.price(duals, constraints: constraints).compactMap(\.self)
        guard plans.count == master.scope.people.count else {
            bound = .infinity
            return nil
        }
        let newBound = plans.reduce(master.scope.boundOfRows(duals, limits)) { $0 + $1.cost }
        if newBound > bound {
            bound = newBound
            bestDuals = duals
            onBound?(bound)
        }
        return plans.map(\.stays)
    }
}
