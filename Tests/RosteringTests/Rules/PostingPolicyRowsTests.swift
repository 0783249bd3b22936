import Rostering
import SeededRandom
import Testing

/// Rows and audit of the rules on residents, named posts, functions and teams say the same of random rosters.
@Suite struct PostingPolicyRowsTests {
    private static let rules: [RuleID] = [
        ResidentQuota.id, ResidentComposition.id, ResidentTerm.id, NamedPosts.id, FunctionCover.id,
        TeamPosting.id,
    ]

    @Test(arguments: 0..<150) func rowsAndAuditAgree(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let instance = try Self.instance(&random)
        for _ in 0..<4 {
            let plans = randomPlans(in: instance, &random)
            let attendance = Attendance(
                Roster(plans: plans, slots: .cheapest(for: plans, in: instance)), in: instance)
            for rule in instance.policy.rules where Self.rules.contains(rule.id) {
                try RowsAndAuditTests().compare(rule, attendance)
            }
        }
    }

    /// Each rule is broken somewhere, in one unit and in several, and kept somewhere.
    @Test func theRulesAreBrokenAndKept() throws {
        var (broken, kept): ([RuleID: Set<Int>], Set<RuleID>) = ([:], [])
        for seed in 0..<400 {
            var random = SplitMix64(seed: seed)
            let instance = try Self.instance(&random)
            let plans = randomPlans(in: instance, &random)
            let attendance = Attendance(
                Roster(plans: plans, slots: .cheapest(for: plans, in: instance)), in: instance)
            for rule in instance.policy.rules where Self.rules.contains(rule.id) {
                let found = rule.violations(in: attendance)
                if found.isEmpty, !rule.requirements(for: instance).rows.isEmpty { kept.insert(rule.id) }
                broken[rule.id, default: []].formUnion(found.map(\.amount))
            }
        }
        #expect(Set(broken.keys.filter { broken[$0] != [] }) == Set(Self.rules))
        #expect(kept == Set(Self.rules))
        for rule in [ResidentQuota.id, ResidentComposition.id, NamedPosts.id] {
            #expect(broken[rule, default: []].isSuperset(of: [1, 2]))
        }
    }

    /// A tertiary hospital t is paired with h, which leads c1 and c2; everybody may be posted in every kind that validation allows.
    private static func instance(_ random: inout SplitMix64) throws -> Instance {
        let kinds: [PostingKind] = [.temporary, .resident, .team]
        var people: [Person] = []
        for number in 0..<random.number(2...6) {
            var one = person(
                "p\(number)".identifier, employer: ["h", "t", "c1"][random.number(0...2)],
                profession: [.doctor, .nurse, .manager][random.number(0...2)],
                title: Title(rawValue: random.number(1...5)) ?? .none,
                specialties: [random.chance(70) ? "cardiology" : "surgery"],
                leave: random.chance(20) ? [try days("2022-07-13", "2022-07-15")] : [],
                limits: [.temporary: limits(&random), .resident: limits(&random)])
            if one.profession == .manager { one.title = .none }
            one.functions = GuidanceFunction.allCases.filter { _ in random.chance(60) }
            people.append(one)
        }
        let teams = teams(of: &people, &random)
        let (links, posts) = (links(kinds, &random), posts(&random))
        let policy = policy(&random)
        let weeks = random.number(1...4)
        return try RosteringTests.instance(weeks: weeks).changed { description in
            description.sites.append(Site(id: "t", name: Text("city", "市"), level: .tertiary))
            description.people = people
            for site in description.sites.indices {
                description.sites[site].county = [nil, "north", "south"][random.number(0...2)]
            }
            description.links = links
            description.teams = teams
            description.namedPosts = posts
            description.policy = policy
        }
    }

    private static func limits(_ random: inout SplitMix64) -> PostingLimits {
        PostingLimits(
            minimumWeeks: random.number(1...3), maximumWeeks: 9, restWeeks: 0,
            mayContinuePastEnd: random.chance(50))
    }

