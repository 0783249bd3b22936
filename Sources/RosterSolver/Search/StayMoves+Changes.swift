import Rostering
import SeededRandom

extension StayMoves {
    /// Makes one of the changes, drawn at random, to the plan at a position and perhaps others; false if it cannot be.
    mutating func change(_ position: Int, _ random: inout SplitMix64) -> Bool {
        switch random.below(16) {
        case 0..<6: handOver(from: position, &random)
        case 6..<10: exchangePostings(position, &random)
        case 10..<12: exchangeWeeks(position, &random)
        case 12: cross(position, &random)
        default: changeAlone(position, &random)
        }
    }

    /// Somebody gives the first or last weeks of a posting to whoever is at the same place just before or after. That one may in turn give as
    /// many weeks of any posting to a third one, and so on: most people have no weeks to spare.
    private mutating func handOver(from position: Int, _ random: inout SplitMix64) -> Bool {
        let weeks = 1 + random.below(random.below(2) == 0 ? 2 : 8)
        var giver = position
        for _ in 0..<Self.mostHandOvers {
            guard let run = posting(of: giver, &random), run.count >= weeks else { return false }
            let isFirst = random.below(2) == 0
            let beside = isFirst ? run.lowerBound - 1 : run.upperBound
            let place = place(giver, run.lowerBound)
            guard beside >= 0, beside < weekCount,
                let taker = neighbour(of: giver, at: place, in: beside, &random)
            else { return false }
            let given = isFirst ? run.prefix(weeks) : run.suffix(weeks)
            for week in given where isPosted(taker, week) { return false }
            put(giver, at: 0, in: given)
            put(taker, at: place, in: given)
            if random.below(2) == 0 { return true }
            giver = taker
        }
        return true
    }

    private static let mostHandOvers = 4

    /// Two people take over a posting of each other, in whatever weeks.
    private mutating func exchangePostings(_ position: Int, _ random: inout SplitMix64) -> Bool {
        guard let other = companion(of: position, &random), let mine = posting(of: position, &random),
            let yours = posting(of: other, &random)
        else { return false }
        let (here, there) = (place(position, mine.lowerBound), place(other, yours.lowerBound))
        put(position, at: 0, in: mine)
        put(other, at: 0, in: yours)
        for week in yours where isPosted(position, week) { return false }
        for week in mine where isPosted(other, week) { return false }
        put(position, at: there, in: yours)
        put(other, at: here, in: mine)
        return true
    }

    /// Two people exchange what they do in the weeks of a posting of one of them, or of a part of it.
    private mutating func exchangeWeeks(_ position: Int, _ random: inout SplitMix64) -> Bool {
        guard let other = companion(of: position, &random), let run = posting(of: position, &random)
        else { return false }
        var weeks = part(of: run, &random)
        if random.below(3) == 0 {
            // All of what the other one does then.
            for week in [weeks.lowerBound, weeks.upperBound - 1] where isPosted(other, week) {
                let beside = self.run(other, around: week)
                weeks = min(weeks.lowerBound, beside.lowerBound)..<max(weeks.upperBound, beside.upperBound)
            }
        }
        exchange(position, other, weeks)
        return true
    }

    /// Two people exchange their plans from some week on.
    private mutating func cross(_ position: Int, _ random: inout SplitMix64) -> Bool {
        guard let other = companion(of: position, &random) else { return false }
        exchange(position, other, random.below(weekCount)..<weekCount)
        return true
    }

    /// Exchanges what two people do in some weeks; duties at home are dropped where the other one cannot take them.
    private mutating func exchange(_ one: Int, _ other: Int, _ weeks: Range<Int>) {
        for week in weeks {
            let (mine, yours) = (place(one, week), place(other, week))
            put(one, at: taken(yours, by: one, in: week), in: week..<(week + 1))
            put(other, at: taken(mine, by: other, in: week), in: week..<(week + 1))
        }
    }

    private func taken(_ place: Int16, by position: Int, in week: Int) -> Int16 {
        tables.isPosting(place) || tables.allows(place, person(position), in: week) ? place : 0
    }

    /// A posting or its first or last weeks.
    private func part(of run: Range<Int>, _ random: inout SplitMix64) -> Range<Int> {
        let kind = random.below(3)
        if kind == 0 || run.count == 1 { return run }
        let weeks = 1 + random.below(run.count - 1)
        return kind == 1 ? run.prefix(weeks) : run.suffix(weeks)
    }

    /// Changes one person's plan.
    private mutating func changeAlone(_ position: Int, _ random: inout SplitMix64) -> Bool {
        let homeDuties = tables.homeDuties[person(position)]
        if homeDuties.count > 1, random.below(3) == 0 {
            let week = random.below(weekCount)
            guard !isPosted(position, week) else { return false }
            put(position, at: homeDuties[random.below(homeDuties.count)], in: week..<(week + 1))
            return true
        }
        guard let place = random.element(of: tables.postings[person(position)]) else { return false }
        let kind = random.below(6)
        if kind == 0 {
            // One more posting.
            let weeks = 1 + random.below(min(Self.mostNewWeeks, weekCount))
            let first = random.below(weekCount - weeks + 1)
            put(position, at: place, in: first..<(first + weeks))
            return true
        }
        guard let run = posting(of: position, &random) else { return false }
        let here = self.place(position, run.lowerBound)
        let weeks = 1 + random.below(4)
        let isFirst = random.below(2) == 0
        switch kind {
        case 1: put(position, at: 0, in: run)
        case 2: put(position, at: place, in: part(of: run, &random))
        case 3:
            // Earlier or later.
            let step = isFirst ? -weeks : weeks
            let shifted = (run.lowerBound + step)..<(run.upperBound + step)
            put(position, at: 0, in: run)
            put(position, at: here, in: shifted.clamped(to: 0..<weekCount))
        case 4:
            // Longer.
            put(
                position, at: here,
                in: isFirst
                    ? max(0, run.lowerBound - weeks)..<run.lowerBound
                    : run.upperBound..<min(weekCount, run.upperBound + weeks))
        default: put(position, at: 0, in: isFirst ? run.prefix(weeks) : run.suffix(weeks))
        }
        return true
    }

    /// New postings are drawn up to so many weeks.
    private static let mostNewWeeks = 20
}
