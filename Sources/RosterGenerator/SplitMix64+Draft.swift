import SeededRandom

extension SplitMix64 {
    /// One of several sequences of a seed, so that drawing more in one part of an instance does not change another part.
    init(seed: UInt64, part: UInt64) {
        var first = Self(seed: seed)
        self.init(seed: first.next() ^ (part &* 0xD1B5_4A32_D192_ED03))
    }

    /// One of the elements, of which there must be at least one.
    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    /// The position of one of the weights, drawn in proportion to them; they are positive.
    mutating func pick(weights: [Int]) -> Int {
        var rest = below(weights.reduce(0, +))
        for (position, weight) in weights.enumerated() {
            if rest < weight { return position }
            rest -= weight
        }
        return weights.count - 1
    }
}
