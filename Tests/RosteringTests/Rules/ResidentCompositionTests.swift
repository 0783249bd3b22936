import Rostering
import Testing

@Suite struct ResidentCompositionTests {
    /// One week; as many people of h as there are titles, doctors and nurses, all of whom may be residents at c1.
    private func instance(
        doctors: [Title], nurses: [Title] = [], _ level: Site.Level = .tertiary,
        _ reading: ResidentComposition.Reading = .strictMajority
    ) throws -> Instance {
        let people =
            doctors.enumerated().map { resident("d\($0)", .doctor, $1) }
            + nurses.enumerated().map { resident("n\($0)", .nurse, $1) }
            + [resident("m", .manager, .none), resident("x", .pharmacist, .assistant)]
        return try RosteringTests.instance(weeks: 1, people: people) {
            $0[ResidentComposition.self].enforcement.isOn = true
            $0[ResidentComposition.self].reading = reading
        }.changed { $0.sites[0].level = level }
    }

    private func resident(_ id: String, _ profession: Profession, _ title: Title) -> Person {
        person(id.identifier, profession: profession, title: title, limits: [.resident: free])
    }

    /// What is missing when everybody is away.
    private func missing(in instance: Instance) throws -> Int {
        let away = instance.people.map { ($0.id, [Stay.at("c1", 0..<1, .resident)]) }
        return try instance.violations(of: ResidentComposition.self, Dictionary(uniqueKeysWithValues: away))
            .reduce(0) { $0 + $1.amount }
    }

    /// Five residents, four doctors of whom two are senior: 2 x 2 > 4 is false.
    @Test func halfIsNoMajority() throws {
        let titles: [Title] = [.senior, .associateSenior, .intermediate, .junior]
        #expect(try missing(in: instance(doctors: titles)) == 1)
        #expect(try missing(in: instance(doctors: titles, .tertiary, .half)) == 0)
        #expect(try missing(in: instance(doctors: titles + [.senior])) == 0)
    }

