import Rostering

/// What rows that tie groups of people together make each duty cost, so that the groups can be bounded one by one.
///
/// At any prices >= 0 of these rows, the groups' least costs with them and the constant together cost no more than any roster.
struct LinkingPrices: Sendable {
    /// By person of the model and cell: points.
    let duty: [[Double]]
    /// By person of the model and cell: points of a start.
    let start: [[Double]]
    /// What the rows and their quantities contribute themselves, in points.
    let constant: Double

    /// The prices of the rows and cuts of a scope at given duals.
    init(_ scope: MasterScope, _ duals: [Double], _ limits: QuantityLimits) {
        var (duty, start) = (
            scope.model.people.map { _ in [Double]() }, scope.model.people.map { _ in [Double]() }
        )
        for (position, index) in scope.people.enumerated() {
            let person = scope.model.people[index]
            var costs = PlanPricer.Costs(person)
            scope.reducedCosts(of: position, duals, into: &costs)
            duty[index] = zip(costs.duty, person.dutyCosts).map { $0 - Double($1) / 1000 }
            start[index] = zip(costs.start, person.startCosts).map { $0 - Double($1) / 1000 }
        }
        self.duty = duty
        self.start = start
        constant = scope.boundOfRows(duals, limits)
    }

    /// What the prices make a plan of a person cost, in points.
    func cost(of person: PersonModel, _ index: Int, _ stays: [Stay]) -> Double {
        var cost = 0.0
        for stay in stays {
            person.forEachCell(of: stay) { cost += duty[index][$0] }
            if person.isStart(stay) {
                cost += start[index][stay.mode * person.weekCount + stay.weeks.lowerBound]
            }
        }
        return cost
    }
}
