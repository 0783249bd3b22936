/// The share of a clinic's technical staff that is mid-title, in the week where it is least, under every counting (HB21).
///
/// It binds by itself only where the clause is read as asking for both share and head count.
public struct MidTitleShareIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "midTitleShare", name: Text("Mid-title share", "中级以上占比"),
        formula: Text("mid-title staff / technical staff, least week", "中级及以上人数/医疗技术人员数，最低一周"), unit: .share,
        citations: MidTitleFloor.citations)

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        let floor = instance.policy[MidTitleFloor.self]
        return instance.clinicsWithStaff.flatMap { site in
            StaffCounting.allCases.map { counting in
                var view = floor.view
                view.counting = counting
                let least = instance.weeks.compactMap { week -> Fraction? in
                    let staff = attendance.staff(at: site, in: week, as: view)
                    return Fraction(staff.midTitle, of: staff.technical)
                }.min()
                return IndicatorValue(
                    .site(site), counting.wording, least,
                    target: IndicatorTarget(.atLeast, Fraction(floor.percent, 100)),
                    isEnforced: floor.enforcesBoth(counting))
            }
        }
    }
}

extension MidTitleFloor {
    /// Whether the rule is on, asks for both share and head count, and counts staff in a way.
    func enforcesBoth(_ counting: StaffCounting) -> Bool {
        enforcement.isOn && reading == .both && counting == self.counting
    }
}
