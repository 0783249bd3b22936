import Rostering
import Testing

@testable import RosterSolver

/// Every method against exhaustive search where people have duties at home, train and take turns.
@Suite struct DutiesAgreementTests {
    private static func instance(_ seed: Int) -> Instance? {
        TinyInstances.instance(seed: UInt64(7000 + seed), mostRosters: 1200) {
            $0.calendar.weekCount = min($0.calendar.weekCount, 3)
            if seed % 2 == 0 || seed % 5 == 0 { TinyInstances.addDutiesAtHome(to: &$0, seed: UInt64(seed)) }
            if seed % 2 == 1 || seed % 5 == 0 { TinyInstances.addExchange(to: &$0, seed: UInt64(seed)) }
        }
    }

    @Test(arguments: 0..<80) func everyMethodAgrees(seed: Int) async throws {
        guard let instance = Self.instance(seed) else { return }
        try await ExhaustiveAgreementTests().expectAgreement(on: instance, "seed \(seed)")
    }

    /// The seeds reach what they are for: most have an instance, and the best rosters have every kind of duty.
    @Test func theSeedsReachEveryDuty() {
        var counts: [String: Int] = [:]
        for seed in 0..<80 {
            guard let instance = Self.instance(seed) else { continue }
            counts["instances", default: 0] += 1
            guard let best = ExhaustiveSearch(instance).best() else { continue }
            let duties = best.roster.plans.flatMap(\.homeWeeks).map(\.duty)
            let postings = best.roster.plans.flatMap(\.postings)
            if duties.contains(where: { !$0.visits.isEmpty }) { counts["visits", default: 0] += 1 }
            if duties.contains(where: { $0.visits.isEmpty }) { counts["remote duty", default: 0] += 1 }
            if postings.contains(where: { $0.kind == .training }) { counts["training", default: 0] += 1 }
            for verdict in best.audit.verdicts where !verdict.violations.isEmpty {
                counts[verdict.rule.description, default: 0] += 1
            }
        }
        #expect(counts["instances", default: 0] >= 60)
        let reached = ["visits", "remote duty", "training"] + Self.rules.map(\.description)
        #expect(reached.filter { counts[$0, default: 0] < 3 } == [], "\(counts)")
    }

    /// The soft rules that even a best roster misses now and then.
    private static let rules = [
        PeriodicVisits.id, Turns.id, RemoteDutyCover.id, Training.id, MatchedExchange.id, NetFlow.id,
        TrainingPriority.id, OrdinaryClinics.id,
    ]
}
