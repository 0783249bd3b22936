/// Person-days that each clinic's people spend training at a hospital (HB27, YL24).
public struct TrainingDaysIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "trainingDays", name: Text("Person-days of training", "上修人日"),
        formula: Text("7 x weeks that a clinic's people train at a hospital", "7×本单位人员赴医院进修周数"),
        unit: .counted(Text("day", "天")), citations: Training.citations)

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        return instance.clinics.map {
            IndicatorValue(.site($0), nil, Fraction(7 * attendance.trainees(of: $0).reduce(0, +)))
        }
    }
}
