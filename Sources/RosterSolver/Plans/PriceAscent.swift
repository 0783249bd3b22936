import Foundation
import Rostering

/// Bounds everybody's plans and the blocks they meet in apart from one another, and finds prices that make the sum as great as possible:
/// Lagrangian decomposition (Guignard and Kim 1987).
///
/// A row outside the tabulated blocks has its dual, a price of a unit. A tabulated block (``WeeklyBlock``) has a price for each choice people have
/// in it: who makes the choice pays, the block is paid. At any prices, everybody's cheapest plan, the cheapest choices of every block by itself, and
/// what rows and quantities contribute cost together no more than any roster. At the best prices that is what the linear program over plans with all
/// its cuts is worth, but no linear program is solved: prices move along subgradients, each at a pace that follows how much its subgradient varies
/// (Adam, Kingma and Ba 2015), and ever more slowly.
struct PriceAscent: Sendable {
    /// What is known of a person at the present prices.
    fileprivate struct PricedPerson: Sendable {
        /// The choices in tabulated blocks: the price's number and the cells that make the choice.
        let choices: [(price: Int, cells: [Int])]
        var pricer: PlanPricer
        var costs: PlanPricer.Costs
        /// The cheapest plan; nil if there is none at all.
        var plan: PlanPricer.Result?
        /// The different plans that were cheapest of late, the last at the end.
        var plans: [[Stay]] = []
    }

    /// What is known of a tabulated block at the present prices.
    fileprivate struct PricedBlock: Sendable {
        let table: WeeklyBlock
        let quantities: [Int]
        /// The number of the first choice's price.
        let firstPrice: Int
        var value = 0
        var chosen: [Int] = []
    }

    private let context: ProofContext
    /// Everybody and the rows outside tabulated blocks.
    private let scope: MasterScope
    /// By row of the model: the price's number, or -1.
    private let priceOfRow: [Int]
    private var people: [PricedPerson]
    private var blocks: [PricedBlock]

    /// The duals of the scope's rows, at least 0, in points a unit, then by block the prices of its choices, in points.
    private var prices: [Double]
    /// By row of the scope: beyond this dual the row's violation would be worth more than it costs.
    private let most: [Double]
    /// By price: how fast it moves, at most 1: slower where a unit of the price counts many times in one plan.
    private let pace: [Double]
    /// Averages of the subgradients and of their squares, by price.
    private var mean: [Double]
    private var square: [Double]
    private var steps = 0

    /// No roster costs less, in points, those costs aside that depend on nobody.
    private(set) var bound = -Double.infinity
    /// The prices that gave the bound.
    private var bestPrices: [Double]

    /// Prepares an ascent from prices of nothing. Takes time proportional to the blocks' states.
    init(_ context: ProofContext, _ departments: Departments) {
        self.context = context
        let model = context.model
        let everybody = Array(model.people.indices)
        let rows = (departments.rows.joined() + departments.linking).sorted()
        let tables = BlockCuts(
            MasterScope(model, people: everybody, rows: rows, awayCosts: context.awayCosts), context
        ).blocks
        let isTabulated = Set(tables.map(\.table.number))
        let scope = MasterScope(
            model, people: everybody,
            rows: rows.filter { !isTabulated.contains(context.tables.places[$0].block) },
            awayCosts: context.awayCosts)
        self.scope = scope
        var priceOfRow = Array(repeating: -1, count: model.rows.count)
        for (price, row) in scope.rows.enumerated() { priceOfRow[row] = price }
        self.priceOfRow = priceOfRow
        var choices: [[(price: Int, cells: [Int])]] = everybody.map { _ in [] }
        var priceCount = scope.rows.count
        blocks = tables.map { table, quantities in
            let block = PricedBlock(table: table, quantities: quantities, firstPrice: priceCount)
            for choice in table.choices {
                choices[choice.person].append((priceCount, choice.cells))
                priceCount += 1
            }
            return block
        }
        people = zip(model.people, choices).map {
            PricedPerson(choices: $1, pricer: PlanPricer($0), costs: PlanPricer.Costs($0))
        }
        most = Self.greatestDuals(of: scope)
        pace =
            Self.paces(of: scope, priceOfRow, context)
            + Array(repeating: 1, count: priceCount - scope.rows.count)
        prices = Array(repeating: 0, count: priceCount)
        (mean, square, bestPrices) = (prices, prices, prices)
    }

