import Rostering

// What limits each person's plan: history, leave, limits, preferences and pins, drawn around the witness.
extension Draft {
    /// Weeks away so far, postings under way, and recent rests.
    mutating func addHistory() {
        var numbers = numbers(for: .history)
        for community in communities {
            for person in community.departments.joined() {
                let position = person.offset
                var history = ServiceHistory(
                    weeksAway: numbers.chance(60) ? numbers.integer(in: 1...max(1, options.weeks / 4)) : 0)
                let (dice, served) = (numbers.integer(in: 1...100), numbers.integer(in: 1...8))
                let (extra, clinic) = (numbers.integer(in: 0...3), numbers.pick(community.clinics))
                if let first = witness[position].first {
                    // Whoever opens a relay may have been there for some weeks.
                    if first.weeks.lowerBound == Week(0), dice <= 50 {
                        history.underWay = .init(host: id(first.host), weeksServed: served)
                    }
                } else if dice <= 6, description.people[position].title.isMidTitle {
                    // A posting under way goes on at least until it has lasted four weeks.
                    history.underWay = .init(host: id(clinic), weeksServed: served)
                    let remaining = min(options.weeks, max(0, 4 - served) + extra)
                    if remaining > 0 {
                        witness[position] = [Posting(host: clinic, weeks: Week(0)..<Week(remaining))]
                    }
                } else if dice <= 16 {
                    history.weeksSincePosting = served - 1
                    history.weeksAway = max(history.weeksAway, 4)
                }
                history.weeksAway = max(history.weeksAway, history.underWay?.weeksServed ?? 0)
                description.people[position].history = history
            }
        }
    }

    /// One or two weeks of leave a year, rarely a long one, never in a week in which the witness has the person away.
    mutating func addLeave() {
        var numbers = numbers(for: .leave)
        let calendar = description.calendar
        leave = description.people.map { _ in WeekSet(options.weeks) }
        for position in description.people.indices {
            let isLong = options.weeks >= 26 && numbers.chance(4)
            for year in 0...(options.weeks - 1) / 52 {
                let length = isLong && year == 0 ? numbers.integer(in: 6...10) : numbers.integer(in: 1...2)
                let last = min(options.weeks, 52 * (year + 1)) - length
                guard last >= 52 * year else { continue }
                // Leave gives way to postings: a few attempts, then none this year.
                for _ in 0..<6 {
                    let start = Week(numbers.integer(in: 52 * year...last))
                    let weeks = start..<start.advanced(by: length)
                    guard
                        weeks.allSatisfy({
                            !isAway(PersonIndex(position), $0) && !leave[position].contains($0)
                        })
                    else { continue }
                    for week in weeks { leave[position].insert(week) }
                    description.people[position].leave.append(
                        DayRange(
                            calendar.monday(of: start),
                            calendar.sunday(of: start.advanced(by: length - 1)).advanced(by: -2)))
                    break
                }
            }
        }
    }

    /// How long a posting lasts, the rest after it, and the weeks away of the whole horizon.
    mutating func addLimits() {
        var numbers = numbers(for: .limits)
        for position in description.people.indices {
            let history = description.people[position].history
            // Each posting's length with the weeks served before the horizon; one that ended with week 0 counts too.
            let served = history.underWay?.weeksServed ?? 0
            var lengths = witness[position].map { posting in
                posting.weeks.count + (posting.weeks.lowerBound == Week(0) ? served : 0)
            }
            if lengths.isEmpty, served > 0 { lengths = [served] }
            let longest = lengths.max() ?? 0
            let shortest = min(lengths.min() ?? 8, options.weeks)
            let most = options.choose(loose: [12, 16, 26], tight: [8, 12, 16]).filter { $0 >= longest }
            let limits = PostingLimits(
                minimumWeeks: numbers.pick([4, 6, 8].filter { $0 <= max(4, shortest) }),
                maximumWeeks: most.isEmpty ? longest : numbers.pick(most),
                restWeeks: numbers.pick(options.choose(loose: [2, 4], tight: [4, 6, 8])))
            description.people[position].limits = [.temporary: limits]
            let percent = numbers.integer(in: options.choose(loose: 20...40, tight: 12...25))
            let planned = witness[position].reduce(0) { $0 + $1.weeks.count }
            let budget = max(options.weeks * percent / 100, planned, limits.minimumWeeks)
            let (isFree, owes) = (numbers.chance(10), numbers.chance(30))
            if !isFree { description.people[position].maximumAway = history.weeksAway + budget }
            // Before promotion to associate senior: a year at the grass roots, here as a share of it (HB17).
            if owes, description.people[position].title == .intermediate {
                description.people[position].minimumAway = history.weeksAway + min(26, budget / 2)
            }
        }
    }

    /// What a week at some clinics costs a person, and a few decisions already made.
    mutating func addPreferences() {
        var numbers = numbers(for: .preferences)
        let calendar = description.calendar
        for community in communities {
            for person in community.departments.joined() {
                let position = person.offset
                for clinic in numbers.shuffled(community.clinics).prefix(numbers.integer(in: 0...3)) {
                    let cost = Cost(numbers.pick([1, 2, 3, 5]))
                    description.people[position].preferences[id(clinic)] = cost
                }
                let dice = numbers.integer(in: 1...100)
                let (start, clinic) = (
                    numbers.integer(in: 0...options.weeks - 1), numbers.pick(community.clinics)
                )
                guard witness[position].isEmpty, description.people[position].history.underWay == nil else {
                    continue
                }
                if dice <= 3 {
                    let last = min(options.weeks - 1, start + 12)
                    description.people[position].pins = [
                        .notPosted(
                            DayRange(calendar.monday(of: Week(start)), calendar.sunday(of: Week(last))))
                    ]
                } else if dice <= 6 {
                    description.people[position].pins = [.onlyAt(id(clinic))]
                }
            }
        }
    }
}
