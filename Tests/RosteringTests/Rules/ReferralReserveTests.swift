import Rostering
import Testing

@Suite struct ReferralReserveTests {
    /// Six people with two sessions of 18 appointments each.
    private func twelveSessions(_ bucket: ReferralReserve.Bucket, slots: Int = 18) throws -> Instance {
        try instance(
            weeks: 2,
            people: (1...6).map { person("p\($0)".identifier, sessionsPerWeek: 2, slotsPerSession: slots) }
        ) { $0[ReferralReserve.self].bucket = bucket }
    }

    @Test(arguments: [
        (ReferralReserve.Bucket.session, 48), (.doctorDay, 48), (.departmentWeek, 44), (.hospitalWeek, 44),
    ])
    func theBucketChangesTheNumber(bucket: ReferralReserve.Bucket, reserved: Int) throws {
        let instance = try twelveSessions(bucket)
        var roster = try instance.roster()
        #expect(roster.slots.entries[0].map(\.reserved) == [reserved, reserved])
        #expect(instance.violations(of: ReferralReserve.self, roster).isEmpty)
        roster.slots.entries[0][1].reserved -= 1
        let found = instance.violations(of: ReferralReserve.self, roster)
        #expect(found.map(\.amount) == [1])
        #expect(found.map(\.tag.week) == [Week(1)])
        #expect(found.allSatisfy { $0.isHard })
    }

    /// Sending somebody down shrinks the base: five people offer 180 appointments, of which 36 are reserved.
    @Test func aPostingShrinksTheBase() throws {
        let instance = try twelveSessions(.departmentWeek)
        let roster = try instance.roster(["p1": [.at("c1", 0..<1)]])
        #expect(roster.slots.entries[0].map(\.reserved) == [36, 44])
    }

    @Test func wholeAppointmentsOnly() {
        let rule = ReferralReserve()
        #expect([0, 1, 2, 4, 5, 6, 18, 21].map(rule.share) == [0, 1, 1, 1, 1, 2, 4, 5])
    }

    /// A bucket of 180 appointments owes 36 while the minimum is 180, and nothing from 181 on.
    @Test(arguments: [(0, [36, 44]), (180, [36, 44]), (181, [0, 44]), (216, [0, 44]), (217, [0, 0])])
    func aBucketBelowTheMinimumOwesNothing(minimum: Int, reserved: [Int]) throws {
        for bucket in [ReferralReserve.Bucket.departmentWeek, .hospitalWeek] {
            var description = try twelveSessions(bucket).description
            description.policy[ReferralReserve.self].minimumCapacity = minimum
            let instance = try Instance(description)
            var roster = try instance.roster(["p1": [.at("c1", 0..<1)]])
            #expect(roster.slots.entries[0].map(\.reserved) == reserved)
            #expect(instance.violations(of: ReferralReserve.self, roster).isEmpty)
            for week in [0, 1] { roster.slots.entries[0][week].reserved = 0 }
            #expect(
                instance.violations(of: ReferralReserve.self, roster).map(\.amount)
                    == reserved.filter { $0 > 0 })
        }
    }

    /// By session the bucket is one session of 18 appointments; a resource is a bucket of its own.
    @Test(arguments: [(18, [48, 4]), (19, [0, 0])])
    func sessionsAndResourcesHaveTheMinimumToo(minimum: Int, reserved: [Int]) throws {
        var description = try twelveSessions(.session).description
        description.policy[ReferralReserve.self].minimumCapacity = minimum
        description.resources = [
            Resource(hospital: "h", kind: "ct", name: Text("CT"), capacity: .constant(18))
        ]
        let instance = try Instance(description)
        let roster = try instance.roster()
        #expect(roster.slots.entries.map { $0[0].reserved } == reserved)
    }

    @Test func resourcesNeverPool() throws {
        let instance = try instance(
            weeks: 1, people: [person("p1", sessionsPerWeek: 1, slotsPerSession: 10)],
            resources: ["beds", "ct"].map {
                Resource(hospital: "h", kind: $0, name: Text($0), capacity: .constant(6))
            }
        ) { $0[ReferralReserve.self].bucket = .hospitalWeek }
        var roster = try instance.roster()
        #expect(roster.slots.entries.map { $0[0].reserved } == [2, 2, 2])
        roster.slots.entries[1][0].reserved = 1
        roster.slots.entries[2][0].reserved = 3
        #expect(
            instance.violations(of: ReferralReserve.self, roster).map(\.tag.subject) == [.pool(PoolIndex(1))])
    }

    @Test func departmentsPoolByHospital() throws {
        let instance = try instance(
            weeks: 1,
            people: [
                person("p1", sessionsPerWeek: 1, slotsPerSession: 6),
                person("p2", specialties: ["surgery"], sessionsPerWeek: 1, slotsPerSession: 6),
            ]
        ) { $0[ReferralReserve.self].bucket = .hospitalWeek }
        var roster = try instance.roster()
        // Three of twelve, where two departments by themselves would reserve two each.
        #expect(roster.slots.entries.map { $0[0].reserved }.reduce(0, +) == 3)
        #expect(instance.violations(of: ReferralReserve.self, roster).isEmpty)
        let readings = instance.policy[ReferralReserve.self].readings(in: Attendance(roster, in: instance))
        #expect(readings.map(\.amount) == [2, 2, 2, 0, 0])
        roster.slots.entries[0][0].reserved = 0
        #expect(
            instance.violations(of: ReferralReserve.self, roster).map(\.tag.subject) == [
                .site(try #require(instance.site("h")))
            ])
    }

    /// The reserve takes appointments from others though no referral wants them.
    @Test func againstGeneralDemand() throws {
        let people = [person("p1", sessionsPerWeek: 1, slotsPerSession: 10)]
        let general = [GeneralDemand(hospital: "h", specialty: "cardiology", perWeek: .constant(10))]
        let hard = try instance(weeks: 1, people: people, generalDemand: general)
        #expect(try hard.amounts(of: GeneralDemandUnmet.self) == [0: 2])
        let off = try instance(weeks: 1, people: people, generalDemand: general) {
            $0[ReferralReserve.self].enforcement.isOn = false
        }
        #expect(try off.amounts(of: GeneralDemandUnmet.self) == [:])
        let soft = try instance(weeks: 1, people: people, generalDemand: general) {
            $0[ReferralReserve.self].enforcement = .soft(Cost(thousandths: 400))
        }
        #expect(try soft.amounts(of: GeneralDemandUnmet.self) == [:])
        #expect(try soft.violations(of: ReferralReserve.self).map(\.cost) == [Cost(thousandths: 800)])
    }
}
