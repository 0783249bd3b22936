/// The share of weeks in which somebody is posted to a supported site or visits it (HB26, WH03).
public struct WeeksServedIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "weeksServed", name: Text("Weeks with somebody posted or visiting", "有人派驻或坐诊巡诊的周数"),
        formula: Text("weeks with a posting or visit / weeks", "有派驻或坐诊巡诊的周数/总周数"), unit: .share,
        citations: VisitSessionsIndicator.definition.citations)

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        attendance.instance.supportedSites.map { site in
            let isServed = attendance.isServed(site)
            return IndicatorValue(.site(site), nil, Fraction(isServed.count { $0 }, of: isServed.count))
        }
    }
}

extension Attendance {
    /// By week: whether somebody is posted to a site, not to learn, or visits it. O(people × weeks).
    func isServed(_ site: SiteIndex) -> [Bool] {
        zip(serving(at: site), visitSessions(at: site)).map { $0 + $1 > 0 }
    }
}
