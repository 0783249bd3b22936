import Testing

@testable import Rostering

@Suite("Validation of descriptions made in code") struct InstanceValidationTests {
    private static func description(
        _ change: (inout InstanceDescription) -> Void = { _ in }
    ) -> InstanceDescription {
        var description = InstanceDescription(
            calendar: RosterCalendar(firstDay: CalendarDay(number: 19_177), weekCount: 8),
            specialties: [Specialty(id: "surgery", name: Text("surgery"))],
            sites: [
                Site(id: "lead", name: Text("lead"), level: .secondary),
                Site(id: "east", name: Text("east"), level: .clinic),
                Site(id: "far", name: Text("far"), level: .clinic),
                Site(id: "other", name: Text("other"), level: .secondary),
            ],
            links: [
                Link(from: "lead", to: "east"), Link(from: "other", to: "far"),
                Link(from: "lead", to: "far", kind: .tcmCircuit),
            ],
            people: [Person(id: "p1", employer: "lead", specialties: ["surgery"])])
        change(&description)
        return description
    }

    private static func lines(_ change: (inout InstanceDescription) -> Void) -> [String] {
        InstanceValidation.faults(in: description(change)).map { "\($0.code.rawValue) \($0.path)" }
    }

    @Test("a sound description has no fault")
    func sound() throws {
        #expect(InstanceValidation.faults(in: Self.description()) == [])
        #expect(try Instance(Self.description()).people.count == 1)
    }

    @Test("the largest and least numbers are told and crash nothing", arguments: [Int.max, Int.min])
    func extremes(number: Int) {
        let lines = Self.lines {
            let day = CalendarDay(number: number)
            $0.calendar = RosterCalendar(
                firstDay: day, weekCount: number, sessionsPerWeek: number, closedDays: [day],
                makeUpDays: [day])
            $0.sites[1].staff = [StaffLevel(from: day, technical: number, midTitle: number)]
            $0.sites[1].baseline = number
            $0.sites[0].travelMinutes = ["east": number]
            $0.links[0].days = DayRange(day, day)
            $0.people[0].leave = [DayRange(day, day)]
            $0.people[0].pins = [.posted(at: "east", DayRange(day, nil))]
            $0.people[0].sessionsPerWeek = number
            $0.people[0].slotsPerSession = number
            $0.people[0].limits = [
                .temporary: PostingLimits(minimumWeeks: number, maximumWeeks: number, restWeeks: number)
            ]
            $0.people[0].minimumAway = number
            $0.people[0].maximumAway = number
            $0.people[0].preferences = ["east": Cost(thousandths: number)]
            $0.people[0].history = ServiceHistory(
                weeksAway: number, underWay: ServiceHistory.UnderWay(host: "east", weeksServed: number))
            $0.demands = [Demand(host: "east", wanted: PersonFilter(), count: number, priority: number)]
            $0.generalDemand = [
                GeneralDemand(hospital: "lead", specialty: "surgery", perWeek: .constant(number))
            ]
            $0.policy[Coverage.self].enforcement.weight = Cost(thousandths: number)
            $0.policy[MidTitleFloor.self].percent = number
        }
        for place in [
            "calendar.firstDay", "calendar.weeks", "calendar.sessionsPerWeek", "calendar.closedDays[0]",
            "calendar.makeUpDays[0]", "sites[1].staff[0].from", "sites[1].baseline",
            "sites[0].travelMinutes.east", "links[0].start", "people[0].leave[0].from",
            "people[0].pins[0].from",
            "people[0].sessionsPerWeek", "people[0].slotsPerSession",
            "people[0].limits.temporary.minimumWeeks",
            "people[0].minimumAway", "people[0].preferences.east", "people[0].history.weeksAway",
            "demands[0].count", "demands[0].priority", "generalDemand[0].perWeek",
            "policy.rules.coverage.weight", "policy.rules.midTitleFloor.percent",
        ] { #expect(lines.contains("outOfRange \(place)")) }
    }

    @Test(
        "a range includes both its ends",
        arguments: [(0, true), (1, false), (520, false), (521, true)])
    func weeks(count: Int, isFault: Bool) {
        #expect(
            Self.lines { $0.calendar.weekCount = count } == (isFault ? ["outOfRange calendar.weeks"] : []))
    }

