import SeededRandom
import Testing

@testable import Rostering

/// Rows and audit state every rule twice, independently; on random instances and rosters they must say the same.
@Suite struct RowsAndAuditTests {
    @Test(arguments: 0..<200) func rowsAndAuditAgree(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let instance = try randomInstance(&random)
        for _ in 0..<3 {
            let plans = randomPlans(in: instance, &random)
            let slots =
                random.chance(50)
                ? randomSlots(for: plans, in: instance, &random) : .cheapest(for: plans, in: instance)
            let attendance = Attendance(Roster(plans: plans, slots: slots), in: instance)
            for rule in instance.policy.rules { try compare(rule, attendance) }
        }
    }

    /// With visits, remote duty, training and turns.
    @Test(arguments: 0..<150) func rowsAndAuditAgreeOnDuties(seed: Int) throws {
        var random = SplitMix64(seed: 5000 + seed)
        let instance = try randomDutyInstance(&random)
        for _ in 0..<3 {
            let plans = randomDutyPlans(in: instance, &random)
            let attendance = Attendance(
                Roster(plans: plans, slots: .cheapest(for: plans, in: instance)), in: instance)
            for rule in instance.policy.rules { try compare(rule, attendance) }
        }
    }

    /// Every rule on duties is missed by some of these rosters.
    @Test func everyRuleOnDutiesIsMissedSomewhere() throws {
        let ids: Set<RuleID> = [
            PeriodicVisits.id, Turns.id, RemoteDutyCover.id, Training.id, TrainingSeatLimit.id,
            MatchedExchange.id, NetFlow.id, TrainingPriority.id, OrdinaryClinics.id,
        ]
        var counts: [RuleID: Int] = [:]
        for seed in 0..<100 {
            var random = SplitMix64(seed: 5000 + seed)
            let instance = try randomDutyInstance(&random)
            let plans = randomDutyPlans(in: instance, &random)
            let attendance = Attendance(
                Roster(plans: plans, slots: .cheapest(for: plans, in: instance)), in: instance)
            for rule in instance.policy.rules where ids.contains(rule.id) {
                counts[rule.id, default: 0] += rule.violations(in: attendance).isEmpty ? 0 : 1
            }
        }
        #expect(counts.count == ids.count && counts.values.allSatisfy { $0 >= 5 }, "\(counts)")
    }

    /// Buckets that the roster may take below the minimum and above it.
    @Test(arguments: 0..<100) func reservesWithAMinimumAgree(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        var description = try randomInstance(&random).description
        description.policy[ReferralReserve.self].minimumCapacity = random.number(1...60)
        description.policy[ReferralReserve.self].percent = random.number(1...40)
        let instance = Instance(valid: description)
        for _ in 0..<3 {
            let plans = randomPlans(in: instance, &random)
            let slots = randomSlots(for: plans, in: instance, &random)
            let rule = instance.policy[ReferralReserve.self]
            try compare(rule, Attendance(Roster(plans: plans, slots: slots), in: instance))
            let cheapest = Roster(plans: plans, slots: .cheapest(for: plans, in: instance))
            try compare(rule, Attendance(cheapest, in: instance))
        }
    }

    /// Such buckets where visits, too, take them below it, and every switch of the reserve and the floors is drawn.
    @Test(arguments: 0..<150) func switchesAgreeOnDuties(seed: Int) throws {
        var random = SplitMix64(seed: 9000 + seed)
        var description = try randomDutyInstance(&random).description
        for link in description.links.indices where description.links[link].kind == .pooling {
            description.links[link].allowsVisits = true
        }
        description.policy[ReferralReserve.self].minimumCapacity = random.number(0...30)
        description.policy[MidTitleFloor.self].counting = .fte
        description.policy[StaffBaseline.self].counting = .fte
        let instance = Instance(valid: description)
        for _ in 0..<3 {
            let plans = randomDutyPlans(in: instance, &random)
            let slots = randomSlots(for: plans, in: instance, &random)
            for slots in [slots, .cheapest(for: plans, in: instance)] {
                let attendance = Attendance(Roster(plans: plans, slots: slots), in: instance)
                try compare(instance.policy[ReferralReserve.self], attendance)
                try compare(instance.policy[MidTitleFloor.self], attendance)
                try compare(instance.policy[StaffBaseline.self], attendance)
            }
        }
    }

    func compare(_ rule: any Rule, _ attendance: Attendance) throws {
        let requirements = rule.requirements(for: attendance.instance)
        let evaluator = RowEvaluator(attendance: attendance, bound: 10)
        let found = rule.violations(in: attendance)
        if !requirements.rows.isEmpty || requirements.costs.isEmpty,
            type(of: rule).enforceability != .structural
        {
            let rows = evaluator.outcomes(of: requirements).filter { $0.value != .amount(0) }
            let audit = Dictionary(
                uniqueKeysWithValues: found.map { ($0.tag, RowEvaluator.Outcome.amount($0.amount)) })
            #expect(rows == audit, "\(rule.id)")
        }
        #expect(evaluator.cost(of: requirements) == found.reduce(.zero) { $0 + $1.cost }, "\(rule.id)")
    }

    /// Every violation a rule knows of is reached, so that agreement is not agreement on nothing.
    @Test func everyCrossPersonRuleIsBrokenSomewhere() throws {
        var broken: Set<RuleID> = []
        for seed in 0..<100 {
            var random = SplitMix64(seed: seed)
            let instance = try randomInstance(&random)
            let plans = randomPlans(in: instance, &random)
            let roster = Roster(plans: plans, slots: randomSlots(for: plans, in: instance, &random))
            let attendance = Attendance(roster, in: instance)
            for rule in instance.policy.rules where !rule.violations(in: attendance).isEmpty {
                broken.insert(rule.id)
            }
        }
        let structural = RuleBook.core.filter { type(of: $0).enforceability == .structural }.map(\.id)
        let expected = Set(RuleBook.core.map(\.id)).subtracting(structural)
        #expect(expected.subtracting(broken).isEmpty)
    }

    @Test(arguments: 0..<100) func cheapestSlotPlansAddUp(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let instance = try randomInstance(&random)
        let plans = randomPlans(in: instance, &random)
        let attendance = Attendance(
            Roster(plans: plans, slots: .cheapest(for: plans, in: instance)), in: instance)
        #expect(SlotPlanBalance().violations(in: attendance).isEmpty)
        let rows = RowEvaluator(attendance: attendance, bound: 0).outcomes(
            of: SlotPlanBalance().requirements(for: instance))
        #expect(rows.values.allSatisfy { $0 == .amount(0) })
        let reserve = instance.policy[ReferralReserve.self]
        if reserve.enforcement.isHard { #expect(reserve.violations(in: attendance).isEmpty) }
    }

    @Test func aReserveBeyondCapacityBreaksRowAndAudit() throws {
        let instance = try instance(people: [person("p1", sessionsPerWeek: 1, slotsPerSession: 5)])
        var roster = try instance.roster(["p1": [.at("c1", 2..<3)]])
        roster.slots.entries[0][2].reserved = 1
        let attendance = Attendance(roster, in: instance)
        let rows = RowEvaluator(attendance: attendance, bound: 0).outcomes(
            of: SlotPlanBalance().requirements(for: instance))
        #expect(rows.filter { $0.value == .impossible }.map(\.key.week) == [Week(2)])
        #expect(Set(SlotPlanBalance().violations(in: attendance).map(\.tag.week)) == [Week(2)])
    }
}
