/// A plan for every person, and the slot plan.
public struct Roster: Hashable, Sendable {
    /// By person, as in ``Instance/people``.
    public var plans: [Plan]
    /// What is reserved and served of each pool.
    public var slots: SlotPlan

    /// Pairs plans and slot plan.
    public init(plans: [Plan], slots: SlotPlan) {
        self.plans = plans
        self.slots = slots
    }
}

/// What one person does over the horizon: the postings; every other week is at home, perhaps with a duty there, or on leave.
public struct Plan: Hashable, Sendable {
    /// A duty done in one week at home.
    public struct HomeWeek: Hashable, Sendable {
        /// When.
        public var week: Week
        /// What.
        public var duty: HomeDuty

        /// Describes a week.
        public init(week: Week, duty: HomeDuty) {
            self.week = week
            self.duty = duty
        }
    }

    /// The postings in order of time.
    public var postings: [Posting]
    /// The weeks at home with a duty, in order of time.
    public var homeWeeks: [HomeWeek]

    /// Orders postings by time; two of the same host and kind without a week between are one.
    public init(_ postings: [Posting] = [], homeWeeks: [HomeWeek] = []) {
        self.homeWeeks = homeWeeks.sorted { $0.week < $1.week }
        self.postings = postings.sorted { ($0.weeks.lowerBound, $0.host) < ($1.weeks.lowerBound, $1.host) }
            .reduce(into: []) {
                if let last = $0.last, last.host == $1.host, last.kind == $1.kind,
                    last.weeks.upperBound == $1.weeks.lowerBound
                {
                    $0[$0.count - 1].weeks = last.weeks.lowerBound..<$1.weeks.upperBound
                } else {
                    $0.append($1)
                }
            }
    }
}

/// An unbroken run of whole weeks at a host.
public struct Posting: Hashable, Sendable {
    /// Where.
    public var host: SiteIndex
    /// Of what kind.
    public var kind: PostingKind
    /// When; at least one week.
    public var weeks: Range<Week>

    /// Describes a posting.
    public init(host: SiteIndex, kind: PostingKind = .temporary, weeks: Range<Week>) {
        self.host = host
        self.kind = kind
        self.weeks = weeks
    }
}

/// What is reserved and served of each pool in each week, in whole appointments.
public struct SlotPlan: Hashable, Sendable {
    /// One pool in one week.
    public struct Entry: Hashable, Sendable {
        /// Appointments reserved for referrals.
        public var reserved: Int
        /// Referrals served.
        public var referralsServed: Int
        /// Others served.
        public var generalServed: Int
        /// The reserve's split over the pool's clinics, as in ``Pool/clinics``.
        public var split: [Int]

        /// Describes one pool in one week.
        public init(reserved: Int, referralsServed: Int, generalServed: Int, split: [Int]) {
            self.reserved = reserved
            self.referralsServed = referralsServed
            self.generalServed = generalServed
            self.split = split
        }
    }

    /// By pool, as in ``Instance/pools``, and week.
    public var entries: [[Entry]]

    /// Wraps entries by pool and week.
    public init(entries: [[Entry]]) { self.entries = entries }

    /// One pool in one week.
    public subscript(pool: PoolIndex, week: Week) -> Entry { entries[pool.offset][week.offset] }
}