    /// By row: the dual at which a violation that only this row asks for has paid for itself.
    private static func greatestDuals(of scope: MasterScope) -> [Double] {
        let isShared = sharedQuantities(of: scope)
        return scope.rows.map { row in
            scope.model.rows[row].quantities.reduce(.infinity) { most, term in
                term.coefficient > 0 && !isShared[term.quantity]
                    ? min(most, scope.cost(of: term.quantity) / Double(term.coefficient)) : most
            }
        }
    }

    /// By quantity of the model: whether several rows of a scope have it.
    private static func sharedQuantities(of scope: MasterScope) -> [Bool] {
        var users = Array(repeating: 0, count: scope.model.quantities.count)
        for row in scope.rows {
            for (quantity, _) in scope.model.rows[row].quantities { users[quantity] += 1 }
        }
        return users.map { $0 > 1 }
    }

    /// By row: one by the square root of the most that one plan, or one shared quantity, puts into it.
    private static func paces(
        of scope: MasterScope, _ priceOfRow: [Int], _ context: ProofContext
    ) -> [Double] {
        let model = scope.model
        var reach = scope.rows.map { _ in 1 }
        for person in model.people where context.run.stopReason == nil {
            var weekly: [Int: [Int: Int]] = [:]
            for cells in [person.dutyEntries, person.startEntries] {
                for (cell, entries) in cells.enumerated() {
                    let week = cell % person.weekCount
                    for entry in entries where priceOfRow[entry.row] >= 0 {
                        weekly[priceOfRow[entry.row], default: [:]].merge([week: abs(entry.coefficient)]) {
                            max($0, $1)
                        }
                    }
                }
            }
            for (price, weeks) in weekly {
                let most = weeks.values.sorted(by: >).prefix(max(0, person.awayLimit ?? person.weekCount))
                reach[price] = max(reach[price], most.reduce(0, +))
            }
        }
        let isShared = sharedQuantities(of: scope)
        for (price, row) in scope.rows.enumerated() {
            for (quantity, coefficient) in model.rows[row].quantities where isShared[quantity] {
                let range = context.limits.upper(quantity) - context.limits.lower(quantity)
                reach[price] = max(reach[price], abs(coefficient) * range)
            }
        }
        return reach.map { 1 / Double($0).squareRoot() }
    }

    // MARK: Climbing

    /// How far prices move in a step, in points: from the first to the last.
    private static let stepLength = (first: 30.0, last: 0.01)

    /// Moves the prices until the ascent is over; ends at the best.
    ///
    /// - Parameters:
    ///   - progress: asked before every step, with the number of steps made: how much of the ascent is over, 0...1; nil to stop at once.
    ///   - onBound: hears of every better bound.
    mutating func climb(progress: (Int) -> Double?, onBound: (Double) -> Void) {
        var gradient = evaluate()
        while let share = progress(steps), share < 1 {
            step(gradient, Self.stepLength.first * pow(Self.stepLength.last / Self.stepLength.first, share))
            let before = bound
            gradient = evaluate()
            if bound > before { onBound(bound) }
        }
        prices = bestPrices
    }

    /// The weights of the past in the averages.
    private static let (meanMemory, squareMemory) = (0.9, 0.99)

    private mutating func step(_ gradient: [Double], _ length: Double) {
        steps += 1
        let meanShare = 1 - pow(Self.meanMemory, Double(steps))
        let squareShare = 1 - pow(Self.squareMemory, Double(steps))
        for price in prices.indices {
            let (least, most) = price < most.count ? (0, most[price]) : (-Double.infinity, .infinity)
            var slope = gradient[price]
            if slope < 0 && prices[price] <= least || slope > 0 && prices[price] >= most { slope = 0 }
            mean[price] += (1 - Self.meanMemory) * (slope - mean[price])
            square[price] += (1 - Self.squareMemory) * (slope * slope - square[price])
            let direction = mean[price] / meanShare / ((square[price] / squareShare).squareRoot() + 1e-3)
            prices[price] = min(most, max(least, prices[price] + length * pace[price] * direction))
        }
    }

    /// Finds everybody's cheapest plan and every block's cheapest choices; returns a subgradient of the bound.
    private mutating func evaluate() -> [Double] {
        let rowCount = scope.rows.count
        // Blocks count in whole thousandths.
        for price in rowCount..<prices.count { prices[price] = (prices[price] * 1000).rounded() / 1000 }
        let (scope, prices) = (scope, prices)
        people.changeOnAllCores { index, person in
            scope.reducedCosts(of: index, prices, into: &person.costs)
            for (price, cells) in person.choices {
                for cell in cells { person.costs.duty[cell] += prices[price] }
            }
            person.plan = person.pricer.cheapest(person.costs)
            person.keepPlan()
        }
        blocks.changeOnAllCores { _, block in
            let whole = prices[block.firstPrice..<(block.firstPrice + block.table.choices.count)].map {
                Int(($0 * 1000).rounded())
            }
            guard let cheapest = block.table.cheapest(prices: whole, .none(of: block.table)) else { return }
            (block.value, block.chosen) = cheapest
        }
        noteBound()
        return subgradient()
    }

