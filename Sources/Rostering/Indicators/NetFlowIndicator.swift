/// Person-days that hospitals send to each clinic less those they draw from it (YL36, QD14), under every reading of how training counts; negative
/// where the clinic is drained.
public struct NetFlowIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "netFlow", name: Text("Net flow of staff", "人员净流入"),
        formula: Text(
            "7 x (weeks that hospitals' people serve there - weeks of own people at hospitals)",
            "7×（医院派入人周-本单位人员被抽调到医院的人周）"), unit: .counted(Text("day", "天")), citations: NetFlow.citations)

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let rule = attendance.instance.policy[NetFlow.self]
        return rule.flows(in: attendance).flatMap { clinic, flow in
            NetFlow.TrainingReading.allCases.map { reading in
                IndicatorValue(
                    .site(clinic), reading.wording, Fraction(7 * flow.balance(reading)),
                    target: IndicatorTarget(.atLeast, Fraction(0)),
                    isEnforced: rule.enforcement.isOn && reading == rule.training)
            }
        }
    }
}
