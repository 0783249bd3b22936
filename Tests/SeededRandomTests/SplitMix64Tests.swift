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
}
