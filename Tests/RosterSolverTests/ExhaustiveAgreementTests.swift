import GLPKSolver
import Rostering
import Testing

@testable import RosterSolver

/// Every method against exhaustive search, which knows the checker alone.
@Suite struct ExhaustiveAgreementTests {
    /// Instances of one weighted sum, then instances that settle service to patients first.
    static let seeds: [(seed: Int, isLexicographic: Bool)] =
        (0..<200).map { ($0, false) } + (1000..<1040).map { ($0, true) }

    @Test(arguments: seeds) func everyMethodAgrees(seed: Int, isLexicographic: Bool) async throws {
        guard
            let instance = TinyInstances.instance(
                seed: UInt64(seed),
                change: {
                    $0.policy.isLexicographic = isLexicographic
                })
        else { return }
        try await expectAgreement(on: instance, "seed \(seed)")
    }

    /// Reserves that a bucket owes only from so many appointments on, which the roster decides.
    @Test(arguments: 2000..<2060) func everyMethodAgreesOnReservesWithAMinimum(seed: Int) async throws {
        guard
            let instance = TinyInstances.instance(
                seed: UInt64(seed),
                change: {
                    $0.policy[ReferralReserve.self].minimumCapacity = [2, 9, 10, 18, 28, 36][seed % 6]
                    $0.policy[ReferralReserve.self].percent = 50
                })
        else { return }
        try await expectAgreement(on: instance, "seed \(seed)")
    }

    /// No method says anything that exhaustive search denies.
    func expectAgreement(on instance: Instance, _ name: String) async throws {
        let truth = Truth(instance)
        for method in Method.allCases {
            var options = RosterOptions()
            options.method = method
            // The exact method is to prove its result; search would go on for ever.
            options.rounds = method == .search || method == .plans ? 20 : nil
            let outcome = try await RosterOptimizer(instance, linearSolver: GLPKBackend()).solve(options)
            expectAgreement(
                of: outcome, by: method, with: truth, in: instance,
                Comment(rawValue: "\(name), \(method.rawValue): \(outcome.name)"))
        }
    }

    /// An outcome says nothing that exhaustive search denies; the methods that prove their results leave nothing open.
    private func expectAgreement(
        of outcome: RosterOutcome, by method: Method, with truth: Truth, in instance: Instance,
        _ context: Comment
    ) {
        let isProver = method == .exact || method == .automatic
        switch outcome {
        case .optimal(let solved):
            #expect(solved.objective == truth.objective, context)
            expectSound(solved, truth, instance, context)
        case .feasible(let solved, _):
            #expect(!isProver, context)
            expectSound(solved, truth, instance, context)
        case .infeasible(let infeasibility):
            #expect(truth.objective == nil, context)
            expectSound(infeasibility, truth, instance, isProver: isProver, context)
        case .undecided(_, let bound, _):
            #expect(!isProver, context)
            if let bound, let best = truth.objective { #expect(bound <= best.points, context) }
        }
    }

    /// A roster is judged right, keeps every hard rule, is no better than the best, and its bound is one.
    private func expectSound(
        _ solved: SolvedRoster, _ truth: Truth, _ instance: Instance, _ context: Comment
    ) {
        let audit = Audit(of: solved.roster, in: instance)
        #expect(audit.isFeasible && audit.objective == solved.objective, context)
        guard let best = truth.objective, let service = truth.service else {
            Issue.record("No roster keeps every hard rule. \(context)")
            return
        }
        if instance.policy.isLexicographic {
            let own = audit.cost(of: .patientService, in: instance)
            #expect((service, best) <= (own, audit.objective), context)
        } else {
            #expect(best <= audit.objective, context)
        }
        #expect(solved.bound <= best.points, context)
        #expect((0...1).contains(solved.gap), context)
    }

    /// The explanation names people without any plan, or the roster that misses the hard rules least.
    private func expectSound(
        _ infeasibility: Infeasibility, _ truth: Truth, _ instance: Instance, isProver: Bool,
        _ context: Comment
    ) {
        #expect(infeasibility.personalConflicts.isEmpty == (truth.leastHardTotal != nil), context)
        guard infeasibility.personalConflicts.isEmpty else {
            #expect(infeasibility.leastViolating == nil, context)
            return
        }
        #expect(infeasibility.isLeastProven || !isProver, context)
        guard let (roster, audit) = infeasibility.leastViolating else {
            Issue.record("No roster explains it. \(context)")
            return
        }
        let least = truth.leastHardTotal ?? 0
        #expect(infeasibility.isLeastProven ? audit.hardTotal == least : audit.hardTotal >= least, context)
        #expect(Audit(of: roster, in: instance).hardTotal == audit.hardTotal, context)
    }

    /// The seeds reach what they are for: optima and instances without a roster, by rules across people and by single plans.
    @Test func theSeedsReachEveryOutcome() {
        var counts = (optimal: 0, infeasible: 0, planless: 0)
        for seed in 0..<60 {
            guard let instance = TinyInstances.instance(seed: UInt64(seed)) else { continue }
            let truth = Truth(instance)
            if truth.objective != nil {
                counts.optimal += 1
            } else if truth.leastHardTotal != nil {
                counts.infeasible += 1
            } else {
                counts.planless += 1
            }
        }
        #expect(counts.optimal >= 20 && counts.infeasible >= 5 && counts.planless >= 1, "\(counts)")
    }
}
