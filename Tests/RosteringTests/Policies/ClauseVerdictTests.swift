import Testing

@testable import Rostering

@Suite("Verdicts by clause") struct ClauseVerdictTests {
    /// The floor is missed by one person in four of eight weeks, coverage in one.
    private func small(_ pack: PolicyPack? = nil, _ change: (inout Policy) -> Void = { _ in }) throws
        -> Instance
    {
        var description = try instance(
            sites: tinySites(staff: ["c1": [StaffLevel(technical: 12, midTitle: 1)]]),
            links: tinyLinks(kinds: [.temporary]),
            people: [person("p1"), person("p2")],
            demands: [Demand(host: "c2", wanted: PersonFilter(), days: try days("2022-07-04", "2022-07-10"))],
            policy: change
        ).description
        description.policyPack = pack
        return try Instance(description)
    }

    private func verdicts(_ instance: Instance) throws -> [ClauseVerdict] {
        Audit(of: try instance.roster(["p1": [.at("c1", 0..<4)]]), in: instance).clauseVerdicts(in: instance)
    }

    private func pack(_ clauses: [Clause]) throws -> PolicyPack {
        PolicyPack(
            path: "p.json", name: Text("sample"),
            document: PolicyPack.Document(title: Text("sample"), issued: try day("2022-07-01")),
            clauses: clauses)
    }

    private func clause(_ id: ClauseID, _ kinds: [Clause.Kind], _ rules: [RuleID]) -> Clause {
        Clause(id: id, kinds: kinds, article: "1", quotations: ["words"], carrier: .rules(rules))
    }

    @Test("without a pack: the clauses that rules cite, in order, each with all its rules that are on")
    func cited() throws {
        let found = try verdicts(small())
        let ids = found.map(\.clause.id)
        #expect(ids == ids.sorted() && Set(ids).count == ids.count)
        #expect(!ids.contains { $0.text == "awayLimit" }, "what the model alone asks for is no clause")
        let priority = try #require(found.first { $0.clause.id == "HB19" })
        #expect(priority.rules.map(\.rule) == [Coverage.id, DepartmentPresence.id])
        #expect(priority.clause.quotations == ["牵头医院在统一人员管理中要优先保证基层医疗机构用人需求"])
        #expect(!priority.isKept)
        let floor = try #require(found.first { $0.clause.id == "HB21" })
        #expect(floor.clause.article == "五(二)")
        #expect(try floor.shortfalls(in: small()).map(\.amount) == [4])
    }

    @Test("a rule that is off carries no clause")
    func off() throws {
        let found = try verdicts(small { $0[MidTitleFloor.self].enforcement.isOn = false })
        #expect(!found.contains { $0.clause.id == "HB21" })
    }

    @Test("with a pack: its own clauses that bind rosters and have a rule that is on")
    func packed() throws {
        let pack = try pack([
            clause("B", [.hard], [MidTitleFloor.id, Coverage.id]),
            clause("A", [.eligibility], [EligibleDuty.id]),
            clause("C", [.soft], [Fairness.id]), clause("D", [.target], [Coverage.id]),
            Clause(id: "E", kinds: [.hard], article: "1", quotations: [], carrier: .mechanism(Text("data"))),
        ])
        let instance = try small(pack) { $0[Fairness.self].enforcement.isOn = false }
        let found = try verdicts(instance)
        #expect(found.map(\.clause.id) == ["B", "A"])
        #expect(found.map(\.isKept) == [false, true])
        #expect(found[1].shortfalls(in: instance).isEmpty)
        #expect(found.flatMap(\.rulesOff).isEmpty)
    }

    @Test("a clause with a rule that is on and one that is off says so")
    func partlyOff() throws {
        let pack = try pack([clause("B", [.hard], [EligibleDuty.id, Fairness.id])])
        let instance = try small(pack) { $0[Fairness.self].enforcement.isOn = false }
        let found = try #require(try verdicts(instance).first)
        #expect(found.isKept && found.rules.map(\.rule) == [EligibleDuty.id])
        #expect(found.rulesOff == [Fairness.id])
    }

    @Test("shortfalls are summed by unit")
    func units() throws {
        let pack = try pack([
            clause("B", [.hard], [Coverage.id, MidTitleFloor.id, PostingStart.id, EligibleDuty.id])
        ])
        let instance = try small(pack)
        let shortfalls = try #require(try verdicts(instance).first).shortfalls(in: instance)
        #expect(shortfalls.map(\.amount) == [1 + 4, 1])
        #expect(shortfalls.map(\.unit) == [Coverage.unit, PostingStart.unit])
    }

    @Test(
        "a pack that is not in force on every day of the horizon is a caution",
        arguments: [
            (nil, nil, false), ("2022-07-04", "2022-08-28", false), ("2022-07-05", nil, true),
            (nil, "2022-08-27", true), ("2023-01-01", nil, true),
        ] as [(String?, String?, Bool)])
    func inForce(from: String?, until: String?, isCaution: Bool) throws {
        var pack = try pack([])
        pack.inForce = DayRange(try from.map { try day($0) }, try until.map { try day($0) })
        let cautions = try small(pack).cautions
        #expect(cautions.count == (isCaution ? 1 : 0))
        for day in [from, until].compactMap({ $0 }) where isCaution {
            #expect(cautions.allSatisfy { $0.english.contains(day) && $0.chinese.contains(day) })
        }
    }

    @Test("no pack, no caution")
    func none() throws { #expect(try small().cautions.isEmpty) }
}
