import SeededRandom
import Testing

struct SplitMix64Tests {
    @Test func givesThePublishedNumbers() {
        var numbers = SplitMix64(seed: 1_234_567)
        #expect(numbers.next() == 6_457_827_717_110_365_317)
        #expect(numbers.next() == 3_203_168_211_198_807_973)
        #expect(numbers.next() == 9_817_491_932_198_370_423)
    }

    @Test func staysInRangeAndReachesItsEnds() {
        var numbers = SplitMix64(seed: 7)
        let drawn = (0..<2000).map { _ in numbers.integer(in: -2...3) }
        #expect(Set(drawn) == [-2, -1, 0, 1, 2, 3])
    }

    @Test func shufflesWithoutLosingAny() {
        var numbers = SplitMix64(seed: 7)
        let shuffled = numbers.shuffled(Array(0..<50))
        #expect(shuffled.sorted() == Array(0..<50))
        #expect(shuffled != Array(0..<50))
    }

    @Test func whatWeighsMoreComesEarlierMoreOften() {
        var numbers = SplitMix64(seed: 7)
        let orders = (0..<10_000).map { _ in numbers.shuffled(["a", "b", "c"], weights: [6, 3, 1]) }
        func share(_ start: [String]) -> Double {
            Double(orders.count { Array($0.prefix(start.count)) == start }) / 10_000
        }
        #expect(orders.allSatisfy { $0.sorted() == ["a", "b", "c"] })
        // 6 of 10, then 3 of the 4 that are left; within six standard deviations.
        #expect(abs(share(["a"]) - 0.6) < 0.03)
        #expect(abs(share(["a", "b"]) - 0.45) < 0.03)
        #expect(abs(share(["c"]) - 0.1) < 0.02)
    }
}
