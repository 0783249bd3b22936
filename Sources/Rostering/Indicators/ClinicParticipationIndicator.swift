/// The share of clinics that are members of a community (YL03, YL04, YL06): 30 % by the end of 2017, 60 % by the end of 2018, 95 % by the
/// end of 2020. The target is the latest that is due by the horizon's last day.
public struct ClinicParticipationIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "clinicParticipation", name: Text("Clinics in a community", "乡镇卫生院参与率"),
        formula: Text("member clinics / clinics", "成员机构数/基层机构数"), unit: .share,
        citations: [
            Citation("YL03", Citation.yulin, "一（三）", "其他县（区）乡镇卫生院参与率达到30%以上"),
            Citation("YL04", Citation.yulin, "一（三）", "县域医共体乡镇卫生院参与率达到60%以上"),
            Citation("YL06", Citation.yulin, "一（三）", "县域医共体乡镇卫生院参与率达到95%以上，远程医疗协作网乡镇卫生院覆盖率达到85%以上"),
        ])

    private static let targets = [("2017-12-31", 30), ("2018-12-31", 60), ("2020-12-31", 95)]

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        let clinics = instance.clinics
        return [
            IndicatorValue(
                .whole, nil, Fraction(clinics.count { instance.lead(of: $0) != nil }, of: clinics.count),
                target: instance.calendar.dueTarget(of: Self.targets),
                isEnforced: instance.enforces(Self.definition))
        ]
    }
}
