import GLPKSolver
import LinearProgramming
import Rostering
import SeededRandom
import Testing

@testable import RosterSolver

/// Bounds of quantities, Lagrangian bounds and groups of people: what column generation stands on.
@Suite struct QuantityLimitsTests {
    /// Whatever the plans, some best values of the quantities lie within the limits: with the plans fixed, the program costs the same with and
    /// without them.
    @Test(arguments: 0..<40) func someBestSettlementLiesWithin(seed: Int) throws {
        guard let instance = TinyInstances.instance(seed: UInt64(seed)) else { return }
        let model = RosterModel(instance)
        let limits = QuantityLimits(model)
        var random = SplitMix64(seed: UInt64(seed) &+ 3)
        let plans = try instance.people.indices.map {
            try #require(EveryPlan(of: $0, in: instance, model)).plans
        }
        guard !plans.contains(where: \.isEmpty) else { return }
        for index in model.quantities.indices {
            #expect(limits.lower(index) <= limits.upper(index))
            #expect(limits.lower(index) == model.quantities[index].lower)
            if let upper = model.quantities[index].upper { #expect(limits.upper(index) == upper) }
        }
        for _ in 0..<4 {
            let stays = plans.map { random.element(of: $0) ?? [] }
            let (free, limited) = (
                try settle(model, stays, limits: nil), try settle(model, stays, limits: limits)
            )
            #expect(free.termination.isOptimal == limited.termination.isOptimal, "seed \(seed)")
            if let free = free.objective, let limited = limited.objective {
                #expect(abs(free - limited) <= 1e-6 * max(1, abs(free)), "seed \(seed)")
            }
        }
    }

    /// Solves for the quantities alone, hard violations being paid for.
    private func settle(_ model: RosterModel, _ stays: [[Stay]], limits: QuantityLimits?) throws
        -> LinearSolution
    {
        var constants = model.rows.map(\.constant)
        for (person, stays) in zip(model.people, stays) {
            person.forEachEntry(of: stays) { constants[$0.row] += $0.coefficient }
        }
        var program = LinearProgram()
        let columns = model.quantities.indices.map { index in
            let quantity = model.quantities[index]
            let upper = limits.map { $0.upper(index) } ?? quantity.upper
            return program.addColumn(
                lower: Double(quantity.lower), upper: upper.map(Double.init) ?? .infinity,
                isInteger: quantity.isInteger,
                cost: quantity.isHardViolation ? 1e5 : Double(model.quantityCosts[index]) / 1000)
        }
        for (row, constant) in zip(model.rows, constants) {
            program.addRow(
                lower: Double(-constant),
                terms: row.quantities.map { .init(columns[$0.quantity], Double($0.coefficient)) })
        }
        // Unbounded whole numbers can keep the default branching busy for ever.
        return try GLPKBackend(search: GLPKSearch(branching: .mostFractional)).solve(program)
    }

    /// At any prices, what rows and quantities contribute plus everybody's cheapest plan is at most the best roster.
    @Test(arguments: 0..<60) func theLagrangianBoundIsOne(seed: Int) throws {
        guard let instance = TinyInstances.instance(seed: UInt64(seed)) else { return }
        guard let best = Truth(instance).objective else { return }
        let model = RosterModel(instance)
        let scope = MasterScope(
            model, people: Array(model.people.indices), rows: Array(model.rows.indices))
        let limits = QuantityLimits(model)
        var random = SplitMix64(seed: UInt64(seed) &+ 90)
        for round in 0..<12 {
            let scale = [0, 0.3, 3, 60][round % 4]
            let duals = model.rows.map { _ in random.below(3) == 0 ? 0 : scale * random.fraction() }
            var bound = scope.boundOfRows(duals, limits)
            for person in model.people.indices {
                var costs = PlanPricer.Costs(model.people[person])
                scope.reducedCosts(of: person, duals, into: &costs)
                var pricer = PlanPricer(model.people[person])
                let cheapest = pricer.cheapest(costs)
                bound += try #require(cheapest).cost
            }
            #expect(bound <= best.points + 1e-6, "seed \(seed), round \(round)")
        }
    }

    /// A plan's column agrees with the duties' reduced costs that price it.
    @Test(arguments: 0..<40) func columnsAgreeWithTheirPrices(seed: Int) throws {
        guard let instance = TinyInstances.instance(seed: UInt64(seed)) else { return }
        let model = RosterModel(instance)
        var random = SplitMix64(seed: UInt64(seed) &+ 70)
        // Every other row is outside the scope and left out.
        let scope = MasterScope(
            model, people: Array(model.people.indices), rows: model.rows.indices.filter { $0 % 2 == 0 })
        let duals = scope.rows.map { _ in random.fraction() }
        for person in model.people.indices {
            let every = try #require(EveryPlan(of: person, in: instance, model))
            var costs = PlanPricer.Costs(model.people[person])
            scope.reducedCosts(of: person, duals, into: &costs)
            for plan in every.plans {
                let (cost, entries) = scope.column(of: person, plan)
                #expect(entries.last?.row.offset == scope.rows.count + person)
                let reduced = entries.dropLast().reduce(cost) { $0 - duals[$1.row.offset] * $1.coefficient }
                #expect(abs(reduced - every.cost(of: plan, costs)) < 1e-9, "seed \(seed)")
            }
        }
    }
}