    @Test(
        "a preference is a cost from nothing to a thousand points and never negative",
        arguments: [(-1, true), (0, false), (1_000_000, false), (1_000_001, true)])
    func preference(thousandths: Int, isFault: Bool) {
        let lines = Self.lines { $0.people[0].preferences = ["east": Cost(thousandths: thousandths)] }
        #expect(lines == (isFault ? ["outOfRange people[0].preferences.east"] : []))
    }

    @Test("a link across communities reaches a host only when approved (HB15)")
    func approval() {
        func lines(approved: Bool) -> [String] {
            Self.lines {
                $0.links[2].isApproved = approved
                $0.people[0].pins = [.onlyAt("far")]
            }
        }
        #expect(lines(approved: false) == ["unreachableHost people[0].pins[0].host"])
        #expect(lines(approved: true) == [])
    }

    @Test("a pin is reached only while the link holds, for the person's specialties and kinds of posting")
    func reach() throws {
        let days = DayRange(CalendarDay(number: 19_177), CalendarDay(number: 19_190))
        func lines(_ change: (inout InstanceDescription) -> Void) -> [String] {
            Self.lines {
                $0.people[0].pins = [.posted(at: "east", days)]
                change(&$0)
            }
        }
        let unreachable = ["unreachableHost people[0].pins[0].host"]
        #expect(lines { _ in } == [])
        #expect(lines { $0.links[0].days.first = CalendarDay(number: 19_178) } == unreachable)
        #expect(lines { $0.links[0].postingKinds = [.team] } == unreachable)
        #expect(
            lines {
                $0.specialties.append(Specialty(id: "skin", name: Text("skin")))
                $0.links[0].specialties = ["skin"]
            } == unreachable)
    }

    @Test("a pin may last as long as the longest limit and no longer", arguments: [(3, false), (4, true)])
    func longPin(weeks: Int, isFault: Bool) {
        let lines = Self.lines {
            $0.people[0].limits[.temporary] = PostingLimits(minimumWeeks: 1, maximumWeeks: 3)
            let last = CalendarDay(number: 19_177 + 7 * weeks - 1)
            $0.people[0].pins = [.posted(at: "east", DayRange($0.calendar.firstDay, last))]
        }
        #expect(lines == (isFault ? ["pinBeyondLimits people[0].pins[0]"] : []))
    }

    @Test("a soft rule made hard and a weight beyond a million are told")
    func enforcement() {
        let lines = Self.lines {
            $0.policy[Fairness.self].enforcement.isHard = true
            $0.policy[Coverage.self].enforcement.weight = Cost(thousandths: 1_000_000_001)
        }
        #expect(
            lines.sorted() == [
                "outOfRange policy.rules.coverage.weight", "wrongEnforcement policy.rules.fairness.hard",
            ])
    }

    @Test(
        "the nearest word is suggested, if it is near",
        arguments: [
            ("weks", "weeks"), ("wekes", "weeks"), ("WEEKS", "weeks"), ("midtitlefloor", "midTitleFloor"),
            ("关苗镇", "关庙镇"), ("elephant", nil), ("", nil),
        ])
    func suggestion(word: String, expected: String?) {
        #expect(Suggestion.nearest(to: word, among: ["host", "weeks", "midTitleFloor", "关庙镇"]) == expected)
    }

    @Test("a path quotes keys that are more than letters, digits, '_' and '-'")
    func path() {
        let path = FaultPath.root["people"][3]["preferences"]
        #expect(path["石转-1"].description == "people[3].preferences.石转-1")
        #expect(path["a.b"].description == #"people[3].preferences["a.b"]"#)
    }
}
