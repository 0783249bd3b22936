import Rostering
import SeededRandom
import Testing

@Suite struct EligibleDutyTests {
    private func reasons(_ person: Person, links: [Link]? = nil, _ stays: Stay...) throws -> [String] {
        let found = try instance(links: links ?? tinyLinks(), people: [person])
            .violations(of: EligibleDuty.self, [person.id: stays])
        #expect(found.allSatisfy { $0.isHard && $0.amount == 1 })
        return found.map { "\($0.reason?.rawValue ?? "") \($0.tag.week?.offset ?? -1)" }
    }

    @Test func aLinkedPostingIsKept() throws {
        #expect(try reasons(person("p1"), .at("c1", 0..<8)) == [])
        #expect(try reasons(person("p1"), .at("c1", 0..<2), .at("c2", 2..<4)) == [])
    }

    @Test func twoDutiesInOneWeek() throws {
        #expect(try reasons(person("p1"), .at("c1", 0..<4), .at("c2", 3..<6)) == ["twoDuties 3"])
        #expect(try reasons(person("p1"), .at("c1", 0..<4), .at("c2", 4..<6)) == [])
    }

    @Test func outsideTheHorizon() throws {
        #expect(
            try reasons(person("p1"), .at("c1", 6..<10)) == ["outsideHorizon 8", "outsideHorizon 9"])
        #expect(try reasons(person("p1"), .at("c1", 6..<8)) == [])
    }

    @Test func aWeekTouchedByLeaveIsAWeekOfLeave() throws {
        let friday = person("p1", leave: [try days("2022-07-08", "2022-07-10")])
        #expect(try reasons(friday, .at("c1", 0..<2)) == ["onLeave 0"])
        let weekend = person("p1", leave: [try days("2022-07-09", "2022-07-10")])
        #expect(try reasons(weekend, .at("c1", 0..<2)) == [])
    }

    @Test func onlyAlongLinks() throws {
        #expect(try reasons(person("p1"), .at("d", 0..<1)) == ["notLinked 0"])
        #expect(try reasons(person("p1"), .at("h", 0..<1)) == ["notLinked 0"])
        let resident = person("p1", limits: [.temporary: free, .resident: free])
        #expect(
            try reasons(resident, links: tinyLinks(kinds: [.temporary]), .at("c1", 0..<1, .resident)) == [
                "kindNotLinked 0"
            ])
        #expect(try reasons(person("p1"), .at("c1", 0..<1, .team)) == ["kindNotAllowed 0"])
    }

    @Test func onlySpecialtiesTheLinkIsFor() throws {
        let links = [Link(from: "h", to: "c1", specialties: ["surgery"])]
        #expect(try reasons(person("p1"), links: links, .at("c1", 0..<1)) == ["specialtyNotLinked 0"])
        let both = person("p1", specialties: ["cardiology", "surgery"])
        #expect(try reasons(both, links: links, .at("c1", 0..<1)) == [])
    }

    @Test func onlyWholeWorkingWeeksOfTheLink() throws {
        // From Tuesday of week 1 to Friday of week 3: weeks 2 and 3 are covered.
        let links = [Link(from: "h", to: "c1", days: try days("2022-07-12", "2022-07-29"))]
        #expect(try reasons(person("p1"), links: links, .at("c1", 2..<4)) == [])
        #expect(
            try reasons(person("p1"), links: links, .at("c1", 1..<5)) == [
                "outsideLinkDays 1", "outsideLinkDays 4",
            ])
    }

    @Test(arguments: [false, true]) func acrossCommunitiesOnlyWithApproval(isApproved: Bool) throws {
        let links = tinyLinks() + [Link(from: "h", to: "d", kind: .specialtyAlliance, isApproved: isApproved)]
        let instance = try instance(links: links)
        #expect(
            try instance.reasons(of: EligibleDuty.self, ["p1": [.at("d", 0..<2)]])
                == (isApproved ? [] : ["notApproved", "notApproved"]))
        #expect(instance.candidates(at: try #require(instance.site("d"))).isEmpty != isApproved)
        #expect(try instance.reasons(of: EligibleDuty.self, ["p1": [.at("c1", 0..<2)]]) == [])
    }

    @Test func pinsAreKeptInAllFourForms() throws {
        let week1 = try days("2022-07-11", "2022-07-12")
        let posted = person("p1", pins: [.posted(at: "c1", week1)])
        #expect(try reasons(posted, .at("c1", 1..<2)) == [])
        #expect(try reasons(posted) == ["pinnedHost 1"])
        #expect(try reasons(posted, .at("c2", 1..<2)) == ["pinnedHost 1"])
        let somewhere = person("p1", pins: [.postedSomewhere(week1)])
        #expect(try reasons(somewhere, .at("c2", 1..<3)) == [])
        #expect(try reasons(somewhere, .at("c2", 2..<3)) == ["pinnedPosted 1"])
        let home = person("p1", pins: [.notPosted(week1)])
        #expect(try reasons(home, .at("c2", 2..<3)) == [])
        #expect(try reasons(home, .at("c2", 0..<3)) == ["pinnedHome 1"])
        let only = person("p1", pins: [.onlyAt("c1")])
        #expect(try reasons(only, .at("c1", 0..<3)) == [])
        #expect(try reasons(only, .at("c1", 0..<3), .at("c2", 3..<4)) == ["pinnedOnlyHost 3"])
    }

    /// A pin to one week and a minimum of two cannot both be kept beside a pin that forbids its neighbours.
    @Test func againstTheLengthOfStay() throws {
        let limits = PostingLimits(minimumWeeks: 2, maximumWeeks: 4, restWeeks: 0)
        let torn = person(
            "p1", limits: [.temporary: limits],
            pins: [
                .posted(at: "c1", try days("2022-07-04", "2022-07-05")),
                .notPosted(try days("2022-07-11", "2022-07-12")),
            ])
        let instance = try instance(people: [torn])
        for (weeks, pins, stays) in [(0..<1, 0, 1), (0..<2, 1, 0)] {
            #expect(try instance.violations(of: EligibleDuty.self, ["p1": [.at("c1", weeks)]]).count == pins)
            #expect(try instance.violations(of: StayLength.self, ["p1": [.at("c1", weeks)]]).count == stays)
        }
    }

    /// What solvers may choose from and what the checker accepts are worked out apart and agree.
    @Test(arguments: 0..<50) func optionsAndCheckerAgree(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        var links = tinyLinks(kinds: [.temporary])
        links.append(
            Link(
                from: "h", to: "d", kind: .tcmCircuit, specialties: random.chance(50) ? ["surgery"] : nil,
                postingKinds: [.temporary, .resident],
                days: DayRange(try day("2022-07-04").advanced(by: random.number(0...20))),
                isApproved: random.chance(60)))
        links.append(
            Link(
                from: "h", to: "c1", kind: .tcmCircuit, postingKinds: [.resident],
                days: DayRange(nil, try day("2022-07-04").advanced(by: random.number(0...30)))))
        let leave = try day("2022-07-04").advanced(by: random.number(0...30))
        let pin = DayRange(leave.advanced(by: 9), leave.advanced(by: random.number(9...20)))
        let subject = person(
            "p1", specialties: [random.chance(50) ? "surgery" : "cardiology"],
            leave: [DayRange(leave, leave.advanced(by: 3))],
            limits: random.chance(50) ? [.temporary: free] : [.temporary: free, .resident: free],
            pins: [[], [.notPosted(pin)], [.onlyAt("c1")], [.posted(at: "d", pin)]].randomElement(
                using: &random)
                ?? [])
        let instance = try instance(links: links, people: [subject], isJudged: false)
        let options = instance.options(of: PersonIndex(0))
        for host in instance.siteIndexes {
            for kind in PostingKind.allCases {
                for week in instance.weeks {
                    let stay = Stay(host: instance[host].id, weeks: week.offset..<week.offset + 1, kind: kind)
                    let found = try instance.violations(of: EligibleDuty.self, ["p1": [stay]])
                    // A pin to be posted in other weeks is broken by staying at home there, not by this posting.
                    let isRefused = found.contains {
                        $0.reason?.rawValue != "pinnedHost" || pinTouches(pin, week, instance)
                    }
                    let isOption = options.contains {
                        $0.host == host && $0.kind == kind && $0.weeks.contains(week)
                    }
                    let isPinnedThere = subject.pins == [.posted(at: "d", pin)] && instance[host].id == "d"
                    if !isPinnedThere { #expect(isOption != isRefused, "\(stay)") }
                }
            }
        }
    }

    private func pinTouches(_ pin: DayRange, _ week: Week, _ instance: Instance) -> Bool {
        instance.calendar.weeks(touchedBy: pin).contains(week)
    }
}
