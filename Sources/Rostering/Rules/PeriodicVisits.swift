/// Visits come again and again: enough sessions in every run of weeks, and no gap longer than a limit (HB26, WH03, WH18).
///
/// For each entry of ``InstanceDescription/visitsWanted``, with `n` sessions in every `m` weeks and a longest gap of `g` weeks, and for each
/// week `w` from which such a run lies within the horizon:
///
/// - sessions in weeks w ..< w + m + missing ≥ n;
/// - weeks among w ..< w + g + 1 with somebody there + missing ≥ 1.
///
/// Both beginnings in one week share one violation, the greater of the two, so that nothing is counted twice there. What counts are the
/// sessions of visits by people whom the entry accepts, and all sessions of the weeks in which such people are posted there to serve: whoever
/// is posted sits there all week. A horizon shorter than a run asks nothing of it; what was before week 0 does not count.
public struct PeriodicVisits: Rule {
    /// What is missing in the runs that begin in a week.
    enum Fault: String {
        case tooFewSessions, gapTooLong
    }

    /// See ``Rule/id``.
    public static let id: RuleID = "periodicVisits"
    /// See ``Rule/name``.
    public static let name = Text("Periodic visits", "定期坐诊巡诊")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "Every run of weeks has enough sessions of visits, and no gap between visits is too long.",
        "每个周期内坐诊巡诊半日数不少于规定数，间隔不超过规定周数。")
    /// See ``Rule/unit``.
    public static let unit = Text("session", "半日")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("HB26", Citation.hanbin, "六(八)", "定期选派医务人员轮流到基层值诊、查房"),
        Citation("WH03", Citation.wuhai, "二", "强化定期巡诊、派驻医务人员定期坐诊等延伸服务,保障镇村基本医疗卫生服务供给"),
        Citation(
            "WH18", Citation.wuhai, "七", "大力推进社区卫生服务中心、镇卫生院中医(蒙医)馆建设。推广中医药(蒙医药)适宜技术培训"),
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.patientService
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.hardOrSoft

    /// Soft, 10 points a session; off until a policy turns it on.
    public var enforcement = Enforcement.soft(Cost(10)).off

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool {
        !instance.description.visitsWanted.isEmpty
    }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for (position, visits) in instance.description.visitsWanted.enumerated() {
            guard let host = instance.site(visits.host) else { continue }
            let accepts: (PersonIndex) -> Bool = { visits.wanted.accepts(instance[$0]) }
            let visitors = instance.visitors(of: host).filter(accepts)
            let candidates = instance.candidates(at: host).filter(accepts)
            for week in instance.weeks {
                let run = instance.run(of: visits.everyWeeks, from: week)
                let gap = visits.longestGap.flatMap { instance.run(of: $0 + 1, from: week) }
                guard (run != nil && visits.sessions > 0) || gap != nil else { continue }
                let tag = tag(.visitsWanted(position), week)
                let missing = Quantity(violationOf: tag, enforcement)
                requirements.quantities.append(missing)
                func add(_ weeks: Range<Week>, atLeast least: Int, inAWeek worth: (Week) -> Int, _ visit: Sum)
                {
                    var sum = Expression(constant: -least)
                    for week in weeks {
                        for person in visitors { sum.add(1, visit(person, host, week)) }
                        for person in candidates {
                            for kind in instance.servingKinds(of: person, at: host) {
                                sum.add(min(least, worth(week)), .posted(person, host, week, as: kind))
                            }
                        }
                    }
                    sum.add(1, .quantity(missing.name))
                    requirements.rows.append(Requirement(tag, sum))
                }
                if let run, visits.sessions > 0 {
                    add(run, atLeast: visits.sessions, inAWeek: instance.calendar.sessions(in:)) {
                        .visitSessions($0, $1, $2)
                    }
                }
                if let gap { add(gap, atLeast: 1, inAWeek: { _ in 1 }) { .visited($0, $1, $2) } }
            }
        }
        return requirements
    }

    private typealias Sum = (PersonIndex, SiteIndex, Week) -> Measure

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        return instance.description.visitsWanted.enumerated().flatMap { position, visits -> [Violation] in
            let sessions = sessionsByWeek(visits, attendance)
            return instance.weeks.compactMap { week in
                let rest = sessions[week.offset...]
                let gap = visits.longestGap.map { $0 + 1 } ?? .max
                let run = rest.prefix(visits.everyWeeks)
                let tooFew =
                    run.count == visits.everyWeeks
                    ? visits.sessions - run.reduce(0) { $0 + ($1 ?? 0) } : 0
                let tooLong = rest.count >= gap && rest.prefix(gap).allSatisfy { $0 == nil } ? 1 : 0
                guard max(tooFew, tooLong) > 0 else { return nil }
                let fault: Fault = tooFew >= tooLong ? .tooFewSessions : .gapTooLong
                return violation(
                    .visitsWanted(position), week, amount: max(tooFew, tooLong),
                    reason: Violation.Reason(rawValue: fault.rawValue))
            }
        }
    }

    /// By week: the sessions that count, or nil if nobody is there.
    func sessionsByWeek(_ visits: VisitsWanted, _ attendance: Attendance) -> [Int?] {
        let instance = attendance.instance
        guard let host = instance.site(visits.host) else { return [] }
        return instance.weeks.map { week in
            var sessions: Int?
            for person in instance.personIndexes where visits.wanted.accepts(instance[person]) {
                let visited = attendance.visitSessions(of: person, at: host, in: week)
                if visited > 0 { sessions = (sessions ?? 0) + visited }
                if let posting = attendance.posting(of: person, in: week), posting.host == host,
                    posting.kind != .training
                {
                    sessions = (sessions ?? 0) + instance.calendar.sessions(in: week)
                }
            }
            return sessions
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .visitsWanted(let position) = violation.tag.subject,
            let fault = violation.reason.flatMap({ Fault(rawValue: $0.rawValue) })
        else { return Self.name }
        let visits = instance.description.visitsWanted[position]
        let (site, whom) = (instance.wording(of: visits.host), instance.wording(of: visits.wanted))
        switch fault {
        case .tooFewSessions:
            let (sessions, weeks) = (visits.sessions, visits.everyWeeks)
            let (often, there) =
                weeks == 1 ? ("every week", "") : ("in every \(weeks) weeks", " in the \(weeks) from here")
            return Text(
                """
                \(site.english) wants \(counted(sessions, "session")) of \(whom.english) \(often); \
                \(violation.amount) missing\(there)
                """,
                "\(site.chinese)每\(weeks)周需要\(whom.chinese)坐诊巡诊\(sessions)个半日，自本周起的\(weeks)周缺\(violation.amount)个"
            )
        case .gapTooLong:
            let gap = visits.longestGap ?? 0
            return Text(
                "\(site.english) is without \(whom.english) for more than \(counted(gap, "week")) from here on",
                "\(site.chinese)自本周起超过\(gap)周没有\(whom.chinese)坐诊巡诊")
        }
    }
}

extension Instance {
    /// The run of so many weeks from a week on, or nil if the horizon ends before it does.
    fileprivate func run(of count: Int, from week: Week) -> Range<Week>? {
        let end = week.advanced(by: count)
        return end <= weeks.upperBound ? week..<end : nil
    }
}
