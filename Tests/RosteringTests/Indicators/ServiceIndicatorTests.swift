import Testing

@testable import Rostering

@Suite("Indicators of service")
struct ServiceIndicatorTests {
    @Test("Person-days by clinic, by department and in all; training is left out")
    func sentDown() throws {
        let links = tinyLinks() + [Link(from: "c1", to: "h", kind: .training, postingKinds: [.training])]
        let instance = try instance(
            links: links,
            people: [
                person("p1"), person("p2"), person("s1", employer: "c1", limits: [.training: free]),
            ], isJudged: false)
        let values = try instance.attendance([
            "p1": [.at("c1", 0..<4)], "p2": [.at("c2", 2..<8)], "s1": [.at("h", 0..<4, .training)],
        ]).values(of: SentDownDaysIndicator())
        #expect(
            values.mapValues { $0.value?.numerator } == [
                "": 70, "c1": 28, "c2": 42, "d": 0, "h cardiology": 70,
            ])
    }

    @Test("Weeks served, the longest gap and the sessions of visits")
    func visits() throws {
        let instance = try instance()
        let attendance = try instance.attendance(
            ["p1": [.at("c1", 2..<4)]], atHome: ["p1": [6: instance.visit("c1", 3)]])
        #expect(attendance.values(of: WeeksServedIndicator())["c1"]?.value == Fraction(3, 8))
        #expect(attendance.values(of: LongestGapIndicator())["c1"]?.value == Fraction(2))
        #expect(attendance.values(of: LongestGapIndicator())["c2"]?.value == Fraction(8))
        #expect(attendance.values(of: VisitSessionsIndicator())["c1"]?.value == Fraction(3))
        #expect(attendance.values(of: VisitSessionsIndicator())[""]?.value == Fraction(3))
        let later = try instance.attendance(["p1": [.at("c1", 0..<5)]])
        #expect(later.values(of: LongestGapIndicator())["c1"]?.value == Fraction(3), "a gap at the end")
    }

    @Test("Runs of weeks with the sessions wanted; the sessions of others do not count")
    func visitsWanted() throws {
        let instance = try instance(
            weeks: 6, people: [person("p1"), person("p2", specialties: ["surgery"])]
        ).unjudged {
            $0.visitsWanted = [
                VisitsWanted(
                    host: "c1", wanted: PersonFilter(specialty: "cardiology"), sessions: 2, everyWeeks: 2)
            ]
        }
        let attendance = try instance.attendance(atHome: [
            "p1": [
                0: instance.visit("c1", 2), 2: instance.visit("c2", 9), 3: instance.visit("c1", 1),
                4: instance.visit("c1", 1),
            ], "p2": [5: instance.visit("c1", 9)],
        ])
        let value = attendance.values(of: VisitsWantedIndicator())["c1, cardiology, 2 in 2 weeks"]
        // Runs of two weeks have 2, 0, 1, 2, 1 sessions.
        #expect(value?.value?.numerator == 2)
        #expect(value?.value?.denominator == 5)
        #expect(value?.verdict == .missed)
        // A week of a posting counts with all its sessions: 10, 10, 0, 0, 0, 0.
        let posted = try instance.attendance(["p1": [.at("c1", 0..<2)]])
            .values(of: VisitsWantedIndicator())["c1, cardiology, 2 in 2 weeks"]
        #expect(posted?.value == Fraction(2, 5))
        #expect(posted?.isEnforced == false)
    }

    @Test("Weeks in which enough people are on a remote duty")
    func remoteDuty() throws {
        let instance = try instance(weeks: 4, people: [person("p1"), person("p2")]).unjudged {
            $0.remoteDuties = [
                RemoteDuty(id: "a", name: Text("ECG"), hospital: "h", wanted: PersonFilter()),
                RemoteDuty(id: "b", name: Text("CT"), hospital: "h", wanted: PersonFilter(), count: 2),
            ]
        }
        let (first, second) = (HomeDuty.remote(RemoteDutyIndex(0)), HomeDuty.remote(RemoteDutyIndex(1)))
        let values = try instance.attendance(
            ["p2": [.at("c1", 2..<4)]],
            atHome: ["p1": [0: first, 1: second, 2: first, 3: second], "p2": [0: first, 1: second]]
        ).values(of: RemoteDutyIndicator())
        #expect(values["h, ECG"]?.value == Fraction(2, 4))
        #expect(values["h, CT"]?.value == Fraction(1, 4))
    }

    @Test("Spread of weeks away with history, against the tolerance")
    func spread() throws {
        let people = [
            person("p1", history: ServiceHistory(weeksAway: 3)), person("p2"),
            person("x", specialties: ["surgery"]), person("stays", limits: [:]),
        ]
        let instance = try instance(people: people)
        let values = try instance.attendance(["p1": [.at("c1", 0..<4)], "p2": [.at("c2", 0..<2)]])
            .values(of: AwaySpreadIndicator())
        #expect(values.keys.sorted() == ["h cardiology"])
        #expect(values["h cardiology"]?.value == Fraction(5))
        #expect(values["h cardiology"]?.verdict == .missed)
        let fair = try instance.attendance(["p1": [.at("c1", 0..<3)], "p2": [.at("c2", 0..<2)]])
        #expect(fair.values(of: AwaySpreadIndicator())["h cardiology"]?.verdict == .met)
    }

    @Test(
        "Gini coefficients, known by hand",
        arguments: [
            ([1, 2, 3, 4], Fraction(1, 4)), ([4, 2, 1, 3], Fraction(1, 4)), ([5, 5, 5], Fraction(0)),
            ([0, 0, 0, 8], Fraction(3, 4)), ([2, 5], Fraction(3, 14)), ([0, 0], nil), ([], nil),
        ])
    func gini(_ numbers: [Int], _ coefficient: Fraction?) {
        #expect(AwayGiniIndicator.coefficient(of: numbers) == coefficient)
    }

    @Test("The Gini coefficient counts those who take turns")
    func giniOfPeople() throws {
        let people = [
            person("p1", history: ServiceHistory(weeksAway: 1)), person("p2"),
            person("x", specialties: ["surgery"]), person("stays", limits: [:]),
        ]
        let values = try instance(people: people).attendance([
            "p1": [.at("c1", 0..<1)], "p2": [.at("c2", 0..<5)], "x": [.at("c1", 0..<5)],
        ]).values(of: AwayGiniIndicator())
        #expect(values["h cardiology"]?.value == Fraction(3, 14))
        // 2, 5, 5: (-2 x 2 + 0 x 5 + 2 x 5) / (3 x 12).
        #expect(values[""]?.value == Fraction(6, 36))
    }

    @Test("There and back once a week")
    func travel() throws {
        let instance = try instance(sites: tinySites(minutes: ["c1": 45, "c2": 10]))
        let values = try instance.attendance(["p1": [.at("c1", 0..<4), .at("c2", 4..<5)]])
            .values(of: TravelHoursIndicator())
        #expect(values["h"]?.value == Fraction(380, 60))
        #expect(values[""]?.value == Fraction(380, 60))
        #expect(values["g"] == nil)
    }

    @Test("The functions that people of the paired hospital cover, in the least week and in all")
    func functions() throws {
        let instance = try instance().unjudged {
            $0.sites.append(Site(id: "t", name: Text("t"), level: .tertiary))
            $0.links += [Link(from: "t", to: "h", kind: .pairing), Link(from: "t", to: "h", kind: .pairing)]
            $0.people = [
                person("p1", employer: "t"), person("p2", employer: "t"), person("p3", employer: "g"),
            ]
            $0.people[0].functions = [.medicine, .pharmacy]
            $0.people[1].functions = [.nursing, .medicine]
            $0.people[2].functions = [.management]
        }
        let values = try instance.attendance([
            "p1": [.at("h", 0..<8)], "p2": [.at("h", 3..<8)], "p3": [.at("h", 0..<8)],
        ]).values(of: FunctionCoverIndicator())
        #expect(values.count == 2)
        #expect(values["t h, least week"]?.value == Fraction(2, 4))
        #expect(values["t h, whole horizon"]?.value == Fraction(3, 4))
        #expect(values["t h, whole horizon"]?.verdict == .missed)
    }
}
