import Rostering
import SeededRandom
import Testing

@Suite struct ApportionmentTests {
    @Test(arguments: [
        (5, [4, 2], [3, 2]), (44, [10, 10, 10], [15, 15, 14]), (1, [1, 1], [1, 0]), (0, [3, 4], [0, 0]),
        (7, [0, 0, 0], [3, 2, 2]), (6, [5, 0, 1], [5, 0, 1]), (3, [], []), (2, [1, 5, 3], [0, 1, 1]),
    ])
    func largestRemainder(total: Int, weights: [Int], split: [Int]) {
        #expect(Apportionment.largestRemainder(total, by: weights) == split)
    }

    @Test(arguments: 0..<50) func addsUpAndKeepsToTheQuota(seed: Int) {
        var random = SplitMix64(seed: seed)
        let weights = (0..<random.number(1...6)).map { _ in random.number(0...9) }
        let (total, sum) = (random.number(0...50), weights.reduce(0, +))
        let split = Apportionment.largestRemainder(total, by: weights)
        #expect(split.reduce(0, +) == total)
        for (share, weight) in zip(split, weights) where sum > 0 {
            #expect(abs(share * sum - total * weight) < sum)
        }
    }
}
