import Rostering

/// The plans one person can have and what each of their duties puts into the rows.
///
/// A *mode* is a posting option together with a range of lengths for which a posting counts alike everywhere, or a duty in a week at home; a
/// *cell* is a mode in a week. The modes of postings come first, then those at home.
final class PersonModel: Sendable {
    /// A posting option with a range of lengths.
    struct Mode: Sendable {
        let host: SiteIndex
        let kind: PostingKind
        /// Modes of the same option are the same place and kind.
        let option: Int
        /// How long a posting in this mode lasts, weeks served before week 0 included.
        let lasting: ClosedRange<Int>
        let restWeeks: Int
        /// The weeks an open end is committed to if a posting in this mode may reach the last week before its minimum, else nil.
        let openEndMinimum: Int?
        /// Weeks served before week 0 if the posting under way is of this option.
        let weeksServed: Int
        /// By week: whether the person may be there.
        let allowed: [Bool]

        /// Whether a stay that ends before week `end`, having lasted `weeks` with those before week 0, is of this mode.
        func accepts(lasting weeks: Int, endingAt end: Int, of weekCount: Int) -> Bool {
            if end == weekCount, let minimum = openEndMinimum { return lasting.contains(max(weeks, minimum)) }
            return lasting.contains(weeks)
        }
    }

    /// A whole coefficient in a row.
    struct Entry: Sendable, Hashable {
        let row: Int
        let coefficient: Int
    }

    /// A posting under way at week 0 that is not of any option left: it must have ended.
    let mustHaveEnded: Bool
    let weekCount: Int
    /// The modes of postings.
    let modes: [Mode]
    /// The modes at home; mode number `modes.count + n` is the n-th.
    let homeModes: [HomeDutyOption]
    /// By cell (mode × weeks + week): entries of being there, ordered by row, each row once.
    let dutyEntries: FlatLists<Entry>
    /// By cell: cost in thousandths of being there.
    let dutyCosts: [Int]
    /// By cell: entries of a posting that starts there, likewise.
    let startEntries: FlatLists<Entry>
    /// By cell: cost in thousandths of a start.
    let startCosts: [Int]
    /// Weeks from week 0 on in which rest from an earlier posting forbids any.
    let restBefore: Int
    /// By week: whether the person may be without a posting; false where a pin asks for one.
    let homeAllowed: [Bool]
    /// The most weeks of postings in the horizon, or nil for no limit.
    let awayLimit: Int?
    /// Whether a posting is under way that may, and if it has not reached its minimum must, go on.
    var isUnderWay: Bool { modes.contains { $0.weeksServed > 0 } }
    /// The option of the posting under way.
    let underWay: (option: Int, mayEnd: Bool, restWeeks: Int)?

    init(_ builder: Builder) {
        mustHaveEnded = builder.mustHaveEnded
        weekCount = builder.weekCount
        modes = builder.modes
        homeModes = builder.homeModes
        dutyEntries = Self.merged(builder.dutyEntries, cellCount: builder.dutyCosts.count)
        dutyCosts = builder.dutyCosts
        startEntries = Self.merged(builder.startEntries, cellCount: builder.startCosts.count)
        startCosts = builder.startCosts
        restBefore = builder.restBefore
        homeAllowed = builder.homeAllowed
        awayLimit = builder.awayLimit
        underWay = builder.underWay
    }
}

extension PersonModel {
    /// Where a coefficient goes.
    enum Target {
        case row(Int)
        case cost
    }

    /// A person's model while coefficients are being added.
    struct Builder {
        let weekCount: Int
        let modes: [Mode]
        let homeModes: [HomeDutyOption]
        /// By week: the sessions the person holds at the hospital when at home.
        let sessions: [Int]
        let modesByHost: [SiteIndex: [Int]]
        let restBefore: Int
        let mustHaveEnded: Bool
        let underWay: (option: Int, mayEnd: Bool, restWeeks: Int)?
        let homeAllowed: [Bool]
        let awayLimit: Int?
        /// Entries with their cells, rows ascending.
        var dutyEntries: [(list: Int, element: Entry)] = []
        var dutyCosts: [Int]
        /// Likewise, of starts.
        var startEntries: [(list: Int, element: Entry)] = []
        var startCosts: [Int]
    }

