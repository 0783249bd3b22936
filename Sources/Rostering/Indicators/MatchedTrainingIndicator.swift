/// The share of a clinic's training that people posted to the clinic make up for in the same weeks (QD33).
public struct MatchedTrainingIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "matchedTraining", name: Text("Training matched by postings", "进修与下沉匹配率"),
        formula: Text(
            "sum over weeks of the lesser of people in training and people posted in / person-weeks of training",
            "各周进修人数与派驻人数之较小者之和/进修人周"), unit: .share,
        citations: MatchedExchange.citations)

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        return instance.clinics.map { clinic in
            let trainees = attendance.trainees(of: clinic)
            let matched = zip(trainees, attendance.serving(at: clinic)).reduce(0) { $0 + min($1.0, $1.1) }
            return IndicatorValue(
                .site(clinic), nil, Fraction(matched, of: trainees.reduce(0, +)),
                target: IndicatorTarget(.atLeast, Fraction(1)),
                isEnforced: instance.policy[MatchedExchange.self].enforcement.isOn)
        }
    }
}
