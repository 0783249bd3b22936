/// Everyone has one duty a week, is posted only where links and the limits of the kind allow, never on leave, and as pinned.
///
/// A link may be used in weeks whose Monday to Friday lie in its days, for a kind and a specialty it is for, and across communities only when
/// approved (HB15); inside a community no formalities stand in the way (HB18). A week touched by leave or by a pin counts whole; leave so short that
/// it interrupts no resident posting (``ResidentTerm/leaveDays``) is none for one.
public struct EligibleDuty: StructuralRule {
    /// What a plan can do wrong beside being where no link leads.
    enum Fault: String {
        case twoDuties, outsideHorizon, onLeave, pinnedHost, pinnedPosted, pinnedHome, pinnedOnlyHost
    }

    /// See ``Rule/id``.
    public static let id: RuleID = "eligibleDuty"
    /// See ``Rule/name``.
    public static let name = Text("Eligible duty", "派驻资格")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "One duty a week, posted only along usable links, never on leave, and as pinned.",
        "每周一项任务，只沿有效关系派驻，休假期间不派驻，固定安排不变。")
    /// See ``Rule/unit``.
    public static let unit = Text("week", "周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("HB15", Citation.hanbin, "五(二)", "医共体人员的调入调出,须经医管委办公室批准,按照规定程序办理"),
        Citation("HB18", Citation.hanbin, "五(二)", "凡在紧密型医共体内各医疗机构执业的,不再办理执业地点变更和执业机构备案手续"),
    ]

    /// The rule.
    public init() {}

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let permissions = PostingPermissions(attendance.instance)
        return attendance.instance.personIndexes.flatMap { person in
            let postings = attendance.postings(of: person)
            return doubleDuties(of: person, postings, attendance.instance)
                + postings.flatMap { misplacements(of: person, $0, attendance.instance, permissions) }
                + attendance.instance[person].pins.flatMap {
                    breaches(of: $0, person, postings, attendance.instance, permissions)
                }
        }
    }

    private func doubleDuties(
        of person: PersonIndex, _ postings: [Posting], _ instance: Instance
    ) -> [Violation] {
        instance.weeks.compactMap { week in
            let duties = postings.count { $0.weeks.contains(week) }
            return duties > 1 ? violation(Fault.twoDuties, .person(person), week, amount: duties - 1) : nil
        }
    }

    private func misplacements(
        of index: PersonIndex, _ posting: Posting, _ instance: Instance, _ permissions: PostingPermissions
    ) -> [Violation] {
        let (person, host) = (instance[index], instance[posting.host].id)
        let longestLeave = instance.limits(of: index, posting.kind)?.leaveDays ?? 0
        let leave = person.leave.filter { $0.dayCount.map { $0 > longestLeave } ?? true }
        var found: [Violation] = []
        func report<Reason: RawRepresentable<String>>(_ reason: Reason, in week: Week) {
            found.append(violation(reason, .posting(index, posting.host), week, amount: 1))
        }
        for week in posting.weeks {
            guard instance.weeks.contains(week) else {
                report(Fault.outsideHorizon, in: week)
                continue
            }
            if leave.contains(where: { permissions.touches(week, $0) }) {
                report(Fault.onLeave, in: week)
            }
            if let refusal = permissions.refusal(of: person, at: host, posting.kind, in: week) {
                report(refusal, in: week)
            }
        }
        return found
    }

    private func breaches(
        of pin: Pin, _ person: PersonIndex, _ postings: [Posting], _ instance: Instance,
        _ permissions: PostingPermissions
    ) -> [Violation] {
        let fault: Fault
        var subject = Subject.person(person)
        let wrong: [Week]
        func hosts(in week: Week) -> [SiteID] {
            postings.filter { $0.weeks.contains(week) }.map { instance[$0.host].id }
        }
        switch pin {
        case .posted(let host, let days):
            fault = .pinnedHost
            if let site = instance.site(host) { subject = .posting(person, site) }
            wrong = instance.weeks.filter { permissions.touches($0, days) && hosts(in: $0) != [host] }
        case .postedSomewhere(let days):
            fault = .pinnedPosted
            wrong = instance.weeks.filter { permissions.touches($0, days) && hosts(in: $0).isEmpty }
        case .notPosted(let days):
            fault = .pinnedHome
            wrong = instance.weeks.filter { permissions.touches($0, days) && !hosts(in: $0).isEmpty }
        case .onlyAt(let host):
            fault = .pinnedOnlyHost
            if let site = instance.site(host) { subject = .posting(person, site) }
            wrong = instance.weeks.filter { hosts(in: $0).contains { $0 != host } }
        }
        return wrong.map { violation(fault, subject, $0, amount: 1) }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        let (person, place): (PersonIndex, Text)
        switch violation.tag.subject {
        case .person(let index): (person, place) = (index, Text("a host", "机构"))
        case .posting(let index, let host): (person, place) = (index, instance[host].name)
        default: return Self.name
        }
        let code = violation.reason?.rawValue ?? ""
        let what =
            Fault(rawValue: code).map { Self.wording(of: $0, place) }
            ?? PostingPermissions.Refusal(rawValue: code).map { Self.wording(of: $0, place) } ?? Self.name
        let id = instance[person].id
        return Text("\(id) \(what.english)", "\(id)\(what.chinese)")
    }

    private static func wording(of fault: Fault, _ place: Text) -> Text {
        let (english, chinese) = (place.english, place.chinese)
        return switch fault {
        case .twoDuties: Text("has more than one duty in a week", "一周内有多项任务")
        case .outsideHorizon:
            Text("is posted at \(english) outside the horizon", "在\(chinese)的派驻超出排班期")
        case .onLeave: Text("is posted at \(english) while on leave", "休假期间被派驻\(chinese)")
        case .pinnedHost:
            Text("is pinned to a posting at \(english) and not only there", "已固定派驻\(chinese)，但未如此安排")
        case .pinnedPosted: Text("is pinned to be posted and is at home", "已固定下派，但未派驻")
        case .pinnedHome: Text("is pinned to stay and is posted", "已固定不下派，但被派驻")
        case .pinnedOnlyHost:
            Text("may be posted only at \(english) and is posted elsewhere", "只可派驻\(chinese)，但被派驻他处")
        }
    }

    private static func wording(of refusal: PostingPermissions.Refusal, _ place: Text) -> Text {
        let (english, chinese) = (place.english, place.chinese)
        return switch refusal {
        case .kindNotAllowed:
            Text("is posted at \(english) in a kind not open to the person", "在\(chinese)的派驻类型不适用于本人")
        case .notLinked:
            Text("is posted at \(english), which the employer has no link to", "被派驻\(chinese)，但所在单位与其无派驻关系")
        case .kindNotLinked:
            Text("is posted at \(english) in a kind that no link is for", "在\(chinese)的派驻类型不在派驻关系之内")
        case .specialtyNotLinked:
            Text("is posted at \(english), to which no link sends the specialty", "被派驻\(chinese)，但专业不在派驻关系之内")
        case .outsideLinkDays:
            Text("is posted at \(english) on days for which no link is valid", "被派驻\(chinese)，但派驻关系当时无效")
        case .notApproved:
            Text("is posted at \(english) across communities without approval", "跨医共体被派驻\(chinese)，未经批准")
        }
    }
}
