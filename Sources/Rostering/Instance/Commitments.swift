/// What binds somebody to a place or a service.
public struct Commitments: Hashable, Sendable {
    /// Whether the person leads a clinic and stays there (HB22).
    public var leadsClinic: Bool
    /// The last day of a contract or obligation at the employer that allows no posting (HB24, WH13); for a clinic's leader, the last day of
    /// leading, or nil for the whole horizon.
    public var boundUntil: CalendarDay?
    /// Whether the person was recruited for the grass roots and is posted nowhere else (WH11).
    public var isForGrassRoots: Bool
    /// Whether the person holds a post directed at the county and serves there (QD35).
    public var isDirected: Bool
    /// Whether the person is retired and goes as a volunteer (QD22).
    public var isRetired: Bool

    /// Describes commitments.
    public init(
        leadsClinic: Bool = false, boundUntil: CalendarDay? = nil, isForGrassRoots: Bool = false,
        isDirected: Bool = false, isRetired: Bool = false
    ) {
        self.leadsClinic = leadsClinic
        self.boundUntil = boundUntil
        self.isForGrassRoots = isForGrassRoots
        self.isDirected = isDirected
        self.isRetired = isRetired
    }

    /// The days on which the person stays, or nil if nothing binds.
    public var stay: DayRange? {
        leadsClinic || boundUntil != nil ? DayRange(nil, boundUntil) : nil
    }
}