    private mutating func noteBound() {
        var total = scope.boundOfRows(prices, context.limits)
        for person in people { total += person.plan?.cost ?? .infinity }
        for block in blocks { total += Double(block.value) / 1000 }
        if total > bound, total.isFinite { (bound, bestPrices) = (total, prices) }
    }

    private func subgradient() -> [Double] {
        let model = scope.model
        var slopes = Array(repeating: 0.0, count: prices.count)
        var reduced = Array(repeating: 0.0, count: model.quantities.count)
        for quantity in scope.quantities { reduced[quantity] = scope.cost(of: quantity) }
        for (price, row) in scope.rows.enumerated() {
            slopes[price] = -scope.constants[price]
            for (quantity, coefficient) in model.rows[row].quantities {
                reduced[quantity] -= prices[price] * Double(coefficient)
            }
        }
        for (price, row) in scope.rows.enumerated() {
            for (quantity, coefficient) in model.rows[row].quantities {
                let isFree = reduced[quantity] < -1e-9
                let value = isFree ? context.limits.upper(quantity) : context.limits.lower(quantity)
                slopes[price] -= Double(coefficient * value)
            }
        }
        for (index, person) in people.enumerated() {
            guard let plan = person.plan else { continue }
            var isMade = Array(repeating: false, count: person.costs.duty.count)
            for stay in plan.stays { model.people[index].forEachCell(of: stay) { isMade[$0] = true } }
            model.people[index].forEachEntry(of: plan.stays) { entry in
                if priceOfRow[entry.row] >= 0 { slopes[priceOfRow[entry.row]] -= Double(entry.coefficient) }
            }
            for (price, cells) in person.choices where cells.contains(where: { isMade[$0] }) {
                slopes[price] += 1
            }
        }
        for block in blocks {
            for choice in block.chosen { slopes[block.firstPrice + choice] -= 1 }
        }
        return slopes
    }

    // MARK: What has been found

    /// What rows and blocks make people's duties cost at the best prices.
    ///
    /// - Parameter rows: which rows of the model; of a block all or none.
    func linkingPrices(of rows: [Int]) -> LinkingPrices {
        let everybody = Array(people.indices)
        var scope = MasterScope(
            scope.model, people: everybody, rows: rows.filter { priceOfRow[$0] >= 0 })
        let duals = duals(of: scope.rows)
        let cuts = cuts(of: rows, among: everybody)
        for (cut, _) in cuts { _ = scope.add(cut) }
        return LinkingPrices(scope, duals + cuts.map(\.dual), context.limits)
    }

    /// By row of the model as given: the dual at the best prices; nothing for rows of tabulated blocks.
    func duals(of rows: [Int]) -> [Double] {
        rows.map { priceOfRow[$0] < 0 ? 0 : bestPrices[priceOfRow[$0]] }
    }

    /// What the best prices say of blocks as cuts, with their duals.
    ///
    /// - Parameters:
    ///   - rows: rows of the model; of a block all or none.
    ///   - members: people of the model; everybody who touches the blocks.
    func cuts(of rows: [Int], among members: [Int]) -> [(cut: BlockCut, dual: Double)] {
        let wanted = Set(rows.map { context.tables.places[$0].block })
        return blocks.filter { wanted.contains($0.table.number) }.compactMap { block in
            let prices = block.table.choices.indices.map {
                Int((bestPrices[block.firstPrice + $0] * 1000).rounded())
            }
            return BlockCut(block.table, block.quantities, prices: prices).flatMap { cut in
                cut.moved(from: Array(people.indices), to: members).map { ($0, cut.scale) }
            }
        }
    }

    /// The plans of some people that were cheapest of late, by position among them.
    func plans(of members: [Int]) -> [(person: Int, stays: [Stay])] {
        members.enumerated().flatMap { position, person in
            people[person].plans.map { (position, $0) }
        }
    }
}

extension PriceAscent.PricedPerson {
    /// Different plans kept.
    private static let mostPlans = 30

    fileprivate mutating func keepPlan() {
        guard let stays = plan?.stays else { return }
        plans.removeAll { $0 == stays }
        plans.append(stays)
        if plans.count > Self.mostPlans { plans.removeFirst() }
    }
}
