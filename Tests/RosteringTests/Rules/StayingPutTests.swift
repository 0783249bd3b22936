import Testing

@testable import Rostering

@Suite struct StayingPutTests {
    /// A clinic's person who may be sent to the other clinic.
    private func small(_ commitments: Commitments) throws -> Instance {
        var bound = person("p1", employer: "c1")
        bound.commitments = commitments
        return try instance(
            links: tinyLinks() + [Link(from: "c1", to: "c2", kind: .pooling)],
            people: [bound, person("free")])
    }

    @Test func aLeaderStaysThroughout() throws {
        let instance = try small(Commitments(leadsClinic: true))
        #expect(try instance.amounts(of: StayingPut.self) == [:])
        #expect(try instance.amounts(of: StayingPut.self, ["p1": [.at("c2", 2..<4)]]) == [2: 1, 3: 1])
        #expect(try instance.amounts(of: StayingPut.self, ["free": [.at("c2", 0..<8)]]) == [:])
        #expect(instance.options(of: PersonIndex(0)).isEmpty)
    }

    /// A week with a working day on which somebody is bound is a week at home.
    @Test(arguments: [
        ("2022-07-03", 0), ("2022-07-04", 1), ("2022-07-08", 1), ("2022-07-10", 1), ("2022-07-11", 2),
        ("2022-08-26", 8), ("2030-01-01", 8), ("2020-01-01", 0),
    ])
    func boundUntilADay(last: String, weeksBound: Int) throws {
        for leadsClinic in [false, true] {
            let instance = try small(Commitments(leadsClinic: leadsClinic, boundUntil: day(last)))
            let found = try instance.amounts(of: StayingPut.self, ["p1": [.at("c2", 0..<8)]])
            #expect(found.keys.compactMap { $0 }.sorted() == Array(0..<weeksBound))
            // What solvers may choose from says the same, worked out another way.
            let options = instance.options(of: PersonIndex(0))
            #expect(
                instance.weeks.filter { week in !options.contains { $0.weeks.contains(week) } }.map(\.offset)
                    == Array(0..<weeksBound))
        }
    }

    /// Every kind of posting counts, visits in weeks at home do not.
    @Test func allPostingsAndNothingElse() throws {
        let instance = try small(Commitments(boundUntil: day("2022-07-15")))
        #expect(try instance.amounts(of: StayingPut.self, ["p1": [.at("c2", 1..<4, .team)]]) == [1: 1])
        var roster = try instance.roster()
        let visit = HomeDuty.visits([Visit(host: try #require(instance.site("c2")), sessions: 2)])
        roster.plans[0].homeWeeks = [Plan.HomeWeek(week: Week(0), duty: visit)]
        #expect(instance.violations(of: StayingPut.self, roster).isEmpty)
    }

    @Test func wording() throws {
        let stays: [PersonID: [Stay]] = ["p1": [.at("c2", 0..<1)]]
        let leader = try small(Commitments(leadsClinic: true))
        let bound = try small(Commitments(boundUntil: day("2022-07-15")))
        let told = try [leader, bound].map {
            StayingPut().wording(of: try $0.violations(of: StayingPut.self, stays)[0], in: $0)
        }
        #expect(
            told.map(\.english) == [
                "p1 leads a clinic and is posted at site c2",
                "p1 is bound to the employer and is posted at site c2",
            ])
        #expect(told.map(\.chinese) == ["p1担任机构负责人，但被派驻机构c2", "p1在合同期或履约期内，但被派驻机构c2"])
        #expect(try leader.reasons(of: StayingPut.self, stays) == ["leadsClinic"])
        #expect(try bound.reasons(of: StayingPut.self, stays) == ["isBound"])
    }

    /// Only a clinic has a clinic's leader, and only a tertiary hospital directs posts at the county.
    @Test func commitmentsThatCannotBe() throws {
        func codes(_ employer: SiteID, _ commitments: Commitments) throws -> [Fault.Code] {
            var somebody = person("p1", employer: employer)
            somebody.commitments = commitments
            do {
                _ = try instance(people: [somebody])
                return []
            } catch let invalid as InvalidInstance {
                return invalid.faults.map(\.code)
            }
        }
        #expect(try codes("h", Commitments(leadsClinic: true)) == [.wrongLevel])
        #expect(try codes("c1", Commitments(leadsClinic: true)) == [])
        #expect(try codes("h", Commitments(isDirected: true)) == [.wrongLevel])
        #expect(try codes("h", Commitments(boundUntil: CalendarDay(number: 1_000_000))) == [.outOfRange])
    }

    /// Another clinic's demand is no reason to send a leader.
    @Test func againstCoverage() throws {
        let instance = try small(Commitments(leadsClinic: true)).changed {
            $0.demands = [Demand(host: "c2", wanted: PersonFilter())]
        }
        let away: [PersonID: [Stay]] = ["p1": [.at("c2", 0..<8)]]
        #expect(try instance.violations(of: StayingPut.self).isEmpty)
        #expect(try instance.violations(of: Coverage.self).count == 8)
        #expect(try instance.violations(of: StayingPut.self, away).count == 8)
        #expect(try instance.violations(of: Coverage.self, away).isEmpty)
    }
}
