import Rostering

/// The structural rules on everybody's plan, for plans given as a place for every week.
///
/// A *place* is numbered alike for all people: 0 is at home without a duty, then come the places of postings (a host and a kind), then the duties at
/// home. Each run of weeks at the same place of postings is one posting.
struct PlaceTables: Sendable {
    /// A host and a kind of posting.
    private struct Place: Hashable {
        let host: SiteIndex
        let kind: PostingKind
    }

    /// A posting under way at week 0: what follows if the person is elsewhere then.
    private struct UnderWay: Sendable {
        let place: Int16
        let mayEnd: Bool
        let restWeeks: Int
    }

    /// What of a person's rules is no table.
    private struct Limits: Sendable {
        let restBefore: Int
        let weeksAway: Int
        let underWay: UnderWay?
    }

    let weekCount: Int
    private let placeCount: Int
    /// The number after the last place of postings.
    private let endOfPostings: Int16
    /// By person, place and week: whether the person may be there.
    private var isAllowed: [Bool]
    /// By person, place, position of the run (see ``position(of:_:)``) and its weeks in the horizon: the mode, or -1 if that is no posting.
    private var modes: [Int32]
    /// By person and place: the weeks of rest after a posting.
    private var restWeeks: [Int]
    /// By person and place: the first cell of a duty at home, or -1.
    private var homeCells: [Int32]
    private var limits: [Limits] = []
    /// By person and mode: the place.
    private var placeOfMode: [[Int16]]
    /// By person: the places of postings open to the person.
    let postings: [[Int16]]
    /// By person: the duties at home open to the person, and being at home without one.
    let homeDuties: [[Int16]]

    /// - Parameter checkpoint: called for every person; what it throws ends the work.
    init(_ people: [PersonModel], checkpoint: () throws -> Void) rethrows {
        var postings: [Place: Int16] = [:]
        for mode in people.lazy.flatMap(\.modes) {
            let place = Place(host: mode.host, kind: mode.kind)
            if postings[place] == nil { postings[place] = Int16(postings.count + 1) }
        }
        var homeDuties: [HomeDuty: Int16] = [:]
        for option in people.lazy.flatMap(\.homeModes) where homeDuties[option.duty] == nil {
            homeDuties[option.duty] = Int16(postings.count + 1 + homeDuties.count)
        }
        weekCount = people.first?.weekCount ?? 0
        placeCount = 1 + postings.count + homeDuties.count
        endOfPostings = Int16(postings.count + 1)
        placeOfMode = people.map { person in
            person.modes.map { postings[Place(host: $0.host, kind: $0.kind)] ?? 0 }
                + person.homeModes.map { homeDuties[$0.duty] ?? 0 }
        }
        self.postings = zip(people, placeOfMode).map { Set($1.prefix($0.modes.count)).sorted() }
        self.homeDuties = zip(people, placeOfMode).map { [0] + $1.dropFirst($0.modes.count) }
        isAllowed = Array(repeating: false, count: people.count * placeCount * weekCount)
        modes = Array(repeating: -1, count: people.count * placeCount * 4 * (weekCount + 1))
        restWeeks = Array(repeating: 0, count: people.count * placeCount)
        homeCells = Array(repeating: -1, count: people.count * placeCount)
        for (number, person) in people.enumerated() {
            try checkpoint()
            add(person, number)
        }
    }

