/// A share of clinics to be reached by a date (HB08, YL03 to YL06).
public struct DatedTarget: Hashable, Sendable {
    /// What reaches a clinic.
    public enum Kind: String, CaseIterable, Sendable {
        /// At least one week of a posting or visit there.
        case participation
        /// A link for remote consultations (远程医疗协作网), a fact of the instance.
        case remoteLink
    }

    /// The identifier.
    public var id: TargetID
    /// The name for people.
    public var name: Text
    /// What reaches a clinic.
    public var kind: Kind
    /// The clinics counted, at least one.
    public var clinics: [SiteID]
    /// The share wanted in percent, 1 to 100, rounded up to whole clinics.
    public var percent: Int
    /// The last day that counts.
    public var by: CalendarDay

    /// Describes a target.
    public init(id: TargetID, name: Text, kind: Kind, clinics: [SiteID], percent: Int, by: CalendarDay) {
        self.id = id
        self.name = name
        self.kind = kind
        self.clinics = clinics
        self.percent = percent
        self.by = by
    }

    /// The number of clinics wanted: the share, rounded up.
    public var wanted: Int { wanted(among: clinics.count) }

    /// The number wanted of so many clinics.
    func wanted(among count: Int) -> Int { (percent * count + 99) / 100 }
}

/// A factor on the priority of demands, for key groups and diseases with many out-referrals (YL08, YL29, YL37, QD19).
public struct PriorityWeight: Hashable, Sendable {
    /// Why, for people.
    public var name: Text
    /// The hosts it is for, or nil for all.
    public var sites: [SiteID]?
    /// The specialties it is for, or nil for all demands.
    public var specialties: [SpecialtyID]?
    /// The factor, 1 to 100.
    public var factor: Int

    /// Describes a weight.
    public init(name: Text, sites: [SiteID]? = nil, specialties: [SpecialtyID]? = nil, factor: Int) {
        self.name = name
        self.sites = sites
        self.specialties = specialties
        self.factor = factor
    }

    /// Whether the weight is for a demand.
    func applies(to demand: Demand) -> Bool {
        sites.map { $0.contains(demand.host) } ?? true
            && specialties.map { list in demand.wanted.specialty.map(list.contains) ?? false } ?? true
    }
}
