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
        /// Whether the constraints at hand allow the plan.
        var isAllowed = true
    }

    let model: RosterModel
    private(set) var scope: MasterScope
    private let session: any LinearSession
    /// By plan column, from `firstPlan` on.
    private(set) var columns: [Column] = []
    private var known: [Set<[Stay]>]
    private let firstPlan: Int
    private var pricers: [PlanPricer]
    private var costs: [PlanPricer.Costs]
    /// By person: the duals that the costs are at; nil before the first.
    private var priced: [[Double]?]
    /// The values of the columns in the last solution.
    private var lastValues: [Double] = []

    init(_ scope: MasterScope, _ session: any LinearSession) {
        model = scope.model
        self.scope = scope
        self.session = session
        firstPlan = scope.quantities.count
        known = Array(repeating: [], count: scope.people.count)
        pricers = scope.people.map { PlanPricer(scope.model.people[$0]) }
        costs = scope.people.map { PlanPricer.Costs(scope.model.people[$0]) }
        priced = scope.people.map { _ in nil }
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

    /// What a quantity came to in the last solution.
    func lastValue(of quantity: Int) -> Double {
        scope.columnOfQuantity[quantity].map { lastValues[$0.offset] } ?? 0
    }

    /// Adds cuts as rows.
    func add(_ cuts: [BlockCut]) throws {
        let first = firstPlan
        let rows = cuts.map { cut in
            var row = scope.add(cut)
            var coefficients = scope.people.map { _ in [Int: Double]() }
            for (person, cell, coefficient) in cut.cells { coefficients[person][cell] = coefficient }
            for (index, column) in columns.enumerated() where !coefficients[column.person].isEmpty {
                var sum = 0.0
                for stay in column.stays {
                    model.people[scope.people[column.person]].forEachCell(of: stay) {
                        sum += coefficients[column.person][$0] ?? 0
                    }
                }
                if sum != 0 { row.terms.append(.init(ColumnIndex(first + index), sum)) }
            }
            return row
        }
        if !rows.isEmpty { try session.addRows(rows) }
    }

    /// Solves the relaxation over the plans so far; nil if it was stopped.
    func solveRelaxation(_ run: SolveRun?) throws -> LinearSolution? {
        let solution = try session.solveRelaxation(
            limits: SolveLimits(deadline: run?.deadline), stop: run?.stopSignal)
        if let values = solution.values { lastValues = values }
        guard solution.termination.isOptimal, let reducedCosts = solution.reducedCosts else { return nil }
        for index in columns.indices {
            columns[index].idle = reducedCosts[firstPlan + index] > 1e-7 ? columns[index].idle + 1 : 0
        }
        return solution
    }

    /// Bars the plans that break the constraints and allows the others again.
    func enforce(_ constraints: [PlanConstraints]) throws {
        for (index, column) in columns.enumerated() {
            let isAllowed = constraints[column.person].allow(
                column.stays, of: model.people[scope.people[column.person]])
            guard isAllowed != column.isAllowed else { continue }
            columns[index].isAllowed = isAllowed
            try session.setBounds(
                of: ColumnIndex(firstPlan + index), lower: 0, upper: isAllowed ? .infinity : 0)
        }
    }

    /// Removes plans that have stayed out of the basis for `rounds` solves.
    func dropIdle(after rounds: Int) throws {
        let dropped = columns.indices.filter { columns[$0].idle >= rounds }
        guard !dropped.isEmpty else { return }
        try session.removeColumns(dropped.map { ColumnIndex(firstPlan + $0) })
        for index in dropped { known[columns[index].person].remove(columns[index].stays) }
        let gone = Set(dropped)
        columns = columns.indices.filter { !gone.contains($0) }.map { columns[$0] }
    }

    /// Duals with those of cuts that came since, which have no price yet; empty stays empty.
    func completed(_ duals: [Double]) -> [Double] {
        duals.isEmpty
            ? [] : duals + Array(repeating: 0, count: scope.rows.count + scope.cuts.count - duals.count)
    }

    /// Finds everybody's cheapest plan at given duals.
    ///
    /// - Parameter duals: by row of the scope, then by cut, at least 0.
    /// - Returns: the plans with their reduced costs before the convexity dual, by position in the scope's people; nil for a person without plan.
    func price(_ duals: [Double], constraints: [PlanConstraints]? = nil) -> [PlanPricer.Result?] {
        scope.people.indices.map { price($0, duals, constraints?[$0] ?? PlanConstraints()) }
    }

    /// The cheapest plan of one person at given duals; nil if the constraints leave none.
    func price(_ position: Int, _ duals: [Double], _ constraints: PlanConstraints) -> PlanPricer.Result? {
        if priced[position] != duals {
            scope.reducedCosts(of: position, duals, into: &costs[position])
            priced[position] = duals
        }
        let person = model.people[scope.people[position]]
        var constrained = costs[position]
        constraints.apply(to: &constrained, of: person)
        return pricers[position].cheapest(constrained).flatMap { constraints.settled($0, of: person) }
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
