/// In how many weeks each clinic keeps the mid-title floor, under every reading and counting (HB21).
public struct MidTitleFloorKeptIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "midTitleFloorKept", name: Text("Weeks with the mid-title floor kept", "达到中级职称底线的周数"),
        formula: Text("weeks kept / weeks", "达标周数/总周数"), unit: .share, citations: MidTitleFloor.citations)

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        let floor = instance.policy[MidTitleFloor.self]
        return instance.clinicsWithStaff.flatMap { site in
            floor.alternatives(in: instance).map { other in
                let kept = instance.weeks.count { week in
                    other.missing(of: attendance.staff(at: site, in: week, as: other.view)) == 0
                }
                return IndicatorValue(
                    .site(site), other.readingWording, Fraction(kept, of: instance.weeks.count),
                    target: IndicatorTarget(.atLeast, Fraction(1)),
                    isEnforced: floor.enforcement.isOn && other.switches == floor.switches)
            }
        }
    }
}
