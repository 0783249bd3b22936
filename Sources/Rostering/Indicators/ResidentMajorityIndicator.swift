/// The share of a hospital's residents with the title that must be in the majority, doctors and nurses each by themselves, in the week where it is
/// least (YL20, YL21). Weeks without such residents do not count.
public struct ResidentMajorityIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "residentMajority", name: Text("Title of residents", "常驻人员职称占比"),
        formula: Text(
            """
            residents with the title / residents of the profession, least week; doctors of a tertiary hospital senior, of a secondary one mid-title; \
            nurses of a tertiary hospital mid-title, of a secondary one junior
            """,
            "达到职称的常驻人员/同类常驻人员，最低一周；三级医院医生为高级、护理为中级以上，二级医院医生为中级以上、护理为护师以上"), unit: .share,
        citations: ResidentComposition.citations)

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        let rule = instance.policy[ResidentComposition.self]
        return instance.hospitalsSendingResidents.flatMap { hospital in
            [Profession.doctor, .nurse].compactMap { profession in
                ResidentComposition.leastTitle(of: profession, from: instance[hospital].level).map { title in
                    let least = instance.weeks.compactMap { week -> Fraction? in
                        let residents = attendance.residents(of: hospital, in: week).filter {
                            instance[$0].profession == profession
                        }
                        return Fraction(residents.count { instance[$0].title >= title }, of: residents.count)
                    }.min()
                    return IndicatorValue(
                        .site(hospital), profession.wording, least,
                        target: IndicatorTarget(
                            rule.reading == .half ? .atLeast : .moreThan, Fraction(1, 2)),
                        isEnforced: rule.enforcement.isOn)
                }
            }
        }
    }
}