    private mutating func add(_ person: PersonModel, _ number: Int) {
        for week in 0..<weekCount {
            isAllowed[number * placeCount * weekCount + week] = person.homeAllowed[week]
        }
        for (index, mode) in person.modes.enumerated() {
            let place = number * placeCount + Int(placeOfMode[number][index])
            restWeeks[place] = mode.restWeeks
            for week in 0..<weekCount where mode.allowed[week] { isAllowed[place * weekCount + week] = true }
            for weeks in stride(from: 1, through: weekCount, by: 1) {
                for (first, served) in [(0, mode.weeksServed), (1, 0)] {
                    for end in [weekCount - 1, weekCount]
                    where mode.accepts(lasting: served + weeks, endingAt: end, of: weekCount) {
                        let position = place * 4 + position(of: first, end)
                        modes[position * (weekCount + 1) + weeks] = Int32(index)
                    }
                }
            }
        }
        for (index, option) in person.homeModes.enumerated() {
            let mode = person.modes.count + index
            let place = number * placeCount + Int(placeOfMode[number][mode])
            homeCells[place] = Int32(mode * weekCount)
            for week in 0..<weekCount where person.homeAllowed[week] && option.weeks.contains(Week(week)) {
                isAllowed[place * weekCount + week] = true
            }
        }
        let underWay = person.underWay.flatMap { underWay in
            person.modes.firstIndex { $0.option == underWay.option }.map {
                UnderWay(
                    place: placeOfMode[number][$0], mayEnd: underWay.mayEnd, restWeeks: underWay.restWeeks)
            }
        }
        limits.append(
            Limits(
                restBefore: person.restBefore,
                weeksAway: person.mustHaveEnded ? -1 : person.awayLimit ?? weekCount,
                underWay: underWay))
    }

    /// What the first week and the end of a run decide: weeks served before week 0 count, and an open end may be allowed.
    @inline(__always)
    private func position(of first: Int, _ end: Int) -> Int {
        (first == 0 ? 1 : 0) + (end == weekCount ? 2 : 0)
    }

    /// Whether a place is one of postings.
    @inline(__always)
    func isPosting(_ place: Int16) -> Bool { place > 0 && place < endOfPostings }

    /// Whether a person may be at a place in a week, as far as that week alone decides.
    @inline(__always)
    func allows(_ place: Int16, _ person: Int, in week: Int) -> Bool {
        isAllowed[(person * placeCount + Int(place)) * weekCount + week]
    }

    /// By week: where a person's stays are.
    func places(of stays: [Stay], of person: Int) -> [Int16] {
        var places = Array(repeating: Int16(0), count: weekCount)
        for stay in stays {
            for week in stay.weeks { places[week] = placeOfMode[person][stay.mode] }
        }
        return places
    }

    /// Lays out the plan of a person that is at given places; false if a structural rule forbids it.
    func lay(_ places: ArraySlice<Int16>, of person: Int, into cells: inout WeekCells) -> Bool {
        let first = places.startIndex
        var freeFrom = limits[person].restBefore
        if let underWay = limits[person].underWay, places[first] != underWay.place {
            guard underWay.mayEnd else { return false }
            freeFrom = underWay.restWeeks
        }
        var weeksLeft = limits[person].weeksAway
        var week = 0
        while week < weekCount {
            let place = places[first + week]
            guard allows(place, person, in: week) else { return false }
            guard isPosting(place) else {
                let cell = homeCells[person * placeCount + Int(place)]
                cells.duties[week] = cell < 0 ? -1 : cell + Int32(week)
                cells.starts[week] = -1
                week += 1
                continue
            }
            guard week >= freeFrom else { return false }
            var end = week + 1
            while end < weekCount, places[first + end] == place {
                guard allows(place, person, in: end) else { return false }
                end += 1
            }
            let number = person * placeCount + Int(place)
            let mode = modes[(number * 4 + position(of: week, end)) * (weekCount + 1) + end - week]
            guard mode >= 0 else { return false }
            weeksLeft -= end - week
            freeFrom = end + restWeeks[number]
            let goesOn = week == 0 && limits[person].underWay?.place == place
            let start = goesOn ? -1 : mode * Int32(weekCount) + Int32(week)
            for posted in week..<end {
                cells.duties[posted] = mode * Int32(weekCount) + Int32(posted)
                cells.starts[posted] = -1
            }
            cells.starts[week] = start
            week = end
        }
        return weeksLeft >= 0
    }
}
