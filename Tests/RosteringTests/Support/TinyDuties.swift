import Testing

@testable import Rostering

// Duties at home and training for the tiny instances: visits and remote duty of h's people, training of the clinics' people at h.

/// The links of ``tinyLinks(kinds:)``, with visits from h to its clinics and training and pooling from them to h.
func dutyLinks() -> [Link] {
    tinyLinks() + [
        Link(from: "h", to: "c1", kind: .tcmCircuit, postingKinds: [], allowsVisits: true),
        Link(from: "h", to: "c2", kind: .tcmCircuit, postingKinds: [], allowsVisits: true),
        Link(from: "c1", to: "h", kind: .training, postingKinds: [.training]),
        Link(from: "c2", to: "h", kind: .training, postingKinds: [.training]),
        Link(from: "c1", to: "h", kind: .pooling), Link(from: "c2", to: "h", kind: .pooling),
    ]
}

/// Somebody of h who may visit.
func visitor(_ id: PersonID, specialties: [SpecialtyID] = ["cardiology"], sessionsPerWeek: Int = 0) -> Person
{
    var visitor = person(id, specialties: specialties, sessionsPerWeek: sessionsPerWeek)
    visitor.visits = VisitLimits(sessionsPerWeek: 4, hostsPerWeek: 2)
    return visitor
}

/// Somebody of a clinic who may train and help out at h.
func trainee(
    _ id: PersonID, of clinic: SiteID, specialties: [SpecialtyID] = [],
    history: ServiceHistory = ServiceHistory()
) -> Person {
    person(
        id, employer: clinic, specialties: specialties, limits: [.training: free, .temporary: free],
        history: history)
}

/// Sites whose clinics have so many staff of their own that nobody's leaving matters.
func staffedSites() -> [Site] {
    let enough = [StaffLevel(technical: 50, midTitle: 50)]
    return tinySites(staff: ["c1": enough, "c2": enough])
}

extension Instance {
    /// The instance of a changed description.
    func changed(_ change: (inout InstanceDescription) throws -> Void) throws -> Instance {
        var changed = description
        try change(&changed)
        return try Instance(changed)
    }

    /// A roster of some postings and of visits, by person and week the sessions at each host.
    func roster(_ stays: [PersonID: [Stay]] = [:], visits: [PersonID: [Int: [SiteID: Int]]]) throws -> Roster
    {
        try roster(stays) { person in
            try (visits[person] ?? [:]).mapValues { hosts in
                .visits(
                    try hosts.map { Visit(host: try #require(site($0)), sessions: $1) }.sorted {
                        $0.host < $1.host
                    })
            }
        }
    }

    /// A roster of some postings and of weeks of remote duty, by person.
    func roster(_ stays: [PersonID: [Stay]] = [:], onRemoteDuty weeks: [PersonID: [Int]]) throws -> Roster {
        try roster(stays) { person in
            Dictionary(uniqueKeysWithValues: (weeks[person] ?? []).map { ($0, .remote(RemoteDutyIndex(0))) })
        }
    }

    private func roster(
        _ stays: [PersonID: [Stay]], _ duties: (PersonID) throws -> [Int: HomeDuty]
    ) throws -> Roster {
        var roster = try roster(stays)
        for (position, person) in people.enumerated() {
            roster.plans[position] = Plan(
                roster.plans[position].postings,
                homeWeeks: try duties(person.id).map { Plan.HomeWeek(week: Week($0), duty: $1) })
        }
        roster.slots = .cheapest(for: roster.plans, in: self)
        return roster
    }

    /// The amounts of a rule's violations by week in a roster.
    func amounts<R: Rule>(of rule: R.Type, _ roster: Roster) -> [Int?: Int] {
        Dictionary(
            violations(of: rule, roster).map { ($0.tag.week?.offset, $0.amount) }, uniquingKeysWith: +)
    }
}
