import GLPKSolver
import SeededRandom
import Testing

@testable import RosterSolver

/// Blocks of one week as whole-number functions, and the cuts found on them, against every selection of choices.
@Suite struct WeeklyBlockTests {
    /// A random block, the people who touch it, and everything they can select together.
    private struct Sample {
        let table: WeeklyBlock
        /// Every set of choices, at most one a person, with its cost in thousandths.
        let selections: [(chosen: [Int], cost: Int)]

        init?(_ random: inout SplitMix64) {
            let rowCount = 1 + random.below(3)
            let isShared = random.below(2) == 0
            let block = Block(
                rows: (0..<rowCount).map { row in
                    Block.Row(
                        row: row, constant: random.below(31) - 15,
                        shared: isShared ? [random.below(3) - 1] : [],
                        violation: row, relief: 1)
                }, shared: isShared ? [Block.Shared(lower: 0, upper: 12, cost: random.below(3) * 100)] : [],
                violations: (0..<rowCount).map { _ in
                    random.below(5) == 0 ? Block.hardCost : 500 * (1 + random.below(4))
                })
            var choices: [(person: Int, cells: [Int], vector: [Int])] = []
            for person in 0..<(1 + random.below(4)) {
                for choice in 0..<(1 + random.below(2)) {
                    choices.append((person, [choice], (0..<rowCount).map { _ in random.below(13) - 6 }))
                }
            }
            guard let table = WeeklyBlock(0, block, hardCost: 100_000, choices: choices) else { return nil }
            self.table = table
            let priced = block.withHardCost(100_000)
            var selections: [(chosen: [Int], cost: Int)] = []
            func extend(_ person: Int, _ chosen: [Int]) {
                guard person < table.choicesOfPerson.count else {
                    var sum = Array(repeating: 0, count: rowCount)
                    for choice in chosen {
                        for row in sum.indices { sum[row] += choices[choice].vector[row] }
                    }
                    selections.append((chosen, min(100_000, priced.cost(sum))))
                    return
                }
                extend(person + 1, chosen)
                for choice in table.choicesOfPerson[person] { extend(person + 1, chosen + [choice]) }
            }
            extend(0, [])
            self.selections = selections
        }

        var free: WeeklyBlock.Bonds {
            WeeklyBlock.Bonds(
                isAllowed: table.choices.map { _ in true },
                mayAbstain: table.choicesOfPerson.map { _ in true })
        }

        /// Whether a selection keeps to the bonds.
        func keeps(_ chosen: [Int], _ bonds: WeeklyBlock.Bonds) -> Bool {
            chosen.allSatisfy { bonds.isAllowed[$0] }
                && table.choicesOfPerson.indices.allSatisfy { person in
                    bonds.mayAbstain[person] || chosen.contains { table.choicesOfPerson[person].contains($0) }
                }
        }
    }

