import LinearProgramming
import Rostering

/// A row that the linear program over plans gains: a block of rows costs at least a linear function of the choices people make in it.
///
/// It says: cost of the block's quantities - sum of slope × choice >= constant, in points, divided by a scale that keeps numbers tame.
struct BlockCut: Sendable {
    /// The block's number.
    let block: Int
    /// The block's quantities.
    let quantities: [Int]
    /// The divisor of everything below.
    let scale: Double
    let constant: Double
    /// By person's position in the scope and cell: the row's coefficient.
    let cells: [(person: Int, cell: Int, coefficient: Double)]

    /// The cut for a scope of other people; nil if somebody it concerns is not among them.
    func moved(from people: [Int], to others: [Int]) -> BlockCut? {
        var place: [Int: Int] = [:]
        for (position, person) in others.enumerated() { place[person] = position }
        var moved: [(person: Int, cell: Int, coefficient: Double)] = []
        for (person, cell, coefficient) in cells {
            guard let position = place[people[person]] else { return nil }
            moved.append((position, cell, coefficient))
        }
        return BlockCut(block: block, quantities: quantities, scale: scale, constant: constant, cells: moved)
    }
}

extension BlockCut {
    /// The cut that prices of a block's choices give, in thousandths: the block costs at least its least cost at these prices, plus the prices
    /// of the choices made; nil if the block leaves no choice.
    init?(_ block: WeeklyBlock, _ quantities: [Int], prices: [Int]) {
        guard let level = block.cheapest(prices: prices, .none(of: block))?.value else { return nil }
        self.init(block, quantities, prices: prices, level: level)
    }

    fileprivate init(_ block: WeeklyBlock, _ quantities: [Int], prices: [Int], level: Int) {
        let steepest = max(prices.map { abs($0) }.max() ?? 0, 1000)
        let scale = max(1, Double(steepest) / 1000 / 10)
        self.init(
            block: block.number, quantities: quantities, scale: scale,
            constant: Double(level) / 1000 / scale,
            cells: block.choices.enumerated().flatMap { index, choice in
                choice.cells.compactMap { cell in
                    prices[index] == 0
                        ? nil : (choice.person, cell, -Double(prices[index]) / 1000 / scale)
                }
            })
    }
}

/// Finds the facets of blocks' convex hulls that a fractional solution violates.
///
/// For a solution's shares of everybody's choices, the least average cost over whole-number choices with these shares is a small linear program
/// over sets of choices, priced by ``WeeklyBlock/cheapest(prices:bonds:)``; its duals are the slopes. Choices that the solution takes not
/// at all or wholly are left out and lifted afterwards, one at a time, as far as the row stays valid.
struct BlockSeparation {
    let block: WeeklyBlock
    /// The block's quantities.
    let quantities: [Int]
    let solver: any LinearSolver
    /// Asked between steps; nothing is found once it says yes.
    var shouldStop: () -> Bool = { false }

    /// A cut for shares of the choices by more than `least` points above what the block costs in the solution; nil if there is none.
    ///
    /// - Parameters:
    ///   - shares: by choice, 0...1.
    ///   - limits: what people are bound to in every roster that counts.
    ///   - cost: what the block costs in the solution, in points.
    func cut(shares: [Double], _ limits: WeeklyBlock.Bonds, cost: Double, least: Double) throws -> BlockCut? {
        var bonds = limits
        var open: [Int] = []
        for (person, range) in block.choicesOfPerson.enumerated() {
            let fractional = range.filter { shares[$0] > Self.trifle && shares[$0] < 1 - Self.trifle }
            let whole = range.first { shares[$0] >= 1 - Self.trifle }
            for choice in range {
                bonds.isAllowed[choice] =
                    limits.isAllowed[choice]
                    && (choice == whole || whole == nil && fractional.contains(choice))
            }
            if whole != nil { bonds.mayAbstain[person] = false } else { open += fractional }
            if whole == nil, fractional.isEmpty { bonds.mayAbstain[person] = true }
        }
        var prices = Array(repeating: 0, count: block.choices.count)
        if !open.isEmpty {
            guard let slopes = try slopes(shares, open, bonds) else { return nil }
            for (choice, slope) in zip(open, slopes) { prices[choice] = slope }
        }
        guard let level = block.cheapest(prices: prices, bonds)?.value else { return nil }
        let bound = zip(shares, prices).reduce(Double(level)) { $0 + $1.0 * Double($1.1) }
        guard bound / 1000 > cost + least else { return nil }
        return lifted(prices, bonds, limits, level)
    }

