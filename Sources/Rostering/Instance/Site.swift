/// A field of medicine, such as cardiology.
public struct Specialty: Hashable, Sendable {
    /// The identifier.
    public var id: SpecialtyID
    /// The name for people.
    public var name: Text

    /// Describes a specialty.
    public init(id: SpecialtyID, name: Text) {
        self.id = id
        self.name = name
    }
}

/// A county, city district or county-level city, which sites name.
public enum County {}

/// An institution: a hospital, a clinic, or a village room of a clinic.
public struct Site: Hashable, Sendable {
    /// What kind of institution a site is.
    public enum Level: String, CaseIterable, Sendable {
        /// A tertiary hospital (三级医院).
        case tertiary
        /// A secondary hospital (二级医院), the usual lead of a county's community.
        case secondary
        /// A township or community health centre (卫生院, 社区卫生服务中心).
        case clinic
        /// A village room (村卫生室) of a clinic.
        case village
    }

    /// The identifier.
    public var id: SiteID
    /// The name for people.
    public var name: Text
    /// What kind of institution it is.
    public var level: Level
    /// Travel time one way in minutes, 0 to 1440, to other sites; pairs left out take 0. Either of the two sites may carry it.
    public var travelMinutes: [SiteID: Int]
    /// The clinic's own staff, from each date on; the first entry also holds before its date.
    public var staff: [StaffLevel]
    /// Technical staff before the clinic joined the community (HB20), or nil if unknown.
    public var baseline: Int?
    /// The specialty the clinic is to be known for (QD24).
    public var featureSpecialty: SpecialtyID?
    /// The clinic of which a village room is part.
    public var parent: SiteID?
    /// What multiplies the priority of demands here, for being remote or poor (YL37), 1 to 100.
    public var remotenessWeight: Int
    /// The posts of a tertiary hospital's establishment (编制总量), of which some serve the county (QD35), or nil if unknown.
    public var approvedPosts: Int?
    /// The county (县), for counting a hospital's residents by county; a clinic without one is in that of its lead hospital.
    public var county: CountyID?
    /// Whether a clinic serves a street (街道), not a township; a dated target may leave it out.
    public var servesStreet: Bool
    /// The half-day sessions of ordinary outpatient clinics (普通门诊) that a tertiary hospital held in an ordinary week of the period before
    /// (WH01), or nil if unknown.
    public var ordinarySessions: Int?

    /// Describes a site.
    public init(
        id: SiteID, name: Text, level: Level, travelMinutes: [SiteID: Int] = [:], staff: [StaffLevel] = [],
        baseline: Int? = nil, featureSpecialty: SpecialtyID? = nil, parent: SiteID? = nil,
        remotenessWeight: Int = 1, approvedPosts: Int? = nil, county: CountyID? = nil,
        servesStreet: Bool = false, ordinarySessions: Int? = nil
    ) {
        self.id = id
        self.name = name
        self.level = level
        self.travelMinutes = travelMinutes
        self.staff = staff
        self.baseline = baseline
        self.featureSpecialty = featureSpecialty
        self.parent = parent
        self.remotenessWeight = remotenessWeight
        self.approvedPosts = approvedPosts
        self.county = county
        self.servesStreet = servesStreet
        self.ordinarySessions = ordinarySessions
    }

    /// Whether the site employs specialists and leads or supports others.
    public var isHospital: Bool { level == .tertiary || level == .secondary }
    /// Whether the site belongs to the grass roots (基层).
    public var isGrassRoots: Bool { !isHospital }
}

/// A clinic's own technical staff from a date on (N0 and M0 of the model); a change within a week counts from the next Monday.
public struct StaffLevel: Hashable, Sendable {
    /// The first day it holds, or nil for the horizon's beginning.
    public var from: CalendarDay?
    /// Doctors, nurses, pharmacists and technicians, at least 0.
    public var technical: Int
    /// Those of them with an intermediate title or above, at most `technical`.
    public var midTitle: Int
    /// Those of the mid-title staff with an associate-senior title or above, at most `midTitle`, or nil if unknown.
    public var senior: Int?
    /// Those without a mid title who are qualified for one and not yet appointed (待聘), at most `technical` less `midTitle`.
    public var awaitingMidTitle: Int
    /// The same by profession, adding up to the whole; empty if unknown. One that is left out has nobody. Without dates and professions of their own.
    public var byProfession: [Profession: StaffLevel]

