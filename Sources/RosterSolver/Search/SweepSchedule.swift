/// What the search does from sweep to sweep: it anneals, more thoroughly every time; once there are prices it dives.
struct SweepSchedule: Sendable {
    /// One pass over groups of people: over everybody, but where it dives into departments joined over those whose plans are dear.
    enum Sweep: Equatable, Sendable {
        /// Many people of a group planned anew together at prices; departments joined, or each by itself.
        case dives(joined: Bool)
        /// Small changes and best responses: rounds of a visit by person, how much worse a kept roster typically is at its beginning in thousandths, and
        /// whether groups are twice as large.
        case annealing(roundsPerPerson: Int, warmth: Double, inPairs: Bool)
    }

    /// Sweeps that anneal before any dives: a roster that is poor everywhere is mended sooner that way.
    private static let firstDives = 3
    /// Dives lead on if two sweeps, joined and alone, lower the cost of the best roster by more than this part of what that cost above the bound.
    private static let leastProgress = 0.02
    /// Rounds of an annealing visit by person: few at first, so that everybody gets a turn soon; twice as many every time, up to a limit.
    private static let roundsPerPerson = (first: 4, last: 256)
    /// Sweeps take turns, since what people are short of decides how high the hills are.
    private static let warmths = [100_000.0, 50_000.0]

    /// The present sweep; at first what the first one will be.
    private(set) var sweep = Sweep.annealing(
        roundsPerPerson: roundsPerPerson.first, warmth: warmths[0], inPairs: false)
    /// Whether more dives may soon find what the last two sweeps of them have not.
    private(set) var leadsOn = true
    /// Sweeps begun.
    private var count = 0
    /// What the best roster cost, in thousandths, when the present sweep began; where it dives into departments alone, when the joined one before it began.
    private var costBefore = Int.max

    /// Whether the next sweep anneals even if there are prices.
    var isOpening: Bool { count < Self.firstDives }

    /// Goes on to the next sweep.
    ///
    /// - Parameters:
    ///   - cost: what the best roster costs now, in thousandths.
    ///   - bound: what no roster costs less than, in points.
    ///   - hasPrices: whether there are prices to dive at.
    mutating func advance(cost: Int, bound: Double, hasPrices: Bool) {
        let isHalfway = sweep == .dives(joined: true)
        if sweep == .dives(joined: false) {
            let room = Double(costBefore) - 1000 * bound
            leadsOn = Double(costBefore - cost) > Self.leastProgress * room
        }
        sweep =
            hasPrices && !isOpening
            ? .dives(joined: !isHalfway)
            : .annealing(
                roundsPerPerson: min(Self.roundsPerPerson.first << min(count, 16), Self.roundsPerPerson.last),
                warmth: Self.warmths[count % Self.warmths.count], inPairs: count % 4 > 1)
        if !isHalfway { costBefore = cost }
        count += 1
    }
}
