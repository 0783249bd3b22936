/// Person-days that each clinic receives less those drawn from it (YL36, QD14): negative where a hospital drains the clinic.
///
/// Training counts as drawn except in weeks in which somebody posted to the clinic makes up for it.
public struct NetFlowIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "netFlow", name: Text("Net flow of staff", "人员净流入"),
        formula: Text(
            "7 x (weeks of people posted in - weeks of own people away, matched training left out)",
            "7×（派入人周-本单位人员外出人周），已匹配的进修不计"), unit: .counted(Text("day", "天")),
        citations: [
            Citation("YL36", Citation.yulin, "四（三）", "防止和破解大医院“跑马圈地”、“虹吸”"),
            Citation("QD14", Citation.qingdao, "(七)", "防止县级医院对基层卫生资源“虹吸”"),
        ])

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        return instance.clinics.map { clinic in
            let (serving, trainees) = (attendance.serving(at: clinic), attendance.trainees(of: clinic))
            let unmatched = zip(trainees, serving).reduce(0) { $0 + max(0, $1.0 - $1.1) }
            let drawn = instance.personIndexes.filter { instance.employer(of: $0) == clinic }.reduce(0) {
                sum, person in
                sum + instance.weeks.count { attendance.service(of: person, in: $0) != nil }
            }
            return IndicatorValue(
                .site(clinic), nil, Fraction(7 * (serving.reduce(0, +) - unmatched - drawn)),
                target: IndicatorTarget(.atLeast, Fraction(0)),
                isEnforced: instance.enforces(Self.definition))
        }
    }
}
