/// Visits and remote duties fall in weeks at home, one duty a week, along links for visits and within the person's limits.
///
/// A week has visits or a remote duty, not both; sessions of visits at all hosts together keep within the person's limit, and so do the hosts.
public struct EligibleHomeDuty: StructuralRule {
    /// What can be wrong with a duty at home.
    enum Fault: String {
        case twoDuties, outsideHorizon, notAtHome, noVisits, tooManySessions, tooManyHosts, notLinked,
            notWanted
    }

    /// See ``Rule/id``.
    public static let id: RuleID = "eligibleHomeDuty"
    /// See ``Rule/name``.
    public static let name = Text("Eligible duty at home", "在院任务资格")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "Visits and remote duties fall in weeks at home, one duty a week, within links and limits.",
        "坐诊巡诊与远程值班只安排在本单位的周，每周一项，不超出关系与限额。")
    /// See ``Rule/unit``.
    public static let unit = Text("week", "周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("HB26", Citation.hanbin, "六(八)", "定期选派医务人员轮流到基层值诊、查房"),
        Citation("WH14", Citation.wuhai, "四", "鼓励医师到基层医疗机构多点执业"),
    ]

    /// The rule.
    public init() {}

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        let permissions = PostingPermissions(instance)
        return instance.personIndexes.flatMap { person -> [Violation] in
            var seen: Set<Week> = []
            return attendance.roster.plans[person.offset].homeWeeks.flatMap { homeWeek -> [Violation] in
                let week = homeWeek.week
                func report(_ fault: Fault, _ amount: Int = 1) -> Violation {
                    violation(fault, .person(person), week, amount: amount)
                }
                guard instance.weeks.contains(week) else { return [report(.outsideHorizon)] }
                var found: [Violation] = []
                if !seen.insert(week).inserted { found.append(report(.twoDuties)) }
                if !attendance.isAtHome(person, in: week) { found.append(report(.notAtHome)) }
                switch homeWeek.duty {
                case .visits(let visits):
                    found += faults(of: visits, instance[person], permissions, instance, week).map {
                        report($0.fault, $0.amount)
                    }
                case .remote(let index):
                    let duty = instance[index]
                    if duty.hospital != instance[person].employer || !duty.wanted.accepts(instance[person]) {
                        found.append(report(.notWanted))
                    }
                }
                return found
            }
        }
    }

    private func faults(
        of visits: [Visit], _ person: Person, _ permissions: PostingPermissions, _ instance: Instance,
        _ week: Week
    ) -> [(fault: Fault, amount: Int)] {
        guard let limits = person.visits else { return [(.noVisits, 1)] }
        var found: [(fault: Fault, amount: Int)] = []
        let sessions = visits.reduce(0) { $0 + $1.sessions }
        let hosts = Set(visits.map(\.host)).count
        if sessions > limits.sessionsPerWeek {
            found.append((.tooManySessions, sessions - limits.sessionsPerWeek))
        }
        if hosts > limits.hostsPerWeek { found.append((.tooManyHosts, hosts - limits.hostsPerWeek)) }
        let unlinked = visits.count { !permissions.mayVisit(person, instance[$0.host].id, in: week) }
        if unlinked > 0 { found.append((.notLinked, unlinked)) }
        return found
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .person(let person) = violation.tag.subject,
            let fault = violation.reason.flatMap({ Fault(rawValue: $0.rawValue) })
        else { return Self.name }
        let (what, id) = (Self.wording(of: fault, violation.amount), instance[person].id)
        return Text("\(id) \(what.english)", "\(id)\(what.chinese)")
    }

    private static func wording(of fault: Fault, _ amount: Int) -> Text {
        switch fault {
        case .twoDuties: Text("has more than one duty in a week at home", "在院的一周内有多项任务")
        case .outsideHorizon: Text("has a duty outside the horizon", "任务超出排班期")
        case .notAtHome:
            Text("has visits or a remote duty in a week of posting or leave", "在派驻或休假的周安排了坐诊巡诊或远程值班")
        case .noVisits: Text("makes visits without limits for them", "没有坐诊巡诊限额，但安排了坐诊巡诊")
        case .tooManySessions:
            Text(
                "makes \(counted(amount, "session")) of visits more than allowed in a week",
                "一周坐诊巡诊比限额多\(amount)个半日")
        case .tooManyHosts:
            Text("visits \(counted(amount, "host")) more than allowed in a week", "一周到访机构比限额多\(amount)家")
        case .notLinked:
            Text(
                "visits \(counted(amount, "host")) that no link for visits leads to",
                "到访\(amount)家没有坐诊巡诊关系的机构")
        case .notWanted: Text("does a remote duty that is not the person's", "承担了不属于本人的远程值班")
        }
    }
}
