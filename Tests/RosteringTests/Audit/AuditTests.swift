import Rostering
import Testing

@Suite struct AuditTests {
    private func small(_ change: (inout Policy) -> Void = { _ in }) throws -> Instance {
        try instance(
            sites: tinySites(
                staff: ["c1": [StaffLevel(technical: 12, midTitle: 1)]], minutes: ["c1": 50]),
            people: [person("p1"), person("p2")],
            demands: [Demand(host: "c2", wanted: PersonFilter(), days: try days("2022-07-04", "2022-07-10"))],
            policy: change)
    }

    @Test func theObjectiveIsTheSumOfItsParts() throws {
        let instance = try small { $0[MidTitleFloor.self].enforcement = .soft(Cost(7)) }
        let audit = Audit(of: try instance.roster(["p1": [.at("c1", 0..<4)]]), in: instance)
        let service = audit.cost(of: .patientService, in: instance)
        let staff = audit.cost(of: .staff, in: instance)
        #expect(service == Cost(100))
        // One start, four weeks of 50 minutes, and the floor missed in the four other weeks; four weeks of spread are tolerated.
        #expect(staff == Cost(5) + 4 * Cost(thousandths: 500) + 4 * Cost(7))
        #expect(audit.objective == service + staff)
        #expect(audit.objective == audit.verdicts.reduce(.zero) { $0 + $1.cost })
        #expect(audit.isFeasible && audit.hardViolations.isEmpty)
        let floor = try #require(audit.verdicts.first { $0.rule == MidTitleFloor.id })
        #expect(floor.amount == 4 && floor.violations.count == 4 && floor.readings.count == 6)
        #expect(floor.readings.filter(\.isEnforced).map(\.amount) == [4])
    }

    @Test func hardViolationsCostNothingAndForbidTheRoster() throws {
        let instance = try small()
        let audit = Audit(of: try instance.roster(), in: instance)
        #expect(!audit.isFeasible)
        #expect(audit.hardViolations.map(\.tag.week) == instance.weeks.map { $0 })
        #expect(audit.hardViolations.allSatisfy { $0.cost == .zero && $0.tag.rule == MidTitleFloor.id })
        #expect(audit.objective == Cost(100))
    }

    @Test func rulesThatAreOffHaveNoVerdict() throws {
        let instance = try small { $0[Coverage.self].enforcement.isOn = false }
        let audit = Audit(of: try instance.roster(), in: instance)
        #expect(audit.verdicts.map(\.rule) == RuleBook.core.map(\.id).filter { $0 != Coverage.id })
        #expect(audit.objective == .zero)
    }
}
