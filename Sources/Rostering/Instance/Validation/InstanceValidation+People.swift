extension InstanceValidation {
    /// There are people, each with an identifier of its own, legal numbers, and a history and pins that can hold.
    mutating func checkPeople() {
        let path = FaultPath.root["people"]
        if description.people.isEmpty {
            add(
                .empty, at: path, value: "",
                Text("An instance has at least one person.", "算例至少有一名人员。"))
        }
        var seen: Set<PersonID> = []
        let links = Dictionary(grouping: description.links, by: \.origin)
        for (position, person) in description.people.enumerated() where faults.count <= Fault.listedAtMost {
            check(person.id, seen: &seen, at: path[position]["id"])
            let before = faults.count
            checkWork(of: person, at: path[position])
            checkService(of: person, at: path[position])
            for (number, pin) in person.pins.enumerated() { check(pin, at: path[position]["pins"][number]) }
            // What follows compares the parts of one person, which must be sound by themselves first.
            guard faults.count == before, !doubts.people.contains(position) else { continue }
            checkPlan(of: person, links: links[person.employer] ?? [], at: path[position])
        }
    }

    private mutating func checkWork(of person: Person, at path: FaultPath) {
        let employer = known(person.employer, at: path["employer"])
        if person.profession == .manager, person.title != .none {
            add(
                .outOfRange, at: path["title"], value: "\(person.title.rawValue)",
                Text("A manager has no title rank; the title must be 0.", "管理人员没有职称等级，职称应为0。"))
        }
        if person.awaitsMidTitle, person.title.isMidTitle || !person.profession.isTechnical {
            add(
                .outOfRange, at: path["awaitsMidTitle"], value: "true",
                Text(
                    "Only technical staff below an intermediate title can await one; the title must be 0 to 2, or leave the key out.",
                    "只有职称低于中级的医疗技术人员可待聘中级，职称应为0至2，否则请省略此项。"))
        }
        if let employer, employer.isHospital, person.specialties.isEmpty, person.profession != .manager,
            !doubts.sites.contains(employer.id)
        {
            add(
                .empty, at: path["specialties"], value: "",
                Text(
                    "A hospital's person has at least one specialty, which makes the department.",
                    "医院人员至少有一个专科，以此归入科室。"))
        }
        for (position, specialty) in person.specialties.enumerated() {
            check(specialty, at: path["specialties"][position])
        }
        checkDistinct(person.specialties, at: path["specialties"], \.text)
        checkDistinct(person.functions, at: path["functions"], \.rawValue)
        for (position, days) in person.leave.enumerated() { check(days, at: path["leave"][position]) }
        check(person.sessionsPerWeek, in: 0...14, at: path["sessionsPerWeek"])
        check(person.slotsPerSession, in: 0...200, at: path["slotsPerSession"])
        if let visits = person.visits {
            check(visits.sessionsPerWeek, in: 1...14, at: path["visits"]["sessionsPerWeek"])
            check(visits.hostsPerWeek, in: 1...3, at: path["visits"]["hostsPerWeek"])
        }
        checkCommitments(of: person, employer, at: path["commitments"])
        for kind in PostingKind.allCases {
            guard let limits = person.limits[kind] else { continue }
            let path = path["limits"][kind.rawValue]
            check(limits.minimumWeeks, in: 1...Self.mostWeeks, at: path["minimumWeeks"])
            if (1...Self.mostWeeks).contains(limits.minimumWeeks) {
                check(limits.maximumWeeks, in: limits.minimumWeeks...Self.mostWeeks, at: path["maximumWeeks"])
            }
            check(limits.restWeeks, in: 0...Self.mostWeeks, at: path["restWeeks"])
            if kind == .resident { checkTerm(limits, at: path["maximumWeeks"]) }
        }
    }

    /// A resident posting may last as long as the policy's term (YL22) asks.
    private mutating func checkTerm(_ limits: PostingLimits, at path: FaultPath) {
        let (most, term) = (limits.maximumWeeks, description.policy[ResidentTerm.self])
        guard term.enforcement.isOn, term.continuity == .oneHost,
            limits.minimumWeeks <= most, most < term.term
        else { return }
        add(
            .outOfRange, at: path, value: "\(most)",
            Text(
                "A resident posting of this person ends after \(most) weeks at most, and the rule 'residentTerm' asks for "
                    + "\(term.term); raise 'maximumWeeks' or leave 'resident' out of the limits.",
                "该人员常驻最长\(most)周，而规则“residentTerm”要求不少于\(term.term)周；请提高“maximumWeeks”或从期限中去掉“resident”。"))
    }

    /// A clinic's leader is employed by a clinic, and a directed post is a tertiary hospital's.
    private mutating func checkCommitments(of person: Person, _ employer: Site?, at path: FaultPath) {
        let commitments = person.commitments
        if let day = commitments.boundUntil { check(day, at: path["boundUntil"]) }
        guard let employer else { return }
        if commitments.leadsClinic { check(employer, is: [.clinic], at: path["leadsClinic"]) }
        if commitments.isDirected { check(employer, is: [.tertiary], at: path["directed"]) }
    }

    private mutating func checkService(of person: Person, at path: FaultPath) {
        let history = person.history
        check(person.minimumAway, in: 0...Self.mostWeeks, at: path["minimumAway"])
        if let most = person.maximumAway {
            let least = min(max(0, person.minimumAway, history.weeksAway), Self.mostWeeks)
            check(most, in: least...Self.mostWeeks, at: path["maximumAway"])
        }
        for (host, cost) in person.preferences.sorted(by: { $0.key < $1.key }) {
            let path = path["preferences"][host.text]
            _ = known(host, at: path)
            check(cost, in: Cost.zero...Cost(1000), at: path)
        }
        let historyPath = path["history"]
        check(history.turns, in: 0...Self.mostWeeks, at: historyPath["turns"])
        check(
            history.turnsInARow, in: 0...min(max(0, history.turns), Self.mostWeeks),
            at: historyPath["turnsInARow"])
        if let days = history.serviceDays { check(days, in: 0...36_500, at: historyPath["serviceDays"]) }
        check(history.weeksAway, in: 0...Self.mostWeeks, at: historyPath["weeksAway"])
        if let weeks = history.weeksSincePosting {
            check(weeks, in: 0...Self.mostWeeks, at: historyPath["weeksSincePosting"])
        }
        guard let underWay = history.underWay else { return }
        let underWayPath = historyPath["underWay"]
        _ = known(underWay.host, at: underWayPath["host"])
        let most = min(max(1, history.weeksAway), Self.mostWeeks)
        check(underWay.weeksServed, in: 1...most, at: underWayPath["weeksServed"])
        if history.weeksSincePosting != nil {
            add(
                .contradictoryHistory, at: historyPath["weeksSincePosting"],
                value: "\(history.weeksSincePosting ?? 0)",
                Text(
                    "With a posting under way nobody has been at home since one; leave one of the two out.",
                    "派驻尚在进行，不能同时写明结束后的周数，请省略其一。"))
        }
    }

    private mutating func check(_ pin: Pin, at path: FaultPath) {
        switch pin {
        case .posted(let host, let days):
            _ = known(host, at: path["host"])
            check(days, at: path)
        case .postedSomewhere(let days), .notPosted(let days): check(days, at: path)
        case .onlyAt(let host): _ = known(host, at: path["host"])
        }
    }
}
