import Rostering

/// Plans some people anew together, everybody else keeping to their plans: prices move on from those of a ``PriceAscent``, stays that the cheapest
/// plans have most of the time are fixed, one after another, and prices follow (a Lagrangian heuristic; diving on stays).
struct PriceDive {
    private var decomposition: Decomposition
    /// By position: stays of the cheapest plans of late, with the part of the time they were there, in order of appearance.
    private var shares: [[(stay: Stay, share: Double)]]

    /// Begins a dive.
    ///
    /// - Parameters:
    ///   - people: whom to plan anew.
    ///   - plans: everybody's plans.
    init(_ ascent: PriceAscent, people: [Int], plans: [[Stay]]) {
        decomposition = ascent.decomposition.restricted(to: people, plans: plans)
        shares = people.map { _ in [] }
    }

    /// How far prices move in a step, in points.
    private static let stepLength = 0.15
    /// How many steps are made between two fixings, and before the first.
    private static let pause = (each: 6, first: 32)
    /// The weight of the past in the shares.
    private static let memory = 0.85
    /// One in so many people gets a stay fixed at a time, and all whose stay has at least the great share; none gets one with less than the least share.
    private static let (peopleAFix, greatShare, leastShare) = (16, 0.9, 0.15)

    /// The people's plans, by position; nil if stopped or if somebody is left without.
    mutating func plans(shouldStop: () -> Bool) -> [[Stay]]? {
        decomposition.settle(onAllCores: false)
        var pause = Self.pause.first
        repeat {
            for _ in 0..<pause {
                if shouldStop() { return nil }
                decomposition.step(decomposition.subgradient(), Self.stepLength)
                decomposition.settle(onAllCores: false)
                remember()
            }
            pause = Self.pause.each
        } while fix()
        let plans = decomposition.people.compactMap { $0.plan?.stays }
        return plans.count == decomposition.people.count ? plans : nil
    }

    private mutating func remember() {
        for (position, person) in decomposition.people.enumerated() {
            let model = decomposition.scope.model.people[person.index]
            for index in shares[position].indices { shares[position][index].share *= Self.memory }
            for stay in person.plan?.stays ?? [] where !model.isAtHome(stay) {
                if let index = shares[position].firstIndex(where: { $0.stay == stay }) {
                    shares[position][index].share += 1 - Self.memory
                } else {
                    shares[position].append((stay, 1 - Self.memory))
                }
            }
            shares[position].removeAll { $0.share < 0.01 }
        }
    }

    /// Fixes the stays with the greatest shares, one a person; false if there are none left.
    private mutating func fix() -> Bool {
        var candidates: [(share: Double, position: Int, stay: Stay)] = []
        for (position, person) in decomposition.people.enumerated() {
            for (stay, share) in shares[position]
            where share >= Self.leastShare
                && !person.constraints.forced.contains(where: { $0.weeks.overlaps(stay.weeks) })
            {
                candidates.append((share, position, stay))
            }
        }
        candidates.sort { ($1.share, $0.position) < ($0.share, $1.position) }
        let wanted = max(1, decomposition.people.count / Self.peopleAFix)
        var fixed: Set<Int> = []
        for (share, position, stay) in candidates where share > Self.greatShare || fixed.count < wanted {
            guard fixed.insert(position).inserted else { continue }
            var constraints = decomposition.people[position].constraints
            constraints.forced.append(stay)
            decomposition.bind(position, to: constraints)
        }
        return !fixed.isEmpty
    }
}
