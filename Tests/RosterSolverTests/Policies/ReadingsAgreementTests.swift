import Rostering
import SeededRandom
import Testing

@testable import RosterSolver

/// The readings of the floors and the reserve that are not the default, where people visit: every method against exhaustive search.
@Suite struct ReadingsAgreementTests {
    @Test(arguments: 0..<60) func everyMethodAgrees(seed: Int) async throws {
        guard let instance = Self.instance(seed) else { return }
        try await ExhaustiveAgreementTests().expectAgreement(on: instance, "seed \(seed)")
    }

    /// Of the best rosters some are judged otherwise than by the default of each switch, so that agreement is about something.
    @Test func theSeedsReachEverySwitch() {
        var counts: [String: Int] = [:]
        for seed in 0..<60 {
            guard let instance = Self.instance(seed), let best = ExhaustiveSearch(instance).best() else {
                continue
            }
            let attendance = Attendance(best.roster, in: instance)
            func compare<R: Rule>(_ name: String, _ rule: R.Type, _ setDefault: (inout R) -> Void) {
                let own = instance.policy[rule]
                var other = own
                setDefault(&other)
                func amounts(_ rule: R) -> [Int] { rule.violations(in: attendance).map(\.amount) }
                counts[name, default: 0] += amounts(own) == amounts(other) ? 0 : 1
            }
            compare("beds kept", DownReferralBeds.self) { $0.percent = 0 }
            compare("technicalStaff", MidTitleFloor.self) { $0.technicalStaff = .allButManagers }
            compare("headTitle", MidTitleFloor.self) { $0.headTitle = .midOrAbove }
            compare("titleBasis", MidTitleFloor.self) { $0.titleBasis = .appointed }
            compare("floor by share", MidTitleFloor.self) { $0.counting = .present }
            compare("baseline by share", StaffBaseline.self) { $0.counting = .present }
            compare("doctor-day", ReferralReserve.self) {
                if $0.bucket == .doctorDay { $0.bucket = .session }
            }
            compare("base", ReferralReserve.self) { $0.base = .allSpecialists }
            compare("bedBase", ReferralReserve.self) { $0.bedBase = .openBeds }
        }
        #expect(counts.filter { $0.value < 3 } == [:], "\(counts)")
    }

    private static func instance(_ seed: Int) -> Instance? {
        TinyInstances.instance(seed: UInt64(11_000 + seed), mostRosters: 1200) { description in
            var random = SplitMix64(seed: UInt64(seed) &* 77 &+ 3)
            description.calendar.weekCount = min(description.calendar.weekCount, 3)
            TinyInstances.addDutiesAtHome(to: &description, seed: UInt64(seed))
            if seed % 3 == 0 {
                TinyInstances.addExchange(to: &description, seed: UInt64(seed))
                for link in description.links.indices where description.links[link].kind == .pooling {
                    description.links[link].allowsVisits = true
                }
            }
            for site in description.sites.indices where description.sites[site].level == .clinic {
                let technical = 4 + random.below(9)
                let midTitle = 1 + random.below(2)
                description.sites[site].baseline = technical + 1
                var staff = StaffLevel(
                    technical: technical, midTitle: midTitle, senior: random.below(midTitle + 1),
                    awaitingMidTitle: random.below(2))
                // From a copy, so that what is drawn next is the same.
                var copy = random
                staff.splitProfessions(&copy)
                description.sites[site].staff = [staff]
            }
            description.resources = [
                Resource(
                    hospital: "h", kind: "beds", name: Text("Beds"), capacity: .constant(9),
                    admissions: .constant(random.below(9)), generalDemand: .constant(6 + random.below(4))),
                Resource(
                    hospital: "c0", kind: "recovery", name: Text("Recovery"), capacity: .constant(9),
                    referralsDown: ["h": .constant(seed % 3)], generalDemand: .constant(4 + seed % 6)),
            ]
            // Half of the beds are now worth more than their price, and now less.
            description.policy[DownReferralBeds.self].percent = 50
            description.policy[DownReferralBeds.self].enforcement = .soft(
                Cost(thousandths: seed % 2 == 0 ? 300 : 900))
            for person in description.people.indices {
                description.people[person].sessionsPerWeek = 2 + random.below(4)
                description.people[person].slotsPerSession = [3, 6, 6, 7][random.below(4)]
                let isJunior = !description.people[person].title.isMidTitle
                description.people[person].awaitsMidTitle = isJunior && random.below(2) == 0
            }
            description.policy[MidTitleFloor.self].counting = random.below(3) == 0 ? .present : .fte
            // A share that the last clinic's own staff just reach, so that whoever comes or goes may break it.
            let own = description.sites.last { $0.level == .clinic }?.staff.first
            description.policy[MidTitleFloor.self].percent =
                own.map { 100 * $0.midTitle / $0.technical } ?? 10
            description.policy[MidTitleFloor.self].people = 2 + random.below(2)
            description.policy[MidTitleFloor.self].countedFromWeeks = 3
            description.policy[MidTitleFloor.self].enforcement = .soft(Cost(1 + random.below(30)))
            description.policy[StaffBaseline.self].counting = random.below(3) == 0 ? .present : .fte
            description.policy[StaffBaseline.self].enforcement = .soft(Cost(1 + random.below(30)))
            description.policy[ReferralReserve.self].bucket = random.below(2) == 0 ? .doctorDay : .session
            description.policy[ReferralReserve.self].minimumCapacity = random.below(3) == 0 ? 8 : 0
            // Now and then a reserve that is not worth its price, so that it is missed.
            description.policy[ReferralReserve.self].enforcement =
                random.below(2) == 0 ? .hard() : .soft(Cost(thousandths: 300))
        }
    }
}
