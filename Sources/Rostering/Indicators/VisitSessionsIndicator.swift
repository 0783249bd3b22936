/// Half-day sessions of visits to each supported site (HB26, WH03).
public struct VisitSessionsIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "visitSessions", name: Text("Sessions of visits", "坐诊巡诊次数"),
        formula: Text("half-day sessions of visits", "坐诊巡诊半日数"), unit: .counted(Text("session", "个半日")),
        citations: Fairness.citations + [
            Citation("WH03", Citation.wuhai, "二", "强化定期巡诊、派驻医务人员定期坐诊等延伸服务,保障镇村基本医疗卫生服务供给")
        ])

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let bySite = attendance.instance.supportedSites.map { site in
            (IndicatorSubject.site(site), attendance.visitSessions(at: site).reduce(0, +))
        }
        let whole = (IndicatorSubject.whole, bySite.reduce(0) { $0 + $1.1 })
        return ([whole] + bySite).map { IndicatorValue($0, nil, Fraction($1)) }
    }
}
