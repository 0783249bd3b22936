/// The share of runs of weeks in which a site gets the sessions of visits wanted there, (HB26, WH03, WH18); a week of
/// somebody posted there counts with all its sessions.
public struct VisitsWantedIndicator: Indicator {
    /// See ``Indicator/definition``.
    public static let definition = IndicatorDefinition(
        id: "visitsWanted", name: Text("Runs of weeks with the visits wanted", "达到坐诊巡诊频次的时段"),
        formula: Text("runs of weeks with enough sessions / runs of weeks", "坐诊巡诊次数达标的连续时段/全部连续时段"),
        unit: .share, citations: VisitSessionsIndicator.definition.citations)

    /// The indicator.
    public init() {}

    /// See ``Indicator/values(in:)``.
    public func values(in attendance: Attendance) -> [IndicatorValue] {
        let instance = attendance.instance
        let rule = instance.policy[PeriodicVisits.self]
        return instance.description.visitsWanted.compactMap { wanted in
            guard let host = instance.site(wanted.host) else { return nil }
            let sessions = rule.sessionsByWeek(wanted, attendance).map { $0 ?? 0 }
            let starts = 0..<max(0, sessions.count - wanted.everyWeeks + 1)
            let met = starts.count { start in
                sessions[start..<start + wanted.everyWeeks].reduce(0, +) >= wanted.sessions
            }
            let who = instance.wording(of: wanted.wanted)
            let reading = Text(
                "\(who.english), \(wanted.sessions) in \(counted(wanted.everyWeeks, "week"))",
                "\(who.chinese)，每\(wanted.everyWeeks)周\(wanted.sessions)个半日")
            return IndicatorValue(
                .site(host), reading, Fraction(met, of: starts.count),
                target: IndicatorTarget(.atLeast, Fraction(1)), isEnforced: rule.enforcement.isOn)
        }
    }
}
