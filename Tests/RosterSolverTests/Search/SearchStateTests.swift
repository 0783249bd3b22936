import Rostering
import SeededRandom
import Testing

@testable import RosterSolver

/// The search's running cost against the cost from scratch and against the checker.
@Suite struct SearchStateTests {
    /// An instance with everybody's plans.
    private struct Case {
        let instance: Instance
        let model: RosterModel
        let plans: [[[Stay]]]
    }

    private func testCase(_ seed: Int) throws -> Case? {
        guard let instance = TinyInstances.instance(seed: UInt64(seed)) else { return nil }
        let model = RosterModel(instance)
        let plans = try instance.people.indices.map {
            try #require(EveryPlan(of: $0, in: instance, model)).plans
        }
        return plans.contains(where: \.isEmpty) ? nil : Case(instance: instance, model: model, plans: plans)
    }

    @Test(arguments: 0..<80) func theRunningCostIsTheCost(seed: Int) throws {
        guard let test = try testCase(seed) else { return }
        var random = SplitMix64(seed: UInt64(seed))
        let tables = SearchTables(test.model)
        var state = SearchState(test.model, tables, stays: test.plans.map { $0[0] })
        for _ in 0..<40 {
            let person = random.below(test.plans.count)
            // At home without a plan for a moment, as ruin and recreate does, or another plan.
            let stays = random.below(5) == 0 ? [] : random.element(of: test.plans[person]) ?? []
            state.assign(stays, to: person)
            let scratch = SearchState(test.model, tables, stays: state.stays)
            #expect(state.cost == scratch.cost, "seed \(seed)")
            #expect(state.blockCosts == scratch.blockCosts && state.activities == scratch.activities)
            guard zip(state.stays, test.plans).allSatisfy({ $1.contains($0) }) else { continue }
            let audit = Audit(of: test.model.roster(state.stays), in: test.instance)
            if !audit.isFeasible {
                #expect(state.cost >= Block.hardCost)
            } else if tables.settlesExactly {
                #expect(state.cost == audit.objective.thousandths, "seed \(seed)")
            } else {
                #expect(state.cost >= audit.objective.thousandths, "seed \(seed)")
            }
        }
    }

    /// Where every block that a person touches is of one week, or counts weeks away alone, the marginal costs of a plan add up to what it does.
    @Test(arguments: 0..<80) func marginalCostsAreExactWhereTheySaySo(seed: Int) throws {
        guard let test = try testCase(seed) else { return }
        var random = SplitMix64(seed: UInt64(seed) &+ 40)
        let tables = SearchTables(test.model)
        for person in test.plans.indices where touchesWeeklyBlocksOnly(person, test.model, tables) {
            var state = SearchState(
                test.model, tables, stays: test.plans.map { random.element(of: $0) ?? [] })
            state.assign([], to: person)
            let home = state.cost
            var costs = PlanPricer.Costs(test.model.people[person])
            state.marginalCosts(of: person, into: &costs)
            let every = try #require(EveryPlan(of: person, in: test.instance, test.model))
            for plan in every.plans {
                state.assign(plan, to: person)
                #expect(Double(state.cost - home) == every.cost(of: plan, costs), "seed \(seed)")
            }
        }
    }

    private func touchesWeeklyBlocksOnly(_ person: Int, _ model: RosterModel, _ tables: SearchTables) -> Bool
    {
        let weekCount = model.people[person].weekCount
        var weeks: [Int: Set<Int>] = [:]
        let effects = tables.people[person].duties
        for effect in 0..<effects.count {
            let cells = effects.cells[Int(effects.cellOffsets[effect])..<Int(effects.cellOffsets[effect + 1])]
            weeks[Int(effects.blocks[effect]), default: []].formUnion(cells.map { Int($0) % weekCount })
        }
        return weeks.values.allSatisfy { $0.count == 1 } && tables.people[person].starts.count == 0
    }

    @Test func someMarginalCostsAreExact() throws {
        let exact = try (0..<80).reduce(0) { sum, seed in
            guard let test = try testCase(seed) else { return sum }
            let tables = SearchTables(test.model)
            return sum
                + test.plans.indices.count { person in
                    touchesWeeklyBlocksOnly(person, test.model, tables) && test.plans[person].count > 2
                }
        }
        #expect(exact >= 20)
    }

    /// A hard violation is never bought: whatever soft savings two rosters differ by, the one that misses hard rules by less costs less.
    @Test(arguments: 0..<60) func hardViolationsAreNeverBought(seed: Int) throws {
        let instance = TinyInstances.instance(seed: UInt64(seed)) {
            // The greatest weights that are legal.
            $0.policy[Coverage.self].enforcement = .soft(Cost(1_000_000))
            $0.policy[ReferralsUnmet.self].enforcement.weight = Cost(1_000_000)
            $0.policy[ServiceOwed.self].enforcement.weight = Cost(1_000_000)
            $0.policy[MidTitleFloor.self].enforcement.isHard = true
            $0.policy[StaffBaseline.self].enforcement.isHard = true
        }
        guard let instance else { return }
        let model = RosterModel(instance)
        let tables = SearchTables(model)
        guard tables.settlesExactly else { return }
        var judged: [(hard: Int, cost: Int)] = []
        ExhaustiveSearch(instance).forEachRoster { roster, audit in
            let stays = zip(model.people, roster.plans).compactMap { $0.stays(of: $1) }
            guard judged.count < 60, stays.count == roster.plans.count else { return }
            judged.append((audit.hardTotal, SearchState(model, tables, stays: stays).cost))
        }
        judged.sort { ($0.hard, $0.cost) < ($1.hard, $1.cost) }
        for (less, more) in zip(judged, judged.dropFirst()) where less.hard < more.hard {
            let dearest = judged.filter { $0.hard == less.hard }.map(\.cost).max() ?? 0
            #expect(dearest < more.cost, "seed \(seed)")
        }
    }
}
