/// How many people a hospital has on resident postings in the week with the fewest (YL20, YL21): a tertiary hospital five, a secondary one three.
public struct ResidentsIndicator: Indicator {
    static let ofTertiary = Citation(
        "YL20", Citation.yulin, "三（二）", "三级公立医院派出常驻人员不少于5人，医生应以高级职称为主，护理人员以中级职称及以上为主")
    static let ofSecondary = Citation(
        "YL21", Citation.yulin, "三（二）", "二级公立医院派出常驻人员不少于3人，医生应以中级职称及以上为主，护理人员以护师职称及以上为主")

    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "residents", name: Text("Residents", "常驻人数"),
        formula: Text("people on resident postings, least week", "常驻人员数，最少一周"),
        unit: .counted(Text("person", "人")), citations: [ofTertiary, ofSecondary])

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        return instance.hospitalsSendingResidents.map { hospital in
            let fewest = instance.weeks.map { attendance.residents(from: hospital, in: $0).count }.min()
            let target = instance[hospital].level == .tertiary ? 5 : 3
            return IndicatorValue(
                .site(hospital), nil, fewest.map { Fraction($0) },
                target: IndicatorTarget(.atLeast, Fraction(target)),
                isEnforced: instance.enforces(Self.definition))
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

extension Attendance {
    /// A hospital's people on resident postings in a week, in order. O(people).
    func residents(from hospital: SiteIndex, in week: Week) -> [PersonIndex] {
        instance.personIndexes.filter {
            instance.employer(of: $0) == hospital && posting(of: $0, in: week)?.kind == .resident
        }
    }
}
