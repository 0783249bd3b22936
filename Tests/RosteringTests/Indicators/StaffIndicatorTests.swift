import Testing

@testable import Rostering

@Suite("Indicators of clinics' staff")
struct StaffIndicatorTests {
    /// c1 has 10 technical staff, 1 of them mid-title; somebody of title `title` is there in weeks 0 to 3 of 8.
    private static func attendance(
        title: Title = .junior, baseline: [SiteID: Int] = [:], weeks: Int = 4,
        policy: (inout Policy) -> Void = { _ in }
    ) throws -> Attendance {
        let sites = tinySites(
            staff: ["c1": [StaffLevel(technical: 10, midTitle: 1)]], baseline: baseline)
        return try instance(sites: sites, people: [person("p1", title: title)], policy: policy)
            .attendance(["p1": [.at("c1", 0..<weeks)]])
    }

    @Test("Mid-title share and heads of the week where they are least, under both countings")
    func midTitle() throws {
        let attendance = try Self.attendance()
        let shares = attendance.values(of: MidTitleShareIndicator())
        #expect(shares["c1, own staff"]?.value == Fraction(1, 10))
        #expect(shares["c1, own staff"]?.verdict == .met)
        #expect(shares["c1, staff present"]?.value?.denominator == 11)
        #expect(shares["c1, staff present"]?.value == Fraction(1, 11))
        #expect(shares["c1, staff present"]?.verdict == .missed)
        let heads = attendance.values(of: MidTitleHeadsIndicator())
        #expect(heads["c1, staff present"]?.value == Fraction(1))
        #expect(heads["c1, staff present"]?.verdict == .missed)
    }

    @Test("A posting too short to count changes nothing")
    func shortPosting() throws {
        let shares = try Self.attendance(weeks: 3).values(of: MidTitleShareIndicator())
        #expect(shares["c1, staff present"]?.value == Fraction(1, 10))
    }

    @Test("Weeks with the floor kept, under every reading and counting; one of them binds")
    func floor() throws {
        let values = try Self.attendance().values(of: MidTitleFloorKeptIndicator())
        #expect(values["c1, share or head count, own staff"]?.value == Fraction(8, 8))
        #expect(values["c1, share or head count, staff present"]?.value == Fraction(4, 8))
        #expect(values["c1, share or head count, staff by half-days"]?.value == Fraction(4, 8))
        #expect(values["c1, share and head count, own staff"]?.value == Fraction(0, 8))
        #expect(values["c1, share and head count, staff present"]?.value == Fraction(0, 8))
        #expect(values.filter(\.value.isEnforced).map(\.key) == ["c1, share or head count, staff present"])
    }

    @Test(
        "Share and heads bind by themselves where both are asked for, and nothing binds while the rule is off"
    )
    func binding() throws {
        let strict = try Self.attendance {
            $0[MidTitleFloor.self].reading = .both
            $0[MidTitleFloor.self].counting = .home
        }
        #expect(strict.values(of: MidTitleShareIndicator())["c1, own staff"]?.isEnforced == true)
        #expect(strict.values(of: MidTitleHeadsIndicator())["c1, own staff"]?.isEnforced == true)
        #expect(strict.values(of: MidTitleHeadsIndicator())["c1, staff present"]?.isEnforced == false)
        let off = try Self.attendance { $0[MidTitleFloor.self].enforcement.isOn = false }
        #expect(!off.values(of: MidTitleFloorKeptIndicator()).values.contains { $0.isEnforced })
    }

    @Test("Technical staff less baseline, in the week with the fewest")
    func baseline() throws {
        let values = try Self.attendance(baseline: ["c1": 9], weeks: 8).values(
            of: StaffAboveBaselineIndicator())
        #expect(values["c1, own staff"]?.value == Fraction(1))
        #expect(values["c1, staff present"]?.value == Fraction(2))
        #expect(values["c1, staff present"]?.isEnforced == true)
        let short = try Self.attendance(baseline: ["c1": 11]).values(of: StaffAboveBaselineIndicator())
        #expect(short["c1, staff present"]?.value == Fraction(-1))
        #expect(short["c1, staff present"]?.verdict == .missed)
        #expect(try Self.attendance().values(of: StaffAboveBaselineIndicator()).isEmpty)
    }

