import GLPKSolver
import Rostering
import Testing

@testable import RosterSolver

/// The best rosters of tiny instances, spoiled on purpose: each spoiling is caught by its rule, with its amount and clause.
@Suite struct SpoiledRosterTests {
    /// One spoiling: what is done to which instance's best roster, and by whom it is caught.
    struct Spoiling: Sendable, CustomTestStringConvertible {
        let file: String
        let person: PersonID
        let stays: [(host: SiteID, weeks: Range<Int>)]
        let rule: RuleID
        let clause: String
        let amounts: [Int]

        var testDescription: String { "\(file): \(person) \(stays.map { "\($0.host) \($0.weeks)" })" }
    }

    static let spoilings: [Spoiling] = [
        Spoiling(
            file: "staying-put", person: "head-01", stays: [("hill", 1..<3)], rule: StayingPut.id,
            clause: "HB22", amounts: [1, 1]),
        Spoiling(
            file: "staying-put", person: "grad-01", stays: [("hill", 2..<5)], rule: StayingPut.id,
            clause: "HB22", amounts: [1]),
        Spoiling(
            file: "grass-roots-only", person: "anae-01", stays: [("district", 0..<1), ("clinic", 1..<3)],
            rule: GrassRootsOnly.id, clause: "WH11", amounts: [1]),
        // The hospital's missing post is there from the start.
        Spoiling(
            file: "directed-posts", person: "onco-02", stays: [], rule: DirectedPosts.id, clause: "QD35",
            amounts: [1, 1]),
        Spoiling(
            file: "feature-specialty", person: "reha-01", stays: [], rule: FeatureSpecialty.id,
            clause: "QD24", amounts: [2]),
        Spoiling(
            file: "continuity", person: "derm-02", stays: [("clinic", 2..<4)], rule: Continuity.id,
            clause: "QD24", amounts: [1]),
        // Two of the three clinics by the second date, one by the first, and the remote links as they are.
        Spoiling(
            file: "dated-targets", person: "neur-01", stays: [("near", 0..<3)], rule: TargetsReached.id,
            clause: "HB08", amounts: [1, 2, 1]),
    ]

    @Test(arguments: spoilings) func isCaught(_ spoiling: Spoiling) async throws {
        let instance = try InstanceFiles.read(spoiling.file, in: "tiny")
        let best = try #require(ExhaustiveSearch(instance).best())
        var plans = best.roster.plans
        let person = try #require(instance.person(spoiling.person))
        plans[person.offset] = Plan(
            try spoiling.stays.map { stay in
                Posting(
                    host: try #require(instance.site(stay.host)),
                    weeks: Week(stay.weeks.lowerBound)..<Week(stay.weeks.upperBound))
            })
        let spoiled = Audit(of: Roster(plans: plans, slots: best.roster.slots), in: instance)
        let verdict = try #require(spoiled.verdicts.first { $0.rule == spoiling.rule })
        #expect(verdict.violations.map(\.amount) == spoiling.amounts)
        let before = try #require(best.audit.verdicts.first { $0.rule == spoiling.rule })
        #expect(before.amount < verdict.amount)
        let rule = try #require(instance.policy.rules.first { $0.id == spoiling.rule })
        #expect(type(of: rule).citations[0].requirement == spoiling.clause)
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
