import Testing

@testable import Rostering

// Tiny instances: hospital h leads clinics c1 and c2; hospital g leads clinic d, in another community. Week 0 begins on 2022-07-04.

/// An instance of which a test states only what matters to it.
///
/// - Parameter isJudged: whether validation has its say; it does not know links from clinics yet, along which people go for training.
func instance(
    weeks: Int = 8, closedDays: [CalendarDay] = [], makeUpDays: [CalendarDay] = [],
    sites: [Site] = tinySites(), links: [Link] = tinyLinks(), people: [Person] = [person("p1")],
    demands: [Demand] = [], departmentMinimums: [DepartmentMinimum] = [], referrals: [Referrals] = [],
    generalDemand: [GeneralDemand] = [], resources: [Resource] = [], isJudged: Bool = true,
    policy change: (inout Policy) -> Void = { _ in }
) throws -> Instance {
    var policy = Policy()
    change(&policy)
    let description = InstanceDescription(
        name: Text("tiny"), provenance: Text("synthetic"),
        calendar: RosterCalendar(
            firstDay: try day("2022-07-04"), weekCount: weeks, closedDays: closedDays,
            makeUpDays: makeUpDays),
        specialties: [
            Specialty(id: "cardiology", name: Text("cardiology", "心内科")),
            Specialty(id: "surgery", name: Text("surgery", "普外科")),
        ],
        sites: sites, links: links, people: people, demands: demands,
        departmentMinimums: departmentMinimums, referrals: referrals, generalDemand: generalDemand,
        resources: resources, policy: policy)
    return isJudged ? try Instance(description) : Instance(valid: description)
}

/// The sites; a clinic has no known staff unless stated.
func tinySites(
    staff: [SiteID: [StaffLevel]] = [:], baseline: [SiteID: Int] = [:], minutes: [SiteID: Int] = [:]
) -> [Site] {
    let names: [(SiteID, Site.Level)] = [
        ("h", .secondary), ("c1", .clinic), ("c2", .clinic), ("g", .secondary), ("d", .clinic),
    ]
    return names.map { id, level in
        Site(
            id: id, name: Text("site \(id)", "机构\(id)"), level: level,
            travelMinutes: id == "h" ? minutes : [:], staff: staff[id] ?? [], baseline: baseline[id])
    }
}

/// The community links.
func tinyLinks(kinds: [PostingKind] = [.temporary, .resident, .team]) -> [Link] {
    [
        Link(from: "h", to: "c1", postingKinds: kinds), Link(from: "h", to: "c2", postingKinds: kinds),
        Link(from: "g", to: "d", postingKinds: kinds),
    ]
}

/// Somebody of h's cardiology who may be posted for any time without rest.
func person(
    _ id: PersonID, employer: SiteID = "h", profession: Profession = .doctor, title: Title = .intermediate,
    specialties: [SpecialtyID] = ["cardiology"], leave: [DayRange] = [], sessionsPerWeek: Int = 0,
    slotsPerSession: Int = 0, limits: [PostingKind: PostingLimits] = [.temporary: free],
    minimumAway: Int = 0, maximumAway: Int? = nil, preferences: [SiteID: Cost] = [:],
    history: ServiceHistory = ServiceHistory(), pins: [Pin] = []
) -> Person {
    Person(
        id: id, name: "secret", employer: employer, profession: profession, title: title,
        specialties: specialties, leave: leave, sessionsPerWeek: sessionsPerWeek,
        slotsPerSession: slotsPerSession, limits: limits, minimumAway: minimumAway,
        maximumAway: maximumAway, preferences: preferences, history: history, pins: pins)
}

/// Limits that limit nothing.
let free = PostingLimits(minimumWeeks: 1, maximumWeeks: 520, restWeeks: 0)

/// A day that exists.
func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

/// The days from one to another.
func days(_ first: String, _ last: String) throws -> DayRange { DayRange(try day(first), try day(last)) }

/// A posting by identifiers.
struct Stay {
    var host: SiteID
    var weeks: Range<Int>
    var kind = PostingKind.temporary

    static func at(_ host: SiteID, _ weeks: Range<Int>, _ kind: PostingKind = .temporary) -> Stay {
        Stay(host: host, weeks: weeks, kind: kind)
    }
}

extension Instance {
    /// A roster of some postings; everyone else stays at home. Without a slot plan, the cheapest.
    func roster(_ stays: [PersonID: [Stay]] = [:], slots: SlotPlan? = nil) throws -> Roster {
        let plans = try people.map { person in
            Plan(
                try (stays[person.id] ?? []).map { stay in
                    Posting(
                        host: try #require(site(stay.host)), kind: stay.kind,
                        weeks: Week(stay.weeks.lowerBound)..<Week(stay.weeks.upperBound))
                })
        }
        return Roster(plans: plans, slots: slots ?? .cheapest(for: plans, in: self))
    }

    /// What a rule of the policy finds in a roster.
    func violations<R: Rule>(of rule: R.Type, _ roster: Roster) -> [Violation] {
        policy[rule].violations(in: Attendance(roster, in: self))
    }

    /// What a rule of the policy finds in some postings with the cheapest slot plan.
    func violations<R: Rule>(of rule: R.Type, _ stays: [PersonID: [Stay]] = [:]) throws -> [Violation] {
        violations(of: rule, try roster(stays))
    }

    /// The amounts of a rule's violations by week.
    func amounts<R: Rule>(of rule: R.Type, _ stays: [PersonID: [Stay]] = [:]) throws -> [Int?: Int] {
        Dictionary(
            try violations(of: rule, stays).map { ($0.tag.week?.offset, $0.amount) }, uniquingKeysWith: +)
    }

    /// The ways in which a rule is missed.
    func reasons<R: Rule>(of rule: R.Type, _ stays: [PersonID: [Stay]] = [:]) throws -> [String] {
        try violations(of: rule, stays).compactMap(\.reason?.rawValue)
    }
}

extension Instance {
    /// The same instance with some of its data changed.
    func changed(_ change: (inout InstanceDescription) throws -> Void) throws -> Instance {
        var description = description
        try change(&description)
        return try Instance(description)
    }

    /// What a rule of the policy says of its first violation in some postings.
    func told<R: Rule>(_ rule: R.Type, _ stays: [PersonID: [Stay]] = [:]) throws -> Text {
        let violation = try #require(try violations(of: rule, stays).first)
        return policy[rule].wording(of: violation, in: self)
    }

    /// Whether a rule's rows, each violation as small as they allow, say of a roster what the checker says.
    func rowsAgree<R: Rule>(on rule: R.Type, _ roster: Roster) -> Bool {
        let attendance = Attendance(roster, in: self)
        let rows = RowEvaluator(attendance: attendance, bound: 10).outcomes(
            of: policy[rule].requirements(for: self)
        ).filter { $0.value != .amount(0) }
        let audit = policy[rule].violations(in: attendance).map {
            ($0.tag, RowEvaluator.Outcome.amount($0.amount))
        }
        return rows == Dictionary(uniqueKeysWithValues: audit)
    }
}
