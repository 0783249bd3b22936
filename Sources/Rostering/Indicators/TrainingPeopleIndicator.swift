/// How many people each clinic sends to a hospital for training (HB27, YL24).
public struct TrainingPeopleIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "trainingPeople", name: Text("People sent up for training", "上修人次"),
        formula: Text("trainings of a clinic's people that begin in the horizon", "本单位人员在本期开始的进修次数"),
        unit: .counted(Text("time", "人次")), citations: Training.citations)

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        let rule = instance.policy[Training.self]
        let need = Fraction(rule.need(inWeeks: instance.calendar.weekCount))
        let senders = Set(instance.trainees.map { instance.employer(of: $0) })
        return instance.clinics.map { clinic in
            let begun = instance.personIndexes.filter { instance.employer(of: $0) == clinic }.reduce(0) {
                sum, person in
                sum
                    + attendance.postings(of: person).count {
                        $0.kind == .training && attendance.weeksServedBefore($0, of: person) == 0
                    }
            }
            return IndicatorValue(
                .site(clinic), nil, Fraction(begun),
                target: senders.contains(clinic) ? IndicatorTarget(.atLeast, need) : nil,
                isEnforced: rule.enforcement.isOn)
        }
    }
}
