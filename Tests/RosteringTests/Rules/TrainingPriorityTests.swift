import Testing

@testable import Rostering

@Suite struct TrainingPriorityTests {
    /// Half a year: c1 has a cardiologist, a nurse and a pharmacist who may train; pharmacists and cardiologists come first.
    private func small(weeks: Int = 26, perClinic: Int = 2) throws -> Instance {
        var pharmacist = trainee("t3", of: "c1")
        pharmacist.profession = .pharmacist
        return try instance(
            weeks: weeks, sites: staffedSites(), links: dutyLinks(),
            people: [
                trainee("t1", of: "c1", specialties: ["cardiology"]), trainee("t2", of: "c1"), pharmacist,
            ]
        ) {
            $0[TrainingPriority.self].perClinic = perClinic
            $0[TrainingPriority.self].enforcement.isOn = true
        }.changed {
            $0.trainingPriorities = [
                PersonFilter(profession: .pharmacist), PersonFilter(specialty: "cardiology"),
            ]
        }
    }

    private func missing(_ instance: Instance, _ people: [PersonID]) throws -> Int {
        let stays = people.map { ($0, [Stay.at("h", 1..<4, .training)]) }
        let roster = try instance.roster(Dictionary(uniqueKeysWithValues: stays))
        #expect(instance.rowsAgree(on: TrainingPriority.self, roster))
        return instance.violations(of: TrainingPriority.self, roster).reduce(0) { $0 + $1.amount }
    }

    @Test func theGroupsComeFirst() throws {
        let instance = try small()
        #expect(try missing(instance, []) == 1)
        #expect(try missing(instance, ["t2"]) == 1)
        #expect(try missing(instance, ["t1"]) == 0)
        #expect(try missing(instance, ["t3"]) == 0)
        #expect(try instance.violations(of: TrainingPriority.self).map(\.cost) == [Cost(50)])
    }

    /// No more than the horizon asks for, and no more than the clinic has.
    @Test(arguments: [(26, 1, 1), (25, 1, 0), (26, 3, 2), (26, 4, 2), (26, 100, 2)])
    func theNumberAsked(weeks: Int, perClinic: Int, asked: Int) throws {
        let instance = try small(weeks: weeks, perClinic: perClinic)
        #expect(try missing(instance, []) == asked)
        #expect(instance.policy[TrainingPriority.self].applies(to: instance) == (asked > 0))
        #expect(try missing(instance, ["t1", "t3"]) == 0)
    }

    @Test func nobodyInTheGroups() throws {
        let instance = try small().changed { $0.trainingPriorities = [PersonFilter(specialty: "surgery")] }
        #expect(try missing(instance, []) == 0)
        #expect(!TrainingPriority().applies(to: instance))
        #expect(TrainingPriority().requirements(for: instance).rows.isEmpty)
    }

    /// K15: both of the group away together match the priority and break a tight floor.
    @Test func againstTheMidTitleFloor() throws {
        let instance = try small(perClinic: 4).changed {
            $0.sites[1].staff = [StaffLevel(technical: 21, midTitle: 3)]
            $0.policy[MidTitleFloor.self].reading = .both
        }
        let together = ["t1", "t3"] as [PersonID]
        #expect(try missing(instance, together) == 0)
        let stays = Dictionary(uniqueKeysWithValues: together.map { ($0, [Stay.at("h", 1..<4, .training)]) })
        #expect(try !instance.violations(of: MidTitleFloor.self, stays).isEmpty)
    }

    @Test func toldInBothLanguages() throws {
        #expect(
            try small().told(TrainingPriority.self)
                == Text(
                    "site c1 is to send 1 more of the priority groups for training", "机构c1应再选派优先类别人员1人进修"))
    }

    @Test func unknownSpecialtiesAreAFault() throws {
        var description = try small().description
        description.trainingPriorities[1].specialty = "none"
        #expect(description.faultLines == ["unknownSpecialty trainingPriorities[1].specialty"])
    }
}
