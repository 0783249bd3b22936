/// The share of weeks in which somebody who may hold it is there for each named post but those of deans, each post by itself (YL23, YL30, QD09).
public struct NamedPostsIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "namedPosts", name: Text("Weeks with named posts held", "专职岗位到岗率"),
        formula: Text("weeks with somebody for the post / weeks", "有合格人员在岗的周数/总周数"), unit: .share,
        citations: [
            Citation("YL23", Citation.yulin, "三（二）", "上级医院派出的业务骨干应安排在下级医院或基层医疗卫生机构领导班子任职或担任科室负责人"),
            Citation("YL30", Citation.yulin, "三（八）", "明确责任部门和责任人，重点畅通向下转诊通道"),
            Citation("QD09", Citation.qingdao, "(五)", "县域医共体负责人员中要有基层医疗卫生机构代表"),
        ])

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
                target: IndicatorTarget(.atLeast, Fraction(1)))
        }
    }
}

extension NamedPost {
    /// Whether a person may hold the post: fits its description and has an employer whose people may.
    func isOpen(to person: Person) -> Bool {
        guard wanted.accepts(person) else { return false }
        if let employers { return employers.contains(person.employer) }
        return holding == .posted || person.employer == site
    }
}

extension Attendance {
    /// Whether somebody who may hold a post stands to its site as the post asks in a week: posted there for long enough, or at home at the employer.
    /// O(people).
    func hasHolder(for post: NamedPost, in week: Week) -> Bool {
        instance.personIndexes.contains { person in
            guard post.isOpen(to: instance[person]) else { return false }
            switch post.holding {
            case .atHome: return isAtHome(person, in: week)
            case .posted:
                guard let posting = service(of: person, in: week) else { return false }
                return instance[posting.host].id == post.site
                    && lasting(posting, of: person) >= post.minimumWeeks
            }
        }
    }
}
