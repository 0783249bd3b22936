import Rostering
import Testing

@Suite struct ResidentTermTests {
    /// Eight weeks; residents stay for at least six.
    private func small(
        _ limits: PostingLimits = free, history: ServiceHistory = ServiceHistory()
    ) throws -> Instance {
        try instance(people: [person("p1", limits: [.resident: limits, .temporary: free], history: history)])
        {
            $0[ResidentTerm.self].enforcement.isOn = true
            $0[ResidentTerm.self].weeks = 6
        }
    }

    @Test(arguments: [(1, 5), (5, 1), (6, 0), (7, 0)]) func shortPostings(weeks: Int, missing: Int) throws {
        let amounts = try small().amounts(
            of: ResidentTerm.self, ["p1": [.at("c1", 1..<(1 + weeks), .resident)]])
        #expect(amounts == (missing == 0 ? [:] : [1: missing]))
    }

    @Test func onlyResidentsHaveATerm() throws {
        #expect(try small().amounts(of: ResidentTerm.self, ["p1": [.at("c1", 1..<2)]]) == [:])
        #expect(try small().amounts(of: ResidentTerm.self) == [:])
    }

    /// The term is served at one host: moving on begins another posting.
    @Test func atOneHost() throws {
        let moved: [PersonID: [Stay]] = ["p1": [.at("c1", 0..<4, .resident), .at("c2", 4..<8, .resident)]]
        #expect(try small().amounts(of: ResidentTerm.self, moved) == [0: 2, 4: 2])
    }

    @Test func aCommittedPostingMayReachTheEnd() throws {
        var limits = free
        limits.mayContinuePastEnd = true
        let late: [PersonID: [Stay]] = ["p1": [.at("c1", 6..<8, .resident)]]
        #expect(try small(limits).amounts(of: ResidentTerm.self, late) == [:])
        #expect(try small().amounts(of: ResidentTerm.self, late) == [6: 4])
    }

    @Test func weeksBeforeTheHorizonCount() throws {
        let underWay = ServiceHistory(
            weeksAway: 4, underWay: .init(host: "c1", kind: .resident, weeksServed: 4))
        let instance = try small(history: underWay)
        #expect(try instance.amounts(of: ResidentTerm.self, ["p1": [.at("c1", 0..<2, .resident)]]) == [:])
        #expect(try instance.amounts(of: ResidentTerm.self, ["p1": [.at("c1", 0..<1, .resident)]]) == [0: 1])
        // A posting elsewhere does not continue it, and the one under way is broken off.
        #expect(
            try instance.amounts(of: ResidentTerm.self, ["p1": [.at("c2", 0..<6, .resident)]]) == [0: 2])
        #expect(try instance.reasons(of: ResidentTerm.self) == ["brokenOff"])
        let served = ServiceHistory(
            weeksAway: 6, underWay: .init(host: "c1", kind: .resident, weeksServed: 6))
        #expect(try small(history: served).amounts(of: ResidentTerm.self) == [:])
    }

    /// A year in weeks: 52 of them and not 51.
    @Test func theDefaultIsAYear() throws {
        let instance = try instance(
            weeks: 60, people: [person("p1", limits: [.resident: free])]
        ) { $0[ResidentTerm.self].enforcement.isOn = true }
        #expect(try instance.amounts(of: ResidentTerm.self, ["p1": [.at("c1", 0..<52, .resident)]]) == [:])
        #expect(
            try instance.amounts(of: ResidentTerm.self, ["p1": [.at("c1", 0..<51, .resident)]]) == [0: 1])
    }

    /// Solvers see the term as the person's own least weeks, while the rule is on.
    @Test func theTermRaisesTheLimits() throws {
        let on = try small()
        let person = try #require(on.person("p1"))
        #expect(on.limits(of: person, .resident)?.minimumWeeks == 6)
        #expect(on.limits(of: person, .temporary)?.minimumWeeks == 1)
        let off = try on.changed { $0.policy[ResidentTerm.self].enforcement.isOn = false }
        #expect(off.limits(of: person, .resident)?.minimumWeeks == 1)
        #expect(off.options(of: person).filter { $0.kind == .resident }.allSatisfy { $0.limits == free })
    }

    @Test func limitsShorterThanTheTermAreAFault() throws {
        let description = try small().description
        func faults(_ most: Int, isOn: Bool = true) -> [String] {
            var changed = description
            changed.people[0].limits[.resident] = PostingLimits(minimumWeeks: 1, maximumWeeks: most)
            changed.policy[ResidentTerm.self].enforcement.isOn = isOn
            return changed.faultLines
        }
        #expect(faults(5) == ["outOfRange people[0].limits.resident.maximumWeeks"])
        #expect(faults(6) == [])
        #expect(faults(5, isOn: false) == [])
    }

    @Test func wordings() throws {
        let underWay = ServiceHistory(
            weeksAway: 4, underWay: .init(host: "c1", kind: .resident, weeksServed: 4))
        let instance = try small(history: underWay)
        let violations = try instance.violations(
            of: ResidentTerm.self, ["p1": [.at("c2", 1..<6, .resident)]])
        #expect(
            violations.map { $0.wording(in: instance) } == [
                [
                    "p1's resident posting under way at site c1 ends 2 weeks before its term",
                    "p1在机构c1的在期常驻比规定期限提前2周中断",
                ],
                ["p1's resident posting at site c2 is 1 week short of its term", "p1在机构c2的常驻比规定期限少1周"],
            ])
        #expect(violations.allSatisfy { $0.isHard && $0.cost == .zero })
    }
}
