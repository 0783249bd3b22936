import Rostering

/// Numbers for all places where anybody can be in a week, alike for all people: 0 is at home without a duty, then come the places of postings
/// (a host and a kind), then the duties at home.
struct PlaceNumbers: Sendable {
    /// A host and a kind of posting.
    struct Place: Hashable, Sendable {
        let host: SiteIndex
        let kind: PostingKind
    }

    let postings: [Place: Int]
    let homeDuties: [HomeDuty: Int]
    /// The number after the last posting's.
    var endOfPostings: Int { postings.count + 1 }
    var count: Int { endOfPostings + homeDuties.count }

    init(_ people: [PersonModel]) {
        var postings: [Place: Int] = [:]
        for mode in people.lazy.flatMap(\.modes) {
            let place = Place(host: mode.host, kind: mode.kind)
            if postings[place] == nil { postings[place] = postings.count + 1 }
        }
        var homeDuties: [HomeDuty: Int] = [:]
        for option in people.lazy.flatMap(\.homeModes) where homeDuties[option.duty] == nil {
            homeDuties[option.duty] = postings.count + 1 + homeDuties.count
        }
        self.postings = postings
        self.homeDuties = homeDuties
    }
}

/// The structural rules on one person's plan, for plans given as a place for every week: each run of weeks at the same place is a posting.
struct PlaceTable: Sendable {
    private let weekCount: Int
    private let endOfPostings: Int
    /// By place and week: whether the person may be there.
    private let allowed: [Bool]
    /// By place, where the run lies (see ``mode(of:_:)``) and number of weeks in the horizon: the mode, or -1 if that is no posting.
    private let modes: [Int32]
    /// By place: the first cell of a duty at home, or -1.
    private let homeCells: [Int32]
    /// By place: the weeks of rest after a posting.
    private let rest: [Int]
    private let restBefore: Int
    private let awayLimit: Int
    /// The place of a posting under way at week 0 with what follows if it does not go on, or nil.
    private let underWay: (place: Int, mayEnd: Bool, restWeeks: Int, isCounted: Bool)?
    /// The places of postings that the person can be on, and the duties at home.
    let postings: [Int]
    let homeDuties: [Int]

    init(_ person: PersonModel, _ numbers: PlaceNumbers) {
        let weekCount = person.weekCount
        var allowed = Array(repeating: false, count: numbers.count * weekCount)
        var modes = Array(repeating: Int32(-1), count: numbers.count * 4 * (weekCount + 1))
        var homeCells = Array(repeating: Int32(-1), count: numbers.count)
        var rest = Array(repeating: 0, count: numbers.count)
        var placeOfOption: [Int: Int] = [:]
        var homeDuties: [Int] = []
        allowed.replaceSubrange(0..<weekCount, with: person.homeAllowed)
        for (number, mode) in person.modes.enumerated() {
            guard let place = numbers.postings[.init(host: mode.host, kind: mode.kind)] else { continue }
            placeOfOption[mode.option] = place
            rest[place] = mode.restWeeks
            for week in 0..<weekCount where mode.allowed[week] { allowed[place * weekCount + week] = true }
            for (position, isFirst, isLast) in [(0, false, false), (1, true, false), (2, false, true), (3, true, true)] {
                for weeks in stride(from: 1, through: weekCount, by: 1)
                where mode.accepts(
                    lasting: weeks + (isFirst ? mode.weeksServed : 0), endingAt: isLast ? weekCount : 0,
                    of: weekCount)
                {
                    modes[(place * 4 + position) * (weekCount + 1) + weeks] = Int32(number)
                }
            }
        }
        for (number, option) in person.homeModes.enumerated() {
            guard let place = numbers.homeDuties[option.duty] else { continue }
            homeDuties.append(place)
            homeCells[place] = Int32((person.modes.count + number) * weekCount)
            for week in 0..<weekCount where person.homeAllowed[week] && option.weeks.contains(Week(week)) {
                allowed[place * weekCount + week] = true
            }
        }
        self.weekCount = weekCount
        endOfPostings = numbers.endOfPostings
        self.allowed = allowed
        self.modes = modes
        self.homeCells = homeCells
        self.rest = rest
        self.homeDuties = homeDuties
        restBefore = person.restBefore
        awayLimit = person.mustHaveEnded ? -1 : person.awayLimit ?? weekCount
        postings = Set(placeOfOption.values).sorted()
        underWay = person.underWay.flatMap { underWay in
            placeOfOption[underWay.option].map {
                ($0, underWay.mayEnd, underWay.restWeeks, person.isUnderWay)
            }
        }
    }

    /// Whether a place is one of a posting.
    @inline(__always)
    func isPosting(_ place: Int16) -> Bool { place > 0 && Int(place) < endOfPostings }

    /// Whether the person may be at a place in a week, as far as that week alone decides.
    @inline(__always)
    func allows(_ place: Int16, _ week: Int) -> Bool { allowed[Int(place) * weekCount + week] }

    /// Lays out the plan that is at given places; false if a structural rule forbids it.
    func lay(_ places: [Int16], into cells: inout WeekCells) -> Bool {
        var away = 0
        var freeFrom = restBefore
        if let underWay, places[0] != underWay.place {
            guard underWay.mayEnd else { return false }
            freeFrom = underWay.restWeeks
        }
        var week = 0
        while week < weekCount {
            let place = places[week]
            guard allows(place, week) else { return false }
            cells.starts[week] = -1
            if !isPosting(place) {
                let first = homeCells[Int(place)]
                cells.duties[week] = first < 0 ? -1 : first + Int32(week)
                week += 1
                continue
            }
            guard week >= freeFrom else { return false }
            var end = week + 1
            while end < weekCount, places[end] == place {
                guard allows(place, end) else { return false }
                end += 1
            }
            let position = (week == 0 ? 1 : 0) + (end == weekCount ? 2 : 0)
            let mode = modes[(Int(place) * 4 + position) * (weekCount + 1) + end - week]
            guard mode >= 0 else { return false }
            for posted in week..<end {
                cells.duties[posted] = mode * Int32(weekCount) + Int32(posted)
                cells.starts[posted] = -1
            }
            if week > 0 || underWay.map({ $0.place != place || !$0.isCounted }) ?? true {
                cells.starts[week] = cells.duties[week]
            }
            away += end - week
            freeFrom = end + rest[Int(place)]
            week = end
        }
        return away <= awayLimit
    }
}

extension PlaceNumbers {
    /// By week: where a person's stays are.
    func places(of stays: [Stay], of person: PersonModel) -> [Int16] {
        var places = Array(repeating: Int16(0), count: person.weekCount)
        for stay in stays {
            let place: Int?
            if person.isAtHome(stay) {
                place = homeDuties[person.homeModes[stay.mode - person.modes.count].duty]
            } else {
                let mode = person.modes[stay.mode]
                place = postings[Place(host: mode.host, kind: mode.kind)]
            }
            for week in stay.weeks { places[week] = Int16(place ?? 0) }
        }
        return places
    }
}
