/// By how much a clinic's technical staff exceed their number before it joined, in the week with the fewest, under every counting (HB20).
public struct StaffAboveBaselineIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "staffAboveBaseline", name: Text("Technical staff against baseline", "卫技人员总量与加入前之差"),
        formula: Text("technical staff - baseline, least week", "医疗技术人员数-加入医共体前人数，最少一周"),
        unit: .counted(Text("person", "人")), citations: StaffBaseline.citations)

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        let rule = instance.policy[StaffBaseline.self]
        return instance.clinicsWithStaff.flatMap { site -> [IndicatorValue] in
            guard let baseline = instance[site].baseline else { return [] }
            return StaffCounting.allCases.map { counting in
                var view = rule.view
                view.counting = counting
                let fewest = instance.weeks.map { attendance.staff(at: site, in: $0, as: view) }.min {
                    $0.technical < $1.technical
                }
                return IndicatorValue(
                    .site(site), counting.wording,
                    fewest.flatMap {
                        Fraction($0.technical - baseline * $0.whole, of: $0.whole)
                    },
                    target: IndicatorTarget(.atLeast, Fraction(0)),
                    isEnforced: rule.enforcement.isOn && counting == rule.counting)
            }
        }
    }
}
