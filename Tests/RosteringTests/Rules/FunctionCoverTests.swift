import Rostering
import Testing

@Suite struct FunctionCoverTests {
    /// Two weeks; h is paired with g. Each person guides in what the identifier says.
    private func small(days: DayRange = .always) throws -> Instance {
        let functions: [(PersonID, [GuidanceFunction])] = [
            ("medicine", [.medicine]), ("pharmacy", [.pharmacy]), ("nursing", [.nursing]),
            ("both", [.medicine, .management]), ("other", [.pharmacy]),
        ]
        let people = functions.map { id, functions in
            var person = person(id, employer: id == "other" ? "c1" : "h")
            person.functions = functions
            return person
        }
        return try instance(
            weeks: 2,
            links: tinyLinks() + [
                Link(from: "h", to: "g", kind: .pairing, days: days, isApproved: true),
                Link(from: "c1", to: "g", kind: .pooling, isApproved: true),
                Link(from: "c1", to: "g", kind: .training, postingKinds: [.training], isApproved: true),
            ], people: people
        ) { $0[FunctionCover.self].enforcement.isOn = true }
    }

    /// The functions missing by week.
    private func missing(_ instance: Instance, _ stays: [PersonID: [Stay]] = [:]) throws
        -> [[GuidanceFunction]]
    {
        let violations = try instance.violations(of: FunctionCover.self, stays)
        return instance.weeks.map { week in
            violations.filter { $0.tag.week == week }.compactMap {
                if case .guidance(_, _, let function) = $0.tag.subject { function } else { nil }
            }
        }
    }

    @Test func eachFunctionInEachWeek() throws {
        let instance = try small()
        #expect(try missing(instance) == [GuidanceFunction.allCases, GuidanceFunction.allCases])
        let most: [PersonID: [Stay]] = [
            "both": [.at("g", 0..<2)], "nursing": [.at("g", 0..<2)], "pharmacy": [.at("g", 0..<1)],
        ]
        #expect(try missing(instance, most) == [[], [.pharmacy]])
        let violations = try instance.violations(of: FunctionCover.self, most)
        #expect(violations.map(\.cost) == [Cost(50)] && violations.map(\.amount) == [1])
    }

    @Test func thePairingHospitalsPeopleAtThePartner() throws {
        let instance = try small()
        let all = GuidanceFunction.allCases
        // Elsewhere, from elsewhere: neither guides the partner.
        #expect(try missing(instance, ["medicine": [.at("c1", 0..<2)]]) == [all, all])
        #expect(try missing(instance, ["other": [.at("g", 0..<2)]]) == [all, all])
        #expect(try missing(instance, ["other": [.at("g", 0..<2, .training)]]) == [all, all])
        #expect(
            try missing(instance, ["medicine": [.at("g", 0..<2)]]) == [
                Array(all.dropFirst()), Array(all.dropFirst()),
            ])
    }

    @Test func whileTheyArePaired() throws {
        let firstWeek = try days("2022-07-04", "2022-07-08")
        #expect(try missing(small(days: firstWeek)) == [GuidanceFunction.allCases, []])
    }

    @Test func twoLinksAreOnePair() throws {
        let first = Link(
            from: "h", to: "g", kind: .pairing, days: try days("2022-07-04", "2022-07-08"), isApproved: true)
        let instance = try small().changed { $0.links.append(first) }
        #expect(try missing(instance) == [GuidanceFunction.allCases, GuidanceFunction.allCases])
    }

    @Test func wordings() throws {
        let instance = try small()
        let violation = try #require(try instance.violations(of: FunctionCover.self).first)
        #expect(
            violation.wording(in: instance) == [
                "Nobody from site h at site g guides in medicine", "机构h派驻机构g的人员中无人负责医疗指导",
            ])
    }

    /// The last function is covered only by somebody whom the department needs.
    @Test func againstTheDepartmentMinimum() throws {
        let instance = try small().changed {
            $0.departmentMinimums = [
                DepartmentMinimum(hospital: "h", specialty: "cardiology", minimumPresent: 2)
            ]
        }
        var away: [PersonID: [Stay]] = ["both": [.at("g", 0..<2)], "nursing": [.at("g", 0..<2)]]
        #expect(try missing(instance, away) == [[.pharmacy], [.pharmacy]])
        #expect(try instance.amounts(of: DepartmentPresence.self, away) == [:])
        away["pharmacy"] = [.at("g", 0..<2)]
        #expect(try missing(instance, away) == [[], []])
        #expect(try instance.amounts(of: DepartmentPresence.self, away) == [0: 1, 1: 1])
    }
}
