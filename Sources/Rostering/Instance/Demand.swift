/// People wanted at a host, all of one description.
///
/// Each demand stands by itself: one person may serve several demands of the same host and week whose descriptions all fit.
public struct Demand: Hashable, Sendable {
    /// Where they are wanted.
    public var host: SiteID
    /// Whom the demand accepts.
    public var wanted: PersonFilter
    /// How many, at least 1.
    public var count: Int
    /// What multiplies the weight of the coverage rule, 1 to 1000.
    public var priority: Int
    /// The weeks with their Monday in these days.
    public var days: DayRange

    /// Describes a demand.
    public init(
        host: SiteID, wanted: PersonFilter, count: Int = 1, priority: Int = 1, days: DayRange = .always
    ) {
        self.host = host
        self.wanted = wanted
        self.count = count
        self.priority = priority
        self.days = days
    }
}

/// A description that fits some people.
public struct PersonFilter: Hashable, Sendable {
    /// One of the person's specialties, or nil for any.
    public var specialty: SpecialtyID?
    /// The least title.
    public var leastTitle: Title
    /// The profession, or nil for any.
    public var profession: Profession?
    /// A field the person can guide in, or nil for any.
    public var function: GuidanceFunction?

    /// Describes people.
    public init(
        specialty: SpecialtyID? = nil, leastTitle: Title = .none, profession: Profession? = nil,
        function: GuidanceFunction? = nil
    ) {
        self.specialty = specialty
        self.leastTitle = leastTitle
        self.profession = profession
        self.function = function
    }

    /// Whether the description fits `person`.
    public func accepts(_ person: Person) -> Bool {
        person.title >= leastTitle
            && specialty.map(person.specialties.contains) ?? true
            && profession.map { $0 == person.profession } ?? true
            && function.map(person.functions.contains) ?? true
    }
}

/// The fewest people a department keeps at home (HB19, WH17, QD25), or a clinic of its public-health staff (HB03, YL38).
public struct DepartmentMinimum: Hashable, Sendable {
    /// The hospital or clinic.
    public var hospital: SiteID
    /// The specialty that names the department.
    public var specialty: SpecialtyID
    /// Who counts: people of at least this title.
    public var leastTitle: Title
    /// How many, at least 1.
    public var minimumPresent: Int

    /// Describes a department minimum.
    public init(
        hospital: SiteID, specialty: SpecialtyID, leastTitle: Title = .none, minimumPresent: Int
    ) {
        self.hospital = hospital
        self.specialty = specialty
        self.leastTitle = leastTitle
        self.minimumPresent = minimumPresent
    }
}

/// A whole number for each week.
public enum WeeklyCount: Hashable, Sendable {
    /// The same in every week.
    case constant(Int)
    /// One number for each week of the horizon, in order.
    case byWeek([Int])

    /// The number in `week`; 0 outside the list.
    public subscript(week: Week) -> Int {
        switch self {
        case .constant(let count): count
        case .byWeek(let counts): counts.indices.contains(week.offset) ? counts[week.offset] : 0
        }
    }
}

/// Family-doctor referrals a clinic expects to send to a hospital's specialty.
public struct Referrals: Hashable, Sendable {
    /// The clinic.
    public var clinic: SiteID
    /// The specialty.
    public var specialty: SpecialtyID
    /// The hospital, or nil for the lead hospital of the clinic's community.
    public var hospital: SiteID?
    /// Appointments wanted a week.
    public var perWeek: WeeklyCount

    /// Describes referrals.
    public init(clinic: SiteID, specialty: SpecialtyID, hospital: SiteID? = nil, perWeek: WeeklyCount) {
        self.clinic = clinic
        self.specialty = specialty
        self.hospital = hospital
        self.perWeek = perWeek
    }
}

/// Appointments that everyone else wants of a hospital's specialty.
public struct GeneralDemand: Hashable, Sendable {
    /// The hospital.
    public var hospital: SiteID
    /// The specialty.
    public var specialty: SpecialtyID
    /// Appointments wanted a week.
    public var perWeek: WeeklyCount

    /// Describes general demand.
    public init(hospital: SiteID, specialty: SpecialtyID, perWeek: WeeklyCount) {
        self.hospital = hospital
        self.specialty = specialty
        self.perWeek = perWeek
    }
}

/// Beds or examinations of a hospital that are reserved like outpatient appointments (QD28), or recovery beds of a clinic or hospital for patients
/// whom upper hospitals send down (YL31); no pooling between kinds.
public struct Resource: Hashable, Sendable {
    /// The hospital; of beds for patients sent down, a clinic too.
    public var hospital: SiteID
    /// The kind, such as `beds` or `ct`; unique within the hospital.
    public var kind: String
    /// The name for people.
    public var name: Text
    /// Units available a week.
    public var capacity: WeeklyCount
    /// Of beds: the admissions booked a week, at most the capacity, or nil if unknown or not beds.
    public var admissions: WeeklyCount?
    /// Units wanted a week for referrals, by clinic.
    public var referrals: [SiteID: WeeklyCount]
    /// Beds wanted a week for patients sent down, by the hospital that sends them; a resource has either these or `referrals`.
    public var referralsDown: [SiteID: WeeklyCount]
    /// Units everyone else wants a week.
    public var generalDemand: WeeklyCount

    /// Whether it is for patients sent down.
    public var isForReferralsDown: Bool { !referralsDown.isEmpty }

    /// Describes a resource.
    public init(
        hospital: SiteID, kind: String, name: Text, capacity: WeeklyCount, admissions: WeeklyCount? = nil,
        referrals: [SiteID: WeeklyCount] = [:], referralsDown: [SiteID: WeeklyCount] = [:],
        generalDemand: WeeklyCount = .constant(0)
    ) {
        self.hospital = hospital
        self.kind = kind
        self.name = name
        self.capacity = capacity
        self.admissions = admissions
        self.referrals = referrals
        self.referralsDown = referralsDown
        self.generalDemand = generalDemand
    }
}
