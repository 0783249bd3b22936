/// The share of the reserve that referrals use, each pool by itself, as planned, and that which is released unused before the day, where the policy
/// releases any (QD28).
///
/// The reserve is judged as published; what is released later is shown here and nowhere else. Each week releases whole appointments, rounded down.
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
        let rule = instance.policy[ReferralReserve.self]
        let pools = instance.poolIndexes.filter { !instance[$0].isForReferralsDown }
        return pools.flatMap { pool -> [IndicatorValue] in
            let entries = instance.weeks.map { attendance.roster.slots[pool, $0] }
            let reserved = entries.reduce(0) { $0 + $1.reserved }
            guard let used = Fraction(entries.reduce(0) { $0 + $1.referralsServed }, of: reserved) else {
                return []
            }
            let value = IndicatorValue(.pool(pool), nil, used)
            guard rule.enforcement.isOn, rule.releasePercent > 0 else { return [value] }
            let released = entries.reduce(0) {
                $0 + rule.releasePercent * ($1.reserved - $1.referralsServed) / 100
            }
            let hours = rule.releaseHours
            return [
                value,
                IndicatorValue(
                    .pool(pool), Text("released unused \(hours) h before", "提前\(hours)小时释放未使用的"),
                    Fraction(released, of: reserved)),
            ]
        }
    }
}