    private static func links(_ kinds: [PostingKind], _ random: inout SplitMix64) -> [Link] {
        let first = Link(from: "h", to: "c1", postingKinds: kinds)
        return [first]
            + [
                Link(from: "h", to: "c2", postingKinds: kinds),
                Link(
                    from: "t", to: "h", kind: .pairing, postingKinds: random.chance(80) ? kinds : [.temporary]
                ),
                Link(from: "t", to: "c1", kind: .pairing, postingKinds: kinds),
                Link(from: "c1", to: "h", kind: .pooling),
            ].filter { _ in random.chance(90) }
    }

    /// A team of one to four of the people in one or two roles, under way as a whole at times.
    private static func teams(of people: inout [Person], _ random: inout SplitMix64) -> [Team] {
        let employer = people[0].employer
        let members = people.indices.filter { people[$0].employer == employer }.prefix(random.number(1...4))
        for member in members { people[member].limits[.team] = limits(&random) }
        let first = members.prefix(random.number(1...members.count))
        let roles = [Array(first), Array(members.dropFirst(first.count))].filter { !$0.isEmpty }.map { role in
            Team.Role(
                name: Text("role"), people: role.map { people[$0].id }, count: random.number(1...role.count))
        }
        if random.chance(40), employer == "h" {
            let going = roles.flatMap { $0.people.prefix($0.count) }
            for member in members where going.contains(people[member].id) {
                people[member].history = ServiceHistory(
                    weeksAway: 2, underWay: .init(host: "c1", kind: .team, weeksServed: 2))
            }
        }
        return [Team(id: "team", name: Text("team"), roles: roles)]
    }

    private static func posts(_ random: inout SplitMix64) -> [NamedPost] {
        func filter() -> PersonFilter {
            PersonFilter(
                specialty: random.chance(40) ? "cardiology" : nil,
                leastTitle: random.chance(40) ? .intermediate : .none,
                profession: random.chance(30) ? .nurse : nil)
        }
        var posts: [NamedPost] = []
        for number in 0..<random.number(0...6) {
            let isAtHome = random.chance(40)
            posts.append(
                NamedPost(
                    id: NamedPostID("post-\(number)"), name: Text("post \(number)"),
                    site: ["c1", "c2", "h"][random.number(0...2)], kind: .other, wanted: filter(),
                    employers: random.chance(40) ? [["h"], ["t", "c1"]][random.number(0...1)] : nil,
                    holding: isAtHome ? .atHome : .posted, minimumWeeks: random.number(1...3)))
        }
        // Dean posts all of one description, which nobody fits who fits the others.
        if random.chance(50) {
            for index in posts.indices { posts[index].wanted.profession = .nurse }
            let weeks = random.number(1...2)
            posts += (["c1", "c2", "h"] as [SiteID]).filter { _ in random.chance(80) }.map { unit in
                NamedPost(
                    id: NamedPostID("dean-\(unit)"), name: Text("dean"), site: unit, kind: .dean,
                    wanted: PersonFilter(profession: .doctor), minimumWeeks: weeks)
            }
        }
        return posts
    }

    private static func policy(_ random: inout SplitMix64) -> Policy {
        var policy = Policy()
        policy[ResidentQuota.self].tertiary = random.number(0...3)
        policy[ResidentQuota.self].secondary = random.number(0...3)
        policy[ResidentComposition.self].reading = random.chance(50) ? .half : .strictMajority
        policy[ResidentQuota.self].unit = ResidentUnit.allCases[random.number(0...2)]
        policy[ResidentComposition.self].unit = ResidentUnit.allCases[random.number(0...2)]
        // Plans are drawn without a term at one host; the cumulative one is a matter of rows.
        policy[ResidentTerm.self].continuity = .cumulative
        policy[ResidentTerm.self].weeks = random.number(1...6)
        policy[ResidentTerm.self].enforcement.isOn = true
        policy[NamedPosts.self].deanUnits = random.number(1...2)
        policy[NamedPosts.self].memberUnits = random.chance(50) ? .clinics : .institutions
        func turnOn<R: Rule>(_ rule: R.Type) {
            policy[rule].enforcement =
                random.chance(50) ? .hard() : .soft(Cost(thousandths: 1 + random.number(0...3000)))
        }
        turnOn(ResidentQuota.self)
        turnOn(ResidentComposition.self)
        turnOn(NamedPosts.self)
        turnOn(FunctionCover.self)
        turnOn(TeamPosting.self)
        return policy
    }
}
