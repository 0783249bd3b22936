import Testing

@testable import Rostering

@Suite struct NamedPostsTests {
    private let dean = NamedPost(
        id: "dean", name: Text("dean", "院长"), site: "c1", kind: .dean,
        wanted: PersonFilter(leastTitle: .associateSenior), employers: ["h"], minimumWeeks: 2)
    private let head = NamedPost(
        id: "head", name: Text("head", "主任"), site: "c1", kind: .departmentHead,
        wanted: PersonFilter(specialty: "cardiology"))

    /// Three weeks; a fits dean and head, b is a surgeon of senior title, c a cardiologist without; all of h. d is c1's own.
    private func small(
        _ posts: [NamedPost], _ change: (inout InstanceDescription) -> Void = { _ in }
    ) throws -> Instance {
        let limits: [PostingKind: PostingLimits] = [.temporary: free, .resident: free]
        return try instance(
            weeks: 3,
            people: [
                person("a", title: .senior, limits: limits),
                person("b", title: .associateSenior, specialties: ["surgery"], limits: limits),
                person("c", limits: limits), person("d", employer: "c1", limits: [.temporary: free]),
            ]
        ) { $0[NamedPosts.self].enforcement.isOn = true }.changed {
            $0.namedPosts = posts
            change(&$0)
        }
    }

    private func at(_ host: SiteID, _ people: [PersonID], _ weeks: Range<Int> = 0..<3) -> [PersonID: [Stay]] {
        Dictionary(uniqueKeysWithValues: people.map { ($0, [.at(host, weeks)]) })
    }

    private func vacant(_ posts: [NamedPost], _ stays: [PersonID: [Stay]]) throws -> [Int?: Int] {
        try small(posts).amounts(of: NamedPosts.self, stays)
    }

    @Test func everyPostInEveryWeek() throws {
        #expect(try vacant([dean], [:]) == [0: 1, 1: 1, 2: 1])
        #expect(try vacant([dean], at("c1", ["a"])) == [:])
        #expect(try vacant([dean], at("c1", ["a"], 0..<2)) == [2: 1])
        let violation = try #require(try small([dean]).violations(of: NamedPosts.self).first)
        #expect(violation.cost == Cost(500) && !violation.isHard)
    }

    @Test func whoeverMayHoldIt() throws {
        let all = [0: 1, 1: 1, 2: 1]
        #expect(try vacant([dean], at("c1", ["c"])) == all)  // no senior title
        #expect(try vacant([dean], at("c2", ["a"])) == all)  // at another site
        #expect(try vacant([dean], at("c1", ["a"], 0..<1)) == all)  // too short a posting
        #expect(try vacant([head], at("c1", ["b"])) == all)  // another specialty
        var others = dean
        others.employers = ["g"]
        #expect(try vacant([others], at("c1", ["a"])) == all)
        #expect(try vacant([dean], ["a": [.at("c1", 0..<3, .resident)]]) == [:])
    }

    /// One person fits both posts and holds one of them.
    @Test func nobodyHoldsTwo() throws {
        #expect(try vacant([dean, head], at("c1", ["a"])) == [0: 1, 1: 1, 2: 1])
        #expect(try vacant([dean, head], at("c1", ["a", "b"])) == [:])
        #expect(try vacant([dean, head], at("c1", ["a", "c"])) == [:])
        #expect(try vacant([dean, head], at("c1", ["b", "c"])) == [:])
        #expect(try vacant([dean, head], [:]) == [0: 2, 1: 2, 2: 2])
        var second = head
        second.id = "second"
        #expect(try vacant([head, second], at("c1", ["a"])) == [0: 1, 1: 1, 2: 1])
        #expect(try vacant([head, second, dean], at("c1", ["a", "b", "c"])) == [:])
    }