    @Test(arguments: 0..<80) func findsTheCheapestSelection(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed) &+ 300)
        let sample = try #require(Sample(&random))
        for (chosen, cost) in sample.selections { #expect(sample.table.cost(of: chosen) == cost) }
        for _ in 0..<10 {
            let prices = sample.table.choices.map { _ in random.below(4001) - 2000 }
            var bonds = sample.free
            for choice in bonds.isAllowed.indices where random.below(4) == 0 {
                bonds.isAllowed[choice] = false
            }
            for person in bonds.mayAbstain.indices where random.below(4) == 0 {
                bonds.mayAbstain[person] = false
            }
            let least = sample.selections.filter { sample.keeps($0.chosen, bonds) }.map { chosen, cost in
                cost - chosen.reduce(0) { $0 + prices[$1] }
            }.min()
            let found = sample.table.cheapest(prices: prices, bonds)
            #expect(found?.value == least, "seed \(seed)")
            if let found {
                #expect(sample.keeps(found.chosen, bonds))
                let value = sample.table.cost(of: found.chosen) - found.chosen.reduce(0) { $0 + prices[$1] }
                #expect(value == found.value)
            }
        }
    }

    /// A choice changes the cost by no less and no more than said, whatever the others choose.
    @Test(arguments: 0..<80) func tellsWhatAChoiceCanChange(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed) &+ 400)
        let sample = try #require(Sample(&random))
        for (chosen, cost) in sample.selections {
            for choice in chosen {
                let without = sample.table.cost(of: chosen.filter { $0 != choice })
                #expect(sample.table.rise(of: choice).contains(cost - without), "seed \(seed)")
            }
        }
    }

    /// A block of some people costs what the whole block costs where the others have made their choices.
    @Test(arguments: 0..<80) func restrictsToSomePeople(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed) &+ 500)
        let sample = try #require(Sample(&random))
        let table = sample.table
        for _ in 0..<10 {
            let isMember = table.choicesOfPerson.map { _ in random.below(2) == 0 }
            var bonds = sample.free
            var made: [Int] = []
            for (person, range) in table.choicesOfPerson.enumerated() where !isMember[person] {
                let choice = range.lowerBound + random.below(range.count + 1)
                if choice < range.upperBound { made.append(choice) }
                for other in range { bonds.isAllowed[other] = other == choice }
                bonds.mayAbstain[person] = choice == range.upperBound
            }
            let (part, numbers) = table.restricted(to: isMember, made: made)
            #expect(part.choicesOfPerson.count == isMember.count { $0 })
            var prices = table.choices.map { _ in random.below(4001) - 2000 }
            for choice in made { prices[choice] = 0 }
            let whole = table.cheapest(prices: prices, bonds)
            let found = part.cheapest(prices: numbers.map { prices[$0] }, .none(of: part))
            #expect(found?.value == whole?.value, "seed \(seed)")
            if let found {
                let chosen = made + found.chosen.map { numbers[$0] }
                #expect(table.cost(of: chosen) == part.cost(of: found.chosen), "seed \(seed)")
            }
        }
    }

    /// A cut holds for every selection that the limits allow, is violated where it was sought, and is found wherever whole choices cost more than
    /// the solution says.
    @Test(arguments: 0..<80) func cutsHoldAndCut(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed) &+ 900)
        let sample = try #require(Sample(&random))
        let separation = BlockSeparation(block: sample.table, quantities: [], solver: GLPKBackend())
        for round in 0..<8 {
            var limits = sample.free
            if round % 2 == 1 {
                for choice in limits.isAllowed.indices where random.below(5) == 0 {
                    limits.isAllowed[choice] = false
                }
            }
            let allowed = sample.selections.filter { sample.keeps($0.chosen, limits) }
            // Shares of a mixture of selections, or of a single one.
            let mixture = (0..<(round < 4 ? 3 : 1)).map { _ in allowed[random.below(allowed.count)] }
            var shares = sample.table.choices.map { _ in 0.0 }
            for (chosen, _) in mixture {
                for choice in chosen { shares[choice] += 1 / Double(mixture.count) }
            }
            let cost = random.fraction() * Double(mixture[0].cost) / 1000
            let cut = try separation.cut(shares: shares, limits, cost: cost, least: 0.01)
            if mixture.count == 1, cost + 0.02 < Double(mixture[0].cost) / 1000 { #expect(cut != nil) }
            guard let cut else { continue }
            func side(_ cost: Double, _ share: (Int) -> Double) -> Double {
                cut.cells.reduce(cost / cut.scale) { sum, next in
                    let choice = sample.table.choices.firstIndex {
                        $0.person == next.person && $0.cells == [next.cell]
                    }
                    return sum + next.coefficient * (choice.map(share) ?? 0)
                }
            }
            #expect(side(cost) { shares[$0] } < cut.constant - 0.005 / cut.scale, "seed \(seed)")
            for (chosen, cost) in allowed {
                let holds = side(Double(cost) / 1000) { chosen.contains($0) ? 1 : 0 } >= cut.constant - 1e-9
                #expect(holds, "seed \(seed), round \(round)")
            }
        }
    }
}
