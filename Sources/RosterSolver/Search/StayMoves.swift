import Rostering

/// Small changes to the plans of one or two people of a neighbourhood, each given by where somebody is week by week.
struct StayMoves {
    private let neighbourhood: Neighbourhood
    private let tables: [PlaceTable]
    /// By position in the neighbourhood and week: the place.
    private var places: [[Int16]]
    private let weekCount: Int
    /// The plans proposed, by position in the neighbourhood.
    private(set) var proposed: [(position: Int, places: [Int16])] = []

    init(_ neighbourhood: Neighbourhood, _ state: SearchState, _ numbers: PlaceNumbers, _ tables: [PlaceTable]) {
        self.neighbourhood = neighbourhood
        self.tables = neighbourhood.people.map { tables[$0] }
        places = neighbourhood.people.map { numbers.places(of: state.stays[$0], of: state.model.people[$0]) }
        weekCount = places.first?.count ?? 0
    }

    /// Proposes a random change to the state; false if it is none or is not allowed.
    mutating func propose(to state: inout SearchState, _ random: inout RandomSource) -> Bool {
        proposed.removeAll(keepingCapacity: true)
        let position = random.below(places.count)
        kind = random.below(16)
        let isPossible: Bool
        switch kind {
        case 0...1: isPossible = exchange(position, &random)
        case 2...7: isPossible = handOver(position, &random)
        case 8: isPossible = cross(position, &random)
        case 9...12: isPossible = swapStays(position, &random)
        default: isPossible = repaint(position, &random)
        }
        stat[kind * 3] += 1
        guard isPossible else { return false }
        state.beginProposal()
        for (position, places) in proposed {
            let table = tables[position]
            guard state.propose(for: neighbourhood.people[position], { table.lay(places, into: &$0) }) else {
                return false
            }
        }
        stat[kind * 3 + 1] += 1
        return true
    }
    var kind = 0
    var stat = Array(repeating: 0, count: 48)

    /// Somebody gives the first or last weeks of a posting to whoever is at the same place just before or after; that one may do the same with
    /// other weeks, since most have no weeks to spare, and so on.
    private mutating func handOver(_ position: Int, _ random: inout RandomSource) -> Bool {
        let weeks = 1 + random.below(random.below(2) == 0 ? 2 : 8)
        var giver = propose(position)
        for _ in 0..<Int(knobChain) {
            guard let run = posting(of: proposed[giver].places, of: proposed[giver].position, &random), run.count >= weeks
            else { return false }
            let place = proposed[giver].places[run.lowerBound]
            let isFirst = random.below(2) == 0
            let beside = isFirst ? run.lowerBound - 1 : run.upperBound
            guard beside >= 0, beside < weekCount, let other = neighbour(of: proposed[giver].position, place, beside, &random) else { return false }
            let taker = propose(other)
            let given = isFirst ? run.lowerBound..<(run.lowerBound + weeks) : (run.upperBound - weeks)..<run.upperBound
            for week in given {
                if tables[other].isPosting(proposed[taker].places[week]) { return false }
                proposed[giver].places[week] = 0
                proposed[taker].places[week] = place
            }
            giver = taker
            if random.below(2) == 0 { return true }
        }
        return true
    }

    private func present(_ position: Int) -> [Int16] {
        for plan in proposed where plan.position == position { return plan.places }
        return places[position]
    }

    /// The number of a person's plan in the proposal.
    private mutating func propose(_ position: Int) -> Int {
        if let known = proposed.firstIndex(where: { $0.position == position }) { return known }
        proposed.append((position, places[position]))
        return proposed.count - 1
    }

    /// Somebody else who is at a place in a week.
    private func neighbour(of position: Int, _ place: Int16, _ week: Int, _ random: inout RandomSource) -> Int? {
        let first = random.below(places.count)
        for step in 0..<places.count {
            let other = first + step < places.count ? first + step : first + step - places.count
            if other != position, present(other)[week] == place { return other }
        }
        return nil
    }

    /// Two people exchange all weeks from one on.
    private mutating func cross(_ position: Int, _ random: inout RandomSource) -> Bool {
        guard let other = companion(of: position, &random) else { return false }
        let first = random.below(weekCount)
        return exchange(position, other, first..<weekCount)
    }

    private func companion(of position: Int, _ random: inout RandomSource) -> Int? {
        guard let person = random.element(of: neighbourhood.companions[position]) else { return nil }
        return neighbourhood.people.firstIndex(of: person)
    }

    /// Two people exchange postings that may lie in different weeks.
    private mutating func swapStays(_ position: Int, _ random: inout RandomSource) -> Bool {
        guard let other = companion(of: position, &random), let mine = posting(of: position, &random),
            let yours = posting(of: other, &random)
        else { return false }
        var (first, second) = (places[position], places[other])
        let (here, there) = (first[mine.lowerBound], second[yours.lowerBound])
        for week in mine { first[week] = 0 }
        for week in yours { second[week] = 0 }
        for week in yours {
            if tables[position].isPosting(first[week]) { return false }
            first[week] = there
        }
        for week in mine {
            if tables[position].isPosting(second[week]) { return false }
            second[week] = here
        }
        proposed.append((position, first))
        proposed.append((other, second))
        return true
    }

