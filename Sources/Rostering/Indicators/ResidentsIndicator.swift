/// How many people a hospital has on resident postings in the week with the fewest (YL20, YL21).
public struct ResidentsIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "residents", name: Text("Residents", "常驻人数"),
        formula: Text("people on resident postings, least week", "常驻人员数，最少一周"),
        unit: .counted(Text("person", "人")), citations: ResidentQuota.citations)

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        let rule = instance.policy[ResidentQuota.self]
        return instance.hospitalsSendingResidents.map { hospital in
            let fewest = instance.weeks.map { attendance.residents(of: hospital, in: $0).count }.min()
            let quota = instance[hospital].level == .tertiary ? rule.tertiary : rule.secondary
            return IndicatorValue(
                .site(hospital), nil, fewest.map { Fraction($0) },
                target: IndicatorTarget(.atLeast, Fraction(quota)), isEnforced: rule.enforcement.isOn)
        }
    }
}

extension Instance {
    /// Hospitals from which a link allows resident postings, in order.
    var hospitalsSendingResidents: [SiteIndex] {
        let origins = Set(description.links.filter { $0.postingKinds.contains(.resident) }.map(\.origin))
        return siteIndexes.filter { self[$0].isHospital && origins.contains(self[$0].id) }
    }
}
