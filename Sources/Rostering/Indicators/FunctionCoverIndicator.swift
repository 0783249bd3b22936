/// How many of the four functions the people posted from a city hospital to the site it is paired with can guide in (QD17).
public struct FunctionCoverIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "functionCover", name: Text("Functions covered by paired hospitals", "包联帮扶四类职能覆盖"),
        formula: Text(
            "functions covered / 4 (medicine, pharmacy, nursing, management)", "已覆盖职能/4（医疗、药学、护理、管理）"),
        unit: .share,
        citations: FunctionCover.citations)

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        let rule = instance.policy[FunctionCover.self]
        return instance.pairs.flatMap { pair -> [IndicatorValue] in
            let paired = WeekSet(
                instance.calendar.weekCount, pair.days.map { instance.calendar.weeks(coveredBy: $0) })
            let byWeek = instance.weeks.filter(paired.contains).map { week in
                Set(
                    attendance.people(servingAt: pair.partner, in: week)
                        .filter { instance.employer(of: $0) == pair.hospital }
                        .flatMap { instance[$0].functions })
            }
            let everything = byWeek.reduce(into: Set()) { $0.formUnion($1) }
            let readings = [
                (Text("least week", "最少一周"), byWeek.map(\.count).min(), rule.enforcement.isOn),
                (Text("whole horizon", "整个周期"), everything.count, false),
            ]
            return readings.map { reading, covered, isEnforced in
                IndicatorValue(
                    .pair(pair.hospital, pair.partner), reading,
                    covered.map { Fraction($0, GuidanceFunction.allCases.count) },
                    target: IndicatorTarget(.atLeast, Fraction(1)), isEnforced: isEnforced)
            }
        }
    }
}
