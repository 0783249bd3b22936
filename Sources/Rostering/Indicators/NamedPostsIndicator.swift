/// The share of weeks in which somebody who may hold it is there for each named post but those of deans, each post by itself (YL23, YL30, QD09).
public struct NamedPostsIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "namedPosts", name: Text("Weeks with named posts held", "专职岗位到岗率"),
        formula: Text("weeks with somebody for the post / weeks", "有合格人员在岗的周数/总周数"), unit: .share,
        citations: NamedPosts.citations.filter { $0.requirement != "QD11" })

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        return instance.description.namedPosts.filter { $0.kind != .dean }.compactMap { post in
            guard let site = instance.site(post.site) else { return nil }
            let held = instance.weeks.count { attendance.hasHolder(for: post, in: $0) }
            return IndicatorValue(
                .site(site), post.name, Fraction(held, of: instance.weeks.count),
                target: IndicatorTarget(.atLeast, Fraction(1)),
                isEnforced: instance.policy[NamedPosts.self].enforcement.isOn)
        }
    }
}

extension Attendance {
    /// Whether somebody may hold a post in a week. O(people).
    func hasHolder(for post: NamedPost, in week: Week) -> Bool { !people(whoMayHold: post, in: week).isEmpty }
}
