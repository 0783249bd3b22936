/// The share of weeks in which enough people are on each remote duty (HB28, YL17, WH16).
public struct RemoteDutyIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "remoteDuty", name: Text("Weeks with remote duty covered", "远程值班覆盖"),
        formula: Text("weeks with enough people on duty / weeks", "值班人数足够的周数/总周数"), unit: .share,
        citations: RemoteDutyCover.citations)

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        return instance.description.remoteDuties.enumerated().compactMap { position, duty in
            guard let hospital = instance.site(duty.hospital) else { return nil }
            let index = RemoteDutyIndex(position)
            let covered = instance.weeks.count { week in
                instance.personIndexes.count {
                    attendance.homeDuty(of: $0, in: week) == .remote(index)
                } >= duty.count
            }
            return IndicatorValue(
                .site(hospital), duty.name, Fraction(covered, of: instance.weeks.count),
                target: IndicatorTarget(.atLeast, Fraction(1)),
                isEnforced: instance.policy[RemoteDutyCover.self].enforcement.isOn)
        }
    }
}
