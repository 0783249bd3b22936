/// What somebody does, beside the usual work, in a week spent at home.
public enum HomeDuty: Hashable, Sendable {
    /// Half-day sessions at hosts (坐诊, 巡诊), ordered by host; each host once.
    case visits([Visit])
    /// On call for remote consultations (远程值班).
    case remote(RemoteDutyIndex)

    /// The visits; none of a remote duty.
    public var visits: [Visit] {
        if case .visits(let visits) = self { visits } else { [] }
    }
}

/// Sessions at one host in one week.
public struct Visit: Hashable, Sendable {
    /// Where.
    public var host: SiteIndex
    /// Half-day sessions, at least 1.
    public var sessions: Int

    /// Describes a visit.
    public init(host: SiteIndex, sessions: Int) {
        self.host = host
        self.sessions = sessions
    }
}

/// How much somebody may visit hosts in weeks at home.
public struct VisitLimits: Hashable, Sendable {
    /// Half-day sessions of visits a week at most, 1 to 14.
    public var sessionsPerWeek: Int
    /// Hosts visited in one week at most, 1 to 3.
    public var hostsPerWeek: Int

    /// Describes limits of visits.
    public init(sessionsPerWeek: Int, hostsPerWeek: Int = 1) {
        self.sessionsPerWeek = sessionsPerWeek
        self.hostsPerWeek = hostsPerWeek
    }
}

/// Remote consultations that a hospital's people answer in turn, such as reading the clinics' images (HB28, YL17, YL28, WH16).
public struct RemoteDuty: Hashable, Sendable {
    /// The identifier.
    public var id: RemoteDutyID
    /// The name for people.
    public var name: Text
    /// The hospital whose people may do it.
    public var hospital: SiteID
    /// Who may do it.
    public var wanted: PersonFilter
    /// How many are on duty in every week, at least 1.
    public var count: Int

    /// Describes a remote duty.
    public init(id: RemoteDutyID, name: Text, hospital: SiteID, wanted: PersonFilter, count: Int = 1) {
        self.id = id
        self.name = name
        self.hospital = hospital
        self.wanted = wanted
        self.count = count
    }
}

/// Visits wanted at a host, again and again (HB26, WH03, WH18).
public struct VisitsWanted: Hashable, Sendable {
    /// Where they are wanted.
    public var host: SiteID
    /// Whose visits count.
    public var wanted: PersonFilter
    /// Sessions wanted in every run of `everyWeeks` weeks, at least 0.
    public var sessions: Int
    /// The length of a run in weeks, at least 1.
    public var everyWeeks: Int
    /// The most weeks in a row without a visit, at least 0, or nil for no limit; week 0 begins a new count.
    public var longestGap: Int?

    /// Describes visits wanted.
    public init(host: SiteID, wanted: PersonFilter, sessions: Int, everyWeeks: Int, longestGap: Int? = nil) {
        self.host = host
        self.wanted = wanted
        self.sessions = sessions
        self.everyWeeks = everyWeeks
        self.longestGap = longestGap
    }
}

/// A duty that links, leave and the person's limits leave open in weeks at home.
public struct HomeDutyOption: Hashable, Sendable {
    /// The duty.
    public let duty: HomeDuty
    /// The weeks in which it may be done, if the person is at home.
    public let weeks: WeekSet

    /// By person: every choice of hosts and sessions within the limits of visits, then every remote duty open to the person.
    static func all(
        in description: InstanceDescription, siteIndices: [SiteID: SiteIndex], leads: [SiteIndex?],
        leaveWeeks: [WeekSet]
    ) -> [[HomeDutyOption]] {
        let links = Dictionary(grouping: description.links.filter(\.allowsVisits), by: \.origin)
        return description.people.enumerated().map { index, person in
            var options: [HomeDutyOption] = []
            if let limits = person.visits {
                var reached: [SiteIndex: WeekSet] = [:]
                for link in links[person.employer] ?? [] {
                    guard let host = siteIndices[link.host], let origin = siteIndices[link.origin],
                        link.isUsable(
                            by: person, crossing: PostingOption.crossesCommunities(origin, host, leads))
                    else { continue }
                    var weeks = reached[host] ?? WeekSet(description.calendar.weekCount)
                    for week in description.calendar.weeks(coveredBy: link.days)
                    where !leaveWeeks[index].contains(week) { weeks.insert(week) }
                    reached[host] = weeks
                }
                options = visits(reached.sorted { $0.key < $1.key }, limits, description.calendar)
            }
            let weeks = description.calendar.weeks.filter { !leaveWeeks[index].contains($0) }
            for (position, duty) in description.remoteDuties.enumerated()
            where duty.hospital == person.employer && duty.wanted.accepts(person) {
                var set = WeekSet(description.calendar.weekCount)
                for week in weeks { set.insert(week) }
                options.append(HomeDutyOption(duty: .remote(RemoteDutyIndex(position)), weeks: set))
            }
            return options.filter { !$0.weeks.isEmpty }
        }
    }

    /// Every set of visits to some of the hosts within the limits.
    private static func visits(
        _ hosts: [(key: SiteIndex, value: WeekSet)], _ limits: VisitLimits, _ calendar: RosterCalendar
    ) -> [HomeDutyOption] {
        var found: [HomeDutyOption] = []
        func extend(_ visits: [Visit], _ weeks: WeekSet?, from first: Int, sessionsLeft: Int) {
            guard visits.count < limits.hostsPerWeek, sessionsLeft > 0 else { return }
            for position in hosts.indices.dropFirst(first) {
                let (host, reached) = hosts[position]
                let common = weeks.map { $0.intersection(reached) } ?? reached
                guard !common.isEmpty else { continue }
                for sessions in 1...sessionsLeft {
                    let longer = visits + [Visit(host: host, sessions: sessions)]
                    found.append(HomeDutyOption(duty: .visits(longer), weeks: common))
                    extend(longer, common, from: position + 1, sessionsLeft: sessionsLeft - sessions)
                }
            }
        }
        extend([], nil, from: 0, sessionsLeft: limits.sessionsPerWeek)
        return found
    }
}
