import Rostering
import Testing

@Suite struct ResidentQuotaTests {
    /// Two weeks, six people of h; a secondary hospital keeps three residents away, h alone having a link for them.
    private func small(_ change: (inout InstanceDescription) -> Void = { _ in }) throws -> Instance {
        let people = (1...6).map { number in
            person(
                PersonID("p\(number)"), profession: number == 1 ? .manager : .doctor,
                title: number == 1 ? .none : .intermediate,
                limits: [.resident: free, .temporary: free])
        }
        return try instance(weeks: 2, links: tinyLinks(), people: people) {
            $0[ResidentQuota.self].enforcement.isOn = true
        }.changed {
            $0.links[2].postingKinds = [.temporary]
            change(&$0)
        }
    }

    private func residents(_ numbers: ClosedRange<Int>, _ weeks: Range<Int> = 0..<2) -> [PersonID: [Stay]] {
        Dictionary(
            uniqueKeysWithValues: numbers.map { number in
                (PersonID("p\(number)"), [.at(number % 2 == 0 ? "c1" : "c2", weeks, .resident)])
            })
    }

    @Test func threeOfASecondaryHospital() throws {
        let instance = try small()
        #expect(try instance.amounts(of: ResidentQuota.self) == [0: 3, 1: 3])
        #expect(try instance.amounts(of: ResidentQuota.self, residents(1...2)) == [0: 1, 1: 1])
        // The manager counts, and so does every host.
        #expect(try instance.amounts(of: ResidentQuota.self, residents(1...3)) == [:])
    }

    @Test func fiveOfATertiaryHospital() throws {
        let instance = try small { $0.sites[0].level = .tertiary }
        #expect(try instance.amounts(of: ResidentQuota.self, residents(1...4)) == [0: 1, 1: 1])
        #expect(try instance.amounts(of: ResidentQuota.self, residents(1...5)) == [:])
    }

    /// A successor begins in the week in which the predecessor has gone; a week later is a week too late.
    @Test func inEveryWeek() throws {
        let instance = try small()
        let handedOver = residents(1...2).merging(residents(3...3, 0..<1)) { $1 }
        #expect(try instance.amounts(of: ResidentQuota.self, handedOver) == [1: 1])
        #expect(
            try instance.amounts(of: ResidentQuota.self, handedOver.merging(residents(4...4, 1..<2)) { $1 })
                == [:])
    }

    @Test func otherKindsDoNotCount() throws {
        var stays = residents(1...3)
        stays["p3"] = [.at("c1", 0..<2)]
        #expect(try small().amounts(of: ResidentQuota.self, stays) == [0: 1, 1: 1])
    }

    @Test func onlyWhileALinkSendsResidents() throws {
        let firstWeek = try days("2022-07-04", "2022-07-10")
        let dated = try small { for link in 0..<2 { $0.links[link].days = firstWeek } }
        #expect(try dated.amounts(of: ResidentQuota.self) == [0: 3])
        let without = try small { for link in 0..<2 { $0.links[link].postingKinds = [.temporary] } }
        #expect(try without.amounts(of: ResidentQuota.self) == [:])
        // Across communities only with approval.
        let unapproved = try small {
            for link in 0..<2 { $0.links[link].postingKinds = [.temporary] }
            $0.links.append(Link(from: "h", to: "d", kind: .tcmCircuit, postingKinds: [.resident]))
        }
        #expect(try unapproved.amounts(of: ResidentQuota.self) == [:])
        #expect(
            try unapproved.changed { $0.links[3].isApproved = true }.amounts(of: ResidentQuota.self) == [
                0: 3, 1: 3,
            ])
    }

    /// Three residents at c1 and c2 together, at each of them, or in each county.
    @Test func theUnitOfTheNumber() throws {
        func amounts(_ unit: ResidentUnit, counties: Bool, _ stays: [PersonID: [Stay]]) throws -> Int {
            let instance = try small {
                $0.policy[ResidentQuota.self].unit = unit
                if counties { $0.sites[2].county = "north" }
            }
            let roster = try instance.roster(stays)
            #expect(instance.rowsAgree(on: ResidentQuota.self, roster))
            return instance.violations(of: ResidentQuota.self, roster).reduce(0) { $0 + $1.amount }
        }
        // Two at c2, one at c1, for two weeks.
        let three = residents(1...3)
        #expect(try amounts(.hospital, counties: false, three) == 0)
        #expect(try amounts(.pair, counties: false, three) == 2 * (1 + 2))
        #expect(try amounts(.county, counties: false, three) == 0)
        #expect(try amounts(.county, counties: true, three) == 2 * (1 + 2))
        for unit in ResidentUnit.allCases {
            #expect(try amounts(unit, counties: true, residents(1...6)) == 0)
        }
        // A county of two hosts is one.
        let both = try small {
            $0.policy[ResidentQuota.self].unit = .county
            ($0.sites[0].county, $0.sites[1].county) = ("north", "north")
        }
        #expect(try both.amounts(of: ResidentQuota.self, three) == [:])
    }

    @Test func readingsAndWordingByUnit() throws {
        let instance = try small { $0.policy[ResidentQuota.self].unit = .pair }
        let attendance = Attendance(try instance.roster(residents(1...3)), in: instance)
        let readings = instance.policy[ResidentQuota.self].readings(in: attendance)
        #expect(readings.map(\.amount) == [0, 6, 0])
        #expect(readings.map(\.isEnforced) == [false, true, false])
        #expect(readings.map(\.sites) == [[], [SiteIndex(0)], []])
        #expect(
            try instance.told(ResidentQuota.self, residents(1...3))
                == Text(
                    "site h at site c1 lacks 2 of the 3 residents it must have there",
                    "机构h派往机构c1的常驻人员应不少于3人，缺2人"))
        let county = try instance.changed { $0.policy[ResidentQuota.self].unit = .county }
        #expect(
            try county.told(ResidentQuota.self)
                == Text(
                    "site h in the county of site c1 lacks 3 of the 3 residents it must have there",
                    "机构h派往机构c1所在县的常驻人员应不少于3人，缺3人"))
    }

    @Test func wordingAndParameters() throws {
        let instance = try small { $0.policy[ResidentQuota.self].secondary = 4 }
        let violations = try instance.violations(of: ResidentQuota.self, residents(1...2))
        #expect(violations.map(\.amount) == [2, 2] && violations.allSatisfy { $0.isHard })
        #expect(
            violations.first?.wording(in: instance) == [
                "site h lacks 2 of the 4 residents it must have away", "机构h派出常驻人员应不少于4人，缺2人",
            ])
        let none = try small { $0.policy[ResidentQuota.self].secondary = 0 }
        #expect(try none.amounts(of: ResidentQuota.self) == [:])
        #expect(ResidentQuota().requirements(for: none).rows.count == 2)
        #expect(none.policy[ResidentQuota.self].requirements(for: none).rows.isEmpty)
    }

    /// The third resident is missed at the hospital.
    @Test func againstTheDepartmentMinimum() throws {
        let instance = try small {
            $0.departmentMinimums = [
                DepartmentMinimum(hospital: "h", specialty: "cardiology", minimumPresent: 4)
            ]
        }
        #expect(try instance.amounts(of: ResidentQuota.self, residents(1...2)) == [0: 1, 1: 1])
        #expect(try instance.amounts(of: DepartmentPresence.self, residents(1...2)) == [:])
        #expect(try instance.amounts(of: ResidentQuota.self, residents(1...3)) == [:])
        #expect(try instance.amounts(of: DepartmentPresence.self, residents(1...3)) == [0: 1, 1: 1])
    }
}
