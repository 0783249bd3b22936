import Rostering
import SeededRandom
import Testing

@testable import RosterSolver

/// What a block of rows costs against every choice of its quantities.
@Suite struct BlockTests {
    private struct Case {
        let block: Block
        let activities: [Int]
    }

    /// A random block with rows of small numbers, such as rules make them.
    ///
    /// - Parameter isUnit: whether coefficients are 0, 1 or -1, with violations by whole units; else every row has a violation of its own, and
    ///   one unit of the shared quantity is worth whole units of it.
    private func random(_ random: inout SplitMix64, sharedCount: Int, isUnit: Bool) -> Case {
        func number(_ range: ClosedRange<Int>) -> Int { range.lowerBound + random.below(range.count) }
        let shared = (0..<sharedCount).map { _ in
            let lower = number(0...2)
            return Block.Shared(lower: lower, upper: lower + number(0...6), cost: number(0...3))
        }
        let count = number(1...4)
        let violations = (0..<(isUnit ? number(1...3) : count)).map { _ in
            random.below(4) == 0 ? Block.hardCost : 1 + number(0...9)
        }
        let rows = (0..<count).map { row in
            let isHard = random.below(6) == 0
            let relief = isHard || isUnit ? 1 : number(1...3)
            return Block.Row(
                row: row, constant: number(-8...4),
                shared: shared.map { _ in relief * number(isUnit ? -1...1 : -3...3) },
                violation: isHard ? -1 : isUnit ? random.below(violations.count) : row, relief: relief)
        }
        return Case(
            block: Block(rows: rows, shared: shared, violations: violations),
            activities: rows.map { _ in number(-4...8) })
    }

    /// The least cost over all values of the shared quantities, row by row from the definition.
    private func truth(_ test: Case) -> Int {
        var best = Int.max
        func enumerate(_ values: [Int]) {
            if values.count < test.block.shared.count {
                let shared = test.block.shared[values.count]
                for value in shared.lower...shared.upper { enumerate(values + [value]) }
                return
            }
            var amounts = test.block.violations.map { _ in 0 }
            var total = zip(values, test.block.shared).reduce(0) { $0 + $1.0 * $1.1.cost }
            for (row, activity) in zip(test.block.rows, test.activities) {
                let sum = activity + row.constant + zip(row.shared, values).reduce(0) { $0 + $1.0 * $1.1 }
                if sum >= 0 { continue }
                if row.violation < 0 {
                    total += -sum * Block.strictCost
                } else {
                    var amount = 0
                    while sum + amount * row.relief < 0 { amount += 1 }
                    amounts[row.violation] = max(amounts[row.violation], amount)
                }
            }
            for (amount, cost) in zip(amounts, test.block.violations) { total += amount * cost }
            best = min(best, total)
        }
        enumerate([])
        return best
    }

    @Test(arguments: [false, true], [0, 1]) func isExactUpToOneSharedQuantity(isUnit: Bool, sharedCount: Int)
    {
        var random = SplitMix64(seed: 11)
        for _ in 0..<3000 {
            let test = self.random(&random, sharedCount: sharedCount, isUnit: isUnit)
            #expect(test.block.cost(test.activities) == truth(test), "\(test)")
        }
    }

    /// Binaries such as "was there at all" and "was reached": each held by a row of its own, all together in rows with violations.
    @Test func isExactForDeterminedQuantities() {
        var random = SplitMix64(seed: 13)
        for _ in 0..<3000 {
            let isLeast = random.below(2) == 0
            let count = 2 + random.below(3)
            let shared = (0..<count).map { _ in
                Block.Shared(
                    lower: 0, upper: 1 + random.below(3), cost: isLeast ? random.below(3) : -random.below(3))
            }
            let own = (0..<count).map { index in
                Block.Row(
                    row: index, constant: 0,
                    shared: (0..<count).map { $0 == index ? (isLeast ? 9 : -1) : 0 },
                    violation: -1, relief: 1)
            }
            let common = (0..<2).map { number in
                Block.Row(
                    row: count + number, constant: random.below(7) - 3,
                    shared: (0..<count).map { _ in random.below(3) * (isLeast ? -1 : 1) },
                    violation: number, relief: 1)
            }
            let block = Block(rows: own + common, shared: shared, violations: [5, 7])
            let activities = own.map { _ in isLeast ? -random.below(10) : random.below(4) } + [0, 0]
            #expect(block.determinations != nil)
            let test = Case(block: block, activities: activities)
            #expect(block.cost(activities) == truth(test), "\(test)")
        }
    }

    @Test func isNeverBelowTheTruthBeyond() {
        var random = SplitMix64(seed: 12)
        var (exact, all) = (0, 0)
        for _ in 0..<2000 {
            let test = self.random(&random, sharedCount: 2, isUnit: random.below(2) == 0)
            let (cost, truth) = (test.block.cost(test.activities), truth(test))
            #expect(cost >= truth, "\(test)")
            all += 1
            exact += cost == truth ? 1 : 0
        }
        // It is only a descent, but one that mostly arrives.
        #expect(exact * 10 >= all * 8, "\(exact) of \(all)")
    }

    /// A quantity whose bounds exclude every point where a row begins to bind still stays within them.
    @Test func aQuantityKeepsItsBounds() {
        let block = Block(
            rows: [Block.Row(row: 0, constant: -19, shared: [1], violation: 0, relief: 1)],
            shared: [Block.Shared(lower: 0, upper: 0, cost: 0)], violations: [1000])
        #expect(block.cost([0]) == 19_000)
        #expect(block.cost([20]) == 0)
    }

    @Test func hardCostDwarfsAllSoftCosts() throws {
        // A million points a unit, the greatest weight, for a thousand units is still less than one hard unit.
        #expect(Block.hardCost > 1000 * Cost(1_000_000).thousandths)
    }
}