    @Test func trainingHoldsNoPost() throws {
        var post = head
        (post.site, post.wanted) = ("g", PersonFilter())
        let instance = try small([post]) {
            $0.links.append(
                Link(from: "c1", to: "g", kind: .training, postingKinds: [.training], isApproved: true))
            $0.links.append(Link(from: "c1", to: "g", kind: .pooling, isApproved: true))
            $0.people[3].limits[.training] = free
        }
        #expect(
            try instance.amounts(of: NamedPosts.self, ["d": [.at("g", 0..<3, .training)]]) == [
                0: 1, 1: 1, 2: 1,
            ])
        #expect(try instance.amounts(of: NamedPosts.self, at("g", ["d"])) == [:])
    }

    @Test func postsHeldAtHome() throws {
        let owner = NamedPost(
            id: "owner", name: Text("owner", "责任人"), site: "h", kind: .referralOwner,
            wanted: PersonFilter(specialty: "surgery"), holding: .atHome)
        #expect(try vacant([owner], [:]) == [:])
        #expect(try vacant([owner], at("c1", ["b"], 1..<2)) == [1: 1])
        let leave = try days("2022-07-06", "2022-07-06")
        let onLeave = try small([owner]) { $0.people[1].leave = [leave] }
        #expect(try onLeave.amounts(of: NamedPosts.self) == [0: 1])
        // A representative of the clinic in the hospital's management stays at the clinic.
        let representative = NamedPost(
            id: "rep", name: Text("rep", "代表"), site: "h", kind: .representative, employers: ["c1"],
            holding: .atHome)
        #expect(try vacant([representative], [:]) == [:])
        var nobodys = representative
        nobodys.employers = ["c2"]
        #expect(try vacant([nobodys], [:]) == [0: 1, 1: 1, 2: 1])
        // The only person of the clinic cannot own its referrals as well.
        let own = NamedPost(
            id: "own", name: Text("own", "本院"), site: "c1", kind: .referralOwner, holding: .atHome)
        #expect(try vacant([own], [:]) == [:])
        #expect(try vacant([representative, own], [:]) == [0: 1, 1: 1, 2: 1])
        // Posts for people posted and posts for people at home have different people.
        #expect(try vacant([head, owner], at("c1", ["c"])) == [:])
    }

    /// Three units of one community, of which one dean may serve two.
    @Test func aDeanOfTwoUnits() throws {
        let units: [SiteID] = ["c1", "c2", "h"]
        let deans = units.map { unit in
            var post = dean
            (post.id, post.site) = (NamedPostID("dean-\(unit)"), unit)
            post.employers = nil
            return post
        }
        func vacant(_ posts: [NamedPost], units: Int, _ stays: [PersonID: [Stay]]) throws -> Int {
            let instance = try small(posts) {
                $0.policy[NamedPosts.self].deanUnits = units
                $0.policy[NamedPosts.self].memberUnits = .institutions
                $0.people[0].specialties = ["surgery"]
            }
            return try instance.violations(of: NamedPosts.self, stays).reduce(0) { $0 + $1.amount }
        }
        #expect(try vacant(deans, units: 1, at("c1", ["a"])) == 6)
        #expect(try vacant(deans, units: 2, at("c1", ["a"])) == 3)
        #expect(try vacant(deans, units: 2, at("c1", ["a"]).merging(at("c2", ["b"])) { $1 }) == 0)
        // Two at one unit: the second serves none, for one dean's post there is held.
        #expect(try vacant(deans, units: 2, at("c1", ["a", "b"])) == 3)
        #expect(try vacant([deans[0]], units: 2, at("c2", ["a"])) == 3)
        #expect(try vacant([deans[0], head], units: 2, at("c1", ["a", "c"])) == 0)
    }

    /// A dean of the hospital is judged only where other institutions than clinics are member units.
    @Test func memberUnits() throws {
        var (own, other) = (dean, dean)
        own.employers = nil
        (other.id, other.site, other.employers) = ("other", "h", nil)
        func small(_ units: NamedPosts.MemberUnits) throws -> Instance {
            try self.small([own, other]) { $0.policy[NamedPosts.self].memberUnits = units }
        }
        let stays = at("c1", ["a"])
        #expect(try small(.clinics).amounts(of: NamedPosts.self, stays) == [:])
        #expect(try small(.institutions).amounts(of: NamedPosts.self, stays) == [0: 1, 1: 1, 2: 1])
        for units in NamedPosts.MemberUnits.allCases {
            let instance = try small(units)
            let attendance = Attendance(try instance.roster(stays), in: instance)
            #expect(instance.rowsAgree(on: NamedPosts.self, attendance.roster))
            let rule = instance.policy[NamedPosts.self]
            // One dean serves both units where that is allowed.
            let readings = rule.readings(in: attendance)
            #expect(readings.map(\.amount) == [0, 0, 3, 0])
            #expect(readings.map(\.isEnforced) == [units == .clinics, false, units == .institutions, false])
            #expect(readings[2].sites == [SiteIndex(0)])
            #expect(
                rule.warnings(in: attendance).map(\.english)
                    == (units == .clinics ? ["dean of site h: no clinic, and its dean is not judged"] : []))
        }
    }

    /// Where two posts of a unit could be meant by one dean, the reading of two units is left out.
    @Test func readingsThatTheDataAllow() throws {
        let instance = try small([dean, head])
        let attendance = Attendance(try instance.roster(), in: instance)
        let readings = instance.policy[NamedPosts.self].readings(in: attendance)
        #expect(readings.map(\.amount) == [6, 6] && readings.map(\.isEnforced) == [true, false])
        #expect(
            NamedPosts().readings(in: Attendance(try small([head]).roster(), in: try small([head]))).isEmpty)
    }

    /// A dean who visits holds the post in weeks of a visit.
    @Test func deansWhoVisit() throws {
        var partTime = dean
        partTime.holding = .visiting
        let instance = try small([partTime]) { description in
            for link in description.links.indices { description.links[link].allowsVisits = true }
            for person in 0...2 { description.people[person].visits = VisitLimits(sessionsPerWeek: 2) }
        }
        func amounts(_ stays: [PersonID: [Stay]] = [:], _ visits: [PersonID: [Int: [SiteID: Int]]]) throws
            -> [Int?: Int]
        {
            let roster = try instance.roster(stays, visits: visits)
            #expect(instance.rowsAgree(on: NamedPosts.self, roster))
            return instance.amounts(of: NamedPosts.self, roster)
        }
        #expect(try amounts([:], ["a": [0: ["c1": 1], 2: ["c1": 2]]]) == [1: 1])
        #expect(try amounts([:], ["a": [0: ["c1": 1]], "b": [1: ["c1": 1]], "c": [2: ["c1": 1]]]) == [2: 1])
        #expect(try amounts([:], ["a": [0: ["c2": 1]]]) == [0: 1, 1: 1, 2: 1])
        // A posting is no visit.
        #expect(try amounts(at("c1", ["a"]), [:]) == [0: 1, 1: 1, 2: 1])
    }

    @Test func aDeanServesForTwelveMonthsUnlessStated() {
        for kind in NamedPost.Kind.allCases {
            let post = NamedPost(id: "post", name: Text("post"), site: "c1", kind: kind)
            #expect(post.minimumWeeks == (kind == .dean ? ResidentTerm().term : 1))
        }
    }

    @Test func soundData() throws {
        let sound = try small([dean, head]).description
        func faults(_ change: (inout InstanceDescription) -> Void) -> [String] {
            var description = sound
            change(&description)
            return description.faultLines
        }
        #expect(faults { $0.namedPosts[0].employers = [] } == ["empty namedPosts[0].employers"])
        #expect(
            faults { $0.policy[NamedPosts.self].deanUnits = 3 } == [
                "outOfRange policy.rules.namedPosts.deanUnits"
            ])
        // Where deans may be shared: nobody fits dean and head, one dean's post a unit, all alike.
        #expect(faults { $0.policy[NamedPosts.self].deanUnits = 2 } == ["sharedPost namedPosts[1]"])
        #expect(
            faults { description in
                description.policy[NamedPosts.self].deanUnits = 2
                description.namedPosts = (0..<3).map { number in
                    var post = dean
                    post.id = NamedPostID("dean-\(number)")
                    post.site = number == 2 ? "c2" : "c1"
                    post.minimumWeeks = number == 2 ? 3 : 2
                    return post
                }
            } == ["sharedPost namedPosts[1].site", "sharedPost namedPosts[2]"])
        // Too many descriptions of posts at one site; at different ones they are apart.
        func many(_ sites: [SiteID], isOn: Bool = true) -> [String] {
            faults { description in
                description.policy[NamedPosts.self].enforcement.isOn = isOn
                description.namedPosts = (1...9).map { number in
                    var post = head
                    post.id = NamedPostID("head-\(number)")
                    post.site = sites[number % sites.count]
                    post.minimumWeeks = number
                    return post
                }
            }
        }
        #expect(many(["c1"]) == ["outOfRange namedPosts[0]"])
        #expect(many(["c1", "c2"]) == [] && many(["c1"], isOn: false) == [])
    }

    @Test func wordings() throws {
        let one = try small([dean])
        #expect(
            try one.violations(of: NamedPosts.self).first?.wording(in: one) == [
                "Nobody holds the post dean of site c1", "机构c1院长无人担任",
            ])
        let two = try small([dean, head])
        #expect(
            try two.violations(of: NamedPosts.self, at("c1", ["a"])).first?.wording(in: two) == [
                "Of the posts dean of site c1, head of site c1, 1 cannot be held",
                "机构c1院长、机构c1主任等岗位中有1个无人担任",
            ])
    }

    /// Who heads the clinic's department is missed in the hospital's.
    @Test func againstTheDepartmentMinimum() throws {
        let instance = try small([head]) {
            $0.departmentMinimums = [
                DepartmentMinimum(hospital: "h", specialty: "cardiology", minimumPresent: 2)
            ]
        }
        let all = [0: 1, 1: 1, 2: 1]
        #expect(try instance.amounts(of: NamedPosts.self) == all)
        #expect(try instance.amounts(of: DepartmentPresence.self) == [:])
        #expect(try instance.amounts(of: NamedPosts.self, at("c1", ["c"])) == [:])
        #expect(try instance.amounts(of: DepartmentPresence.self, at("c1", ["c"])) == all)
    }
}
