/// The share of clinics with a link for remote consultations (YL05, YL06): 60 % by the end of 2018, 85 % by the end of 2020. The target is the
/// latest that is due by the horizon's last day. An instance without any such link says nothing about them.
public struct RemoteCoverageIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "remoteCoverage", name: Text("Clinics with remote consultation", "远程医疗覆盖率"),
        formula: Text("clinics linked / clinics", "已接入机构数/基层机构数"), unit: .share,
        citations: [
            Citation(
                "YL05", Citation.yulin, "一（三）", "每个县的县级医院至少与1家三级医院建立远程医疗协作网，并延伸至乡镇卫生院达60%以上"),
            Citation("YL06", Citation.yulin, "一（三）", "县域医共体乡镇卫生院参与率达到95%以上，远程医疗协作网乡镇卫生院覆盖率达到85%以上"),
        ])

    private static let targets = [("2018-12-31", 60), ("2020-12-31", 85)]

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        let linked = Set(instance.description.links.filter { $0.kind == .remote }.map(\.host))
        guard !linked.isEmpty else { return [] }
        let clinics = instance.clinics
        return [
            IndicatorValue(
                .whole, nil, Fraction(clinics.count { linked.contains(instance[$0].id) }, of: clinics.count),
                target: instance.calendar.dueTarget(of: Self.targets),
                isEnforced: instance.enforces(Self.definition))
        ]
    }
}

extension RosterCalendar {
    /// The latest of some percentages, each due on a day, that is due by the horizon's last day. ISO 8601 dates are in order of text.
    func dueTarget(of targets: [(day: String, percent: Int)]) -> IndicatorTarget? {
        let lastDay = sunday(of: Week(weekCount - 1)).description
        return targets.last { $0.day <= lastDay }.map { IndicatorTarget(.atLeast, Fraction($0.percent, 100)) }
    }
}
