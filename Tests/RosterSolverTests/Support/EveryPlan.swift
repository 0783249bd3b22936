import Rostering

@testable import RosterSolver

/// Every plan of one person that the checker finds no structural fault in, in the solver's terms, and what given costs make of each: what
/// the dynamic program is compared with.
struct EveryPlan {
    let person: PersonModel
    /// The plans as stays, in a fixed order; empty if the structural rules leave none.
    let plans: [[Stay]]

    /// Enumerates the plans of a person of an instance.
    ///
    /// - Returns: nil if a plan that the checker accepts fits no mode of the model.
    init?(of index: Int, in instance: Instance, _ model: RosterModel) {
        person = model.people[index]
        var plans: [[Stay]] = []
        for plan in ExhaustiveSearch(instance).plans[index] {
            guard let stays = model.people[index].stays(of: plan) else { return nil }
            plans.append(stays)
        }
        self.plans = plans
    }

    /// The least cost among the plans that satisfy a condition; nil if none does or all are infinitely dear.
    func leastCost(_ costs: PlanPricer.Costs, where isAllowed: ([Stay]) -> Bool = { _ in true }) -> Double? {
        plans.filter(isAllowed).map { cost(of: $0, costs) }.filter { $0 < .infinity }.min()
    }

    /// What a plan costs: its weeks, its starts and its total of weeks away.
    func cost(of stays: [Stay], _ costs: PlanPricer.Costs) -> Double {
        var total = 0.0
        for stay in stays {
            for week in stay.weeks { total += costs.duty[stay.mode * person.weekCount + week] }
            if person.isStart(stay) {
                total += costs.start[stay.mode * person.weekCount + stay.weeks.lowerBound]
            }
        }
        let away = stays.reduce(0) { $0 + (person.isAtHome($1) ? 0 : $1.weeks.count) }
        return total + (costs.away.isEmpty ? 0 : costs.away[away])
    }
}
