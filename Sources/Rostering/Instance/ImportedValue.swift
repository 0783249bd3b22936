/// A figure that another system counted for a year, of an indicator that no roster can give.
///
/// What is counted depends on the indicator (``IndicatorBook``): of a share its two numbers, of the growth of referrals down the patients
/// referred down in the year. Reports show such figures as imported and compare them with what the clauses ask; no roster changes them.
public struct ImportedValue: Hashable, Sendable {
    /// The identifier of an imported indicator, such as `referralsOut`.
    public var indicator: String
    /// Of which site, or nil for all together.
    public var site: SiteID?
    /// The calendar year, 1900 to 2999.
    public var year: Int
    /// How it was counted, where that can be done in more than one way, such as with village rooms or without (QD01).
    public var reading: Text?
    /// What was counted, 0 to 1 000 000 000.
    public var count: Int
    /// Of how many, 1 to 1 000 000 000; 1 where the count is the value.
    public var total: Int

    /// Describes a figure.
    public init(
        indicator: String, site: SiteID? = nil, year: Int, reading: Text? = nil, count: Int, of total: Int = 1
    ) {
        self.indicator = indicator
        self.site = site
        self.year = year
        self.reading = reading
        self.count = count
        self.total = total
    }
}
