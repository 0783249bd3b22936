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
        case 0...3: isPossible = exchange(position, &random)
        case 4...6: isPossible = handOver(position, &random)
        case 7: isPossible = cross(position, &random)
        case 8, 9: isPossible = swapStays(position, &random)
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

    /// The boundary between two people who follow one another at the same place moves; with a third one at the other end, the stay shifts.
    private mutating func handOver(_ position: Int, _ random: inout RandomSource) -> Bool {
        guard let run = posting(of: position, &random) else { return false }
        let place = places[position][run.lowerBound]
        let before = run.lowerBound > 0 ? neighbour(of: position, place, run.lowerBound - 1, &random) : nil
        let after = run.upperBound < weekCount ? neighbour(of: position, place, run.upperBound, &random) : nil
        let weeks = 1 + random.below(random.below(2) == 0 ? 2 : 8)
        var changed = places[position]
        func fill(_ range: Range<Int>, _ place: Int16) {
            for week in range { changed[week] = place }
        }
        let kind = random.below(3)
        if kind < 2, let before {
            var other = places[before]
            if random.below(2) == 0 {
                for week in max(0, run.lowerBound - weeks)..<run.lowerBound where other[week] == place {
                    changed[week] = place
                    other[week] = 0
                }
            } else {
                for week in run.lowerBound..<min(run.upperBound, run.lowerBound + weeks) {
                    changed[week] = 0
                    other[week] = place
                }
            }
            proposed.append((before, other))
            if kind == 1, let after, after != before {
                // The same shift at the other end.
                var third = places[after]
                if changed[run.lowerBound] == place {
                    for week in max(run.lowerBound, run.upperBound - weeks)..<run.upperBound {
                        changed[week] = 0
                        third[week] = place
                    }
                } else {
                    for week in run.upperBound..<min(weekCount, run.upperBound + weeks) where third[week] == place {
                        changed[week] = place
                        third[week] = 0
                    }
                }
                proposed.append((after, third))
            }
            proposed.append((position, changed))
            return true
        }
        guard let after else { return false }
        var other = places[after]
        if random.below(2) == 0 {
            for week in run.upperBound..<min(weekCount, run.upperBound + weeks) where other[week] == place {
                changed[week] = place
                other[week] = 0
            }
        } else {
            for week in max(run.lowerBound, run.upperBound - weeks)..<run.upperBound {
                changed[week] = 0
                other[week] = place
            }
        }
        proposed.append((after, other))
        proposed.append((position, changed))
        return true
    }

    /// Somebody else who is at a place in a week.
    private func neighbour(of position: Int, _ place: Int16, _ week: Int, _ random: inout RandomSource) -> Int? {
        let first = random.below(places.count)
        for step in 0..<places.count {
            let other = first + step < places.count ? first + step : first + step - places.count
            if other != position, places[other][week] == place { return other }
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

    /// Notes that the proposal has been kept.
    mutating func keep() {
        for (position, places) in proposed { self.places[position] = places }
        stat[kind * 3 + 2] += 1
    }

    /// The run of weeks at the same place around a week.
    private func run(_ position: Int, around week: Int) -> Range<Int> {
        let place = places[position][week]
        var (first, end) = (week, week + 1)
        while first > 0, places[position][first - 1] == place { first -= 1 }
        while end < weekCount, places[position][end] == place { end += 1 }
        return first..<end
    }

    /// One of a person's postings at random; nil if there is none.
    private func posting(of position: Int, _ random: inout RandomSource) -> Range<Int>? {
        var starts = 0
        var chosen = -1
        for week in 0..<weekCount
        where tables[position].isPosting(places[position][week])
            && (week == 0 || places[position][week - 1] != places[position][week])
        {
            starts += 1
            if random.below(starts) == 0 { chosen = week }
        }
        return chosen < 0 ? nil : run(position, around: chosen)
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
                let beside = self.run(other, around: week)
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
