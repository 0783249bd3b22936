import GLPKSolver
import LinearProgramming
import Rostering
import SeededRandom
import Testing

@testable import RosterSolver

/// What prices make of everybody's plans and the blocks they meet in, on tiny instances.
@Suite struct DecompositionTests {
    private struct Sample {
        let instance: Instance
        let model: RosterModel
        var decomposition: Decomposition

        init?(seed: Int) throws {
            guard let instance = TinyInstances.instance(seed: UInt64(seed)) else { return nil }
            self.instance = instance
            model = RosterModel(instance)
            let run = SolveRun(instance, RosterOptions(), stop: StopSignal(), report: { _ in })
            let context = try ProofContext(model, SearchTables(model), solver: GLPKBackend(), run: run)
            guard !Departments(model, mostPeople: model.people.count).isBroken else { return nil }
            let rows = Array(model.rows.indices)
            let scope = MasterScope(
                model, people: Array(model.people.indices), rows: rows, awayCosts: context.awayCosts)
            decomposition = try Decomposition(context, rows: rows, tables: BlockCuts(scope, context).blocks)
        }

        /// Prices of rows from nothing up, of choices of either sign.
        mutating func draw(_ random: inout SplitMix64) {
            for price in decomposition.prices.indices {
                let points = (20_000 * random.fraction()).rounded() / 1000
                decomposition.prices[price] =
                    price < decomposition.scope.rows.count ? points / 4 : points - 10
            }
        }
    }

    /// A plan costs what its column in the linear program says, and the price of every choice it makes in a tabulated block.
    @Test(arguments: 0..<60) func plansPayForRowsAndChoices(seed: Int) throws {
        guard var sample = try Sample(seed: seed) else { return }
        var random = SplitMix64(seed: UInt64(seed) &+ 50)
        sample.draw(&random)
        let (scope, prices) = (sample.decomposition.scope, sample.decomposition.prices)
        for person in sample.decomposition.people {
            var costs = PlanPricer.Costs(sample.model.people[person.index])
            person.duties.set(&costs, at: prices)
            let every = try #require(EveryPlan(of: person.index, in: sample.instance, sample.model))
            for plan in every.plans {
                let (cost, entries) = scope.column(of: person.index, plan)
                var expected = entries.dropLast().reduce(cost) {
                    $0 - prices[$1.row.offset] * $1.coefficient
                }
                var made: Set<Int> = []
                for stay in plan {
                    sample.model.people[person.index].forEachCell(of: stay) { made.insert($0) }
                }
                for block in sample.decomposition.blocks {
                    for (choice, price) in zip(block.table.choices, block.priceNumbers)
                    where choice.person == person.index && !made.isDisjoint(with: choice.cells) {
                        expected += prices[price]
                    }
                }
                #expect(abs(expected - every.cost(of: plan, costs)) < 1e-6, "seed \(seed)")
            }
        }
    }

    /// The value is concave in the prices, and never above what the subgradient foretells.
    @Test(arguments: 0..<60) func subgradientsAreAboveTheValue(seed: Int) throws {
        guard var sample = try Sample(seed: seed) else { return }
        var random = SplitMix64(seed: UInt64(seed) &+ 51)
        sample.draw(&random)
        sample.decomposition.settle(onAllCores: false)
        let (value, prices) = (sample.decomposition.value(), sample.decomposition.prices)
        guard value.isFinite else { return }
        let gradient = sample.decomposition.subgradient()
        for _ in 0..<5 {
            sample.draw(&random)
            sample.decomposition.settle(onAllCores: false)
            let moved = zip(zip(sample.decomposition.prices, prices), gradient).reduce(value) {
                $0 + ($1.0.0 - $1.0.1) * $1.1
            }
            #expect(sample.decomposition.value() <= moved + 1e-6 * max(1, abs(moved)), "seed \(seed)")
        }
    }

    /// No roster costs less than the value and what its plans cost more than the cheapest; the cheapest plans cost more in blocks alone.
    @Test(arguments: 0..<60) func rostersCostTheValueAndTheirExcess(seed: Int) throws {
        guard var sample = try Sample(seed: seed) else { return }
        var random = SplitMix64(seed: UInt64(seed) &+ 52)
        sample.draw(&random)
        sample.decomposition.settle(onAllCores: false)
        let tables = SearchTables(sample.model)
        let choices = try sample.model.people.indices.map { person in
            try #require(EveryPlan(of: person, in: sample.instance, sample.model)).plans
        }
        for _ in 0..<20 {
            let plans = choices.compactMap { random.element(of: $0) }
            guard plans.count == choices.count else { return }
            let excess = sample.decomposition.excess(of: plans)
            #expect(excess.allSatisfy { $0 >= -1e-6 })
            let least = sample.decomposition.value() + excess.reduce(0, +)
            let cost = Double(SearchState(sample.model, tables, stays: plans).cost) / 1000
            #expect(least <= cost + 1e-6 * max(1, abs(cost)), "seed \(seed)")
        }
        let cheapest = sample.decomposition.people.compactMap { $0.plan?.stays }
        guard cheapest.count == choices.count else { return }
        let touching = Set(sample.decomposition.blocks.flatMap { $0.table.choices.map(\.person) })
        for (person, excess) in sample.decomposition.excess(of: cheapest).enumerated()
        where !touching.contains(person) {
            #expect(abs(excess) < 1e-6, "seed \(seed)")
        }
    }
}
