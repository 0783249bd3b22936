import Rostering
import Testing

@Suite struct UnmetDemandTests {
    /// Ten appointments a week; the reserve is off, so that only the two demands compete.
    private func small(referrals: Int, general: Int) throws -> Instance {
        try instance(
            weeks: 2, people: [person("p1", sessionsPerWeek: 1, slotsPerSession: 10)],
            referrals: [Referrals(clinic: "c1", specialty: "cardiology", perWeek: .byWeek([referrals, 0]))],
            generalDemand: [
                GeneralDemand(hospital: "h", specialty: "cardiology", perWeek: .constant(general))
            ]
        ) { $0[ReferralReserve.self].enforcement.isOn = false }
    }

    @Test func keptUpToTheCapacity() throws {
        #expect(try small(referrals: 4, general: 6).amounts(of: ReferralsUnmet.self) == [:])
        #expect(try small(referrals: 4, general: 6).amounts(of: GeneralDemandUnmet.self) == [:])
    }

    @Test func beyondTheCapacity() throws {
        #expect(try small(referrals: 13, general: 0).amounts(of: ReferralsUnmet.self) == [0: 3])
        #expect(try small(referrals: 0, general: 12).amounts(of: GeneralDemandUnmet.self) == [0: 2, 1: 2])
        #expect(
            try small(referrals: 13, general: 0).violations(of: ReferralsUnmet.self).map(\.cost) == [Cost(3)])
        #expect(
            try small(referrals: 0, general: 11).violations(of: GeneralDemandUnmet.self).map(\.cost) == [
                Cost(thousandths: 500), Cost(thousandths: 500),
            ])
    }

    /// A referral is worth two others, until the weights say otherwise.
    @Test func theDemandsCompete() throws {
        let instance = try small(referrals: 4, general: 10)
        #expect(try instance.amounts(of: ReferralsUnmet.self) == [:])
        #expect(try instance.amounts(of: GeneralDemandUnmet.self) == [0: 4])
        var description = instance.description
        description.policy[GeneralDemandUnmet.self].enforcement.weight = Cost(2)
        let turned = try Instance(description)
        #expect(try turned.amounts(of: ReferralsUnmet.self) == [0: 4])
        #expect(try turned.amounts(of: GeneralDemandUnmet.self) == [:])
    }

    @Test func whoIsAwayServesNobody() throws {
        let instance = try small(referrals: 4, general: 6)
        let away: [PersonID: [Stay]] = ["p1": [.at("c1", 0..<1)]]
        #expect(try instance.amounts(of: ReferralsUnmet.self, away) == [0: 4])
        #expect(try instance.amounts(of: GeneralDemandUnmet.self, away) == [0: 6])
    }

    /// Both demands count what a roster says it served, not what it could have served.
    @Test func whatTheRosterSaysItServed() throws {
        let instance = try small(referrals: 4, general: 6)
        var roster = try instance.roster()
        roster.slots.entries[0][0].referralsServed = 1
        roster.slots.entries[0][0].generalServed = 5
        #expect(instance.violations(of: ReferralsUnmet.self, roster).map(\.amount) == [3])
        #expect(instance.violations(of: GeneralDemandUnmet.self, roster).map(\.amount) == [1])
    }
}
