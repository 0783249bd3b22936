/// The share of the clinics of each dated target of the instance that at least one week of a posting or visit reaches by its date (HB08, YL03).
public struct ReachedClinicsIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "reachedClinics", name: Text("Clinics reached by a date", "按期覆盖机构比例"),
        formula: Text(
            "clinics with a posting, visit or remote link by the date / clinics of the target",
            "截至日期已有派驻、坐诊巡诊或远程接入的机构/目标机构"), unit: .share,
        citations: [
            Citation(
                "HB08", Citation.hanbin, "四",
                "全面实施区级医院为牵头单位,覆盖全区各镇(街道)卫生院、社区卫生服务中心的紧密型医共体建设")
        ] + ClinicParticipationIndicator.definition.citations)

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        return instance.description.targets.map { target in
            let reached = target.clinics.count { clinic in
                switch target.kind {
                case .participation:
                    instance.site(clinic).map { site in
                        zip(instance.weeks, attendance.isServed(site)).contains { week, isServed in
                            isServed && instance.calendar.monday(of: week) <= target.by
                        }
                    } ?? false
                case .remoteLink:
                    instance.description.links.contains {
                        $0.kind == .remote && $0.host == clinic
                            && $0.days.first.map { $0 <= target.by } ?? true
                    }
                }
            }
            return IndicatorValue(
                .whole, Text("\(target.name.english), \(target.by)", "\(target.name.chinese)，\(target.by)"),
                Fraction(reached, of: target.clinics.count),
                target: IndicatorTarget(.atLeast, Fraction(target.percent, 100)),
                isEnforced: instance.policy[TargetsReached.self].enforcement.isOn)
        }
    }
}
