import SeededRandom

extension SplitMix64 {
    init(seed: Int) { self.init(seed: UInt64(bitPattern: Int64(seed))) }

    mutating func number(_ range: ClosedRange<Int>) -> Int { integer(in: range) }
}
