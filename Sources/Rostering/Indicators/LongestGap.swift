/// The longest run of weeks in which a supported site has nobody posted there (HB26, WH03).
public struct LongestGap: Indicator {
    static let tours = Citation("WH03", Citation.wuhai, "二", "强化定期巡诊、派驻医务人员定期坐诊等延伸服务,保障镇村基本医疗卫生服务供给")

    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "longestGap", name: Text("Longest gap", "最长间隔"),
        formula: Text("longest run of weeks without a posting", "连续无派驻的最长周数"),
        unit: .counted(Text("week", "周")),
        citations: Fairness.citations + [tours])

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        attendance.instance.supportedSites.map { site in
            var (longest, current) = (0, 0)
            for serving in attendance.serving(at: site) {
                current = serving > 0 ? 0 : current + 1
                longest = max(longest, current)
            }
            return IndicatorValue(.site(site), nil, Fraction(longest))
        }
    }
}
