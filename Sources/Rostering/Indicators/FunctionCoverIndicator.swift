/// How many of the four functions the people posted from a city hospital to the site it is paired with can guide in (QD17).
public struct FunctionCoverIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "functionCover", name: Text("Functions covered by paired hospitals", "包联帮扶四类职能覆盖"),
        formula: Text(
            "functions covered / 4 (medicine, pharmacy, nursing, management)", "已覆盖职能/4（医疗、药学、护理、管理）"),
        unit: .share,
        citations: [
            Citation(
                "QD17", Citation.qingdao, "(九)",
                "遴选专业技术和管理人员,派驻到县域医共体牵头医院给予医疗、药学、护理、管理等方面的指导")
        ])

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        var pairs: [(SiteIndex, SiteIndex)] = []
        for link in instance.description.links where link.kind == .pairing {
            guard let origin = instance.site(link.origin), let host = instance.site(link.host),
                !pairs.contains(where: { $0 == (origin, host) })
            else { continue }
            pairs.append((origin, host))
        }
        return pairs.flatMap { origin, host in
            let byWeek = instance.weeks.map { week in
                Set(
                    attendance.people(servingAt: host, in: week)
                        .filter { instance.employer(of: $0) == origin }.flatMap { instance[$0].functions })
            }
            let everything = byWeek.reduce(into: Set()) { $0.formUnion($1) }
            let readings = [
                (Text("least week", "最少一周"), byWeek.map(\.count).min() ?? 0),
                (Text("whole horizon", "整个周期"), everything.count),
            ]
            return readings.map { reading, covered in
                IndicatorValue(
                    .pair(origin, host), reading, Fraction(covered, GuidanceFunction.allCases.count),
                    target: IndicatorTarget(.atLeast, Fraction(1)),
                    isEnforced: instance.enforces(Self.definition))
            }
        }
    }
}
