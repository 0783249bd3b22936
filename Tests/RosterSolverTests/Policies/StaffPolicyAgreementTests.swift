import Rostering
import SeededRandom
import Testing

@testable import RosterSolver

/// Rules on commitments, posts and clinics, mixed with the core rules: every method against exhaustive search.
@Suite struct StaffPolicyAgreementTests {
    @Test(arguments: 0..<60) func everyMethodAgrees(seed: Int) async throws {
        guard let instance = Self.instance(seed: UInt64(seed)) else { return }
        try await ExhaustiveAgreementTests().expectAgreement(on: instance, "seed \(seed)")
    }

    /// In the best rosters each rule is sometimes missed and sometimes kept, so that agreement is about something.
    @Test func theSeedsReachEveryRule() throws {
        var (missed, kept): (Set<RuleID>, Set<RuleID>) = ([], [])
        for seed in 0..<60 {
            guard let instance = Self.instance(seed: UInt64(seed)),
                let best = ExhaustiveSearch(instance).best()
            else { continue }
            for verdict in best.audit.verdicts {
                if verdict.violations.isEmpty {
                    kept.insert(verdict.rule)
                } else {
                    missed.insert(verdict.rule)
                }
            }
        }
        let rules = Self.rules
        #expect(rules.filter { !kept.contains($0) } == [])
        #expect(rules.filter { !missed.contains($0) } == [])
    }

    private static let rules: [RuleID] = [
        DirectedPosts.id, EstablishmentTotal.id, FeatureSpecialty.id, Continuity.id, TargetsReached.id,
        RetiredExperts.id,
    ]

    /// A random tiny instance with these rules' data and the rules on.
    private static func instance(seed: UInt64) -> Instance? {
        TinyInstances.instance(seed: seed &+ 3_000, mostRosters: 400) { description in
            var random = SplitMix64(seed: seed &* 77 &+ 5)
            let calendar = description.calendar
            description.sites[0].level = .tertiary
            if random.below(2) == 0 { description.sites[0].approvedPosts = random.below(200) }
            if random.below(3) == 0 {
                description.sites.append(Site(id: "g", name: Text("G"), level: .secondary))
                description.links.append(Link(from: "h", to: "g", kind: .pairing))
            }
            for link in description.links.indices {
                description.links[link].allowsVisits = random.below(2) == 0
            }
            for person in description.people.indices {
                description.people[person].commitments.isDirected = random.below(3) == 0
                description.people[person].commitments.isForGrassRoots = random.below(3) == 0
                description.people[person].commitments.isRetired = random.below(3) == 0
                if random.below(3) == 0 {
                    description.people[person].visits = VisitLimits(sessionsPerWeek: 1)
                }
            }
            for site in description.sites.indices where description.sites[site].level == .clinic {
                description.sites[site].featureSpecialty = ["a", "b", nil][random.below(3)]
                description.sites[site].remotenessWeight = 1 + random.below(3)
                description.sites[site].servesStreet = random.below(3) == 0
            }
            description.priorityWeights = [
                PriorityWeight(name: Text("W"), specialties: ["a"], factor: 1 + random.below(3))
            ]
            let clinics = description.sites.filter { $0.level == .clinic }.map(\.id)
            if random.below(2) == 0 {
                description.links.append(
                    Link(
                        from: "h", to: clinics[0], kind: .remote, postingKinds: [],
                        days: DayRange(nil, calendar.firstDay.advanced(by: random.below(30)))))
            }
            description.targets = DatedTarget.Kind.allCases.map { kind in
                DatedTarget(
                    id: TargetID(kind.rawValue), name: Text("T"), kind: kind, clinics: clinics,
                    percent: 1 + random.below(100),
                    by: calendar.firstDay.advanced(by: random.below(7 * calendar.weekCount + 7) - 7))
            }
            description.establishments = [
                Establishment(
                    lead: "h",
                    levels: [
                        .init(approved: 10, filled: 9 + random.below(3)),
                        .init(
                            from: calendar.firstDay.advanced(by: 8), approved: 10, filled: 9 + random.below(3)
                        ),
                    ])
            ]
            func turnOn<R: Rule>(_ rule: R.Type, _ weight: Int) {
                description.policy[rule].enforcement = .soft(Cost(weight))
            }
            turnOn(DirectedPosts.self, 1 + random.below(40))
            turnOn(FeatureSpecialty.self, random.below(30))
            description.policy[FeatureSpecialty.self].percent = random.below(100)
            turnOn(Continuity.self, random.below(60))
            description.policy[Continuity.self].people = 1
            turnOn(TargetsReached.self, random.below(80))
            description.policy[TargetsReached.self].streets = random.below(2) == 0 ? .counted : .leftOut
            turnOn(RetiredExperts.self, 1 + random.below(40))
            description.policy[RetiredExperts.self].leastWeeks = random.below(4)
            description.policy[RetiredExperts.self].mostWeeks = random.below(4)
            turnOn(EstablishmentTotal.self, random.below(9))
            description.policy[EstablishmentTotal.self].enforcement.isHard = random.below(8) == 0
        }
    }
}
