/// A post at a site that somebody holds in every week (QD09, QD11, YL23, YL30).
public struct NamedPost: Hashable, Sendable {
    /// What a post is for.
    public enum Kind: String, CaseIterable, Sendable {
        /// A business dean in the management of a member unit (业务院长).
        case dean
        /// A department head at the host (科室负责人).
        case departmentHead
        /// The owner of two-way referrals at a site (转诊责任人).
        case referralOwner
        /// A clinic's representative in the management of the community (基层代表).
        case representative
        /// Any other post (专职岗位).
        case other
    }

    /// How the holder stands to the site.
    public enum Holding: String, CaseIterable, Sendable {
        /// Somebody posted at the site.
        case posted
        /// Somebody who works at the employer, neither posted elsewhere nor on leave.
        case atHome
        /// Somebody at home who visits the site in the week: part of it, as many half-days as are wanted by ``VisitsWanted``.
        case visiting
    }

    /// The identifier.
    public var id: NamedPostID
    /// The name for people.
    public var name: Text
    /// The site that has the post.
    public var site: SiteID
    /// What it is for.
    public var kind: Kind
    /// Who may hold it.
    public var wanted: PersonFilter
    /// The employers whose people may hold it, or nil for all; for ``Holding/atHome`` nil means the site's own people.
    public var employers: [SiteID]?
    /// How the holder stands to the site.
    public var holding: Holding
    /// The least weeks that the holder's posting lasts, at least 1; without meaning unless the holder is ``Holding/posted``.
    public var minimumWeeks: Int

    /// The least weeks where none are stated: twelve months for a dean, whose clause states none, else one week.
    public static func defaultWeeks(of kind: Kind) -> Int { kind == .dean ? 53 : 1 }

    /// Describes a post; without `minimumWeeks`, those of its kind.
    public init(
        id: NamedPostID, name: Text, site: SiteID, kind: Kind, wanted: PersonFilter = PersonFilter(),
        employers: [SiteID]? = nil, holding: Holding = .posted, minimumWeeks: Int? = nil
    ) {
        self.id = id
        self.name = name
        self.site = site
        self.kind = kind
        self.wanted = wanted
        self.employers = employers
        self.holding = holding
        self.minimumWeeks = minimumWeeks ?? Self.defaultWeeks(of: kind)
    }
}
