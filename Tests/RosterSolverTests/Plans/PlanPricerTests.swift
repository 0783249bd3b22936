import Rostering
import SeededRandom
import Testing

@testable import RosterSolver

/// The dynamic program against every plan of one person.
@Suite struct PlanPricerTests {
    /// Random costs in quarters, so that sums are exact and comparisons too.
    private func costs(
        _ person: PersonModel, _ random: inout SplitMix64, forbids: Bool, countsWeeks: Bool
    ) -> PlanPricer.Costs {
        var costs = PlanPricer.Costs(person)
        func draw() -> Double { Double(random.below(41) - 20) / 4 }
        for cell in costs.duty.indices {
            costs.duty[cell] = forbids && random.below(6) == 0 ? .infinity : draw()
            costs.start[cell] = forbids && random.below(6) == 0 ? .infinity : draw()
        }
        if countsWeeks { costs.away = (0...person.weekCount).map { _ in draw() } }
        return costs
    }

    /// A person of a seed; from 60 on with duties at home, and few weeks, since every week multiplies the plans by their number.
    private func single(seed: Int) throws -> Instance {
        try #require(
            TinyInstances.single(seed: UInt64(seed)) {
                guard seed >= 60 else { return }
                $0.calendar.weekCount = min($0.calendar.weekCount, 4)
                TinyInstances.addDutiesAtHome(to: &$0, seed: UInt64(seed))
                guard seed.isMultiple(of: 3) else { return }
                $0.people[0].visits = VisitLimits(sessionsPerWeek: 2, hostsPerWeek: 2)
                for link in $0.links.indices { $0.links[link].allowsVisits = true }
            })
    }

    @Test(arguments: 0..<100) func findsTheCheapestPlan(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed) &+ 7_000)
        let instance = try single(seed: seed)
        let model = RosterModel(instance)
        let every = try #require(EveryPlan(of: 0, in: instance, model), "A plan fits no mode.")
        var pricer = PlanPricer(model.people[0])
        // The same pricer prices again and again, with tables of other widths left over from before.
        for round in 0..<24 {
            let costs = costs(
                model.people[0], &random, forbids: round % 3 == 2, countsWeeks: round % 2 == 1)
            let found = pricer.cheapest(costs)
            #expect(found?.cost == every.leastCost(costs), "seed \(seed), round \(round)")
            if let found {
                #expect(every.plans.contains(found.stays), "seed \(seed), round \(round)")
                #expect(every.cost(of: found.stays, costs) == found.cost, "seed \(seed), round \(round)")
            }
        }
    }

    @Test(arguments: 0..<100) func keepsForcedStays(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed) &+ 9_000)
        let instance = try single(seed: seed)
        let model = RosterModel(instance)
        let person = model.people[0]
        let every = try #require(EveryPlan(of: 0, in: instance, model))
        var pricer = PlanPricer(person)
        for _ in 0..<20 {
            guard let plan = random.element(of: every.plans) else { return }
            // Only postings are ever forced.
            let forced = plan.filter { !person.isAtHome($0) && random.below(2) == 0 }
            let constraints = PlanConstraints(forced: forced)
            let free = costs(person, &random, forbids: false, countsWeeks: random.below(2) == 0)
            var costs = free
            constraints.apply(to: &costs, of: person)
            let found = pricer.cheapest(costs)
            let least = every.leastCost(free, where: { constraints.allow($0, of: person) })
            #expect(found?.cost == least, "seed \(seed)")
            if let found { #expect(constraints.allow(found.stays, of: person), "seed \(seed)") }
        }
    }

    @Test(arguments: 0..<60) func keepsWhatIsBarredAndDemanded(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed) &+ 11_000)
        let instance = try #require(TinyInstances.single(seed: UInt64(seed)))
        let model = RosterModel(instance)
        let person = model.people[0]
        let every = try #require(EveryPlan(of: 0, in: instance, model))
        var pricer = PlanPricer(person)
        for _ in 0..<20 {
            let free = costs(person, &random, forbids: false, countsWeeks: random.below(2) == 0)
            var constraints = PlanConstraints()
            for cell in free.duty.indices where random.below(8) == 0 { constraints.barred.insert(cell) }
            for week in 0..<person.weekCount where random.below(8) == 0 { constraints.posted.insert(week) }
            if let stay = random.element(of: random.element(of: every.plans) ?? []), person.isAtHome(stay) {
                let week = stay.weeks.lowerBound
                constraints.atHome[week] = stay.mode * person.weekCount + week
                constraints.barred.remove(stay.mode * person.weekCount + week)
                constraints.barred.formUnion(person.postingCells(in: week))
            }
            var costs = free
            constraints.apply(to: &costs, of: person)
            let found = pricer.cheapest(costs).flatMap { constraints.settled($0, of: person) }
            let least = every.leastCost(free, where: { constraints.allow($0, of: person) })
            #expect(found?.cost == least, "seed \(seed)")
            if let found { #expect(constraints.allow(found.stays, of: person), "seed \(seed)") }
        }
    }

    /// The random people have what makes pricing hard.
    @Test func thePeopleAreHardToPrice() throws {
        var seen: Set<String> = []
        for seed in 0..<100 {
            let instance = try single(seed: seed)
            let person = RosterModel(instance).people[0]
            if Set(person.homeModes.map(\.weeks)).count > 1 { seen.insert("duties at home") }
            if person.homeModes.contains(where: { $0.duty.visits.count > 1 }) { seen.insert("two hosts") }
            if person.modes.contains(where: { $0.restWeeks == 0 }) { seen.insert("no rest") }
            if Set(person.modes.map(\.option)).count > 1 { seen.insert("several options") }
            if Set(person.modes.map(\.option)).count < person.modes.count { seen.insert("several lengths") }
            if person.isUnderWay { seen.insert("under way") }
            if person.underWay.map({ !$0.mayEnd }) ?? false { seen.insert("must go on") }
            if person.restBefore > 0 { seen.insert("must rest") }
            if person.homeAllowed.contains(false) { seen.insert("pinned") }
            if person.awayLimit.map({ $0 < person.weekCount }) ?? false { seen.insert("limited") }
            if instance.people[0].commitments.stay != nil { seen.insert("bound") }
            if person.modes.contains(where: { $0.openEndMinimum != nil }) { seen.insert("open end") }
            if person.modes.contains(where: { $0.allowed.contains(false) }) { seen.insert("not always") }
        }
        #expect(
            seen == [
                "no rest", "several options", "several lengths", "under way", "must go on", "must rest",
                "pinned", "limited", "bound", "open end", "not always", "duties at home", "two hosts",
            ])
    }

    @Test func tiesFallTheSameWay() throws {
        let instance = try #require(TinyInstances.single(seed: 3))
        let person = RosterModel(instance).people[0]
        var (first, second) = (PlanPricer(person), PlanPricer(person))
        let costs = PlanPricer.Costs(person)
        let stays = first.cheapest(costs)?.stays
        #expect(second.cheapest(costs)?.stays == stays)
        #expect(first.cheapest(costs)?.stays == stays)
    }
}
