/// What prices make the duties of one person cost, and how much of each price a plan pays.
struct DutyPrices: Sendable {
    /// By cell: the cost of a duty in points that no price tells, and of a start.
    private let own: (duty: [Double], start: [Double])
    /// By number of weeks away: the cost of the total in points; empty for none.
    private let away: [Double]
    /// By cell, first of duties, then of starts: how often a duty pays each price.
    private let shares: SparseMatrix

    /// Describes a person's duties.
    ///
    /// - Parameters:
    ///   - away: by number of weeks away, the cost in points; empty for none.
    ///   - priceOfRow: by row of the model, the number of the price that its units earn, or -1.
    ///   - choices: for some duties, by cell, the numbers of the prices that the duty pays.
    init(_ person: PersonModel, away: [Double], priceOfRow: [Int], choices: [Int: [Int]]) {
        own = (person.dutyCosts.map { Double($0) / 1000 }, person.startCosts.map { Double($0) / 1000 })
        self.away = away
        var shares = SparseMatrix()
        func terms(_ entries: ArraySlice<PersonModel.Entry>) -> [(column: Int, factor: Double)] {
            entries.filter { priceOfRow[$0.row] >= 0 }.map { (priceOfRow[$0.row], -Double($0.coefficient)) }
        }
        for (cell, entries) in person.dutyEntries.enumerated() {
            shares.addRow(terms(entries) + (choices[cell] ?? []).map { ($0, 1) })
        }
        for entries in person.startEntries { shares.addRow(terms(entries)) }
        self.shares = shares
    }

    /// Sets what each duty costs at given prices.
    func set(_ costs: inout PlanPricer.Costs, at prices: [Double]) {
        (costs.duty, costs.start, costs.away) = (own.duty, own.start, away)
        shares.addProducts(with: prices, from: 0, to: &costs.duty)
        shares.addProducts(with: prices, from: own.duty.count, to: &costs.start)
    }

    /// Calls `body` with every price that a plan of the person pays, and how often; a price may come several times.
    @inline(__always)
    func forEachShare(
        of stays: [Stay], _ person: PersonModel, _ body: (_ price: Int, _ times: Double) -> Void
    ) {
        for stay in stays {
            person.forEachCell(of: stay) { shares.forEachTerm(ofRow: $0, body) }
            if person.isStart(stay) {
                let cell = stay.mode * person.weekCount + stay.weeks.lowerBound
                shares.forEachTerm(ofRow: own.duty.count + cell, body)
            }
        }
    }

    /// Calls `body` with every price that some duty of the person pays, and how often; a price can come several times.
    func forEachShare(_ body: (_ price: Int, _ times: Double) -> Void) {
        for row in 0..<shares.rowCount { shares.forEachTerm(ofRow: row, body) }
    }
}