    private static let trifle = 1e-6

    /// The duals of the linear program over sets of choices, in whole thousandths; nil if the solver fails.
    private func slopes(_ shares: [Double], _ open: [Int], _ bonds: WeeklyBlock.Bonds) throws -> [Int]? {
        var program = LinearProgram(name: "hull")
        let place = Dictionary(uniqueKeysWithValues: open.enumerated().map { ($1, $0) })
        // A share that no mixture meets is paid for more dearly than any choice.
        let steepest = 4 * Double(block.greatestCost) / 1000
        for choice in open {
            let (missing, excess) = (program.addColumn(cost: steepest), program.addColumn(cost: steepest))
            program.addRow(
                lower: shares[choice], upper: shares[choice],
                terms: [.init(missing, 1), .init(excess, -1)])
        }
        program.addRow(lower: 1, upper: 1, terms: [])
        return try solver.withSession(program) { session in
            var prices = Array(repeating: 0, count: block.choices.count)
            guard var found = block.cheapest(prices: prices, bonds) else { return nil }
            for _ in 0..<Self.mostIterations {
                if shouldStop() { return nil }
                try session.addColumns([
                    (
                        LinearProgram.Column(
                            name: "", lower: 0, upper: .infinity, isInteger: false,
                            cost: Double(block.cost(of: found.chosen)) / 1000),
                        found.chosen.compactMap { place[$0].map { (RowIndex($0), 1) } }
                            + [(RowIndex(open.count), 1)]
                    )
                ])
                let solution = try session.solveRelaxation()
                guard let duals = solution.rowDuals, let value = solution.objective else { return nil }
                for (choice, dual) in zip(open, duals) { prices[choice] = Int((dual * 1000).rounded()) }
                guard let next = block.cheapest(prices: prices, bonds) else { return nil }
                let bound = open.reduce(Double(next.value) / 1000) {
                    $0 + shares[$1] * Double(prices[$1]) / 1000
                }
                if bound > value - 0.01 { break }
                found = next
            }
            return open.map { prices[$0] }
        }
    }

    private static let mostIterations = 200

    /// Gives every choice that was left out the best slope that keeps the row valid.
    private func lifted(
        _ prices: [Int], _ bonds: WeeklyBlock.Bonds, _ limits: WeeklyBlock.Bonds, _ level: Int
    ) -> BlockCut {
        var (prices, bonds, level) = (prices, bonds, level)
        for (person, range) in block.choicesOfPerson.enumerated() {
            if !bonds.mayAbstain[person], limits.mayAbstain[person],
                let whole = range.first(where: { bonds.isAllowed[$0] })
            {
                // The row holds where the choice is made; make it hold where it is not.
                var others = bonds
                others.mayAbstain[person] = true
                others.isAllowed[whole] = false
                if let without = block.cheapest(prices: prices, others)?.value {
                    prices[whole] = level - without
                    level = without
                    bonds.mayAbstain[person] = true
                }
            }
            for choice in range where limits.isAllowed[choice] && !bonds.isAllowed[choice] {
                var only = bonds
                only.mayAbstain[person] = false
                for other in range { only.isAllowed[other] = other == choice }
                if let value = block.cheapest(prices: prices, only)?.value { prices[choice] = value - level }
                bonds.isAllowed[choice] = true
            }
            bonds.mayAbstain[person] = limits.mayAbstain[person]
        }
        return BlockCut(block, quantities, prices: prices, level: level)
    }
}
