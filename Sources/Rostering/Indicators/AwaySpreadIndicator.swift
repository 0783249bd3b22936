/// How much the weeks away of a department's people differ, history included (HB26): greatest less least.
public struct AwaySpreadIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "awaySpread", name: Text("Spread of weeks away", "下派周数极差"),
        formula: Text("greatest - least weeks away, history included", "下派周数（含以往）最多者-最少者"),
        unit: .counted(Text("week", "周")), citations: Fairness.citations)

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let fairness = attendance.instance.policy[Fairness.self]
        return attendance.weeksAwayByDepartment().map { department, weeks in
            let spread = weeks.max().flatMap { most in weeks.min().map { most - $0 } }
            return IndicatorValue(
                .department(department), nil, spread.map { Fraction($0) },
                target: IndicatorTarget(.atMost, Fraction(fairness.tolerance)),
                isEnforced: fairness.enforcement.isOn)
        }
    }
}

extension Attendance {
    /// By department with at least two people who can be or are posted: their weeks away, history included.
    func weeksAwayByDepartment() -> [(department: DepartmentIndex, weeks: [Int])] {
        instance.departmentIndexes.compactMap { department in
            let members = instance[department].members.filter(takesTurns)
            return members.count > 1 ? (department, members.map { weeksAway(of: $0) }) : nil
        }
    }

    /// Whether a person shares the burden of postings: one who may be posted in some week, or is.
    func takesTurns(_ person: PersonIndex) -> Bool {
        instance.options(of: person).contains { !$0.weeks.isEmpty } || !postings(of: person).isEmpty
    }
}
