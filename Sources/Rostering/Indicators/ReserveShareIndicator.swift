/// The share of appointments, beds and examinations kept for referrals, each pool by itself, in the week where it is least and over the
/// horizon (QD28). The capacity is that of the people, or of beds the admissions, which the rule takes the share of.
public struct ReserveShareIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "reserveShare", name: Text("Share reserved for referrals", "预留率"),
        formula: Text("reserved / capacity", "预留数/总量"), unit: .share, citations: ReferralReserve.citations)

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        let rule = instance.policy[ReferralReserve.self]
        let target = IndicatorTarget(.atLeast, Fraction(rule.percent, 100))
        return instance.poolIndexes.flatMap { pool -> [IndicatorValue] in
            let weeks = instance.weeks.map {
                (attendance.roster.slots[pool, $0].reserved, rule.base(of: pool, in: $0, attendance))
            }
            let sums = weeks.reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
            guard let whole = Fraction(sums.0, of: sums.1) else { return [] }
            let least = weeks.compactMap { Fraction($0, of: $1) }.min()
            let isResource = if case .resource = instance[pool].source { true } else { false }
            let isEnforced = rule.enforcement.isOn && (isResource || rule.bucket == .departmentWeek)
            return [
                IndicatorValue(
                    .pool(pool), Text("least week", "最低一周"), least, target: target,
                    isEnforced: isEnforced),
                IndicatorValue(
                    .pool(pool), Text("whole horizon", "整个周期"), whole, target: target,
                    isEnforced: false),
            ]
        }
    }
}
