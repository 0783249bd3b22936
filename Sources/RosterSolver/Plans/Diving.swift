import LinearProgramming
import Rostering

/// Makes whole plans of a fractional solution: fixes the stays it favours most, prices again with these stays forced, and repeats.
struct Diving {
    let master: PlanMaster
    let limits: QuantityLimits
    let run: SolveRun?
    /// Iterations of column generation after each fixing.
    var iterationsPerStep = 10
    /// Below this weight no stay is fixed: everybody gets the heaviest plan, for the search to mend.
    var leastWeight = 0.5
    /// A stay with at least this weight is fixed along with the heaviest.
    var nearlyWhole = 0.75

    /// Dives from a solution of the master; nil if stopped before every plan was whole.
    func plans(from root: [WeightedPlan]) throws -> [[Stay]]? {
        let (scope, model) = (master.scope, master.model)
        var constraints = scope.people.map { _ in PlanConstraints() }
        var weights = root
        while true {
            if let plans = whole(weights) { return plans }
            guard run?.stopReason == nil else { return nil }
            guard fix(weights, &constraints) else { return heaviest(weights) }
            try master.remove {
                !constraints[$0.person].allow($0.stays, of: model.people[scope.people[$0.person]])
            }
            var generation = ColumnGeneration(master, limits, run: run)
            generation.mostIterations = iterationsPerStep
            generation.tolerance = 1e-3
            guard let next = try generation.solve(constraints: constraints) else { return nil }
            weights = next
        }
    }

    /// The plans, if everybody has a single one.
    private func whole(_ weights: [WeightedPlan]) -> [[Stay]]? {
        var plans: [[Stay]?] = Array(repeating: nil, count: master.scope.people.count)
        for plan in weights where plan.weight > 1 - 1e-6 { plans[plan.person] = plan.stays }
        let found = plans.compactMap(\.self)
        return found.count == plans.count ? found : nil
    }

    /// Fixes the heaviest stays not yet fixed, one a person; false if there is none left.
    private func fix(
        _ weights: [WeightedPlan], _ constraints: inout [PlanConstraints]
    ) -> Bool {
        struct Candidate {
            let person: Int
            let stay: Stay
            let weight: Double
        }
        let scope = master.scope
        var totals: [Int: [Stay: Double]] = [:]
        for plan in weights {
            let person = scope.model.people[scope.people[plan.person]]
            for stay in plan.stays where !person.isAtHome(stay) {
                totals[plan.person, default: [:]][stay, default: 0] += plan.weight
            }
        }
        var candidates: [Candidate] = []
        for (person, stays) in totals {
            for (stay, weight) in stays where !constraints[person].forced.contains(stay) {
                candidates.append(Candidate(person: person, stay: stay, weight: weight))
            }
        }
        candidates.sort {
            ($1.weight, $0.person, $0.stay.weeks.lowerBound, $0.stay.mode, $0.stay.weeks.upperBound)
                < ($0.weight, $1.person, $1.stay.weeks.lowerBound, $1.stay.mode, $1.stay.weeks.upperBound)
        }
        var fixed: Set<Int> = []
        for candidate in candidates {
            guard candidate.weight >= (fixed.isEmpty ? leastWeight : nearlyWhole) else { break }
            guard fixed.insert(candidate.person).inserted else { continue }
            constraints[candidate.person].forced.append(candidate.stay)
        }
        return !fixed.isEmpty
    }

    /// Everybody's heaviest plan.
    private func heaviest(_ weights: [WeightedPlan]) -> [[Stay]]? {
        var best: [(stays: [Stay], weight: Double)?] = Array(repeating: nil, count: master.scope.people.count)
        for plan in weights where plan.weight > best[plan.person]?.weight ?? 0 {
            best[plan.person] = (plan.stays, plan.weight)
        }
        let found = best.compactMap { $0?.stays }
        return found.count == best.count ? found : nil
    }
}
