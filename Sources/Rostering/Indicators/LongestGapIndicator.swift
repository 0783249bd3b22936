/// The longest run of weeks in which nobody is posted to a supported site or visits it (HB26, WH03).
public struct LongestGapIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "longestGap", name: Text("Longest gap", "最长间隔"),
        formula: Text("longest run of weeks without a posting or visit", "连续无派驻且无坐诊巡诊的最长周数"),
        unit: .counted(Text("week", "周")), citations: VisitSessionsIndicator.definition.citations)

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        attendance.instance.supportedSites.map { site in
            var (longest, current) = (0, 0)
            for isServed in attendance.isServed(site) {
                current = isServed ? 0 : current + 1
                longest = max(longest, current)
            }
            return IndicatorValue(.site(site), nil, Fraction(longest))
        }
    }
}
