import Rostering
import Testing

@testable import RosterSolver

/// Every rule of the book is noticed by some tiny instance: leaving it out changes how a roster is judged, or what a solver is asked.
@Suite struct RulesNoticedTests {
    @Test func leavingARuleOutIsNoticed() throws {
        var (byChecker, bySolver): (Set<RuleID>, Set<RuleID>) = ([], [])
        for name in InstanceFiles.names(in: "tiny") {
            let instance = try InstanceFiles.read(name, in: "tiny")
            for rule in instance.policy.rules where rule.enforcement.isOn && asksSomething(rule, instance) {
                bySolver.insert(rule.id)
            }
            for rule in instance.policy.rules where !byChecker.contains(rule.id) {
                let isStructural = type(of: rule).enforceability.isStructural
                guard rule.enforcement.isOn else { continue }
                if isStructural ? isBrokenByWrongPlans(rule, instance) : isMissed(rule, instance) {
                    byChecker.insert(rule.id)
                }
            }
        }
        let book = RuleBook.standard
        #expect(book.map(\.id).filter { !byChecker.contains($0) } == [])
        // What single plans may be is compiled into the solver's plans, not into rows.
        let onPlans = book.filter { type(of: $0).enforceability.isStructural && $0.id != SlotPlanBalance.id }
        #expect(book.map(\.id).filter { !bySolver.contains($0) } == onPlans.map(\.id))
    }

    /// Whether the checker finds the rule missed with one person at a time following any plan, with the best slot plan or none.
    private func isMissed(_ rule: any Rule, _ instance: Instance) -> Bool {
        let plans = ExhaustiveSearch(instance).plans
        let first = plans.compactMap(\.first)
        let nothing = SlotPlan(
            entries: instance.pools.map { pool in
                instance.weeks.map { _ in
                    SlotPlan.Entry(
                        reserved: 0, referralsServed: 0, generalServed: 0, split: pool.clinics.map { _ in 0 })
                }
            })
        for person in plans.indices {
            for plan in plans[person] {
                var chosen = first
                chosen[person] = plan
                for slots in [nothing, .cheapest(for: chosen, in: instance)] {
                    let attendance = Attendance(Roster(plans: chosen, slots: slots), in: instance)
                    if !rule.violations(in: attendance).isEmpty { return true }
                }
            }
        }
        return false
    }

    /// Whether the rule refuses plans that would be wrong, or slots that do not add up.
    private func isBrokenByWrongPlans(_ rule: any Rule, _ instance: Instance) -> Bool {
        for person in instance.people.indices {
            for host in instance.siteIndexes {
                for (kind, pattern) in wrongPatterns(in: instance) {
                    var plans = instance.people.map { _ in Plan() }
                    plans[person] = Plan(
                        pattern.map {
                            Posting(
                                host: host, kind: kind, weeks: Week($0.lowerBound)..<Week($0.upperBound))
                        },
                        homeWeeks: [
                            Plan.HomeWeek(week: Week(1), duty: .visits([Visit(host: host, sessions: 15)]))
                        ])
                    var slots = SlotPlan.cheapest(for: plans, in: instance)
                    for pool in slots.entries.indices { slots.entries[pool][0].referralsServed += 1000 }
                    let attendance = Attendance(Roster(plans: plans, slots: slots), in: instance)
                    if !rule.violations(in: attendance).isEmpty { return true }
                }
            }
        }
        return false
    }

    /// Postings too short, too close together, too long, of either kind that a single person has.
    private func wrongPatterns(in instance: Instance) -> [(PostingKind, [Range<Int>])] {
        [PostingKind.temporary, .resident].flatMap { kind in
            [[0..<1], [0..<1, 2..<3], [0..<instance.calendar.weekCount]].map { (kind, $0) }
        }
    }

    private func asksSomething(_ rule: any Rule, _ instance: Instance) -> Bool {
        let requirements = rule.requirements(for: instance)
        return !requirements.rows.isEmpty || !requirements.costs.isEmpty
    }

    /// A rule that is off is asked nothing: the model has no row of it and the audit no verdict.
    @Test(arguments: RuleBook.standard.filter { !type(of: $0).enforceability.isStructural }.map(\.id))
    func aRuleThatIsOffIsGone(id: RuleID) throws {
        var instance = try InstanceFiles.read("coverage", in: "tiny")
        var description = instance.description
        var rule = try #require(description.policy.rules.first { $0.id == id })
        rule.enforcement.isOn = false
        description.policy.replace(rule)
        instance = try Instance(description)
        #expect(!RosterModel(instance).rows.contains { $0.tag.rule == id })
        let plans = instance.people.map { _ in Plan() }
        let roster = Roster(plans: plans, slots: .cheapest(for: plans, in: instance))
        #expect(!Audit(of: roster, in: instance).verdicts.contains { $0.rule == id })
    }
}
