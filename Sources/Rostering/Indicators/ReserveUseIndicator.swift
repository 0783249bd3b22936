/// The share of the reserve that referrals use, each pool by itself, as planned (QD28).
public struct ReserveUseIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "reserveUse", name: Text("Use of the reserve", "预留使用率"),
        formula: Text("referrals served / reserved", "已满足转诊/预留数"), unit: .share,
        citations: ReferralReserve.citations)

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        return instance.poolIndexes.compactMap { pool in
            let entries = instance.weeks.map { attendance.roster.slots[pool, $0] }
            let reserved = entries.reduce(0) { $0 + $1.reserved }
            return Fraction(entries.reduce(0) { $0 + $1.referralsServed }, of: reserved).map {
                IndicatorValue(.pool(pool), nil, $0)
            }
        }
    }
}
