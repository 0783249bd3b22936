import Rostering
import Testing

@Suite struct CoverageTests {
    private func small() throws -> Instance {
        try instance(
            people: [person("p1", title: .associateSenior), person("p2", specialties: ["surgery"])],
            demands: [
                Demand(
                    host: "c1", wanted: PersonFilter(specialty: "cardiology", leastTitle: .intermediate),
                    priority: 3, days: try days("2022-07-11", "2022-07-24"))
            ])
    }

    @Test func wantedInTheWeeksWithTheirMondayInTheDays() throws {
        #expect(try small().amounts(of: Coverage.self) == [1: 1, 2: 1])
        #expect(try small().amounts(of: Coverage.self, ["p1": [.at("c1", 1..<3)]]) == [:])
        #expect(try small().amounts(of: Coverage.self, ["p1": [.at("c1", 2..<3)]]) == [1: 1])
    }

    @Test func priorityMultipliesTheWeight() throws {
        #expect(try small().violations(of: Coverage.self).map(\.cost) == [Cost(300), Cost(300)])
    }

    @Test func onlyPeopleWhoFit() throws {
        #expect(try small().amounts(of: Coverage.self, ["p2": [.at("c1", 1..<3)]]) == [1: 1, 2: 1])
        #expect(try small().amounts(of: Coverage.self, ["p1": [.at("c2", 1..<3)]]) == [1: 1, 2: 1])
    }

    /// One cardiologist cannot be at the clinic and at home.
    @Test func againstTheDepartmentMinimum() throws {
        let instance = try instance(
            weeks: 1, demands: [Demand(host: "c1", wanted: PersonFilter())],
            departmentMinimums: [
                DepartmentMinimum(hospital: "h", specialty: "cardiology", minimumPresent: 1)
            ])
        #expect(try instance.violations(of: Coverage.self).count == 1)
        #expect(try instance.violations(of: DepartmentPresence.self).isEmpty)
        let sent: [PersonID: [Stay]] = ["p1": [.at("c1", 0..<1)]]
        #expect(try instance.violations(of: Coverage.self, sent).isEmpty)
        #expect(try instance.violations(of: DepartmentPresence.self, sent).count == 1)
    }
}
