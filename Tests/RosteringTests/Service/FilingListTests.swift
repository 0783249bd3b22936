import Testing

@testable import Rostering

@Suite("Filing list")
struct FilingListTests {
    @Test("Postings in order of people and time, with the links that lead there")
    func links() throws {
        let links = [
            Link(from: "h", to: "c1", specialties: ["surgery"]), Link(from: "h", to: "c1", kind: .tcmCircuit),
            Link(from: "h", to: "c1", postingKinds: [.resident]),
            Link(from: "h", to: "c1", kind: .pooling, days: try days("2022-08-01", "2022-08-28")),
            Link(from: "h", to: "c2"),
        ]
        let instance = try instance(links: links, people: [person("p1"), person("p2")], isJudged: false)
        let list = FilingList(
            try instance.attendance(["p2": [.at("c1", 0..<4)], "p1": [.at("c2", 6..<8), .at("c1", 2..<5)]]))
        #expect(list.crossings.isEmpty)
        #expect(list.postings.map(\.person.offset) == [0, 0, 1])
        #expect(list.postings.map(\.posting.weeks.lowerBound.offset) == [2, 6, 0])
        #expect(
            list.postings.map { $0.links.map(\.kind) } == [
                [.tcmCircuit, .pooling], [.community], [.tcmCircuit],
            ])
        #expect(list.postings.allSatisfy { $0.approval == nil && $0.reasons.isEmpty })
    }

    @Test("A move across communities is listed apart, with its approval", arguments: [true, false])
    func crossings(_ isApproved: Bool) throws {
        let links = tinyLinks() + [Link(from: "h", to: "d", kind: .tcmCircuit, isApproved: isApproved)]
        let list = FilingList(
            try instance(links: links).attendance(["p1": [.at("d", 0..<2), .at("c1", 2..<4)]]))
        #expect(list.postings.count == 1)
        #expect(list.crossings.map(\.approval) == [isApproved ? .granted : .missing])
        let reasons = list.crossings.flatMap(\.faults).compactMap(\.reason?.rawValue)
        #expect(reasons == (isApproved ? [] : ["notApproved", "notApproved"]))
    }

    @Test("An approval that ends before the posting does is missing")
    func approvalEnds() throws {
        let links =
            tinyLinks() + [
                Link(
                    from: "h", to: "d", kind: .tcmCircuit, days: try days("2022-07-04", "2022-07-17"),
                    isApproved: true)
            ]
        let list = FilingList(
            try instance(links: links).attendance(["p1": [.at("d", 0..<2), .at("d", 4..<5)]]))
        #expect(list.crossings.map(\.approval) == [.granted, .missing])
        let longer = FilingList(try instance(links: links).attendance(["p1": [.at("d", 0..<3)]]))
        #expect(longer.crossings.map(\.approval) == [.missing])
    }

    @Test("What a posting rests on")
    func reasons() throws {
        let someone = person(
            "p1", limits: [.temporary: free, .team: free], minimumAway: 6,
            history: ServiceHistory(weeksAway: 3, underWay: .init(host: "c1", weeksServed: 3)),
            pins: [.postedSomewhere(try days("2022-07-11", "2022-07-11"))])
        let demands = [
            Demand(host: "c1", wanted: PersonFilter(specialty: "surgery")),
            Demand(
                host: "c1", wanted: PersonFilter(specialty: "cardiology"),
                days: try days("2022-07-11", "2022-07-18")),
            Demand(host: "c2", wanted: PersonFilter()),
        ]
        let instance = try instance(people: [someone], demands: demands).changed {
            $0.namedPosts = [
                NamedPost(id: "long", name: Text("dean"), site: "c1", kind: .dean, minimumWeeks: 8),
                NamedPost(id: "short", name: Text("dean"), site: "c1", kind: .dean, minimumWeeks: 7),
            ]
            $0.teams = [
                Team(id: "others", name: Text("others"), roles: []),
                Team(id: "t", name: Text("t"), roles: [.init(name: Text("r"), people: ["p1"])]),
            ]
            $0.people[0].commitments.isDirected = true
        }
        let list = FilingList(
            try instance.attendance(["p1": [.at("c1", 0..<4), .at("c2", 4..<6, .team)]]))
        #expect(
            list.postings.map(\.reasons) == [
                [
                    .demand(DemandIndex(1), weeks: 2), .namedPost(1), .directedPost, .pinned,
                    .continuing(weeks: 3), .serviceOwed(weeks: 6),
                ],
                [
                    .demand(DemandIndex(2), weeks: 2), .team(TeamIndex(1)), .directedPost,
                    .serviceOwed(weeks: 6),
                ],
            ])
    }

    @Test("A trainee serves no demand and holds no post")
    func training() throws {
        let links = tinyLinks() + [Link(from: "c1", to: "h", kind: .training, postingKinds: [.training])]
        let instance = try instance(
            links: links, people: [person("s1", employer: "c1", limits: [.training: free])],
            demands: [Demand(host: "h", wanted: PersonFilter())], isJudged: false
        ).changed { $0.namedPosts = [NamedPost(id: "n", name: Text("n"), site: "h", kind: .other)] }
        let list = FilingList(try instance.attendance(["s1": [.at("h", 0..<4, .training)]]))
        #expect(list.postings.map(\.reasons) == [[.training]])
        #expect(list.postings.map { $0.links.map(\.kind) } == [[.training]])
    }

    @Test("Each fault stands at its posting, or by itself where nobody is posted")
    func faults() throws {
        let someone = person(
            "p1", leave: [try days("2022-07-18", "2022-07-22")],
            limits: [.temporary: PostingLimits(minimumWeeks: 2, maximumWeeks: 4, restWeeks: 4)],
            pins: [.postedSomewhere(try days("2022-08-22", "2022-08-26"))])
        let instance = try instance(people: [someone])
        let list = FilingList(
            try instance.attendance(["p1": [.at("c1", 0..<3), .at("c2", 4..<5), .at("d", 6..<7)]]))
        let reasons = list.postings.map {
            Set($0.faults.map { "\($0.tag.rule) \($0.reason?.rawValue ?? "")" })
        }
        #expect(reasons[0] == ["eligibleDuty onLeave"])
        #expect(reasons[1].isSuperset(of: ["stayLength tooShort"]))
        #expect(!reasons[1].contains("eligibleDuty onLeave"))
        #expect(list.crossings.flatMap(\.faults).contains { $0.reason?.rawValue == "notLinked" })
        #expect(list.crossings.map(\.links) == [[]])
        #expect(list.otherFaults.compactMap(\.reason?.rawValue) == ["pinnedPosted"])
    }

    @Test("A fault of the whole horizon stands at every posting of the person")
    func wholeHorizon() throws {
        let instance = try instance(people: [person("p1", maximumAway: 2), person("p2")])
        let list = FilingList(
            try instance.attendance(["p1": [.at("c1", 0..<2), .at("c2", 4..<6)], "p2": [.at("c1", 0..<8)]]))
        #expect(list.postings.map { $0.faults.map(\.tag.rule) } == [["awayLimit"], ["awayLimit"], []])
        #expect(list.otherFaults.isEmpty)
    }
}