    /// Sorts entries into cells and adds up those of the same cell and row.
    private static func merged(_ added: [(list: Int, element: Entry)], cellCount: Int) -> FlatLists<Entry> {
        var cells = FlatLists<Entry>()
        for entries in FlatLists(grouping: added, count: cellCount) {
            var list: [Entry] = []
            // Entries of the same row follow one another.
            for entry in entries {
                if let last = list.last, last.row == entry.row {
                    list[list.count - 1] = Entry(
                        row: entry.row, coefficient: last.coefficient + entry.coefficient)
                } else {
                    list.append(entry)
                }
            }
            cells.append(list.lazy.filter { $0.coefficient != 0 })
        }
        return cells
    }

    /// Empty models of all people, with options split at the lengths at which what a posting counts for changes.
    static func builders(for instance: Instance, thresholds: [Int]) -> [Builder] {
        instance.personIndexes.map { index in
            let person = instance[index]
            let weekCount = instance.calendar.weekCount
            let options = instance.options(of: index)
            var modes: [Mode] = []
            for (position, option) in options.enumerated() {
                let limits = option.limits
                let cuts =
                    [limits.minimumWeeks]
                    + thresholds.filter { limits.minimumWeeks < $0 && $0 <= limits.maximumWeeks }
                for (number, lower) in cuts.enumerated() {
                    let upper = number + 1 < cuts.count ? cuts[number + 1] - 1 : limits.maximumWeeks
                    modes.append(
                        Mode(
                            host: option.host, kind: option.kind, option: position, lasting: lower...upper,
                            restWeeks: limits.restWeeks,
                            openEndMinimum: limits.mayContinuePastEnd ? limits.minimumWeeks : nil,
                            weeksServed: option.weeksServed,
                            allowed: instance.weeks.map { option.weeks.contains($0) }))
                }
            }
            var homeAllowed = Array(repeating: true, count: weekCount)
            for pin in person.pins {
                switch pin {
                case .posted(_, let days), .postedSomewhere(let days):
                    for week in instance.calendar.weeks(touchedBy: days) { homeAllowed[week.offset] = false }
                case .notPosted, .onlyAt: break
                }
            }
            let ended = restAndEnd(of: index, in: instance, options)
            let homeModes = instance.homeDuties(of: index)
            let cells = (modes.count + homeModes.count) * weekCount
            return Builder(
                weekCount: weekCount, modes: modes, homeModes: homeModes,
                sessions: instance.weeks.map { instance.sessions(of: index, in: $0) },
                modesByHost: Dictionary(grouping: modes.indices, by: { modes[$0].host }),
                restBefore: ended.restBefore, mustHaveEnded: ended.mustHaveEnded, underWay: ended.underWay,
                homeAllowed: homeAllowed, awayLimit: person.maximumAway.map { $0 - person.history.weeksAway },
                dutyCosts: Array(repeating: 0, count: cells), startCosts: Array(repeating: 0, count: cells))
        }
    }

    /// What the history means for week 0.
    private static func restAndEnd(
        of index: PersonIndex, in instance: Instance, _ options: [PostingOption]
    ) -> (restBefore: Int, mustHaveEnded: Bool, underWay: (option: Int, mayEnd: Bool, restWeeks: Int)?) {
        let person = instance[index]
        if let underWay = person.history.underWay {
            if let option = options.firstIndex(where: { $0.weeksServed > 0 }) {
                let limits = options[option].limits
                return (0, false, (option, underWay.weeksServed >= limits.minimumWeeks, limits.restWeeks))
            }
            let limits = instance.limits(of: index, underWay.kind) ?? PostingLimits()
            return (limits.restWeeks, underWay.weeksServed < limits.minimumWeeks, nil)
        }
        guard let since = person.history.weeksSincePosting, let limits = person.limits[.temporary] else {
            return (0, false, nil)
        }
        return (max(0, limits.restWeeks - since), false, nil)
    }

