import GLPKSolver
import LinearProgramming
import Rostering
import Testing

@testable import RosterSolver

/// People planned anew at prices, on tiny instances.
@Suite struct PriceDiveTests {
    private struct Sample {
        let model: RosterModel
        let tables: SearchTables
        let ascent: PriceAscent
        /// A roster to begin with, plans of the start of a search.
        let search: LocalSearch

        init?(seed: Int) throws {
            guard let instance = TinyInstances.instance(seed: UInt64(seed)) else { return nil }
            model = RosterModel(instance)
            tables = SearchTables(model)
            let run = SolveRun(instance, RosterOptions(), stop: StopSignal(), report: { _ in })
            let context = try ProofContext(model, tables, solver: GLPKBackend(), run: run)
            let departments = Departments(model, mostPeople: model.people.count)
            guard !departments.isBroken,
                let search = LocalSearch(model, tables, seed: UInt64(seed), checkpoint: {})
            else {
                return nil
            }
            self.search = search
            var ascent = try PriceAscent(context, departments)
            ascent.climb(progress: { steps, _ in Double(steps) / 100 }, onBound: { _ in })
            guard ascent.bound > -.infinity else { return nil }
            self.ascent = ascent
        }

        /// What a roster costs in the search's count.
        func cost(_ plans: [[Stay]]) -> Int { SearchState(model, tables, stays: plans).cost }
    }

    /// Everybody's plan is one that the person can have, and others keep theirs; the same dive ends the same.
    @Test(arguments: 0..<60) func plansArePossible(seed: Int) throws {
        guard let sample = try Sample(seed: seed) else { return }
        let present = sample.search.state.stays
        let chosen = present.indices.filter { ($0 + seed) % 2 == 0 }
        func dive() -> [[Stay]]? {
            var dive = PriceDive(sample.ascent, people: chosen, plans: present)
            return dive.plans(shouldStop: { false })
        }
        let found = dive()
        #expect(found == dive())
        guard let plans = found else { return }
        #expect(plans.count == chosen.count)
        for (person, stays) in zip(chosen, plans) {
            // The pricer, made to take exactly these duties, finds the plan.
            let model = sample.model.people[person]
            var constraints = PlanConstraints()
            let cells = Set(stays.flatMap { stay in stay.weeks.map { stay.mode * model.weekCount + $0 } })
            constraints.barred = Set(model.dutyCosts.indices).subtracting(cells)
            constraints.forced = stays.filter { !model.isAtHome($0) }
            var costs = PlanPricer.Costs(model)
            for cell in cells { costs.duty[cell] = -1 }
            constraints.apply(to: &costs, of: model)
            var pricer = PlanPricer(model)
            #expect(pricer.cheapest(costs)?.stays == stays, "seed \(seed), person \(person)")
        }
    }

    /// One person planned anew costs hardly ever more than the best response, never less; everybody at once mostly no more
    /// than in a constructive start.
    @Test func findsGoodPlans() throws {
        var (alone, best, good, count) = (0, 0, 0, 0)
        for seed in 0..<300 {
            guard let sample = try Sample(seed: seed) else { continue }
            let present = sample.search.state.stays
            let person = seed % present.count
            var dive = PriceDive(sample.ascent, people: [person], plans: present)
            guard let plans = dive.plans(shouldStop: { false }) else { continue }
            var changed = present
            changed[person] = plans[0]
            var search = sample.search
            search.respond(person)
            #expect(sample.cost(changed) >= search.state.cost, "seed \(seed)")
            alone += 1
            if sample.cost(changed) == search.state.cost { best += 1 }
            var all = PriceDive(sample.ascent, people: Array(present.indices), plans: present)
            guard let together = all.plans(shouldStop: { false }) else { continue }
            count += 1
            if sample.cost(together) <= sample.search.state.cost { good += 1 }
        }
        #expect(alone > 100 && 10 * best > 8 * alone)
        #expect(count > 100 && 10 * good > 8 * count)
    }

    @Test func stopsAtOnce() throws {
        let sample = try #require(try (0..<100).lazy.compactMap { try Sample(seed: $0) }.first)
        var dive = PriceDive(sample.ascent, people: [0], plans: sample.search.state.stays)
        #expect(dive.plans(shouldStop: { true }) == nil)
    }
}
