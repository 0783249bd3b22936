import Rostering
import SeededRandom
import Testing

@testable import RosterSolver

/// Small changes to plans: none leaves the structural rules, and each costs what laying the roster out anew says.
@Suite struct StayMovesTests {
    /// An instance with everybody's plans.
    private struct Case {
        let instance: Instance
        let model: RosterModel
        let plans: [[[Stay]]]
    }

    /// From 60 on with duties at home, training and turns.
    private func testCase(_ seed: Int) throws -> Case? {
        let instance = TinyInstances.instance(seed: UInt64(seed), mostRosters: 1200) {
            guard seed >= 60 else { return }
            $0.calendar.weekCount = min($0.calendar.weekCount, 3)
            if seed % 2 == 0 { TinyInstances.addDutiesAtHome(to: &$0, seed: UInt64(seed)) }
            if seed % 3 > 0 { TinyInstances.addExchange(to: &$0, seed: UInt64(seed)) }
        }
        guard let instance else { return nil }
        let model = RosterModel(instance)
        let plans = try instance.people.indices.map {
            try #require(EveryPlan(of: $0, in: instance, model)).plans
        }
        return plans.contains(where: \.isEmpty) ? nil : Case(instance: instance, model: model, plans: plans)
    }

    /// The rules on a plan given by places let the same plans through as the checker does.
    @Test(arguments: 0..<120) func placesAllowWhatTheCheckerAllows(seed: Int) throws {
        guard let test = try testCase(seed) else { return }
        var random = SplitMix64(seed: UInt64(seed))
        let tables = PlaceTables(test.model.people, checkpoint: {})
        for (person, plans) in test.plans.enumerated() {
            let modes = test.model.people[person].modes.count
            var cells = WeekCells(weekCount: tables.weekCount)
            let choices = tables.postings[person] + tables.homeDuties[person]
            for plan in plans {
                var places = tables.places(of: plan, of: person)
                try #require(tables.lay(places[...], of: person, into: &cells), "seed \(seed)")
                #expect(cells == WeekCells(plan, of: test.model.people[person]), "seed \(seed)")
                #expect(cells.stays(postingModes: modes) == plan, "seed \(seed)")
                // Some weeks elsewhere: what is let through is a plan.
                for _ in 0..<3 {
                    places[random.below(places.count)] = random.element(of: choices) ?? 0
                    guard tables.lay(places[...], of: person, into: &cells) else { continue }
                    #expect(plans.contains(cells.stays(postingModes: modes)), "seed \(seed)")
                }
            }
        }
    }

    @Test(arguments: 0..<120) func movesKeepPlansAllowedAndCostsExact(seed: Int) throws {
        guard let test = try testCase(seed) else { return }
        var random = SplitMix64(seed: UInt64(seed) &+ 30)
        let tables = SearchTables(test.model)
        let people = test.model.people.indices.filter { test.model.people[$0].hasChoice }
        guard !people.isEmpty else { return }
        var state = SearchState(test.model, tables, stays: test.plans.map { random.element(of: $0) ?? [] })
        var moves = StayMoves(
            Neighbourhoods(test.model).neighbourhood(of: people),
            PlaceTables(test.model.people, checkpoint: {}), state)
        for _ in 0..<400 {
            let before = state
            guard moves.propose(to: &state, &random) else { continue }
            let cost = state.costOfProposal()
            guard random.below(2) == 0 else {
                state.dropProposal()
                moves.takeBack()
                #expect(state.activities == before.activities && state.cost == before.cost, "seed \(seed)")
                #expect(state.stays == before.stays && state.blockCosts == before.blockCosts)
                continue
            }
            state.keepProposal()
            let scratch = SearchState(test.model, tables, stays: state.stays)
            #expect(cost == scratch.cost && state.cost == scratch.cost, "seed \(seed)")
            #expect(state.activities == scratch.activities && state.blockCosts == scratch.blockCosts)
            for (stays, plans) in zip(state.stays, test.plans) {
                #expect(plans.contains(stays), "seed \(seed)")
            }
        }
    }

    /// Moves alone reach most plans; best responses find the others.
    @Test func movesReachMostPlans() throws {
        var (reachable, all) = (0, 0)
        for seed in 0..<120 {
            guard let test = try testCase(seed) else { continue }
            var random = SplitMix64(seed: UInt64(seed))
            let people = test.model.people.indices.filter { test.model.people[$0].hasChoice }
            guard !people.isEmpty else { continue }
            var state = SearchState(test.model, SearchTables(test.model), stays: test.plans.map { $0[0] })
            var moves = StayMoves(
                Neighbourhoods(test.model).neighbourhood(of: people),
                PlaceTables(test.model.people, checkpoint: {}), state)
            var seen = state.stays.map { Set([$0]) }
            for _ in 0..<4000 where moves.propose(to: &state, &random) {
                _ = state.costOfProposal()
                state.keepProposal()
                for person in people { seen[person].insert(state.stays[person]) }
            }
            reachable += people.reduce(0) { $0 + seen[$1].count }
            all += people.reduce(0) { $0 + test.plans[$1].count }
        }
        #expect(all > 1000)
        #expect(3 * reachable >= 2 * all, "\(reachable) of \(all)")
    }
}