    /// The amount is the least number of people with the title who, added, satisfy the reading, found by adding them.
    @Test(arguments: ResidentComposition.Reading.allCases) func missingIsTheLeastNumberAdded(
        reading: ResidentComposition.Reading
    ) {
        for count in 0...12 {
            for titled in 0...count {
                let needed = (0...20).first { added in
                    let (all, most) = (count + added, titled + added)
                    return count == 0 || (reading == .half ? 2 * most >= all : 2 * most > all)
                }
                #expect(
                    ResidentComposition.missing(of: count, titled: titled, reading: reading) == needed)
            }
        }
    }

    /// Titles that just suffice and those just below, by profession and level; a 护师 is a junior nurse, not one of mid title.
    @Test(arguments: [
        (Site.Level.tertiary, Title.associateSenior, Title.intermediate),
        (.secondary, .intermediate, .junior),
    ]) func leastTitles(level: Site.Level, doctor: Title, nurse: Title) throws {
        #expect(try missing(in: instance(doctors: [doctor], nurses: [nurse], level)) == 0)
        let below = try #require(Title(rawValue: doctor.rawValue - 1))
        #expect(try missing(in: instance(doctors: [below], nurses: [nurse], level)) == 2)
        let belowNurse = try #require(Title(rawValue: nurse.rawValue - 1))
        #expect(try missing(in: instance(doctors: [doctor], nurses: [belowNurse], level)) == 2)
    }

    /// Doctors and nurses are judged apart; managers and pharmacists in neither ratio; nobody away is satisfied.
    @Test func professionsApart() throws {
        let instance = try instance(doctors: [.junior], nurses: [.senior, .senior])
        #expect(try instance.amounts(of: ResidentComposition.self) == [:])
        #expect(
            try instance.amounts(
                of: ResidentComposition.self,
                ["m": [.at("c1", 0..<1, .resident)], "x": [.at("c1", 0..<1, .resident)]]) == [:])
        #expect(try missing(in: instance) == 2)
        let hospital = try #require(instance.site("h"))
        let away: [PersonID: [Stay]] = ["d0": [.at("c2", 0..<1, .resident)]]
        #expect(
            try instance.violations(of: ResidentComposition.self, away).map(\.tag.subject) == [
                .residents(of: hospital, profession: .doctor)
            ])
    }

    /// Over all hosts together, and residents alone.
    @Test func allHostsTogether() throws {
        let instance = try instance(doctors: [.junior, .senior, .senior]).changed { description in
            for person in description.people.indices { description.people[person].limits[.temporary] = free }
        }
        let stays: [PersonID: [Stay]] = [
            "d0": [.at("c1", 0..<1, .resident)], "d1": [.at("c2", 0..<1, .resident)],
            "d2": [.at("c1", 0..<1, .resident)],
        ]
        #expect(try instance.amounts(of: ResidentComposition.self, stays) == [:])
        let temporary = stays.merging(["d2": [.at("c1", 0..<1)]]) { $1 }
        #expect(try instance.amounts(of: ResidentComposition.self, temporary) == [0: 1])
    }

    @Test func readingsAndWording() throws {
        let instance = try instance(doctors: [.senior, .junior])
        let away: [PersonID: [Stay]] = [
            "d0": [.at("c1", 0..<1, .resident)], "d1": [.at("c1", 0..<1, .resident)],
        ]
        let attendance = Attendance(try instance.roster(away), in: instance)
        let readings = instance.policy[ResidentComposition.self].readings(in: attendance)
        #expect(readings.map(\.amount) == [1, 0, 1, 0, 1, 0])
        #expect(readings.map(\.isEnforced) == [true, false, false, false, false, false])
        #expect(readings.prefix(2).map(\.sites) == [[try #require(instance.site("h"))], []])
        #expect(
            try instance.violations(of: ResidentComposition.self, away).map { $0.wording(in: instance) } == [
                ["site h's resident doctors are not mostly senior; 1 more would do", "机构h常驻医师未以高级为主，需再增加1人"]
            ])
    }

    /// A majority over all hosts that one host, or one county, lacks.
    @Test func theUnitOfTheMajority() throws {
        let plain = try instance(doctors: [.junior, .senior, .senior])
        let stays: [PersonID: [Stay]] = [
            "d0": [.at("c1", 0..<1, .resident)], "d1": [.at("c2", 0..<1, .resident)],
            "d2": [.at("c2", 0..<1, .resident)],
        ]
        func amounts(_ unit: ResidentUnit, county: CountyID? = nil) throws -> [Int?: Int] {
            let instance = try plain.changed {
                $0.policy[ResidentComposition.self].unit = unit
                $0.sites[1].county = county
            }
            #expect(instance.rowsAgree(on: ResidentComposition.self, try instance.roster(stays)))
            return try instance.amounts(of: ResidentComposition.self, stays)
        }
        #expect(try amounts(.hospital) == [:])
        #expect(try amounts(.pair) == [0: 2])
        #expect(try amounts(.county) == [:])
        #expect(try amounts(.county, county: "north") == [0: 2])
        let pairs = try plain.changed { $0.policy[ResidentComposition.self].unit = .pair }
        #expect(
            try pairs.told(ResidentComposition.self, stays)
                == Text(
                    "The resident doctors of site h at site c1 are not mostly senior; 2 more would do",
                    "机构h派往机构c1的常驻医师未以高级为主，需再增加2人"))
    }

    /// Only people below the title can break it, so there is no row without them.
    @Test func noRowsThatNothingCanBreak() throws {
        let sound = try instance(doctors: [.senior], nurses: [.senior])
        #expect(sound.policy[ResidentComposition.self].requirements(for: sound).rows.isEmpty)
    }

    /// The second resident whom the number asks for takes the majority away.
    @Test func againstTheQuota() throws {
        let instance = try instance(doctors: [.senior, .junior]).changed {
            $0.policy[ResidentQuota.self].enforcement.isOn = true
            $0.policy[ResidentQuota.self].tertiary = 2
            $0.policy[ResidentQuota.self].secondary = 0
        }
        var stays: [PersonID: [Stay]] = ["d0": [.at("c1", 0..<1, .resident)]]
        #expect(try instance.amounts(of: ResidentComposition.self, stays) == [:])
        #expect(try instance.amounts(of: ResidentQuota.self, stays) == [0: 1])
        stays["d1"] = [.at("c2", 0..<1, .resident)]
        #expect(try instance.amounts(of: ResidentComposition.self, stays) == [0: 1])
        #expect(try instance.amounts(of: ResidentQuota.self, stays) == [:])
    }
}
