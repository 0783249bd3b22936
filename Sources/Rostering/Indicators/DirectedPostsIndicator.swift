/// The share of a tertiary hospital's establishment that is directed at the county, to be 1 to 2 % (QD35).
public struct DirectedPostsIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "directedPosts", name: Text("Posts directed to the county", "定向岗位率"),
        formula: Text("people in directed posts / posts of the establishment", "定向岗位人数/医院编制数"), unit: .share,
        citations: [
            Citation("QD35", Citation.qingdao, "(十六)", "在城市医院编制总量中,设定1-2%的服务县域定向岗位")
        ])

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        return instance.siteIndexes.flatMap { hospital -> [IndicatorValue] in
            guard let posts = instance[hospital].approvedPosts else { return [] }
            let directed = instance.personIndexes.count {
                instance.employer(of: $0) == hospital && instance[$0].commitments.isDirected
            }
            let limits = [
                (Text("lower limit", "下限"), IndicatorTarget(.atLeast, Fraction(1, 100))),
                (Text("upper limit", "上限"), IndicatorTarget(.atMost, Fraction(2, 100))),
            ]
            return limits.map { reading, target in
                IndicatorValue(
                    .site(hospital), reading, Fraction(directed, of: posts), target: target,
                    isEnforced: instance.policy[DirectedPosts.self].enforcement.isOn)
            }
        }
    }
}
