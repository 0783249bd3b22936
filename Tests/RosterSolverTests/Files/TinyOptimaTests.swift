import Foundation
import GLPKSolver
import Rostering
import TestSupport
import Testing

@testable import RosterSolver

/// The tiny instances, their recorded optima, and that each teaches what it says.
@Suite struct TinyOptimaTests {
    /// The recorded optima by name, in points as the checker writes them; with `ROTA_RECORD` set, they are found anew by trying every roster
    /// and recorded, and every comparison fails so that nobody records by mistake.
    private static func recorded() throws -> [String: String] {
        guard !Expected.isRecorded else {
            let found = try InstanceFiles.names(in: "tiny").map { name in
                let best = try ExhaustiveSearch(InstanceFiles.read(name, in: "tiny")).best()
                return "  \"\(name)\": \(best?.audit.objective.description ?? "null")"
            }
            try Data(("{\n" + found.joined(separator: ",\n") + "\n}\n").utf8).write(to: InstanceFiles.optima)
            return [:]
        }
        let decoder = JSONDecoder()
        return try decoder.decode([String: Decimal].self, from: Data(contentsOf: InstanceFiles.optima))
            .mapValues { "\($0)" }
    }

    @Test func everyTinyInstanceHasARecordedOptimum() throws {
        let names = InstanceFiles.names(in: "tiny")
        #expect(names.count >= 10)
        #expect(try Self.recorded().keys.sorted() == names)
    }

    @Test(arguments: InstanceFiles.names(in: "tiny")) func theOptimumIsTheRecordedOne(name: String)
        async throws
    {
        let instance = try InstanceFiles.read(name, in: "tiny")
        let expected = try #require(try Self.recorded()[name])
        let best = try #require(ExhaustiveSearch(instance).best())
        #expect(best.audit.objective.description == expected)
        var options = RosterOptions()
        options.method = .exact
        let outcome = try await RosterOptimizer(instance, linearSolver: GLPKBackend()).solve(options)
        guard case .optimal(let solved) = outcome else {
            Issue.record("\(outcome.name)")
            return
        }
        #expect(solved.objective.description == expected)
        #expect(solved.bound == solved.objective.points)
    }

    /// What each tiny instance teaches, and how it is taken away: the optimum or, where that costs the same, the roster is another.
    private static let lessons: [String: @Sendable (inout InstanceDescription) -> Void] = [
        "away-limit": { description in change(&description) { $0.maximumAway = nil } },
        "baseline": { $0.policy[StaffBaseline.self].enforcement.isOn = false },
        "beds-and-examinations": { $0.policy[ReferralReserve.self].enforcement.isOn = false },
        "continuity": { $0.policy[Continuity.self].enforcement.isOn = false },
        "coverage": { $0.policy[Coverage.self].enforcement.isOn = false },
        "dated-targets": { $0.policy[TargetsReached.self].enforcement.isOn = false },
        "department-minimum": { $0.policy[DepartmentPresence.self].enforcement.isOn = false },
        "directed-posts": { $0.policy[DirectedPosts.self].enforcement.isOn = false },
        "establishment": { $0.policy[EstablishmentTotal.self].enforcement.isOn = false },
        "fairness": { $0.policy[Fairness.self].enforcement.isOn = false },
        "feature-specialty": { $0.policy[FeatureSpecialty.self].enforcement.isOn = false },
        "floor-both": { $0.policy[MidTitleFloor.self].reading = .either },
        "floor-by-share": { $0.policy[MidTitleFloor.self].counting = .present },
        "floor-either": { $0.policy[MidTitleFloor.self].enforcement.isOn = false },
        "floor-professions": { $0.policy[MidTitleFloor.self].technicalStaff = .allButManagers },
        "floor-titles": {
            $0.policy[MidTitleFloor.self].headTitle = .midOrAbove
            $0.policy[MidTitleFloor.self].titleBasis = .appointed
        },
        "function-cover": { $0.policy[FunctionCover.self].enforcement.isOn = false },
        "grass-roots-only": { description in change(&description) { $0.commitments = Commitments() } },
        "home-duty": { description in
            change(&description) { $0.visits = VisitLimits(sessionsPerWeek: 4, hostsPerWeek: 2) }
        },
        "link-approval": { description in
            for link in description.links.indices { description.links[link].isApproved = true }
        },
        "matched-exchange": { $0.policy[MatchedExchange.self].enforcement.isOn = false },
        "named-posts": { $0.policy[NamedPosts.self].enforcement.isOn = false },
        "net-flow": { $0.policy[NetFlow.self].enforcement.isOn = false },
        "ordinary-clinics": { $0.policy[OrdinaryClinics.self].enforcement.isOn = false },
        "open-end": { description in relax(&description) { $0.mayContinuePastEnd = false } },
        "periodic-visits": { $0.policy[PeriodicVisits.self].enforcement.isOn = false },
        "pins-and-leave": { description in change(&description) { ($0.pins, $0.leave) = ([], []) } },
        "priority-weights": { $0.priorityWeights = [] },
        "recovery-beds": { $0.policy[DownReferralBeds.self].enforcement.isOn = false },
        "referrals-and-general": { $0.policy[ReferralsUnmet.self].enforcement.isOn = false },
        "remote-duty": { $0.policy[RemoteDutyCover.self].enforcement.isOn = false },
        "reserve-department-week": { $0.policy[ReferralReserve.self].bucket = .session },
        "reserve-experts": {
            $0.policy[ReferralReserve.self].bucket = .departmentWeek
            $0.policy[ReferralReserve.self].base = .allSpecialists
            $0.policy[ReferralReserve.self].bedBase = .openBeds
        },
        "reserve-hospital-week": { $0.policy[ReferralReserve.self].bucket = .departmentWeek },
        "reserve-session": { $0.policy[ReferralReserve.self].bucket = .hospitalWeek },
        "resident-composition": { $0.policy[ResidentComposition.self].reading = .half },
        "resident-quota": { $0.policy[ResidentQuota.self].enforcement.isOn = false },
        "resident-term": { $0.policy[ResidentTerm.self].enforcement.isOn = false },
        "rest": { description in relax(&description) { $0.restWeeks = 0 } },
        "retired-experts": { $0.policy[RetiredExperts.self].enforcement.isOn = false },
        "service-owed": { $0.policy[ServiceOwed.self].enforcement.isOn = false },
        "staying-put": { description in change(&description) { $0.commitments = Commitments() } },
        "stay": { description in relax(&description) { ($0.minimumWeeks, $0.maximumWeeks) = (1, 520) } },
        "team-posting": { $0.policy[TeamPosting.self].enforcement.isOn = false },
        "training": { $0.policy[Training.self].enforcement.isOn = false },
        "training-priority": { $0.policy[TrainingPriority.self].enforcement.isOn = false },
        "training-seats": { $0.policy[TrainingSeatLimit.self].enforcement.isOn = false },
        "turns": { $0.policy[Turns.self].enforcement.isOn = false },
    ]

