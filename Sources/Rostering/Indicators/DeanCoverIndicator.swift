/// Member units with a business dean sent from above, and in how many weeks each has one (QD11).
public struct DeanCoverIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "deanCover", name: Text("Member units with a business dean", "业务院长配备率"),
        formula: Text(
            "units with a dean in every week / units with the post; by unit: weeks with a dean / weeks",
            "各周均有业务院长的单位/设此岗位的单位；分单位：有业务院长的周数/总周数"), unit: .share,
        citations: [
            Citation("QD11", Citation.qingdao, "(五)", "原则上成员单位班子成员中至少有1名上级医院选派的业务院长")
        ])

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        let units = instance.siteIndexes.compactMap { site -> (site: SiteIndex, weeks: Int)? in
            let posts = instance.description.namedPosts.filter {
                $0.kind == .dean && $0.site == instance[site].id
            }
            guard !posts.isEmpty else { return nil }
            let weeks = instance.weeks.count { week in
                posts.contains { attendance.hasHolder(for: $0, in: week) }
            }
            return (site, weeks)
        }
        guard !units.isEmpty else { return [] }
        let target = IndicatorTarget(.atLeast, Fraction(1))
        let covered = units.count { $0.weeks == instance.weeks.count }
        return [IndicatorValue(.whole, nil, Fraction(covered, of: units.count), target: target)]
            + units.map {
                IndicatorValue(
                    .site($0.site), nil, Fraction($0.weeks, of: instance.weeks.count), target: target)
            }
    }
}
