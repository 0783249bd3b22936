import Rostering
import Testing

@Suite struct DepartmentPresenceTests {
    private func small(least title: Title = .none, _ minimum: Int) throws -> Instance {
        try instance(
            weeks: 4,
            people: [
                person("senior", title: .associateSenior, leave: [try days("2022-07-11", "2022-07-11")]),
                person("junior", title: .junior),
                // A second specialty makes nobody a member.
                person("surgeon", specialties: ["surgery", "cardiology"]),
                person("elsewhere", employer: "g"),
            ],
            departmentMinimums: [
                DepartmentMinimum(
                    hospital: "h", specialty: "cardiology", leastTitle: title, minimumPresent: minimum)
            ])
    }

    @Test func leaveAndPostingsCount() throws {
        #expect(try small(1).amounts(of: DepartmentPresence.self) == [:])
        #expect(try small(2).amounts(of: DepartmentPresence.self) == [1: 1])
        #expect(
            try small(2).amounts(of: DepartmentPresence.self, ["junior": [.at("c1", 0..<2)]]) == [0: 1, 1: 2])
        #expect(try small(1).amounts(of: DepartmentPresence.self, ["junior": [.at("c1", 2..<4)]]) == [:])
    }

    @Test func onlyPeopleOfTheTitle() throws {
        #expect(try small(least: .intermediate, 1).amounts(of: DepartmentPresence.self) == [1: 1])
    }

    @Test func hardByDefaultAndSoftWhenAsked() throws {
        var instance = try small(2)
        #expect(
            try instance.violations(of: DepartmentPresence.self).allSatisfy { $0.isHard && $0.cost == .zero })
        var description = instance.description
        description.policy[DepartmentPresence.self].enforcement = .soft(Cost(7))
        instance = try Instance(description)
        #expect(try instance.violations(of: DepartmentPresence.self).map(\.cost) == [Cost(7)])
    }

    /// A row is asked for only where the people who may be sent could break it.
    @Test func noRowWhereNobodyCouldBreakIt() throws {
        let instance = try instance(
            people: [person("p1"), person("p2", limits: [:])],
            departmentMinimums: [
                DepartmentMinimum(hospital: "h", specialty: "cardiology", minimumPresent: 1)
            ])
        #expect(DepartmentPresence().requirements(for: instance).rows.isEmpty)
    }

    /// Sending the last surgeon down to keep a clinic's floor breaks the department.
    @Test func againstTheMidTitleFloor() throws {
        let instance = try instance(
            weeks: 4, sites: tinySites(staff: ["c1": [StaffLevel(technical: 12, midTitle: 1)]]),
            departmentMinimums: [
                DepartmentMinimum(hospital: "h", specialty: "cardiology", minimumPresent: 1)
            ])
        let sent: [PersonID: [Stay]] = ["p1": [.at("c1", 0..<4)]]
        #expect(try instance.amounts(of: MidTitleFloor.self) == [0: 1, 1: 1, 2: 1, 3: 1])
        #expect(try instance.amounts(of: MidTitleFloor.self, sent) == [:])
        #expect(try instance.amounts(of: DepartmentPresence.self, sent) == [0: 1, 1: 1, 2: 1, 3: 1])
    }

    /// A clinic's public-health staff stay, whoever goes to learn or help elsewhere (HB03, YL38).
    @Test func aClinicKeepsItsPublicHealthStaff() throws {
        let links = [
            Link(from: "c1", to: "c2", kind: .pooling),
            Link(from: "c1", to: "h", kind: .training, postingKinds: [.training]),
        ]
        let staff = ["ph1", "ph2"].map {
            person($0, employer: "c1", limits: [.temporary: free, .training: free])
        }
        let instance = try instance(
            weeks: 4, links: tinyLinks() + links, people: staff,
            departmentMinimums: [
                DepartmentMinimum(hospital: "c1", specialty: "cardiology", minimumPresent: 1)
            ])
        let stays: [PersonID: [Stay]] = ["ph1": [.at("c2", 0..<3)], "ph2": [.at("h", 2..<4, .training)]]
        #expect(try instance.amounts(of: DepartmentPresence.self) == [:])
        #expect(try instance.amounts(of: DepartmentPresence.self, stays) == [2: 1])
        #expect(instance.rowsAgree(on: DepartmentPresence.self, try instance.roster(stays)))
        let told = try instance.told(DepartmentPresence.self, stays)
        #expect(told.english == "site c1, cardiology, must keep 1 people (any title) at home; 1 missing")
        #expect(told.chinese == "机构c1心内科在院人员（不限职称）不得少于1人，缺1人")
    }
}
