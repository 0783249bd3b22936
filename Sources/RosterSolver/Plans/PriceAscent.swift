import Foundation
import Rostering

/// Finds prices at which a ``Decomposition`` of everybody bounds rosters as tightly as prices can.
///
/// At the best prices the bound is what the linear program over plans with all its cuts is worth, but no linear program is solved: prices move along
/// subgradients, ever more slowly.
struct PriceAscent: Sendable {
    /// Settled at the best prices once the ascent is over, unless it was stopped.
    private(set) var decomposition: Decomposition
    /// No roster costs less, in points, those costs aside that depend on nobody.
    private(set) var bound = -Double.infinity
    /// The prices that gave the bound.
    private var bestPrices: [Double]
    /// By person: the different plans that were cheapest of late, the last at the end.
    private var plans: [[[Stay]]]

    /// Prepares an ascent of everybody from prices of nothing. Takes time proportional to the blocks' states.
    ///
    /// - Throws: ``SolveRun/Stopped`` if the run must stop meanwhile.
    init(_ context: ProofContext, _ departments: Departments) throws {
        let everybody = Array(context.model.people.indices)
        let rows = (departments.rows.joined() + departments.linking).sorted()
        let scope = MasterScope(context.model, people: everybody, rows: rows, awayCosts: context.awayCosts)
        decomposition = try Decomposition(context, rows: rows, tables: BlockCuts(scope, context).blocks)
        bestPrices = decomposition.prices
        plans = decomposition.people.map { _ in [] }
    }

    /// How far prices move in a step, in points: from the first to the last.
    private static let stepLength = (first: 10.0, last: 0.02)

    /// Moves the prices until the ascent is over; ends at the best, at which everything is settled unless the ascent is stopped.
    ///
    /// - Parameters:
    ///   - progress: asked before every step, with the number of steps made and what the present prices are worth: how much of the ascent is over,
    ///     0...1; nil to stop at once.
    ///   - onBound: hears of every better bound.
    mutating func climb(progress: (_ steps: Int, _ value: Double) -> Double?, onBound: (Double) -> Void) {
        var value = evaluate()
        var share = progress(decomposition.steps.count, value)
        while let present = share, present < 1 {
            let length = Self.stepLength.first * pow(Self.stepLength.last / Self.stepLength.first, present)
            decomposition.step(decomposition.subgradient(), length)
            let before = bound
            value = evaluate()
            if bound > before { onBound(bound) }
            share = progress(decomposition.steps.count, value)
        }
        decomposition.prices = bestPrices
        if share != nil { decomposition.settle(onAllCores: true) }
    }

    /// Settles everything at the present prices; what they are worth, in points.
    private mutating func evaluate() -> Double {
        decomposition.settle(onAllCores: true)
        let value = decomposition.value()
        if value > bound, value.isFinite { (bound, bestPrices) = (value, decomposition.prices) }
        for (index, person) in decomposition.people.enumerated() {
            if let stays = person.plan?.stays { keep(stays, of: index) }
        }
        return value
    }

    /// Different plans kept by person.
    private static let mostPlans = 30

    private mutating func keep(_ stays: [Stay], of person: Int) {
        plans[person].removeAll { $0 == stays }
        plans[person].append(stays)
        if plans[person].count > Self.mostPlans { plans[person].removeFirst() }
    }

    // MARK: What has been found

    /// What rows and blocks make people's duties cost at the best prices.
    ///
    /// - Parameter rows: which rows of the model; of a block all or none.
    func linkingPrices(of rows: [Int]) -> LinkingPrices {
        let everybody = Array(plans.indices)
        var scope = MasterScope(
            decomposition.scope.model, people: everybody,
            rows: rows.filter { decomposition.priceOfRow[$0] >= 0 })
        let duals = duals(of: scope.rows)
        let cuts = cuts(of: rows, among: everybody)
        for (cut, _) in cuts { _ = scope.add(cut) }
        return scope.linkingPrices(duals + cuts.map(\.dual), decomposition.context.limits)
    }

    /// By row of the model as given: the dual at the best prices; nothing for rows of tabulated blocks.
    func duals(of rows: [Int]) -> [Double] {
        rows.map { row in
            let price = decomposition.priceOfRow[row]
            return price < 0 ? 0 : decomposition.prices[price]
        }
    }

    /// What the best prices say of blocks as cuts, with their duals.
    ///
    /// - Parameters:
    ///   - rows: rows of the model; of a block all or none.
    ///   - members: people of the model; everybody who touches the blocks.
    func cuts(of rows: [Int], among members: [Int]) -> [(cut: BlockCut, dual: Double)] {
        let wanted = Set(rows.map { decomposition.context.tables.places[$0].block })
        return decomposition.blocks.filter { wanted.contains($0.table.number) }.compactMap { block in
            let prices = block.priceNumbers.map { Int((decomposition.prices[$0] * 1000).rounded()) }
            return BlockCut(block.table, block.quantities, prices: prices).flatMap { cut in
                cut.moved(from: Array(plans.indices), to: members).map { ($0, cut.scale) }
            }
        }
    }

    /// By person of the model: how much dearer given plans are at the best prices than the cheapest, in points.
    func excess(of plans: [[Stay]]) -> [Double] { decomposition.excess(of: plans) }

    /// The plans of some people that were cheapest of late, by position among them.
    func plans(of members: [Int]) -> [(person: Int, stays: [Stay])] {
        members.enumerated().flatMap { position, person in plans[person].map { (position, $0) } }
    }
}
