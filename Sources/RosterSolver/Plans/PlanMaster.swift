import LinearProgramming
import Rostering

/// The linear program over plans of some people.
///
/// One column for each (person, whole plan) found so far, one row for each requirement that the people touch, one convexity row for each
/// person; quantities are ordinary columns. A hard rule may be missed at ``RosterModel/hardPenalty`` a unit, so that the program is never
/// infeasible; its optimum still bounds every roster that keeps the hard rules, because such a roster pays no penalty.
///
/// Belongs to one thread and one session of the linear solver.
final class PlanMaster {
    /// One plan of one person as a column.
    struct Column {
        let person: Int
        let stays: [Stay]
        /// In points.
        let cost: Double
        /// Solves in a row in which the column was out of the basis.
        var idle = 0
    }

    let model: RosterModel
    let scope: MasterScope
    private let session: any LinearSession
    /// By plan column, from `firstPlan` on.
    private(set) var columns: [Column] = []
    private var known: [Set<[Stay]>]
    private let firstPlan: Int
    private var pricers: [PlanPricer]
    private var costs: [PlanPricer.Costs]

    init(_ scope: MasterScope, _ session: any LinearSession) {
        model = scope.model
        self.scope = scope
        self.session = session
        firstPlan = scope.quantities.count
        known = Array(repeating: [], count: scope.people.count)
        pricers = scope.people.map { PlanPricer(scope.model.people[$0]) }
        costs = scope.people.map { PlanPricer.Costs(scope.model.people[$0]) }
    }

    /// Adds plans, given by position in the scope's people; those already there are left out.
    func add(_ plans: [(person: Int, stays: [Stay])]) throws {
        var added: [(LinearProgram.Column, [(row: RowIndex, coefficient: Double)])] = []
        for (person, stays) in plans where known[person].insert(stays).inserted {
            let (cost, entries) = scope.column(of: person, stays)
            added.append(
                (
                    LinearProgram.Column(name: "", lower: 0, upper: .infinity, isInteger: true, cost: cost),
                    entries
                ))
            columns.append(Column(person: person, stays: stays, cost: cost))
        }
        if !added.isEmpty { try session.addColumns(added) }
    }

    /// Solves the relaxation over the plans so far; nil if it was stopped.
    func solveRelaxation(_ run: SolveRun?) throws -> LinearSolution? {
        let solution = try session.solveRelaxation(
            limits: SolveLimits(deadline: run?.deadline), stop: run?.stopSignal)
        guard solution.termination.isOptimal, let reducedCosts = solution.reducedCosts else { return nil }
        for index in columns.indices {
            columns[index].idle = reducedCosts[firstPlan + index] > 1e-7 ? columns[index].idle + 1 : 0
        }
        return solution
    }

    /// Removes plans that have stayed out of the basis for `rounds` solves.
    func dropIdle(after rounds: Int) throws {
        try remove { $0.idle >= rounds }
    }

    /// Removes the plans for which a condition holds.
    func remove(where isDropped: (Column) -> Bool) throws {
        let dropped = columns.indices.filter { isDropped(columns[$0]) }
        guard !dropped.isEmpty else { return }
        try session.removeColumns(dropped.map { ColumnIndex(firstPlan + $0) })
        for index in dropped { known[columns[index].person].remove(columns[index].stays) }
        let gone = Set(dropped)
        columns = columns.indices.filter { !gone.contains($0) }.map { columns[$0] }
    }

    /// Finds everybody's cheapest plan at given duals.
    ///
    /// - Parameter duals: by row of the scope, at least 0.
    /// - Returns: the plans with their reduced costs before the convexity dual, by position in the scope's people; nil for a person without plan.
    func price(_ duals: [Double], constraints: [PlanConstraints]? = nil) -> [(cost: Double, stays: [Stay])?] {
        scope.people.indices.map { position in
            scope.reducedCosts(of: position, duals, into: &costs[position])
            constraints?[position].apply(to: &costs[position], of: model.people[scope.people[position]])
            return pricers[position].cheapest(costs[position]).map { ($0.cost, $0.stays) }
        }
    }

    /// The weights of plans in a solution: those above a trifle.
    func weights(in solution: LinearSolution) -> [WeightedPlan] {
        guard let values = solution.values else { return [] }
        return columns.indices.compactMap { index in
            let value = values[firstPlan + index]
            return value > 1e-7
                ? WeightedPlan(person: columns[index].person, stays: columns[index].stays, weight: value)
                : nil
        }
    }
}

/// A plan and how much of it a fractional solution takes.
struct WeightedPlan {
    /// The person, by position in the scope's people.
    let person: Int
    let stays: [Stay]
    let weight: Double
}

/// Stays that must be in a person's plan.
struct PlanConstraints {
    /// Stays the plan must have, exactly.
    var forced: [Stay] = []

    /// Whether a plan has every forced stay.
    func allow(_ stays: [Stay]) -> Bool { forced.allSatisfy(stays.contains) }

    /// Makes every plan that lacks a forced stay impossible.
    func apply(to costs: inout PlanPricer.Costs, of person: PersonModel) {
        costs.homeAllowed = person.homeAllowed
        let weekCount = person.weekCount
        for stay in forced {
            let option = person.modes[stay.mode].option
            for week in stay.weeks {
                costs.homeAllowed[week] = false
                for mode in person.modes.indices where mode != stay.mode {
                    costs.duty[mode * weekCount + week] = .infinity
                }
                if week > stay.weeks.lowerBound { costs.start[stay.mode * weekCount + week] = .infinity }
            }
            for week in [stay.weeks.lowerBound - 1, stay.weeks.upperBound]
            where (0..<weekCount).contains(week) {
                for mode in person.modes.indices where person.modes[mode].option == option {
                    costs.duty[mode * weekCount + week] = .infinity
                }
            }
        }
    }
}