    mutating func reload(_ people: [Int], _ state: SearchState, _ numbers: PlaceNumbers) {
        for person in people {
            guard let position = neighbourhood.people.firstIndex(of: person) else { continue }
            places[position] = numbers.places(of: state.stays[person], of: state.model.people[person])
        }
    }

    /// Notes that the proposal has been kept.
    mutating func keep() {
        for (position, places) in proposed { self.places[position] = places }
        stat[kind * 3 + 2] += 1
    }

    /// The run of weeks at the same place around a week.
    private func run(_ places: [Int16], around week: Int) -> Range<Int> {
        let place = places[week]
        var (first, end) = (week, week + 1)
        while first > 0, places[first - 1] == place { first -= 1 }
        while end < weekCount, places[end] == place { end += 1 }
        return first..<end
    }

    /// One of a person's postings at random; nil if there is none.
    private func posting(of position: Int, _ random: inout RandomSource) -> Range<Int>? {
        posting(of: places[position], of: position, &random)
    }

    private func posting(of places: [Int16], of position: Int, _ random: inout RandomSource) -> Range<Int>? {
        var starts = 0
        var chosen = -1
        for week in 0..<weekCount
        where tables[position].isPosting(places[week])
            && (week == 0 || places[week - 1] != places[week])
        {
            starts += 1
            if random.below(starts) == 0 { chosen = week }
        }
        return chosen < 0 ? nil : run(places, around: chosen)
    }

    /// A run of weeks, its beginning or its end.
    private func part(of run: Range<Int>, _ random: inout RandomSource) -> Range<Int> {
        let kind = random.below(3)
        if kind == 0 || run.count == 1 { return run }
        let weeks = 1 + random.below(run.count - 1)
        return kind == 1 ? run.lowerBound..<(run.lowerBound + weeks) : (run.upperBound - weeks)..<run.upperBound
    }

    /// Two people exchange what they do in some weeks, in which one of them is on a posting or a part of it.
    private mutating func exchange(_ position: Int, _ random: inout RandomSource) -> Bool {
        guard let run = posting(of: position, &random),
            let person = random.element(of: neighbourhood.companions[position]),
            let other = neighbourhood.people.firstIndex(of: person)
        else { return false }
        var weeks = part(of: run, &random)
        if random.below(3) == 0 {
            // With what the other one does then, as a whole.
            for week in [weeks.lowerBound, weeks.upperBound - 1]
            where tables[other].isPosting(places[other][week]) {
                let beside = self.run(places[other], around: week)
                weeks = min(weeks.lowerBound, beside.lowerBound)..<max(weeks.upperBound, beside.upperBound)
            }
        }
        return exchange(position, other, weeks)
    }

    private mutating func exchange(_ position: Int, _ other: Int, _ weeks: Range<Int>) -> Bool {
        var (first, second) = (places[position], places[other])
        for week in weeks {
            let (mine, yours) = (first[week], second[week])
            first[week] = tables[position].allows(yours, week) || tables[position].isPosting(yours) ? yours : 0
            second[week] = tables[other].allows(mine, week) || tables[other].isPosting(mine) ? mine : 0
        }
        proposed.append((position, first))
        proposed.append((other, second))
        return true
    }

    /// One person goes elsewhere, longer, shorter, earlier, later or not at all, or on another posting.
    private mutating func repaint(_ position: Int, _ random: inout RandomSource) -> Bool {
        let table = tables[position]
        var changed = places[position]
        if !table.homeDuties.isEmpty, table.postings.isEmpty || random.below(3) == 0 {
            let week = random.below(weekCount)
            guard !table.isPosting(changed[week]) else { return false }
            let choice = random.below(table.homeDuties.count + 1)
            let place = choice == 0 ? 0 : Int16(table.homeDuties[choice - 1])
            guard changed[week] != place else { return false }
            changed[week] = place
            proposed.append((position, changed))
            return true
        }
        guard let place = random.element(of: table.postings).map({ Int16($0) }) else { return false }
        let kind = random.below(6)
        if kind == 0 {
            let length = 1 + random.below(min(20, weekCount))
            let first = random.below(weekCount - length + 1)
            for week in first..<(first + length) { changed[week] = place }
        } else {
            guard let run = posting(of: position, &random) else { return false }
            let here = changed[run.lowerBound]
            switch kind {
            case 1:
                for week in run { changed[week] = 0 }
            case 2:
                for week in part(of: run, &random) { changed[week] = place }
            case 3:
                // Shifted.
                let step = random.below(2) == 0 ? 1 + random.below(4) : -1 - random.below(4)
                for week in run { changed[week] = 0 }
                for week in run where week + step >= 0 && week + step < weekCount { changed[week + step] = here }
            case 4:
                // Longer.
                let weeks = 1 + random.below(4)
                if random.below(2) == 0 {
                    for week in max(0, run.lowerBound - weeks)..<run.lowerBound { changed[week] = here }
                } else {
                    for week in run.upperBound..<min(weekCount, run.upperBound + weeks) { changed[week] = here }
                }
            default:
                // Shorter.
                let weeks = 1 + random.below(min(4, run.count))
                if random.below(2) == 0 {
                    for week in run.lowerBound..<(run.lowerBound + weeks) { changed[week] = 0 }
                } else {
                    for week in (run.upperBound - weeks)..<run.upperBound { changed[week] = 0 }
                }
            }
        }
        guard changed != places[position] else { return false }
        proposed.append((position, changed))
        return true
    }
}
