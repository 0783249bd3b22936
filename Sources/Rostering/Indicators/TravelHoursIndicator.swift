/// Hours on the road, there and back once for each week posted, by the hospital that sends (YL37).
public struct TravelHoursIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "travelHours", name: Text("Travel", "路途时间"),
        formula: Text(
            "2 x minutes one way x weeks posted / 60", "2×单程分钟数×派驻周数/60"),
        unit: .counted(Text("hour", "小时")),
        citations: [
            Citation("YL37", Citation.yulin, "二", "推动优质医疗资源向基层和边远贫困地区流动")
        ])

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        let bySite = instance.siteIndexes.compactMap { site -> (IndicatorSubject, Int)? in
            let people = instance.personIndexes.filter { instance.employer(of: $0) == site }
            guard !people.isEmpty else { return nil }
            let minutes = people.reduce(0) { sum, person in
                instance.weeks.reduce(sum) {
                    guard let posting = attendance.posting(of: person, in: $1) else { return $0 }
                    return $0 + 2 * instance.travelMinutes(from: site, to: posting.host)
                }
            }
            return (.site(site), minutes)
        }
        let whole = (IndicatorSubject.whole, bySite.reduce(0) { $0 + $1.1 })
        return ([whole] + bySite).map { IndicatorValue($0, nil, Fraction($1, 60)) }
    }
}
