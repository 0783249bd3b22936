import Rostering

/// Tries every roster: the oracle that the other methods are tested against.
///
/// It knows nothing but the domain and the checker: a person's plans are all sequences of duties that the checker finds no structural fault in,
/// a roster's cost is what the checker says. Its time is the product of the numbers of plans, so it is for a handful of people and weeks.
public struct ExhaustiveSearch: Sendable {
    private let instance: Instance
    /// By person: every plan in which the checker finds no structural fault, in a fixed order.
    let plans: [[Plan]]

    /// Prepares an instance: takes time proportional to the number of plans that keep within eligible duties.
    public init(_ instance: Instance) {
        self.instance = instance
        plans = instance.people.indices.map { Self.plans(of: $0, in: instance) }
    }

    /// The number of rosters to try, or nil if it is beyond `limit`.
    public func rosterCount(limit: Int) -> Int? {
        var count = 1
        for plans in plans {
            let (product, overflow) = count.multipliedReportingOverflow(by: plans.count)
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
        Self.forEachSequence(plans.map(\.count)) { choice in
            let chosen = zip(plans, choice).map { $0[$1] }
            let roster = Roster(plans: chosen, slots: .cheapest(for: chosen, in: instance))
            body(roster, Audit(of: roster, in: instance))
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
    private static func plans(of person: Int, in instance: Instance) -> [Plan] {
        // The person alone, so that nobody else's faults show.
        var description = instance.description
        description.people = [description.people[person]]
        description.departmentMinimums = []
        guard let alone = try? Instance(description) else { return [] }
        // The slot plan is no part of a person's plan.
        let structural = instance.policy.rules.filter {
            type(of: $0).enforceability.isStructural && $0.id != SlotPlanBalance.id
        }
        func isSound(_ plan: Plan, by rules: [any Rule], in week: Week? = nil) -> Bool {
            let attendance = Attendance(Roster(plans: [plan], slots: SlotPlan(entries: [])), in: alone)
            return rules.allSatisfy { rule in
                rule.violations(in: attendance).allSatisfy { week != nil && $0.tag.week != week }
            }
        }
        // Whether a duty is eligible is judged week by week; all else by whole plans.
        let places = places(in: instance)
        let duties = instance.weeks.map { week in
            ([nil] + places).filter { isSound(Plan(posting($0, in: week)), by: [EligibleDuty()], in: week) }
        }
        var plans: [Plan] = []
        forEachSequence(duties.map(\.count)) { choice in
            let plan = Plan(instance.weeks.flatMap { posting(duties[$0.offset][choice[$0.offset]], in: $0) })
            if isSound(plan, by: structural) { plans.append(plan) }
        }
        return plans
    }

    /// A site with a kind of posting.
    private typealias Place = (host: SiteIndex, kind: PostingKind)

    /// Every site that a link leads to, in every kind of posting.
    private static func places(in instance: Instance) -> [Place?] {
        let hosts = Set(instance.description.links.compactMap { instance.site($0.host) }).sorted()
        let kinds = Set(instance.description.links.flatMap(\.postingKinds)).sorted()
        return hosts.flatMap { host in kinds.map { (host, $0) } }
    }

    /// One week at a place; nothing at home.
    private static func posting(_ place: Place?, in week: Week) -> [Posting] {
        place.map { [Posting(host: $0.host, kind: $0.kind, weeks: week..<week.advanced(by: 1))] } ?? []
    }

    /// Calls `body` with every sequence of numbers below given counts, like an odometer; once with none for no counts, never if one is 0.
    private static func forEachSequence(_ counts: [Int], _ body: ([Int]) -> Void) {
        guard !counts.contains(0) else { return }
        var choice = Array(repeating: 0, count: counts.count)
        while true {
            body(choice)
            guard let next = choice.indices.last(where: { choice[$0] + 1 < counts[$0] }) else { return }
            choice[next] += 1
            for later in choice.indices where later > next { choice[later] = 0 }
        }
    }
}
