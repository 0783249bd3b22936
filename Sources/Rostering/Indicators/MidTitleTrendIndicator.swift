/// By how much the mid-title share of a clinic's own staff rises from the first week of the horizon to the last (QD34).
public struct MidTitleTrendIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "midTitleTrend", name: Text("Trend of the mid-title share", "中高级占比变化"),
        formula: Text(
            "mid-title / technical own staff, last week - first week", "本单位中级及以上人数/医疗技术人员数，末周-首周"),
        unit: .share,
        citations: [
            Citation("QD34", Citation.qingdao, "(十六)", "适当提高基层医疗卫生机构中级、高级专业技术岗位比例")
        ])

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        guard let last = instance.weeks.last else { return [] }
        return instance.clinicsWithStaff.map { site in
            let (before, after) = (
                instance.ownStaff(of: site, in: Week(0)), instance.ownStaff(of: site, in: last)
            )
            return IndicatorValue(
                .site(site), nil,
                Fraction(
                    after.midTitle * before.technical - before.midTitle * after.technical,
                    of: before.technical * after.technical),
                target: IndicatorTarget(.atLeast, Fraction(0)),
                isEnforced: instance.enforces(Self.definition))
        }
    }
}
