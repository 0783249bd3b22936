import Rostering

/// Tries every roster: the oracle that the other methods are tested against.
///
/// It knows nothing but the domain and the checker: a person's plans are all sequences of duties that the checker finds no structural fault in,
/// a roster's cost is what the checker says. Its time is the product of the numbers of plans, so it is for a handful of people and weeks.
public struct ExhaustiveSearch: Sendable {
    private let instance: Instance

    /// Prepares an instance.
    public init(_ instance: Instance) { self.instance = instance }

    /// The number of rosters to try, or nil if it is beyond `limit`.
    public func rosterCount(limit: Int) -> Int? {
        var count = 1
        for person in instance.people.indices {
            let (product, overflow) = count.multipliedReportingOverflow(by: plans(of: person).count)
            guard !overflow, product <= limit else { return nil }
            count = product
        }
        return count
    }

    /// The best roster, or nil if none keeps every hard rule; the first in a fixed order among equals.
    public func best() -> (roster: Roster, audit: Audit)? {
        var best: (roster: Roster, audit: Audit)?
        forEachRoster { roster, audit in
            if audit.isFeasible, best.map({ isBetter(audit, than: $0.audit) }) ?? true {
                best = (roster, audit)
            }
        }
        return best
    }

    /// Calls `body` with every roster of plans without structural fault, each with its cheapest slot plan, in a fixed order.
    func forEachRoster(_ body: (Roster, Audit) -> Void) {
        let plans = instance.people.indices.map { self.plans(of: $0) }
        guard plans.allSatisfy({ !$0.isEmpty }) else { return }
        var choice = Array(repeating: 0, count: plans.count)
        while true {
            let chosen = zip(plans, choice).map { $0[$1] }
            let roster = Roster(plans: chosen, slots: .cheapest(for: chosen, in: instance))
            body(roster, Audit(of: roster, in: instance))
            // The next combination, like an odometer.
            var person = plans.count - 1
            while person >= 0, choice[person] + 1 == plans[person].count {
                choice[person] = 0
                person -= 1
            }
            guard person >= 0 else { return }
            choice[person] += 1
        }
    }

    /// Whether a roster is better under the instance's policy.
    func isBetter(_ audit: Audit, than other: Audit) -> Bool {
        guard instance.policy.isLexicographic else { return audit.objective < other.objective }
        let (service, otherService) = (
            audit.cost(of: .patientService, in: instance), other.cost(of: .patientService, in: instance)
        )
        return service == otherService ? audit.objective < other.objective : service < otherService
    }

    /// Every plan of a person in which the checker finds no structural fault.
    func plans(of person: Int) -> [Plan] {
        // The person alone, so that nobody else's faults show.
        var description = instance.description
        description.people = [description.people[person]]
        description.departmentMinimums = []
        guard let alone = try? Instance(description) else { return [] }
        let structural = instance.policy.rules.filter { type(of: $0).enforceability.isStructural }
        var plans: [Plan] = []
        forEachPlan { plan in
            let roster = Roster(plans: [plan], slots: .cheapest(for: [plan], in: alone))
            let attendance = Attendance(roster, in: alone)
            if structural.allSatisfy({ $0.violations(in: attendance).isEmpty }) { plans.append(plan) }
        }
        return plans
    }

    /// Every sequence of duties at home or at any site in any kind of posting.
    private func forEachPlan(_ body: (Plan) -> Void) {
        let hosts = Set(instance.description.links.compactMap { instance.site($0.host) }).sorted()
        let kinds = Set(instance.description.links.flatMap(\.postingKinds)).sorted()
        let places = hosts.flatMap { host in kinds.map { (host, $0) } }
        let weekCount = instance.calendar.weekCount
        var duty = Array(repeating: 0, count: weekCount)
        while true {
            body(
                Plan(
                    duty.indices.filter { duty[$0] > 0 }.map { week in
                        let (host, kind) = places[duty[week] - 1]
                        return Posting(host: host, kind: kind, weeks: Week(week)..<Week(week + 1))
                    }))
            var week = weekCount - 1
            while week >= 0, duty[week] == places.count {
                duty[week] = 0
                week -= 1
            }
            guard week >= 0 else { return }
            duty[week] += 1
        }
    }
}
