/// A roster laid out by person and week, for rules that judge it.
///
/// Where a hand-made roster gives a person two duties in one week, the posting that begins first counts and ``EligibleDuty`` reports the other.
/// Making it and reading it take time proportional to people × weeks.
public struct Attendance: Sendable {
    /// The instance.
    public let instance: Instance
    /// The roster.
    public let roster: Roster
    private let postingAt: [Posting?]
    private let homeDutyAt: [HomeDuty?]
    /// By site and week: who is posted there, in order.
    private let postedAt: [[PersonIndex]]
    private let capacities: [[Int]]

    /// Lays a roster out, which has a plan for every person and, for rules on the slot plan, an entry for every pool and week.
    public init(_ roster: Roster, in instance: Instance) {
        self.instance = instance
        self.roster = roster
        let weekCount = instance.calendar.weekCount
        var postingAt: [Posting?] = Array(repeating: nil, count: instance.people.count * weekCount)
        for (person, plan) in roster.plans.enumerated() {
            for posting in plan.postings {
                for week in posting.weeks.clamped(to: instance.weeks)
                where postingAt[person * weekCount + week.offset] == nil {
                    postingAt[person * weekCount + week.offset] = posting
                }
            }
        }
        self.postingAt = postingAt
        var postedAt = Array(repeating: [PersonIndex](), count: instance.sites.count * weekCount)
        for (place, posting) in postingAt.enumerated() {
            guard let posting else { continue }
            let (person, week) = place.quotientAndRemainder(dividingBy: weekCount)
            postedAt[posting.host.offset * weekCount + week].append(PersonIndex(person))
        }
        self.postedAt = postedAt
        var homeDutyAt: [HomeDuty?] = Array(repeating: nil, count: postingAt.count)
        for (person, plan) in roster.plans.enumerated() {
            for homeWeek in plan.homeWeeks where instance.weeks.contains(homeWeek.week) {
                let place = person * weekCount + homeWeek.week.offset
                guard postingAt[place] == nil, homeDutyAt[place] == nil,
                    !instance.isOnLeave(PersonIndex(person), in: homeWeek.week)
                else { continue }
                homeDutyAt[place] = homeWeek.duty
            }
        }
        self.homeDutyAt = homeDutyAt
        capacities = instance.pools.map { pool in
            instance.weeks.map { week in
                switch pool.source {
                case .resource(let position): instance.description.resources[position].capacity[week]
                case .department(let department):
                    instance[department].members.reduce(0) { sum, person in
                        let isAway =
                            postingAt[person.offset * weekCount + week.offset] != nil
                            || instance.isOnLeave(person, in: week)
                        if isAway { return sum }
                        let visits = homeDutyAt[person.offset * weekCount + week.offset]?.visits ?? []
                        let lost = min(
                            instance.sessions(of: person, in: week), visits.reduce(0) { $0 + $1.sessions })
                        return sum + instance.appointments(of: person, in: week)
                            - lost * instance[person].slotsPerSession
                    }
                }
            }
        }
    }

    /// The person's posting in a week, or nil.
    public func posting(of person: PersonIndex, in week: Week) -> Posting? {
        postingAt[person.offset * instance.calendar.weekCount + week.offset]
    }

    /// The person's duty in a week at home, or nil; a duty in a week of a posting or of leave does not count.
    public func homeDuty(of person: PersonIndex, in week: Week) -> HomeDuty? {
        homeDutyAt[person.offset * instance.calendar.weekCount + week.offset]
    }

    /// The sessions of the person's visits to a site in a week.
    public func visitSessions(of person: PersonIndex, at site: SiteIndex, in week: Week) -> Int {
        homeDuty(of: person, in: week)?.visits.filter { $0.host == site }.reduce(0) { $0 + $1.sessions } ?? 0
    }

    /// The sessions at the hospital that the person's visits take away in a week.
    public func sessionsLost(of person: PersonIndex, in week: Week) -> Int {
        let visits = homeDuty(of: person, in: week)?.visits ?? []
        return min(instance.sessions(of: person, in: week), visits.reduce(0) { $0 + $1.sessions })
    }

    /// The person's postings in order of time, two at once included.
    public func postings(of person: PersonIndex) -> [Posting] { roster.plans[person.offset].postings }

    /// Whether the person is at home in a week: neither posted nor on leave.
    public func isAtHome(_ person: PersonIndex, in week: Week) -> Bool {
        posting(of: person, in: week) == nil && !instance.isOnLeave(person, in: week)
    }

    /// People posted at a site in a week, in order. O(1).
    public func people(postedAt site: SiteIndex, in week: Week) -> [PersonIndex] {
        postedAt[site.offset * instance.calendar.weekCount + week.offset]
    }

    /// People posted at a site in a week to serve there, not to learn, in order. O(people there).
    public func people(servingAt site: SiteIndex, in week: Week) -> [PersonIndex] {
        people(postedAt: site, in: week).filter { posting(of: $0, in: week)?.kind != .training }
    }

    /// The weeks a posting lasts: with those served before week 0 if it continues the one under way, and up to its minimum if it may go on past the end.
    public func lasting(_ posting: Posting, of person: PersonIndex) -> Int {
        let weeks = posting.weeks.count + weeksServedBefore(posting, of: person)
        guard posting.weeks.upperBound == instance.weeks.upperBound,
            let limits = instance.limits(of: person, posting.kind), limits.mayContinuePastEnd
        else { return weeks }
        return max(weeks, limits.minimumWeeks)
    }

    /// The weeks served before week 0 in a posting that continues the one under way, else 0.
    public func weeksServedBefore(_ posting: Posting, of person: PersonIndex) -> Int {
        guard let underWay = instance[person].history.underWay,
            posting.weeks.lowerBound == instance.weeks.lowerBound,
            instance[posting.host].id == underWay.host, posting.kind == underWay.kind
        else { return 0 }
        return underWay.weeksServed
    }

    /// Weeks away, history included. O(weeks).
    public func weeksAway(of person: PersonIndex) -> Int {
        instance[person].history.weeksAway + instance.weeks.count { posting(of: person, in: $0) != nil }
    }

    /// Appointments a pool offers in a week: of a department, those of its people at home.
    public func capacity(of pool: PoolIndex, in week: Week) -> Int { capacities[pool.offset][week.offset] }
}
