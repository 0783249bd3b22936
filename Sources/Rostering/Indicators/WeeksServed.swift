/// The share of weeks in which a supported site has somebody posted there (HB26, WH03).
public struct WeeksServed: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "weeksServed", name: Text("Weeks with somebody posted", "有人派驻的周数"),
        formula: Text("weeks with a posting / weeks", "有派驻的周数/总周数"), unit: .share,
        citations: Fairness.citations + [LongestGap.tours])

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        attendance.instance.supportedSites.map { site in
            let serving = attendance.serving(at: site)
            return IndicatorValue(.site(site), nil, Fraction(serving.count { $0 > 0 }, of: serving.count))
        }
    }
}
