import Testing

@testable import Rostering

@Suite struct OrdinaryClinicsTests {
    /// Four weeks at a tertiary hospital that held so many ordinary sessions a week; two mid-title people hold five a week, a senior four.
    private func small(before: Int?, percent: Int = 0) throws -> Instance {
        var doctors = [
            visitor("p1", sessionsPerWeek: 5), visitor("p2", sessionsPerWeek: 5),
            visitor("p3", sessionsPerWeek: 4),
        ]
        doctors[2].title = .associateSenior
        return try instance(weeks: 4, links: dutyLinks(), people: doctors) {
            $0[OrdinaryClinics.self].enforcement.isOn = true
            $0[OrdinaryClinics.self].percent = percent
        }.changed {
            $0.sites[0].level = .tertiary
            $0.sites[0].ordinarySessions = before
        }
    }

    private func excess(
        _ instance: Instance, _ stays: [PersonID: [Stay]] = [:],
        visits: [PersonID: [Int: [SiteID: Int]]] = [:]
    ) throws -> Int {
        let roster = try instance.roster(stays, visits: visits)
        let attendance = Attendance(roster, in: instance)
        let rows = RowEvaluator(attendance: attendance, bound: 0).outcomes(
            of: instance.policy[OrdinaryClinics.self].requirements(for: instance)
        ).filter { $0.value != .amount(0) }
        let found = instance.violations(of: OrdinaryClinics.self, roster)
        #expect(rows == Dictionary(uniqueKeysWithValues: found.map { ($0.tag, .amount($0.amount)) }))
        return found.reduce(0) { $0 + $1.amount }
    }

    /// Forty sessions in four weeks, those of the senior not counted.
    @Test(arguments: [
        (10, 0, 0), (9, 0, 4), (10, 5, 2), (10, 6, 3), (11, 10, 1), (0, 0, 40), (0, 100, 40), (20, 50, 0),
    ])
    func fewerThanBefore(before: Int, percent: Int, expected: Int) throws {
        #expect(try excess(small(before: before, percent: percent)) == expected)
    }

    @Test func whoIsAwayHoldsNone() throws {
        let instance = try small(before: 8)
        #expect(try excess(instance) == 8)
        #expect(try excess(instance, ["p1": [.at("c1", 0..<1)]]) == 3)
        #expect(try excess(instance, ["p1": [.at("c1", 0..<2)]]) == 0)
        #expect(try excess(instance, ["p3": [.at("c1", 0..<4)]]) == 8)
        #expect(try excess(instance, visits: ["p2": [0: ["c1": 3], 1: ["c2": 1]]]) == 4)
        let leave = try days("2022-07-04", "2022-07-04")
        #expect(try excess(instance.changed { $0.people[0].leave = [leave] }) == 3)
        // Everybody's sessions are ordinary where the title of experts is the highest.
        #expect(try excess(instance.changed { $0.policy[OrdinaryClinics.self].expertTitle = 5 }) == 24)
    }

    @Test func onlyWhereTheNumberBeforeIsKnown() throws {
        let unknown = try small(before: nil)
        #expect(try excess(unknown) == 0)
        #expect(!OrdinaryClinics().applies(to: unknown))
        #expect(OrdinaryClinics().applies(to: try small(before: 0)))
        var secondary = try small(before: 5).description
        secondary.sites[0].level = .secondary
        #expect(secondary.faultLines == ["wrongLevel sites[0].ordinarySessions"])
        secondary.sites[0].level = .tertiary
        secondary.sites[0].ordinarySessions = -1
        #expect(secondary.faultLines == ["outOfRange sites[0].ordinarySessions"])
    }

    /// Fewer sessions leave general demand unmet.
    @Test func againstGeneralDemand() throws {
        let instance = try small(before: 8).changed {
            for person in 0...2 { $0.people[person].slotsPerSession = 10 }
            $0.generalDemand = [
                GeneralDemand(hospital: "h", specialty: "cardiology", perWeek: .constant(140))
            ]
        }
        let away: [PersonID: [Stay]] = ["p1": [.at("c1", 0..<2)]]
        #expect(try excess(instance, away) == 0)
        #expect(try !instance.violations(of: GeneralDemandUnmet.self, away).isEmpty)
        #expect(try instance.violations(of: OrdinaryClinics.self).map(\.cost) == [Cost(8)])
    }

    @Test func toldInBothLanguages() throws {
        #expect(
            try small(before: 9).told(OrdinaryClinics.self)
                == Text("site h holds 4 ordinary sessions too many", "机构h普通门诊超出4个单元"))
    }
}