    /// Describes a staff level.
    public init(
        from: CalendarDay? = nil, technical: Int, midTitle: Int, senior: Int? = nil,
        awaitingMidTitle: Int = 0, byProfession: [Profession: StaffLevel] = [:]
    ) {
        self.from = from
        self.technical = technical
        self.midTitle = midTitle
        self.senior = senior
        self.awaitingMidTitle = awaitingMidTitle
        self.byProfession = byProfession
    }

    /// Those of some professions; all where they are not known by profession.
    func part(_ staff: TechnicalStaff) -> StaffLevel {
        guard staff != .allButManagers, !byProfession.isEmpty else { return self }
        let none = StaffLevel(technical: 0, midTitle: 0, senior: 0)
        return staff.professions.compactMap { byProfession[$0] }.reduce(none) { sum, part in
            StaffLevel(
                technical: sum.technical + part.technical, midTitle: sum.midTitle + part.midTitle,
                senior: sum.senior.flatMap { sum in part.senior.map { sum + $0 } },
                awaitingMidTitle: sum.awaitingMidTitle + part.awaitingMidTitle)
        }
    }
}

/// A typed, dated permission to send people from one site to another.
public struct Link: Hashable, Sendable {
    /// What a link stems from.
    public enum Kind: String, CaseIterable, Sendable {
        /// A medical community's lead hospital to a member clinic (医共体).
        case community
        /// A city hospital to the county hospital it is paired with (包联).
        case pairing
        /// A tertiary hospital to a secondary one (三二医联体).
        case alliance
        /// A specialty alliance (专科联盟).
        case specialtyAlliance
        /// A circuit of traditional Chinese medicine (中医巡诊).
        case tcmCircuit
        /// A site to a hospital that trains its people (进修).
        case training
        /// Any site to another of the same community, whose staff are used together (统筹调配, HB13).
        case pooling
        /// A hospital's remote consultations for another site (远程医疗协作网); it sends nobody.
        case remote
    }

    /// The sending site.
    public var origin: SiteID
    /// The receiving site.
    public var host: SiteID
    /// What the link stems from.
    public var kind: Kind
    /// The specialties that may be sent, or nil for all.
    public var specialties: [SpecialtyID]?
    /// The kinds of posting it is for.
    public var postingKinds: [PostingKind]
    /// Whether it is for visits too.
    public var allowsVisits: Bool
    /// The days it is valid.
    public var days: DayRange
    /// Whether the committee's office approved moves along it; needed where it crosses communities (HB15).
    public var isApproved: Bool

    /// Describes a link.
    public init(
        from origin: SiteID, to host: SiteID, kind: Kind = .community, specialties: [SpecialtyID]? = nil,
        postingKinds: [PostingKind] = [.temporary], allowsVisits: Bool = false, days: DayRange = .always,
        isApproved: Bool = false
    ) {
        self.origin = origin
        self.host = host
        self.kind = kind
        self.specialties = specialties
        self.postingKinds = postingKinds
        self.allowsVisits = allowsVisits
        self.days = days
        self.isApproved = isApproved
    }
}

/// What a posting is meant to be; each kind has limits of its own.
public enum PostingKind: String, CaseIterable, Comparable, Sendable {
    /// A temporary posting (临时派驻).
    case temporary
    /// A resident posting (常驻).
    case resident
    /// A posting as part of a team (组团).
    case team
    /// A stay of somebody from a lower site at a hospital, to learn (进修).
    case training

    /// Orders kinds as they are declared.
    public static func < (left: PostingKind, right: PostingKind) -> Bool { left.rank < right.rank }
    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