    @Test(
        "The mid-title share of the last week less that of the first",
        arguments: [(2, 10, true), (1, 20, false)])
    func trend(_ midTitle: Int, _ technical: Int, _ isMet: Bool) throws {
        let staff = [
            StaffLevel(technical: 10, midTitle: 1),
            StaffLevel(from: try day("2022-08-01"), technical: technical, midTitle: midTitle),
        ]
        let instance = try instance(sites: tinySites(staff: ["c1": staff]))
        let value = try instance.attendance().values(of: MidTitleTrendIndicator())["c1"]
        #expect(value?.value == (isMet ? Fraction(10, 100) : Fraction(-5, 100)))
        #expect(value?.verdict == (isMet ? .met : .missed))
    }

    @Test("Training: how often, how long, what postings make up for, and the net flow")
    func training() throws {
        let links =
            tinyLinks() + [
                Link(from: "c1", to: "h", kind: .training, postingKinds: [.training]),
                Link(from: "c1", to: "h", kind: .pooling),
            ]
        let underWay = ServiceHistory(
            weeksAway: 2, underWay: .init(host: "h", kind: .training, weeksServed: 2))
        let instance = try instance(
            links: links,
            people: [
                person("p1"), person("s1", employer: "c1", limits: [.training: free]),
                person("s2", employer: "c1"),
                person("s3", employer: "c2", limits: [.training: free], history: underWay),
            ], isJudged: false)
        let attendance = try instance.attendance([
            "p1": [.at("c1", 2..<5)], "s1": [.at("h", 0..<4, .training)], "s2": [.at("h", 5..<6)],
            "s3": [.at("h", 0..<1, .training)],
        ])
        let people = attendance.values(of: TrainingPeopleIndicator())
        #expect(people["c1"]?.value == Fraction(1))
        #expect(
            people["c1"]?.target == IndicatorTarget(.atLeast, Fraction(0)), "nobody is due in eight weeks")
        #expect(people["c2"]?.value == Fraction(0), "the one under way began earlier")
        #expect(people["d"]?.target == nil, "nobody there may train")
        #expect(attendance.values(of: TrainingDaysIndicator())["c1"]?.value == Fraction(28))
        #expect(attendance.values(of: TrainingDaysIndicator())["c2"]?.value == Fraction(7))
        // In weeks 2 and 3 of the four, p1 is there.
        let matched = attendance.values(of: MatchedTrainingIndicator())
        #expect(matched["c1"]?.value?.numerator == 2)
        #expect(matched["c1"]?.value?.denominator == 4)
        #expect(matched["c1"]?.isEnforced == false)
        #expect(matched["c2"]?.value == Fraction(0, 1))
        #expect(matched["d"]?.value == nil)
        // Three weeks received, one drawn and four of training.
        let flow = attendance.values(of: NetFlowIndicator())
        #expect(flow["c1, training left out"]?.value == Fraction(14))
        #expect(flow["c1, training beyond what is matched"]?.value == Fraction(-14))
        #expect(flow["d, training left out"]?.value == Fraction(0))
        #expect(flow["d, training left out"]?.verdict == .met)
        #expect(!flow.values.contains { $0.isEnforced })
    }

    @Test("A clinic whose people work at a hospital is drained, by the reading that binds")
    func drain() throws {
        let instance = try instance(
            links: tinyLinks() + [Link(from: "c1", to: "h", kind: .pooling)],
            people: [person("s2", employer: "c1")], isJudged: false
        ) { $0[NetFlow.self].enforcement.isOn = true }
        let flow = try instance.attendance(["s2": [.at("h", 0..<3)]]).values(of: NetFlowIndicator())
        let value = flow["c1, training beyond what is matched"]
        #expect(value?.value == Fraction(-21))
        #expect(value?.verdict == .missed)
        #expect(value?.isEnforced == true)
        #expect(flow["c1, training left out"]?.isEnforced == false)
    }
}
