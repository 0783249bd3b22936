import SeededRandom
import Testing

@testable import RosterGenerator

struct SplitMix64DraftTests {
    @Test func drawsInProportionToWeights() {
        var numbers = SplitMix64(seed: 7)
        let drawn = (0..<4000).map { _ in numbers.pick(weights: [1, 0, 3]) }
        #expect(!drawn.contains(1))
        #expect((900...1100).contains(drawn.count { $0 == 0 }))
    }

    @Test func partsOfASeedDiffer() {
        var (first, second) = (SplitMix64(seed: 1, part: 1), SplitMix64(seed: 1, part: 2))
        #expect(first.next() != second.next())
    }
}
