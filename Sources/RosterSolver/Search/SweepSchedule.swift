/// What the search does from sweep to sweep: it anneals, more thoroughly every time; once there are prices it dives, in larger groups where smaller
/// ones lead on no more, and then anneals once before it dives again.
struct SweepSchedule: Sendable {
    /// One pass over everybody, in groups.
    enum Sweep: Equatable, Sendable {
        /// Many people of a group planned anew together at prices; a group has so many person-weeks at least.
        case dives(personWeeks: Int)
        /// Small changes and best responses: rounds of a visit by person, how much worse a kept roster typically is at its beginning in thousandths, and
        /// whether groups are twice as large.
        case annealing(roundsPerPerson: Int, warmth: Double, inPairs: Bool)
    }

    /// Sweeps that anneal before any dives: a roster that is poor everywhere is mended sooner that way.
    private static let firstDives = 3
    /// How many person-weeks a group has at least in sweeps that dive, one after another.
    private static let widths = [600, 1200, 4000]
    /// A sweep of dives leads on if it lowers the cost by more than this part of what the roster cost above the bound.
    private static let leastProgress = 0.02
    /// Rounds of an annealing visit by person: few at first, so that everybody gets a turn soon, and where dives led on no more; twice as many
    /// every time, up to a limit.
    private static let roundsPerPerson = (first: 4, firstBetweenDives: 32, last: 256)
    /// Sweeps take turns, since what people are short of decides how high the hills are.
    private static let warmths = [100_000.0, 50_000.0]

    /// The present sweep; at first what the first one will be.
    private(set) var sweep = Sweep.annealing(
        roundsPerPerson: roundsPerPerson.first, warmth: warmths[0], inPairs: false)
    /// Sweeps begun: all, and those that anneal because dives led on no more.
    private var (count, countBetweenDives) = (0, 0)
    /// The width of the present sweep if it dives, an index of ``widths``.
    private var width: Int?
    /// What the roster cost when the present sweep began, in thousandths.
    private var costBefore = Int.max

    /// Whether the next sweep anneals even if there are prices.
    var isOpening: Bool { count < Self.firstDives }

    /// Goes on to the next sweep.
    ///
    /// - Parameters:
    ///   - cost: what the roster costs now, in thousandths.
    ///   - bound: what no roster costs less than, in points.
    ///   - hasPrices: whether there are prices to dive at.
    mutating func advance(cost: Int, bound: Double, hasPrices: Bool) {
        let (number, mayDive) = (count, hasPrices && !isOpening)
        count += 1
        if mayDive {
            let room = Double(costBefore) - 1000 * bound
            let leadsOn = Double(costBefore - cost) > Self.leastProgress * room
            let next = width.map { leadsOn ? $0 : $0 + 1 } ?? 0
            width = next < Self.widths.count ? next : nil
            if width == nil { countBetweenDives += 1 }
        }
        costBefore = cost
        if let width {
            sweep = .dives(personWeeks: Self.widths[width])
            return
        }
        let rounds =
            countBetweenDives == 0
            ? Self.roundsPerPerson.first << min(number, 16)
            : Self.roundsPerPerson.firstBetweenDives << min(countBetweenDives - 1, 16)
        sweep = .annealing(
            roundsPerPerson: min(rounds, Self.roundsPerPerson.last),
            warmth: Self.warmths[number % Self.warmths.count], inPairs: number % 4 > 1)
    }
}
