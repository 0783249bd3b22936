/// The share of referrals from clinics that get an appointment at each hospital, as planned (HB39, YL35): the way up of two-way referral.
public struct ReferralsServedIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "referralsServed", name: Text("Referrals up that are served", "上转满足率"),
        formula: Text("referrals served / referrals expected", "已满足转诊/预计转诊"), unit: .share,
        citations: [
            Citation("HB39", Citation.hanbin, "七(二)", "加大区域就诊率、基层诊疗占比、双向转诊数量和比例"),
            Citation("YL35", Citation.yulin, "四（三）", "基层诊疗量占比及双向转诊比例、居民健康改善"),
        ])

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        return instance.siteIndexes.compactMap { hospital in
            let pools = instance.poolIndexes.filter { pool in
                if case .department = instance[pool].source {
                    instance[pool].hospital == hospital
                } else {
                    false
                }
            }
            var (served, wanted) = (0, 0)
            for pool in pools {
                for week in instance.weeks {
                    served += attendance.roster.slots[pool, week].referralsServed
                    wanted += instance[pool].referralsWanted(in: week)
                }
            }
            return Fraction(served, of: wanted).map { IndicatorValue(.site(hospital), nil, $0) }
        }
    }
}
