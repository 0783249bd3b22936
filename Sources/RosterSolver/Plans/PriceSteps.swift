import Foundation
import Rostering

/// How the prices of a ``Decomposition`` move: each at a pace of its own that follows how much its slope varies (Adam, Kingma and Ba 2015), within
/// the range in which it may be of use.
struct PriceSteps: Sendable {
    /// By row of the scope: beyond this dual the row's violation would be worth more than it costs.
    private let most: [Double]
    /// By price: how fast it moves, at most 1: slower where a unit of the price counts many times in one plan.
    private let pace: [Double]
    /// Averages of the subgradients and of their squares, by price.
    private var mean: [Double]
    private var square: [Double]
    /// Steps made so far.
    private(set) var count = 0

    /// Prepares the steps of prices: those of the scope's rows, then those of choices.
    ///
    /// - Parameters:
    ///   - priceOfRow: by row of the model, the price's number, or -1.
    ///   - priceCount: prices altogether.
    /// - Throws: ``SolveRun/Stopped`` if the run must stop meanwhile.
    init(_ scope: MasterScope, _ priceOfRow: [Int], priceCount: Int, _ context: ProofContext) throws {
        most = Self.greatestDuals(of: scope)
        pace =
            try Self.paces(of: scope, priceOfRow, context)
            + Array(repeating: 1, count: priceCount - scope.rows.count)
        mean = Array(repeating: 0, count: priceCount)
        square = mean
    }

    /// The weights of the past in the averages.
    private static let (meanMemory, squareMemory) = (0.9, 0.99)

    /// Moves prices along a subgradient.
    ///
    /// - Parameters:
    ///   - length: in points; a price at full pace moves about as far.
    ///   - rows: the prices of rows that move, at least 0.
    ///   - choices: the prices of choices that move.
    mutating func make(
        _ prices: inout [Double], along gradient: [Double], _ length: Double, rows: [Int], choices: [Int]
    ) {
        count += 1
        let meanShare = 1 - pow(Self.meanMemory, Double(count))
        let squareShare = 1 - pow(Self.squareMemory, Double(count))
        func move(_ price: Int, _ least: Double, _ most: Double) {
            var slope = gradient[price]
            if slope < 0 && prices[price] <= least || slope > 0 && prices[price] >= most { slope = 0 }
            mean[price] += (1 - Self.meanMemory) * (slope - mean[price])
            square[price] += (1 - Self.squareMemory) * (slope * slope - square[price])
            let direction = mean[price] / meanShare / ((square[price] / squareShare).squareRoot() + 1e-3)
            prices[price] = min(most, max(least, prices[price] + length * pace[price] * direction))
        }
        for price in rows { move(price, 0, most[price]) }
        for price in choices {
            move(price, -.infinity, .infinity)
            // Blocks count in whole thousandths.
            prices[price] = (prices[price] * 1000).rounded() / 1000
        }
    }

    /// Begins anew, with other slopes.
    mutating func forget() {
        mean = mean.map { _ in 0 }
        square = mean
        count = 0
    }

    // MARK: Ranges and paces

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
    ) throws -> [Double] {
        let model = scope.model
        var reach = scope.rows.map { _ in 1 }
        for person in model.people {
            try context.run.checkpoint()
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
}
