import Rostering
import Testing

@testable import RosterGenerator

/// Expects that the checker finds no hard rule broken by a draft's witness, those on one person's plan included.
func expectFeasible(_ draft: Draft) throws {
    let instance = try Instance(draft.description)
    let plans = draft.witness.map { Plan($0) }
    let roster = Roster(plans: plans, slots: .cheapest(for: plans, in: instance))
    let broken = Audit(of: roster, in: instance).hardViolations.map(\.tag)
    #expect(broken.isEmpty)
}
