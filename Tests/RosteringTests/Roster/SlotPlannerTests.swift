import Rostering
import SeededRandom
import Testing

@Suite struct SlotPlannerTests {
    /// A week of two departments and a resource, small enough to try every reserve.
    private func small(_ random: inout SplitMix64) throws -> Instance {
        let bucket = ReferralReserve.Bucket.allCases.randomElement(using: &random) ?? .departmentWeek
        return try instance(
            weeks: 1,
            people: (0..<3).map {
                person(
                    "p\($0)".identifier, specialties: [$0 < 2 ? "cardiology" : "surgery"],
                    sessionsPerWeek: random.number(0...2), slotsPerSession: random.number(0...4))
            },
            referrals: ["c1", "c2"].map {
                Referrals(clinic: $0, specialty: "cardiology", perWeek: .constant(random.number(0...5)))
            },
            generalDemand: ["cardiology", "surgery"].map {
                GeneralDemand(hospital: "h", specialty: $0, perWeek: .constant(random.number(0...14)))
            },
            resources: [
                Resource(
                    hospital: "h", kind: "ct", name: Text("CT"), capacity: .constant(random.number(0...4)),
                    referrals: ["c1": .constant(random.number(0...4))],
                    generalDemand: .constant(random.number(0...5)))
            ]
        ) {
            $0[ReferralReserve.self].bucket = bucket
            $0[ReferralReserve.self].percent = random.number(0...100)
            $0[ReferralReserve.self].enforcement =
                random.chance(40) ? .hard() : .soft(Cost(thousandths: random.number(0...4) * 500))
            $0[ReferralReserve.self].enforcement.isOn = random.chance(85)
            $0[ReferralsUnmet.self].enforcement.weight = Cost(thousandths: random.number(0...3) * 500)
            $0[ReferralsUnmet.self].enforcement.isOn = random.chance(85)
            $0[GeneralDemandUnmet.self].enforcement.weight = Cost(thousandths: random.number(0...3) * 500)
            $0[GeneralDemandUnmet.self].enforcement.isOn = random.chance(85)
        }
    }

    /// What the audit of a slot plan says: hard violations first, then cost, then the reserve.
    private func judgement(_ slots: SlotPlan, _ plans: [Plan], _ instance: Instance) -> [Int] {
        let audit = Audit(of: Roster(plans: plans, slots: slots), in: instance)
        let verdicts = audit.verdicts.filter {
            [SlotPlanBalance.id, ReferralReserve.id, ReferralsUnmet.id, GeneralDemandUnmet.id].contains(
                $0.rule)
        }
        return [
            verdicts.flatMap(\.violations).count(where: \.isHard),
            verdicts.reduce(0) { $0 + $1.cost.thousandths }, slots.entries.reduce(0) { $0 + $1[0].reserved },
        ]
    }

    @Test(arguments: 0..<120) func cheapestOfAllReserves(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let instance = try small(&random)
        let plans = randomPlans(in: instance, &random)
        let attendance = Attendance(Roster(plans: plans, slots: SlotPlan(entries: [])), in: instance)
        let week = Week(0)
        var plansOfPools: [[[SlotPlan.Entry]]] = [[]]
        for pool in instance.poolIndexes {
            let capacity = attendance.capacity(of: pool, in: week)
            plansOfPools = plansOfPools.flatMap { begun in
                (0...capacity).map {
                    begun + [[entry(reserving: $0, of: capacity, instance[pool], in: week)]]
                }
            }
        }
        let least = plansOfPools.map { judgement(SlotPlan(entries: $0), plans, instance) }
            .min { $0.lexicographicallyPrecedes($1) }
        #expect(judgement(.cheapest(for: plans, in: instance), plans, instance) == least)
    }

    /// Summed over pools and weeks, the tabulated costs are what the audit finds.
    @Test(arguments: 0..<60) func pricingIsTheCostOfTheCheapestPlan(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        var description = try small(&random).description
        description.policy[ReferralReserve.self].bucket = .departmentWeek
        let instance = try Instance(description)
        let plans = randomPlans(in: instance, &random)
        let attendance = Attendance(Roster(plans: plans, slots: SlotPlan(entries: [])), in: instance)
        let pricing = SlotPricing(instance)
        let sum = instance.poolIndexes.reduce(0) { sum, pool in
            sum
                + pricing.cost(
                    of: pool, in: Week(0), capacity: attendance.capacity(of: pool, in: Week(0))
                ).thousandths
        }
        #expect(judgement(.cheapest(for: plans, in: instance), plans, instance)[1] == sum)
    }

    @Test func pricingByHand() throws {
        let instance = try instance(
            weeks: 1, people: [person("p1", sessionsPerWeek: 1, slotsPerSession: 20)],
            referrals: [Referrals(clinic: "c1", specialty: "cardiology", perWeek: .constant(6))],
            generalDemand: [GeneralDemand(hospital: "h", specialty: "cardiology", perWeek: .constant(10))])
        let pricing = SlotPricing(instance)
        let costs = [0, 5, 10, 16, 20].map { pricing.cost(of: PoolIndex(0), in: Week(0), capacity: $0) }
        // Referrals are worth twice the others, so six are served first.
        #expect(costs == [Cost(11), Cost(6), Cost(3), Cost(0), Cost(0)])
        #expect(pricing.cost(of: PoolIndex(0), in: Week(0), capacity: 16, owed: 8) == Cost(1))
    }

    @Test func sameSlotPlanEveryTime() throws {
        var random = SplitMix64(seed: 7)
        let instance = try randomInstance(&random)
        let plans = randomPlans(in: instance, &random)
        #expect(SlotPlan.cheapest(for: plans, in: instance) == .cheapest(for: plans, in: instance))
    }
}
