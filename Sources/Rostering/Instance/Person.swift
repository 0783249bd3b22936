/// What somebody is trained as.
public enum Profession: String, CaseIterable, Sendable {
    /// A doctor (医).
    case doctor
    /// A nurse (护).
    case nurse
    /// A pharmacist (药).
    case pharmacist
    /// A laboratory, imaging or other technician (技).
    case technician
    /// A manager (管理), who is not technical staff and has no title rank.
    case manager

    /// Whether the profession counts as technical staff (医疗技术人员).
    public var isTechnical: Bool { self != .manager }
}

/// The rank of a professional title, the same ladder for every profession.
public enum Title: Int, CaseIterable, Comparable, Sendable {
    /// No title yet (未评).
    case none = 0
    /// Assistant (士).
    case assistant = 1
    /// Junior (师); a nurse of this rank is a 护师.
    case junior = 2
    /// Intermediate (中级).
    case intermediate = 3
    /// Associate senior (副高).
    case associateSenior = 4
    /// Senior (正高).
    case senior = 5

    /// Orders by rank.
    public static func < (left: Title, right: Title) -> Bool { left.rawValue < right.rawValue }

    /// Whether the rank counts as mid-title (中级及以上).
    public var isMidTitle: Bool { self >= .intermediate }
}

/// A field in which somebody guides others (QD17).
public enum GuidanceFunction: String, CaseIterable, Sendable {
    /// Medicine (医疗).
    case medicine
    /// Pharmacy (药学).
    case pharmacy
    /// Nursing (护理).
    case nursing
    /// Management (管理).
    case management
}

/// Somebody employed at one site.
public struct Person: Hashable, Sendable {
    /// The identifier; the only name that messages and logs show.
    public var id: PersonID
    /// The name on printed rosters.
    public var name: String
    /// The site that employs the person; a posting never changes it (HB02).
    public var employer: SiteID
    /// What the person is trained as.
    public var profession: Profession
    /// The title the person is appointed to.
    public var title: Title
    /// Whether the person is qualified for an intermediate title and not yet appointed to it (待聘); only with a lower title.
    public var awaitsMidTitle: Bool
    /// The specialties, the primary one first; it makes the department.
    public var specialties: [SpecialtyID]
    /// The fields in which the person can guide others.
    public var functions: [GuidanceFunction]
    /// Days of leave.
    public var leave: [DayRange]
    /// Half-day outpatient sessions in an ordinary week at the hospital, 0 to 14.
    public var sessionsPerWeek: Int
    /// Appointments in one session, 0 to 200.
    public var slotsPerSession: Int
    /// Limits of a posting, by kind; a kind left out cannot be given to the person.
    public var limits: [PostingKind: PostingLimits]
    /// Weeks of grass-roots service owed over the horizon, history included (HB17), at least 0.
    public var minimumAway: Int
    /// The most weeks away over the horizon, history included, or nil for no limit.
    public var maximumAway: Int?
    /// What a week at a host costs beside travel, 0 to 1000 points; hosts left out cost nothing. Somebody who likes to go to one host is
    /// described by what the others cost: no cost is ever negative.
    public var preferences: [SiteID: Cost]
    /// What was served before the horizon.
    public var history: ServiceHistory
    /// Decisions already made.
    public var pins: [Pin]
    /// How much the person may visit hosts in weeks at home, or nil for not at all.
    public var visits: VisitLimits?
    /// What binds the person.
    public var commitments: Commitments

