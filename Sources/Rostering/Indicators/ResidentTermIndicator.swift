/// How long a hospital's shortest resident posting lasts, history and an open end included (YL22).
public struct ResidentTermIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "residentTerm", name: Text("Shortest resident posting", "常驻最短时长"),
        formula: Text("least weeks of a resident posting", "常驻人员在岗周数，最短者"), unit: .counted(Text("week", "周")),
        citations: ResidentTerm.citations)

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        let rule = instance.policy[ResidentTerm.self]
        return instance.hospitalsSendingResidents.map { hospital in
            let terms = instance.personIndexes.filter { instance.employer(of: $0) == hospital }.flatMap {
                person in
                attendance.postings(of: person).filter { $0.kind == .resident }.map {
                    attendance.lasting($0, of: person)
                }
            }
            return IndicatorValue(
                .site(hospital), nil, terms.min().map { Fraction($0) },
                target: IndicatorTarget(.atLeast, Fraction(rule.term)), isEnforced: rule.enforcement.isOn)
        }
    }
}