    /// Adds a coefficient of a measure wherever one of the person's duties makes it 1.
    ///
    /// - Precondition: no row comes after a greater one; the entries of a row are found side by side.
    static func add(_ target: Target, coefficient: Int, of measure: Measure, to builders: inout [Builder]) {
        switch measure {
        case .posted(let person, let host, let week, let kind):
            builders[person.offset].addDuty(target, coefficient, host, week, as: kind, lasting: 0)
        case .settled(let person, let host, let week, let weeks, let kind):
            builders[person.offset].addDuty(target, coefficient, host, week, as: kind, lasting: weeks)
        case .started(let person, let host, let week, let kind):
            builders[person.offset].addStart(target, coefficient, host, week, as: kind)
        case .visited(let person, let host, let week):
            builders[person.offset].addHomeDuty(target, coefficient, week) { duty, _ in
                duty.visits.contains { $0.host == host } ? 1 : 0
            }
        case .visitSessions(let person, let host, let week):
            builders[person.offset].addHomeDuty(target, coefficient, week) { duty, _ in
                duty.visits.first { $0.host == host }?.sessions ?? 0
            }
        case .sessionsLost(let person, let week):
            builders[person.offset].addHomeDuty(target, coefficient, week) { duty, sessions in
                min(sessions, duty.visits.reduce(0) { $0 + $1.sessions })
            }
        case .oddSessionLost(let person, let week):
            builders[person.offset].addHomeDuty(target, coefficient, week) { duty, sessions in
                min(sessions, duty.visits.reduce(0) { $0 + $1.sessions }) % 2
            }
        case .onRemoteDuty(let person, let remote, let week):
            builders[person.offset].addHomeDuty(target, coefficient, week) { duty, _ in
                duty == .remote(remote) ? 1 : 0
            }
        case .quantity:
            preconditionFailure("A quantity is no part of a plan.")
        }
    }
}

extension PersonModel.Builder {
    fileprivate mutating func addDuty(
        _ target: PersonModel.Target, _ coefficient: Int, _ host: SiteIndex, _ week: Week,
        as kind: PostingKind?, lasting: Int
    ) {
        for mode in modesByHost[host] ?? []
        where modes[mode].lasting.lowerBound >= lasting && kind.map({ $0 == modes[mode].kind }) ?? true {
            addDuty(target, coefficient, mode, week)
        }
    }

    /// Adds a coefficient times what `count` says of each duty at home and the sessions held at the hospital.
    fileprivate mutating func addHomeDuty(
        _ target: PersonModel.Target, _ coefficient: Int, _ week: Week, _ count: (HomeDuty, Int) -> Int
    ) {
        for (number, option) in homeModes.enumerated() where option.weeks.contains(week) {
            let times = count(option.duty, sessions[week.offset])
            if times != 0 { addDuty(target, coefficient * times, modes.count + number, week) }
        }
    }

    private mutating func addDuty(
        _ target: PersonModel.Target, _ coefficient: Int, _ mode: Int, _ week: Week
    ) {
        let cell = mode * weekCount + week.offset
        switch target {
        case .row(let row):
            dutyEntries.append((cell, PersonModel.Entry(row: row, coefficient: coefficient)))
        case .cost: dutyCosts[cell] += coefficient
        }
    }

    fileprivate mutating func addStart(
        _ target: PersonModel.Target, _ coefficient: Int, _ host: SiteIndex, _ week: Week,
        as kind: PostingKind?
    ) {
        for mode in modesByHost[host] ?? [] where kind.map({ $0 == modes[mode].kind }) ?? true {
            let cell = mode * weekCount + week.offset
            switch target {
            case .row(let row):
                startEntries.append((cell, PersonModel.Entry(row: row, coefficient: coefficient)))
            case .cost: startCosts[cell] += coefficient
            }
        }
    }
}
