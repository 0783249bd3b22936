/// The posts approved for a community and the people counted against them (编制, HB10, HB11, WH08).
public struct Establishment: Hashable, Sendable {
    /// What holds from a date on; the first entry also holds before its date.
    public struct Level: Hashable, Sendable {
        /// The first day, or nil for the horizon's beginning.
        public var from: CalendarDay?
        /// Posts approved, at least 0.
        public var approved: Int
        /// People counted against them, at least 0; a posting changes nothing (HB02).
        public var filled: Int

        /// Describes a level.
        public init(from: CalendarDay? = nil, approved: Int, filled: Int) {
            self.from = from
            self.approved = approved
            self.filled = filled
        }
    }

    /// The lead hospital of the community.
    public var lead: SiteID
    /// The levels in order of their dates, at least one.
    public var levels: [Level]

    /// Describes an establishment.
    public init(lead: SiteID, levels: [Level]) {
        self.lead = lead
        self.levels = levels
    }

    /// The level that holds on a day, the first one before its date; nil only if there is none.
    public func level(on day: CalendarDay) -> Level? {
        levels.last { $0.from.map { $0 <= day } ?? true } ?? levels.first
    }
}

/// Seats for trainees at a hospital (进修, HB27, YL24, QD26, WH24).
public struct TrainingSeats: Hashable, Sendable {
    /// The hospital.
    public var hospital: SiteID
    /// The specialty that trains, by the trainee's primary specialty, or nil for all together.
    public var specialty: SpecialtyID?
    /// Seats in every week, at least 0.
    public var seats: Int

    /// Describes seats.
    public init(hospital: SiteID, specialty: SpecialtyID? = nil, seats: Int) {
        self.hospital = hospital
        self.specialty = specialty
        self.seats = seats
    }
}
