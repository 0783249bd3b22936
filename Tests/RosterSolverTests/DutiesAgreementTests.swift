import GLPKSolver
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
        let truth = Truth(instance)
        for method in Method.allCases {
            var options = RosterOptions()
            options.method = method
            options.rounds = method == .search || method == .plans ? 20 : nil
            let outcome = try await RosterOptimizer(instance, linearSolver: GLPKBackend()).solve(options)
            ExhaustiveAgreementTests().expectAgreement(
                of: outcome, by: method, with: truth, in: instance,
                Comment(rawValue: "seed \(seed), \(method.rawValue): \(outcome.name)"))
        }
    }

    /// The seeds reach what they are for: most have an instance, and the best rosters have every kind of duty.
    @Test func theSeedsReachEveryDuty() {
        var (instances, visits, remote, training, turnsMissed) = (0, 0, 0, 0, 0)
        for seed in 0..<80 {
            guard let instance = Self.instance(seed) else { continue }
            instances += 1
            guard let best = ExhaustiveSearch(instance).best() else { continue }
            let duties = best.roster.plans.flatMap(\.homeWeeks).map(\.duty)
            visits += duties.contains { !$0.visits.isEmpty } ? 1 : 0
            remote += duties.contains { $0.visits.isEmpty } ? 1 : 0
            training += best.roster.plans.contains { $0.postings.contains { $0.kind == .training } } ? 1 : 0
            turnsMissed +=
                best.audit.verdicts.contains { $0.rule == Turns.id && !$0.violations.isEmpty } ? 1 : 0
        }
        #expect(instances >= 60)
        #expect(visits >= 10 && remote >= 10 && training >= 10 && turnsMissed >= 5)
    }
}