    /// Describes a person.
    public init(
        id: PersonID, name: String = "", employer: SiteID, profession: Profession = .doctor,
        title: Title = .intermediate, awaitsMidTitle: Bool = false, specialties: [SpecialtyID],
        functions: [GuidanceFunction] = [],
        leave: [DayRange] = [], sessionsPerWeek: Int = 0, slotsPerSession: Int = 0,
        limits: [PostingKind: PostingLimits] = [.temporary: PostingLimits()], minimumAway: Int = 0,
        maximumAway: Int? = nil, preferences: [SiteID: Cost] = [:],
        history: ServiceHistory = ServiceHistory(),
        pins: [Pin] = [], visits: VisitLimits? = nil, commitments: Commitments = Commitments()
    ) {
        self.id = id
        self.name = name
        self.employer = employer
        self.profession = profession
        self.title = title
        self.awaitsMidTitle = awaitsMidTitle
        self.specialties = specialties
        self.functions = functions
        self.leave = leave
        self.sessionsPerWeek = sessionsPerWeek
        self.slotsPerSession = slotsPerSession
        self.limits = limits
        self.minimumAway = minimumAway
        self.maximumAway = maximumAway
        self.preferences = preferences
        self.history = history
        self.pins = pins
        self.visits = visits
        self.commitments = commitments
    }
}

/// How long a posting of one kind may last and what must follow it, in weeks.
public struct PostingLimits: Hashable, Sendable {
    /// The fewest weeks, at least 1; weeks served before the horizon count.
    public var minimumWeeks: Int
    /// The most weeks, at least `minimumWeeks`.
    public var maximumWeeks: Int
    /// Weeks without a posting after one ends, at least 0; leave counts as rest, the horizon's end cuts it short.
    public var restWeeks: Int
    /// Whether a posting may reach the last week before its minimum.
    public var mayContinuePastEnd: Bool
    /// The longest leave, in days, that does not keep the person from being posted; no file states it, ``ResidentTerm`` does.
    var leaveDays = 0

    /// Describes limits; the defaults are those of a temporary posting.
    public init(
        minimumWeeks: Int = 4, maximumWeeks: Int = 12, restWeeks: Int = 4, mayContinuePastEnd: Bool = false
    ) {
        self.minimumWeeks = minimumWeeks
        self.maximumWeeks = maximumWeeks
        self.restWeeks = restWeeks
        self.mayContinuePastEnd = mayContinuePastEnd
    }
}

/// What a person served before week 0.
public struct ServiceHistory: Hashable, Sendable {
    /// A posting that has begun and not ended.
    public struct UnderWay: Hashable, Sendable {
        /// Where it is.
        public var host: SiteID
        /// Of what kind it is.
        public var kind: PostingKind
        /// The weeks served in it, at least 1.
        public var weeksServed: Int

        /// Describes a posting under way.
        public init(host: SiteID, kind: PostingKind = .temporary, weeksServed: Int) {
            self.host = host
            self.kind = kind
            self.weeksServed = weeksServed
        }
    }

    /// Weeks away so far, those of the posting under way included.
    public var weeksAway: Int
    /// Weeks at home since the last posting ended, or nil if the person is fully rested. Its rest is that of a temporary posting.
    public var weeksSincePosting: Int?
    /// The posting under way at week 0.
    public var underWay: UnderWay?
    /// Turns taken so far: postings begun before week 0, the one under way included.
    public var turns: Int
    /// How many of the latest turn periods before week 0, without a gap, the person began a posting in.
    public var turnsInARow: Int
    /// Days served at grass-roots or supported sites that count towards the cumulative year of the law, or nil for seven a week away.
    public var serviceDays: Int?

    /// Describes a history.
    public init(
        weeksAway: Int = 0, weeksSincePosting: Int? = nil, underWay: UnderWay? = nil, turns: Int = 0,
        turnsInARow: Int = 0, serviceDays: Int? = nil
    ) {
        self.weeksAway = weeksAway
        self.weeksSincePosting = weeksSincePosting
        self.underWay = underWay
        self.turns = turns
        self.turnsInARow = turnsInARow
        self.serviceDays = serviceDays
    }
}

/// A decision already made about a person's plan.
public enum Pin: Hashable, Sendable {
    /// Posted at the host in every week touched by the days.
    case posted(at: SiteID, DayRange)
    /// Posted somewhere in every week touched by the days; where is open.
    case postedSomewhere(DayRange)
    /// Not posted in any week touched by the days.
    case notPosted(DayRange)
    /// Posted nowhere but at the host; when is open.
    case onlyAt(SiteID)
}
