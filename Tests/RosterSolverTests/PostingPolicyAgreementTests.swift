import Rostering
import SeededRandom
import Testing

@testable import RosterSolver

/// Every method against exhaustive search where residents, named posts, functions and teams are asked for beside everything else.
@Suite struct PostingPolicyAgreementTests {
    @Test(arguments: 0..<60) func everyMethodAgrees(seed: Int) async throws {
        guard let instance = Self.instance(seed: seed) else { return }
        try await ExhaustiveAgreementTests().expectAgreement(on: instance, "seed \(seed)")
    }

    /// In some seed the best roster keeps each of the rules better than others do, so that agreement is not agreement on nothing.
    @Test func theSeedsReachEveryRule() {
        var decisive: Set<RuleID> = []
        var (feasible, infeasible) = (0, 0)
        for seed in 0..<60 {
            guard let instance = Self.instance(seed: seed) else { continue }
            let search = ExhaustiveSearch(instance)
            var worst: [RuleID: Int] = [:]
            var best: Audit?
            search.forEachRoster { _, audit in
                for verdict in audit.verdicts {
                    worst[verdict.rule] = max(worst[verdict.rule] ?? 0, verdict.amount)
                }
                if audit.isFeasible, best.map({ search.isBetter(audit, than: $0) }) ?? true { best = audit }
            }
            guard let best else {
                infeasible += 1
                continue
            }
            feasible += 1
            for verdict in best.verdicts where verdict.amount < worst[verdict.rule] ?? 0 {
                decisive.insert(verdict.rule)
            }
        }
        let rules: Set = [
            ResidentQuota.id, ResidentComposition.id, NamedPosts.id, FunctionCover.id, TeamPosting.id,
        ]
        #expect(decisive.isSuperset(of: rules), "\(decisive)")
        #expect(feasible >= 20 && infeasible >= 3, "\(feasible) and \(infeasible)")
    }

    /// A tiny instance with residents, a team, posts and a pairing, or nil if the seed makes no valid one.
    private static func instance(seed: Int) -> Instance? {
        var random = SplitMix64(seed: UInt64(seed) &* 0x9E37_79B9 &+ 29)
        return TinyInstances.instance(seed: UInt64(5000 + seed), mostRosters: 1200) { description in
            description.sites[0].level = random.below(2) == 0 ? .tertiary : .secondary
            description.links.append(Link(from: "h", to: "c0", kind: .pairing, isApproved: true))
            for link in description.links.indices where description.links[link].kind == .community {
                description.links[link].postingKinds = [.temporary, .resident, .team]
            }
            for person in description.people.indices {
                change(&description.people[person], description.calendar.weekCount, &random)
            }
            description.teams = team(of: &description.people, description.calendar.weekCount, &random)
            for site in description.sites.indices where random.below(2) == 0 {
                description.sites[site].county = "north"
            }
            description.namedPosts = posts(description.sites.count - 1, &random)
            change(&description.policy, &random)
        }
    }

    private static func change(_ person: inout Person, _ weekCount: Int, _ random: inout SplitMix64) {
        person.functions = GuidanceFunction.allCases.filter { _ in random.below(4) > 0 }
        person.profession = random.below(2) == 0 ? .nurse : .doctor
        let resident = PostingLimits(
            minimumWeeks: 1 + random.below(weekCount), maximumWeeks: 9, restWeeks: random.below(2),
            mayContinuePastEnd: random.below(2) == 0)
        person.limits[.resident] = random.below(2) == 0 ? resident : nil
        // Some can serve as residents alone.
        if random.below(2) == 0, person.limits[.resident] != nil, person.history.underWay == nil {
            person.limits[.temporary] = nil
        }
        if random.below(5) == 0, person.history.underWay != nil, person.limits[.resident] != nil {
            person.history.underWay?.kind = .resident
        }
    }

    /// A team of everybody: the first person, and one or more of the others.
    private static func team(
        of people: inout [Person], _ weekCount: Int, _ random: inout SplitMix64
    ) -> [Team] {
        guard people.count > 1, random.below(4) > 0 else { return [] }
        let limits = PostingLimits(
            minimumWeeks: random.below(2) == 0 ? 1 : (weekCount + 1) / 2, maximumWeeks: 9,
            restWeeks: random.below(2))
        for person in people.indices { people[person].limits[.team] = limits }
        let ids = people.map(\.id)
        let others = Team.Role(
            name: Text("others"), people: Array(ids.dropFirst()), count: 1 + random.below(ids.count - 1))
        return [
            Team(id: "t", name: Text("T"), roles: [Team.Role(name: Text("first"), people: [ids[0]]), others])
        ]
    }

    private static func posts(_ clinics: Int, _ random: inout SplitMix64) -> [NamedPost] {
        var posts = (0..<clinics).map { clinic in
            NamedPost(
                id: NamedPostID("dean-\(clinic)"), name: Text("Dean"), site: SiteID("c\(clinic)"),
                kind: .dean,
                wanted: PersonFilter(leastTitle: .intermediate, profession: .doctor), minimumWeeks: 2)
        }
        posts.append(
            NamedPost(
                id: "head", name: Text("Head"), site: "c0", kind: .departmentHead,
                wanted: PersonFilter(profession: .nurse)))
        if random.below(2) == 0 {
            posts.append(
                NamedPost(
                    id: "second", name: Text("Second"), site: "c0", kind: .other,
                    wanted: PersonFilter(leastTitle: .junior, profession: .nurse)))
        }
        posts.append(
            NamedPost(
                id: "owner", name: Text("Owner"), site: "h", kind: .referralOwner,
                wanted: PersonFilter(specialty: "a"), holding: .atHome))
        return posts.filter { _ in random.below(3) > 0 }
    }

    private static func change(_ policy: inout Policy, _ random: inout SplitMix64) {
        func turnOn<R: Rule>(_ rule: R.Type, hardOneIn odds: Int, _ weight: Int) {
            policy[rule].enforcement =
                random.below(odds) == 0 ? .hard() : .soft(Cost(weight + random.below(weight)))
        }
        turnOn(ResidentQuota.self, hardOneIn: 4, 30)
        turnOn(ResidentComposition.self, hardOneIn: 3, 1)
        turnOn(NamedPosts.self, hardOneIn: 8, 40)
        turnOn(FunctionCover.self, hardOneIn: 20, 10)
        turnOn(TeamPosting.self, hardOneIn: 3, 1)
        policy[ResidentQuota.self].tertiary = random.below(3)
        policy[ResidentQuota.self].secondary = 1 + random.below(2)
        policy[ResidentComposition.self].reading = random.below(2) == 0 ? .half : .strictMajority
        policy[NamedPosts.self].deanUnits = 1 + random.below(2)
        policy[ResidentTerm.self].enforcement.isOn = random.below(2) == 0
        policy[ResidentTerm.self].weeks = 1 + random.below(4)
        policy[ResidentTerm.self].continuity = random.below(2) == 0 ? .oneHost : .cumulative
        policy[ResidentTerm.self].leaveDays = [0, 0, 5, 366][random.below(4)]
        policy[ResidentQuota.self].unit = ResidentUnit.allCases[random.below(3)]
        policy[ResidentComposition.self].unit = ResidentUnit.allCases[random.below(3)]
        policy[NamedPosts.self].memberUnits = random.below(3) == 0 ? .institutions : .clinics
    }
}
