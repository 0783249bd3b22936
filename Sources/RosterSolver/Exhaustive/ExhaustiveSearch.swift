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
        let description = instance.description.alone(person)
        guard let alone = try? Instance(description) else { return [] }
        // What is asked by rows is not obeyed by construction: it is judged with the roster.
        let structural = instance.policy.rules.filter {
            $0.enforcement.isOn && type(of: $0).enforceability.isStructural
                && $0.requirements(for: alone).rows.isEmpty && $0.id != SlotPlanBalance.id
        }
        func isSound(_ plan: Plan, by rules: [any Rule], in week: Week? = nil) -> Bool {
            let attendance = Attendance(Roster(plans: [plan], slots: SlotPlan(entries: [])), in: alone)
            return rules.allSatisfy { rule in
                rule.violations(in: attendance).allSatisfy { week != nil && $0.tag.week != week }
            }
        }
        // Whether a duty is eligible is judged week by week; all else by whole plans.
        let choices = duties(of: description.people[0], in: instance)
        let weekly: [any Rule] = [EligibleDuty(), EligibleHomeDuty(), StayingPut(), GrassRootsOnly()]
        let duties = instance.weeks.map { week in
            choices.filter { isSound(plan([$0], from: week), by: weekly, in: week) }
        }
        var plans: [Plan] = []
        forEachSequence(duties.map(\.count)) { choice in
            let chosen = instance.weeks.map { duties[$0.offset][choice[$0.offset]] }
            let plan = plan(chosen, from: instance.weeks.lowerBound)
            if isSound(plan, by: structural) { plans.append(plan) }
        }
        return plans
    }

    /// What somebody can do in a week.
    private enum Duty {
        case atHome
        case posted(SiteIndex, PostingKind)
        case atHomeWith(HomeDuty)
    }

    /// Every site that a link leads to, in every kind of posting; every choice of up to three hosts' sessions; every remote duty.
    private static func duties(of person: Person, in instance: Instance) -> [Duty] {
        let hosts = Set(instance.description.links.compactMap { instance.site($0.host) }).sorted()
        let kinds = Set(instance.description.links.flatMap(\.postingKinds)).sorted()
        var duties = [Duty.atHome]
        for host in hosts { duties += kinds.map { .posted(host, $0) } }
        if let limits = person.visits {
            forEachSequence(hosts.map { _ in limits.sessionsPerWeek + 1 }) { sessions in
                let visits = zip(hosts, sessions).filter { $1 > 0 }.map { Visit(host: $0, sessions: $1) }
                if !visits.isEmpty { duties.append(.atHomeWith(.visits(visits))) }
            }
        }
        let remote = instance.description.remoteDuties.indices
        return duties + remote.map { .atHomeWith(.remote(RemoteDutyIndex($0))) }
    }

    /// The plan of duties week by week.
    private static func plan(_ duties: [Duty], from first: Week) -> Plan {
        var postings: [Posting] = []
        var homeWeeks: [Plan.HomeWeek] = []
        for (number, duty) in duties.enumerated() {
            let week = first.advanced(by: number)
            switch duty {
            case .atHome: break
            case .posted(let host, let kind):
                postings.append(Posting(host: host, kind: kind, weeks: week..<week.advanced(by: 1)))
            case .atHomeWith(let duty): homeWeeks.append(Plan.HomeWeek(week: week, duty: duty))
            }
        }
        return Plan(postings, homeWeeks: homeWeeks)
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
