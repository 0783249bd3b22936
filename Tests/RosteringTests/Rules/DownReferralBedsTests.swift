import Testing

@testable import Rostering

@Suite struct DownReferralBedsTests {
    /// A week in which clinic c1 has so many recovery beds; h sends two patients a week down, g one.
    private func clinic(
        beds: Int, general: Int = 0, percent: Int = 20, host: SiteID = "c1",
        _ change: (inout DownReferralBeds) -> Void = { _ in }
    ) throws -> Instance {
        let recovery = Resource(
            hospital: host, kind: "recovery", name: Text("recovery beds", "康复床位"),
            capacity: .constant(beds), referralsDown: ["h": .constant(2), "g": .constant(1)],
            generalDemand: .constant(general))
        return try instance(weeks: 1, resources: [recovery]) {
            $0[DownReferralBeds.self].enforcement.isOn = true
            $0[DownReferralBeds.self].percent = percent
            change(&$0[DownReferralBeds.self])
        }
    }

    /// The pool of the recovery beds, which comes after the departments.
    private func pool(_ instance: Instance) throws -> PoolIndex { try #require(instance.poolIndexes.last) }

    /// What is missing where so many beds are kept.
    private func missing(_ instance: Instance, keeping reserved: Int) throws -> Int {
        var slots = try instance.roster().slots
        slots.entries[try pool(instance).offset][0].reserved = reserved
        let roster = try instance.roster(slots: slots)
        #expect(instance.rowsAgree(on: DownReferralBeds.self, roster))
        return instance.violations(of: DownReferralBeds.self, roster).reduce(0) { $0 + $1.amount }
    }

    /// Whole beds, rounded up: a fifth of 11 is 3.
    @Test(arguments: [(11, 2, 1), (11, 3, 0), (10, 2, 0), (10, 1, 1), (10, 0, 2), (0, 0, 0)])
    func aShareIsKept(beds: Int, reserved: Int, expected: Int) throws {
        #expect(try missing(clinic(beds: beds), keeping: reserved) == expected)
    }

    @Test func thePercentageIsAParameter() throws {
        #expect(try missing(clinic(beds: 10, percent: 0), keeping: 0) == 0)
        #expect(try missing(clinic(beds: 10, percent: 100), keeping: 4) == 6)
    }

    /// The cheapest plan keeps what is asked for and splits it over the hospitals that send patients, not over clinics.
    @Test func keptAndSplitOverTheSenders() throws {
        let instance = try clinic(beds: 20)
        let entry = try instance.roster().slots[pool(instance), Week(0)]
        #expect(entry.reserved == 4)
        #expect(entry.referralsServed == 3)
        #expect(try instance[pool(instance)].clinics.map { instance[$0].id } == ["h", "g"])
        #expect(entry.split == [3, 1])
        #expect(try instance.violations(of: SlotPlanBalance.self).isEmpty)
    }

    /// They owe nothing to family doctors' referrals, and those of the hospital are judged as ever.
    @Test func apartFromTheReserveForReferralsUp() throws {
        let instance = try clinic(beds: 20, percent: 0)
        #expect(!ReferralReserve().applies(to: instance))
        #expect(try instance.violations(of: ReferralReserve.self).isEmpty)
        let both = try instance.changed {
            $0.resources.append(
                Resource(hospital: "h", kind: "beds", name: Text("beds"), capacity: .constant(20)))
        }
        var slots = try both.roster().slots
        for pool in slots.entries.indices { slots.entries[pool][0].reserved = 0 }
        let amounts = both.amounts(of: ReferralReserve.self, try both.roster(slots: slots))
        #expect(amounts == [0: 4])
    }

    /// Beds that others want: each one too few for patients sent down costs less than leaving somebody without a bed, unless the rule is hard.
    @Test func againstOtherPatients() throws {
        let soft = try clinic(beds: 10, general: 10) { $0.enforcement = .soft(Cost(thousandths: 100)) }
            .changed { $0.policy[ReferralsUnmet.self].enforcement.isOn = false }
        #expect(try soft.violations(of: DownReferralBeds.self).map(\.amount) == [2])
        #expect(try soft.violations(of: GeneralDemandUnmet.self).isEmpty)
        let hard = try soft.changed { $0.policy[DownReferralBeds.self].enforcement = .hard() }
        #expect(try hard.violations(of: DownReferralBeds.self).isEmpty)
        #expect(try hard.violations(of: GeneralDemandUnmet.self).map(\.amount) == [2])
    }

    @Test func faultsAreTold() throws {
        var description = try clinic(beds: 4).description
        #expect(description.faultLines == [])
        description.resources[0].referrals = ["c2": .constant(1)]
        description.resources[0].referralsDown["c2"] = .constant(-1)
        #expect(
            description.faultLines == [
                "wrongUse resources[0].referralsDown", "wrongLevel resources[0].referralsDown.c2",
                "outOfRange resources[0].referralsDown.c2",
            ])
        description.resources[0].referrals = [:]
        description.resources[0].referralsDown = ["h": .constant(1)]
        description.resources[0].hospital = "h"
        #expect(description.faultLines == ["wrongUse resources[0].referralsDown.h"])
        description.resources[0].hospital = "c1"
        description.resources[0].referralsDown = [:]
        #expect(description.faultLines == ["wrongLevel resources[0].hospital"])
    }

    @Test func toldInBothLanguages() throws {
        let instance = try clinic(beds: 10) { $0.enforcement = .soft(.zero) }.changed {
            $0.policy[ReferralsUnmet.self].enforcement.isOn = false
        }
        #expect(
            try instance.told(DownReferralBeds.self)
                == Text(
                    "site c1, recovery beds: 2 beds too few for patients sent down (20 %)",
                    "机构c1康复床位为下转患者预留的床位少2张（20%）"))
    }
}
