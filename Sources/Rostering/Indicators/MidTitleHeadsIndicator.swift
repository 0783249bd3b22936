/// How many mid-title staff a clinic has in the week with the fewest, under every counting (HB21).
///
/// It binds by itself only where the clause is read as asking for both share and head count.
public struct MidTitleHeadsIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "midTitleHeads", name: Text("Mid-title staff", "中级以上人数"),
        formula: Text("mid-title staff, least week", "中级及以上人数，最少一周"), unit: .counted(Text("person", "人")),
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
                let fewest = instance.weeks.map { attendance.staff(at: site, in: $0, as: view) }.min {
                    $0.heads < $1.heads
                }
                return IndicatorValue(
                    .site(site), counting.wording, fewest.flatMap { Fraction($0.heads, of: $0.whole) },
                    target: IndicatorTarget(.atLeast, Fraction(floor.people)),
                    isEnforced: floor.enforcesBoth(counting))
            }
        }
    }
}
