import Rostering
import SeededRandom

extension LocalSearch {
    /// How many rounds by person a dive takes as long as, about.
    private static let roundsPerPerson = 16
    /// The part of the people that a dive plans anew at least, and how many at most.
    private static let (leastPart, mostPeople) = (0.6, 40)
    /// By how much an average excess makes somebody likelier to be planned anew than none.
    private static let weightOfExcess = 4.0
    /// How much worse what a dive leaves typically is where it is kept, in thousandths: enough to leave a roster that no dive improves.
    private static let temperature = 3000.0
    /// What mends a dive: rounds by person, and how much worse a kept roster typically is meanwhile, in thousandths: little, since a dive leaves small
    /// faults, and warmer rounds destroy what it found.
    private static let mending = (roundsPerPerson: 1, warmth: 300.0)

    /// How many rounds by person a visit of some dives counts for.
    static func rounds(ofDives dives: Int) -> Int { dives * (roundsPerPerson + mending.roundsPerPerson) }

    /// Plans most of the people anew together, again and again, at the prices of a bound, most likely those whose plans are dear at these; keeps
    /// what is not worse, or but a little.
    mutating func dive(_ people: [Int], rounds: Int, at prices: PriceAscent, shouldStop: () -> Bool) {
        for _ in 0..<max(1, rounds / (Self.rounds(ofDives: 1) * people.count)) {
            let part = Self.leastPart + (1 - Self.leastPart) * random.fraction()
            let count = min(Self.mostPeople, max(2, Int(part * Double(people.count))))
            let chosen = draw(count, of: people, weights: prices.excess(of: state.stays))
            let before = people.map { (person: $0, stays: state.stays[$0]) }
            let cost = state.cost
            var dive = PriceDive(prices, people: chosen, plans: state.stays)
            guard let plans = dive.plans(shouldStop: shouldStop) else { return }
            set(Array(zip(chosen, plans)))
            for person in random.shuffled(chosen) { respond(person) }
            visit(
                people, rounds: Self.mending.roundsPerPerson * people.count, warmth: Self.mending.warmth,
                shouldStop: shouldStop)
            if !accepts(state.cost - cost, at: Self.temperature) { set(before) }
        }
    }

    /// Draws some people without replacement, the more likely the dearer their plans are at the prices; in order.
    private mutating func draw(_ count: Int, of people: [Int], weights: [Double]) -> [Int] {
        let weights = people.map { max(0, weights[$0]) }
        let mean = max(weights.reduce(0, +) / Double(people.count), 1e-6)
        let order = random.shuffled(people, weights: weights.map { 1 + Self.weightOfExcess * $0 / mean })
        return order.prefix(count).sorted()
    }
}
