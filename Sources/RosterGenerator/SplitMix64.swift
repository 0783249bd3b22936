/// The SplitMix64 pseudorandom sequence: the same numbers for the same seed on every platform.
///
/// Source: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014. Numbers are drawn with whole-number
/// arithmetic only, because the standard library's own ranges and shuffles do not promise the same result in later versions.
struct SplitMix64 {
    private var state: UInt64

    /// The sequence of a seed, as published.
    init(seed: UInt64) { state = seed }

    /// One of several sequences of a seed, so that drawing more in one part of an instance does not change another part.
    init(seed: UInt64, part: UInt64) {
        self.init(seed: seed)
        state = next() ^ (part &* 0xD1B5_4A32_D192_ED03)
    }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// A whole number of the range. The bias is below the range's width divided by 2⁶⁴.
    mutating func integer(in range: ClosedRange<Int>) -> Int {
        let width = UInt64(range.upperBound - range.lowerBound) + 1
        return range.lowerBound + Int(next().multipliedFullWidth(by: width).high)
    }

    /// True in `percent` of a hundred draws.
    mutating func chance(_ percent: Int) -> Bool { integer(in: 1...100) <= percent }

    /// One of the elements, of which there must be at least one.
    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[integer(in: 0...elements.count - 1)]
    }

    /// The position of one of the weights, drawn in proportion to them; they are positive.
    mutating func pick(weights: [Int]) -> Int {
        var rest = integer(in: 0...weights.reduce(0, +) - 1)
        for (position, weight) in weights.enumerated() {
            if rest < weight { return position }
            rest -= weight
        }
        return weights.count - 1
    }

    /// The elements in random order (Fisher and Yates).
    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var elements = elements
        for last in stride(from: elements.count - 1, to: 0, by: -1) {
            elements.swapAt(last, integer(in: 0...last))
        }
        return elements
    }
}
