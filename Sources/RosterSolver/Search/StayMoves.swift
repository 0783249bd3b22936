import Rostering
import SeededRandom

/// Small changes to the plans of a few people of a neighbourhood, given by where somebody is week by week.
///
/// A change is made here first; the plans that it touches are laid out by the structural rules (``PlaceTables``) and proposed to the roster
/// (``SearchState``), which prices them. What the roster does not keep is taken back.
struct StayMoves {
    let tables: PlaceTables
    /// The people, by position in the neighbourhood; their companions are positions too.
    private let people: [Int]
    private let companions: [[Int]]
    let weekCount: Int
    /// By position and week: the place.
    private(set) var places: [Int16] = []
    /// The positions that the present change has touched, and where they were before, week by week.
    private var changed: [Int] = []
    private var before: [Int16] = []

    init(_ neighbourhood: Neighbourhood, _ tables: PlaceTables, _ state: SearchState) {
        self.tables = tables
        people = neighbourhood.people
        weekCount = tables.weekCount
        let positions = Dictionary(uniqueKeysWithValues: zip(people, people.indices))
        companions = neighbourhood.companions.map { $0.compactMap { positions[$0] } }
        for person in people { places += tables.places(of: state.stays[person], of: person) }
    }

    /// Reads some people's plans again, changed by others.
    mutating func reload(_ others: [Int], _ state: SearchState) {
        for person in others {
            guard let position = people.firstIndex(of: person) else { continue }
            places.replaceSubrange(
                weeks(of: position), with: tables.places(of: state.stays[person], of: person))
        }
    }

    /// Makes a random change and proposes it to the roster; false if there is none or it is not allowed.
    mutating func propose(to state: inout SearchState, _ random: inout SplitMix64) -> Bool {
        changed.removeAll(keepingCapacity: true)
        before.removeAll(keepingCapacity: true)
        let isPossible = change(random.below(people.count), &random) && !changed.isEmpty && lay(in: &state)
        if !isPossible { takeBack() }
        return isPossible
    }

    private func lay(in state: inout SearchState) -> Bool {
        state.beginProposal()
        for position in changed {
            let person = people[position]
            guard
                state.propose(for: person, { tables.lay(places[weeks(of: position)], of: person, into: &$0) })
            else { return false }
        }
        return true
    }

    /// Takes the last change back.
    mutating func takeBack() {
        for (number, position) in changed.enumerated() {
            for week in 0..<weekCount {
                places[position * weekCount + week] = before[number * weekCount + week]
            }
        }
        changed.removeAll(keepingCapacity: true)
    }

    /// Where a position's weeks are in `places`.
    private func weeks(of position: Int) -> Range<Int> {
        (position * weekCount)..<((position + 1) * weekCount)
    }

    // MARK: What moves are made of

    /// Where somebody is in a week.
    @inline(__always)
    func place(_ position: Int, _ week: Int) -> Int16 { places[position * weekCount + week] }

    /// Whether somebody is on a posting in a week.
    @inline(__always)
    func isPosted(_ position: Int, _ week: Int) -> Bool { tables.isPosting(place(position, week)) }

    /// Puts somebody somewhere in some weeks.
    mutating func put(_ position: Int, at place: Int16, in weeks: Range<Int>) {
        if !changed.contains(position) {
            changed.append(position)
            for week in self.weeks(of: position) { before.append(places[week]) }
        }
        for week in weeks { places[position * weekCount + week] = place }
    }

    /// The person at a position.
    func person(_ position: Int) -> Int { people[position] }

    /// Somebody whose plans have to do with another's; nil if there is nobody.
    func companion(of position: Int, _ random: inout SplitMix64) -> Int? {
        random.element(of: companions[position])
    }

    /// Somebody else who is at a place in a week; nil if there is nobody.
    func neighbour(of position: Int, at place: Int16, in week: Int, _ random: inout SplitMix64) -> Int? {
        let first = random.below(people.count)
        for step in 0..<people.count {
            let other = first + step < people.count ? first + step : first + step - people.count
            if other != position, self.place(other, week) == place { return other }
        }
        return nil
    }

    /// One of somebody's postings at random; nil if there is none.
    func posting(of position: Int, _ random: inout SplitMix64) -> Range<Int>? {
        var count = 0
        var chosen = 0
        for week in 0..<weekCount
        where isPosted(position, week) && (week == 0 || place(position, week - 1) != place(position, week)) {
            count += 1
            if random.below(count) == 0 { chosen = week }
        }
        return count == 0 ? nil : run(position, around: chosen)
    }

    /// The weeks around a week in which somebody is at the same place.
    func run(_ position: Int, around week: Int) -> Range<Int> {
        let here = place(position, week)
        var (first, end) = (week, week + 1)
        while first > 0, place(position, first - 1) == here { first -= 1 }
        while end < weekCount, place(position, end) == here { end += 1 }
        return first..<end
    }
}
