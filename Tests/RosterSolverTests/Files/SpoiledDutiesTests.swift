import Rostering
import Testing

@testable import RosterSolver

/// The best roster of a tiny instance, spoiled on purpose, is caught by the rule it now misses, by as much as it misses it.
@Suite struct SpoiledDutiesTests {
    /// What is done to a roster, and what the checker must say then.
    struct Spoiling: Sendable, CustomTestStringConvertible {
        let name: String
        let rule: RuleID
        let clause: String
        let amount: Int
        let spoil: @Sendable (inout Roster, Instance) throws -> Void

        var testDescription: String { name }
    }

    private static func position(_ id: PersonID, _ instance: Instance) throws -> Int {
        try #require(instance.person(id)).offset
    }

    private static let spoilings = [
        Spoiling(name: "home-duty", rule: EligibleHomeDuty.id, clause: "HB26", amount: 2) {
            roster, instance in
            let near = try #require(instance.site("near"))
            roster.plans[0].homeWeeks[1].duty = .visits([Visit(host: near, sessions: 5)])
        },
        Spoiling(name: "periodic-visits", rule: PeriodicVisits.id, clause: "HB26", amount: 9) { roster, _ in
            roster.plans[0].homeWeeks = []
        },
        Spoiling(name: "remote-duty", rule: RemoteDutyCover.id, clause: "HB28", amount: 2) { roster, _ in
            roster.plans[0].homeWeeks.removeLast()
        },
        Spoiling(name: "training", rule: Training.id, clause: "HB27", amount: 1) { roster, instance in
            roster.plans[try position("clinic-01", instance)] = Plan()
        },
        Spoiling(name: "training-seats", rule: TrainingSeatLimit.id, clause: "HB27", amount: 3) {
            roster, instance in
            let lead = try #require(instance.site("lead"))
            roster.plans[try position("east-02", instance)] = Plan([
                Posting(host: lead, kind: .training, weeks: instance.weeks)
            ])
        },
        Spoiling(name: "matched-exchange", rule: MatchedExchange.id, clause: "QD33", amount: 2) {
            roster, instance in
            roster.plans[try position("gp-01", instance)] = Plan()
        },
        Spoiling(name: "net-flow", rule: NetFlow.id, clause: "YL36", amount: 5) { roster, instance in
            roster.plans[try position("anae-01", instance)] = Plan()
        },
        // Who has gone three times in a row takes the first turn and the last.
        Spoiling(name: "turns", rule: Turns.id, clause: "HB26", amount: 4) { roster, _ in
            roster.plans.swapAt(0, 1)
        },
    ]

    @Test(arguments: spoilings) func aSpoiledRosterIsCaught(_ spoiling: Spoiling) throws {
        let instance = try InstanceFiles.read(spoiling.name, in: "tiny")
        let best = try #require(ExhaustiveSearch(instance).best())
        var spoiled = best.roster
        try spoiling.spoil(&spoiled, instance)
        spoiled.slots = .cheapest(for: spoiled.plans, in: instance)
        let before = try #require(best.audit.verdicts.first { $0.rule == spoiling.rule })
        let after = try #require(
            Audit(of: spoiled, in: instance).verdicts.first { $0.rule == spoiling.rule })
        #expect(before.amount < after.amount)
        #expect(after.amount == spoiling.amount)
        let rule = try #require(instance.policy.rules.first { $0.id == spoiling.rule })
        #expect(type(of: rule).citations.first?.requirement == spoiling.clause)
    }
}
