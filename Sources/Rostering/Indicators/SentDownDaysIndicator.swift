/// Person-days sent to each supported site and by each department (HB01, QD16): seven for each week of somebody's posting, training left out.
///
/// The days of each person are in the ``ServiceLedger``.
public struct SentDownDaysIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "sentDownDays", name: Text("Person-days sent down", "下沉人日"),
        formula: Text("7 x weeks posted, training left out", "7×派驻周数，不含进修"), unit: .counted(Text("day", "天")),
        citations: [
            Citation("HB01", Citation.hanbin, "二(三)", "促进区级优质医疗卫生资源下沉到镇(街道)卫生院、社区卫生服务中心"),
            Citation("QD16", Citation.qingdao, "(八)", "考核指标向资源下沉、巡诊派驻、家庭医生签约、成本控制等方面倾斜"),
        ])

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        let bySite = instance.supportedSites.map { site in
            (IndicatorSubject.site(site), attendance.serving(at: site).reduce(0, +))
        }
        let byDepartment = instance.departmentIndexes.filter { !instance[$0].members.isEmpty }.map {
            department in
            let weeks = instance[department].members.reduce(0) { sum, person in
                sum + instance.weeks.count { attendance.service(of: person, in: $0) != nil }
            }
            return (IndicatorSubject.department(department), weeks)
        }
        let whole = (IndicatorSubject.whole, bySite.reduce(0) { $0 + $1.1 })
        return ([whole] + bySite + byDepartment).map { IndicatorValue($0, nil, Fraction(7 * $1)) }
    }
}
