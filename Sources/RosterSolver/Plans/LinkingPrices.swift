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
