extension InstanceValidation {
    /// The posting under way and the pins of one person can be kept: links reach the hosts, and pins agree with each other, leave and limits.
    ///
    /// These are contradictions that one person's data show. What follows only from the rules together is for the solver to explain.
    mutating func checkPlan(of person: Person, links: [Link], at path: FaultPath) {
        if let underWay = person.history.underWay {
            let usable = usable(links, by: person).contains {
                $0.host == underWay.host && $0.postingKinds.contains(underWay.kind)
            }
            if !doubts.links, !doubts.siteIdentifiers, !usable {
                addUnreachable(underWay.host, at: path["history"]["underWay"]["host"])
            } else if person.limits[underWay.kind] == nil {
                add(
                    .pinBeyondLimits, at: path["history"]["underWay"]["kind"], value: underWay.kind.rawValue,
                    Text(
                        "The person has no limits for this kind of posting; state them under 'limits'.",
                        "该人员没有这种派驻的期限，请在“limits”中写明。"))
            }
        }
        guard isHorizonSound, !person.pins.isEmpty else { return }
        checkPins(of: person, at: path["pins"])
        checkHosts(ofPins: person, links: links, at: path["pins"])
    }

    /// The links from the person's employer that may send the person, whenever they hold.
    private func usable(_ links: [Link], by person: Person) -> [Link] {
        links.filter { link in
            guard let origin = sites[link.origin], let host = sites[link.host] else { return false }
            return link.isUsable(
                by: person, crossing: PostingOption.crossesCommunities(origin, host, leads))
        }
    }

    /// What the pins seen so far ask for, week by week.
    private struct Asked {
        var host: [SiteID?]
        var isPosted: [Bool]
        var isNotPosted: [Bool]
        var only: SiteID?

        init(weeks: Int) {
            host = Array(repeating: nil, count: weeks)
            isPosted = Array(repeating: false, count: weeks)
            isNotPosted = isPosted
        }

        /// Whether a pin can be kept together with these.
        func agrees(with pin: Pin, in weeks: Range<Week>) -> Bool {
            switch pin {
            case .posted(let place, _):
                (only ?? place) == place
                    && weeks.allSatisfy { !isNotPosted[$0.offset] && (host[$0.offset] ?? place) == place }
            case .postedSomewhere: weeks.allSatisfy { !isNotPosted[$0.offset] }
            case .notPosted: weeks.allSatisfy { !isPosted[$0.offset] }
            case .onlyAt(let place):
                (only ?? place) == place && host.allSatisfy { ($0 ?? place) == place }
            }
        }

        mutating func add(_ pin: Pin, in weeks: Range<Week>) {
            for week in weeks {
                switch pin {
                case .posted(let place, _): (host[week.offset], isPosted[week.offset]) = (place, true)
                case .postedSomewhere: isPosted[week.offset] = true
                case .notPosted: isNotPosted[week.offset] = true
                case .onlyAt: break
                }
            }
            if case .onlyAt(let place) = pin { only = place }
        }
    }

    /// No two pins of a person contradict each other, and none posts the person on leave or for longer than any limit.
    private mutating func checkPins(of person: Person, at path: FaultPath) {
        let calendar = description.calendar
        let leave = person.weeksOfLeave(longerThan: longestLeaveKept(by: person), in: calendar)
        var asked = Asked(weeks: calendar.weekCount)
        for (position, pin) in person.pins.enumerated() {
            let weeks = calendar.weeks(pinnedBy: pin)
            if !asked.agrees(with: pin, in: weeks) {
                add(
                    .contradictoryPins, at: path[position], value: "",
                    Text(
                        "The pin cannot be kept together with one before it; take one of the two out.",
                        "该固定安排与前面的一项矛盾，请删去其一。"))
            } else {
                asked.add(pin, in: weeks)
            }
            guard pin.isPosting else { continue }
            if let week = weeks.first(where: leave.contains) {
                let monday = calendar.monday(of: week)
                add(
                    .pinOnLeave, at: path[position], value: "\(monday)",
                    Text(
                        "The pin posts the person in the week of \(monday), which is a week of leave.",
                        "该固定安排要求\(monday)所在周派驻，而该周休假。"))
            }
            let longest = person.limits.values.map(\.maximumWeeks).max() ?? 0
            if case .posted = pin, weeks.count > longest {
                add(
                    .pinBeyondLimits, at: path[position], value: "\(weeks.count)",
                    Text(
                        "The pin posts the person for \(weeks.count) weeks; the longest posting allowed has \(longest).",
                        "该固定安排要求连续派驻\(weeks.count)周，而最长为\(longest)周。"))
            }
        }
    }

    /// The longest leave, in days, that lets some posting of a person go on (``ResidentTerm/leaveDays``).
    private func longestLeaveKept(by person: Person) -> Int {
        let term = description.policy[ResidentTerm.self]
        return term.enforcement.isOn && person.limits[.resident] != nil ? term.leaveDays : 0
    }

    /// Every week pinned at a host is a week in which some link reaches the host.
    private mutating func checkHosts(ofPins person: Person, links: [Link], at path: FaultPath) {
        guard !doubts.links, !doubts.siteIdentifiers else { return }
        let calendar = description.calendar
        let usable = usable(links, by: person)
        for (position, pin) in person.pins.enumerated() {
            guard let host = pin.host else { continue }
            let reached = WeekSet(
                calendar.weekCount,
                usable.filter { link in
                    link.host == host && link.postingKinds.contains { person.limits[$0] != nil }
                }.map { calendar.weeks(coveredBy: $0.days) })
            let isReached =
                pin.isPosting
                ? calendar.weeks(pinnedBy: pin).allSatisfy(reached.contains) : !reached.isEmpty
            if !isReached { addUnreachable(host, at: path[position]["host"]) }
        }
    }

    private mutating func addUnreachable(_ host: SiteID, at path: FaultPath) {
        add(
            .unreachableHost, at: path, value: host.text,
            Text(
                "No link that holds then sends this person from the employer to '\(host)'; its specialties, kinds of posting, "
                    + "dates, and the approval of a link across communities count.",
                "没有当时有效的关系可将该人员由所在单位派往“\(host)”；请检查关系的专科、派驻类型、日期，跨医共体的须经批准。"))
    }
}

extension Pin {
    /// Whether the pin asks for weeks posted.
    fileprivate var isPosting: Bool {
        switch self {
        case .posted, .postedSomewhere: true
        case .notPosted, .onlyAt: false
        }
    }

    /// The host the pin names.
    fileprivate var host: SiteID? {
        switch self {
        case .posted(let host, _), .onlyAt(let host): host
        case .postedSomewhere, .notPosted: nil
        }
    }
}

extension RosterCalendar {
    /// The weeks of the horizon that a pin is about.
    fileprivate func weeks(pinnedBy pin: Pin) -> Range<Week> {
        switch pin {
        case .posted(_, let days), .postedSomewhere(let days), .notPosted(let days): weeks(touchedBy: days)
        case .onlyAt: weeks
        }
    }
}
