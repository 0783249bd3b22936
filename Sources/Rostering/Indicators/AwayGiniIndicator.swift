/// The Gini coefficient of weeks away, history included (HB26): 0 where everybody is away equally long, near 1 where one person bears all.
///
/// With `x` the weeks away in ascending order and `n` people: the sum of `(2 i - n - 1) x_i` over `n` times the sum of `x_i`, as a
/// fraction of whole numbers.
public struct AwayGiniIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "awayGini", name: Text("Gini coefficient of weeks away", "下派周数基尼系数"),
        formula: Text(
            "mean difference of weeks away between two people / twice the mean, history included",
            "两人下派周数（含以往）的平均差/平均数的两倍"), unit: .number, citations: Fairness.citations)

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let everybody = attendance.instance.personIndexes.filter {
            attendance.instance.department(of: $0) != nil && attendance.takesTurns($0)
        }.map { attendance.weeksAway(of: $0) }
        return [IndicatorValue(.whole, nil, Self.coefficient(of: everybody))]
            + attendance.weeksAwayByDepartment().map { department, weeks in
                IndicatorValue(.department(department), nil, Self.coefficient(of: weeks))
            }
    }

    /// The coefficient of some numbers of at least 0; nil where all are 0. O(n log n).
    static func coefficient(of numbers: [Int]) -> Fraction? {
        let count = numbers.count
        let sum = numbers.sorted().enumerated().reduce(0) { $0 + (2 * $1.offset + 1 - count) * $1.element }
        return Fraction(sum, of: count * numbers.reduce(0, +))
    }
}
