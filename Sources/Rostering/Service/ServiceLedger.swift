/// The days each person served at the grass roots or in supported sites, history included (YL26, YL27, HB40).
///
/// A posted week counts seven days, visits count none, and a week counts once where a hand-made roster gives two duties in it. Training is no service.
public struct ServiceLedger: Sendable {
    /// What one person served at one host in the roster.
    public struct Stretch: Hashable, Sendable {
        /// Where.
        public let host: SiteIndex
        /// Weeks of the horizon.
        public let weeks: Int
        /// Days of the horizon.
        public var days: Int { 7 * weeks }
    }

    /// How a person stands to the year that the law asks for.
    public enum Standing: Hashable, Sendable {
        /// Employed at the grass roots, where every day is service.
        case employedThere
        /// The year was complete before the horizon.
        case reachedBefore
        /// The year is complete on this day of the horizon.
        case reached(CalendarDay)
        /// Days missing at the horizon's end, 1 to 365.
        case missing(Int)
    }

    /// One person's account.
    public struct Account: Sendable {
        /// The person.
        public let person: PersonIndex
        /// Weeks away before the horizon.
        public let weeksBefore: Int
        /// Days served before the horizon.
        public let daysBefore: Int
        /// What was served in the roster, by host in order of the sites.
        public let stretches: [Stretch]
        /// Half-day sessions of visits in weeks at home; they are shown and do not count as days.
        public let visitSessions: Int
        /// What the law asks before the next promotion and how the person stands to it, or nil where it asks nothing.
        public let promotion: (condition: ServiceCondition, standing: Standing)?

        /// Weeks served in the roster.
        public var weeks: Int { stretches.reduce(0) { $0 + $1.weeks } }
        /// Days served in the roster.
        public var days: Int { stretches.reduce(0) { $0 + $1.days } }
        /// Days served in all.
        public var totalDays: Int { daysBefore + days }
    }

    /// By person.
    public let accounts: [Account]

    /// Draws up the ledger of a roster. For an associate chief the days before the horizon must be those since that title, which only who
    /// states the history can know. O(people × weeks).
    public init(_ attendance: Attendance) {
        accounts = attendance.instance.personIndexes.map { Self.account(of: $0, attendance) }
    }

    private static func account(of person: PersonIndex, _ attendance: Attendance) -> Account {
        let instance = attendance.instance
        let served = instance.weeks.compactMap { week in
            attendance.service(of: person, in: week).flatMap {
                instance.isServiceHost($0.host, for: person) ? (week: week, host: $0.host) : nil
            }
        }
        let history = instance[person].history
        return Account(
            person: person, weeksBefore: history.weeksAway, daysBefore: history.daysServed,
            stretches: Set(served.map(\.host)).sorted().map { host in
                Stretch(host: host, weeks: served.count { $0.host == host })
            },
            visitSessions: instance.weeks.reduce(0) { sum, week in
                let visits = attendance.homeDuty(of: person, in: week)?.visits ?? []
                return visits.reduce(sum) { $0 + $1.sessions }
            },
            promotion: ServiceCondition(for: instance[person]).map { condition in
                let standing =
                    instance.isEmployedAtGrassRoots(person)
                    ? .employedThere : standing(after: history.daysServed, served.map(\.week), instance)
                return (condition, standing)
            })
    }

    /// The day on which days served before and seven in each week add up to the year, or what they lack.
    private static func standing(after days: Int, _ weeks: [Week], _ instance: Instance) -> Standing {
        let missing = ServiceCondition.days - days
        guard missing > 0 else { return .reachedBefore }
        let fullWeeks = (missing - 1) / 7
        guard weeks.indices.contains(fullWeeks) else { return .missing(missing - 7 * weeks.count) }
        return .reached(instance.calendar.monday(of: weeks[fullWeeks]).advanced(by: (missing - 1) % 7))
    }
}