    private static func change(_ description: inout InstanceDescription, _ change: (inout Person) -> Void) {
        for person in description.people.indices { change(&description.people[person]) }
    }

    private static func relax(
        _ description: inout InstanceDescription, _ change: (inout PostingLimits) -> Void
    ) {
        for person in description.people.indices {
            for kind in PostingKind.allCases {
                guard var limits = description.people[person].limits[kind] else { continue }
                change(&limits)
                description.people[person].limits[kind] = limits
            }
        }
    }

    @Test(arguments: InstanceFiles.names(in: "tiny")) func eachTeachesItsRule(name: String) async throws {
        let instance = try InstanceFiles.read(name, in: "tiny")
        let lesson = try #require(Self.lessons[name], "Say what the instance teaches.")
        var description = instance.description
        lesson(&description)
        let (taught, without) = (try await best(instance), try await best(Instance(description)))
        let optimum = try #require(taught).objective
        // Where both optima cost the same, what is best without the lesson must be worse, or not allowed, with it.
        let judged = without.map { Audit(of: $0.roster, in: instance) }
        #expect(
            optimum != without?.objective || judged.map { !$0.isFeasible || $0.objective > optimum } ?? false)
    }

    /// The exact method's roster; nil if there is none. (The relaxed instances have more rosters than can be tried.)
    private func best(_ instance: Instance) async throws -> (objective: Cost, roster: Roster)? {
        var options = RosterOptions()
        options.method = .exact
        let outcome = try await RosterOptimizer(instance, linearSolver: GLPKBackend()).solve(options)
        if case .optimal(let solved) = outcome { return (solved.objective, solved.roster) }
        return nil
    }

    /// Without either weight the demand with the greater priority is served instead (YL08, YL37).
    @Test func prioritiesDecideWhoIsServed() throws {
        let instance = try InstanceFiles.read("priority-weights", in: "tiny")
        func served(_ change: (inout InstanceDescription) -> Void) throws -> [SiteID] {
            var description = instance.description
            change(&description)
            let changed = try Instance(description)
            let best = try #require(ExhaustiveSearch(changed).best())
            return best.roster.plans.flatMap(\.postings).map { changed[$0.host].id }
        }
        #expect(try served { _ in } == ["remote"])
        #expect(try served { $0.priorityWeights = [] } == ["near"])
        #expect(try served { $0.sites[2].remotenessWeight = 1 } == ["near"])
    }
}
