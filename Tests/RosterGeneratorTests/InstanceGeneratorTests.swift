import RosterFiles
import Rostering
import Testing

@testable import RosterGenerator

struct InstanceGeneratorTests {
    typealias Options = InstanceGenerator.Options

    static let shapes: [Options] = [
        Options(people: 2, clinics: 1, specialties: 1, weeks: 4),
        Options(people: 2, clinics: 2, specialties: 24, weeks: 5, tightness: .tight, communities: 2),
        Options(people: 7, clinics: 3, specialties: 2, weeks: 9, seed: 9, juniorPercent: 60),
        Options(people: 40, clinics: 5, specialties: 4, weeks: 13, tightness: .tight, seed: 3),
        Options(people: 120, clinics: 11, specialties: 12, weeks: 26, seed: 5, communities: 3),
        Options(people: 60, clinics: 4, specialties: 6, weeks: 104, tightness: .tight, seed: 11),
    ]
    /// Too large to judge a roster of in every test run.
    static let large = [Options(people: 1600, clinics: 25, specialties: 20, weeks: 104, tightness: .tight)]

    static var rungs: [Options] {
        Options.Rung.allCases.flatMap { rung in
            Options.Tightness.allCases.map { Options.ladder(rung, $0) }
        }
    }

    @Test(arguments: shapes + rungs + large)
    func makesAValidInstanceOfTheSizeAskedFor(_ options: Options) throws {
        let instance = try Instance(InstanceGenerator(options).description())
        #expect(instance.people.count == options.people)
        #expect(instance.sites.count { $0.level == .clinic } == options.clinics)
        #expect(instance.sites.count(where: \.isHospital) == options.communities)
        #expect(instance.description.specialties.count == options.specialties)
        #expect(instance.calendar.weekCount == options.weeks)
        #expect(instance.calendar.firstDay.weekday == 0)
        #expect(instance.description.provenance.english.contains("Synthetic"))
    }

    @Test(arguments: shapes + rungs.filter { $0.people <= 80 })
    func hasARosterThatKeepsAllHardRules(_ options: Options) throws {
        let draft = try InstanceGenerator(options).draft()
        try expectFeasible(draft)
    }

    @Test(arguments: 0..<24)
    func hasSuchARosterWhateverTheSeed(_ seed: Int) throws {
        let options = Options(
            people: 5 + 2 * seed, clinics: 3 + seed % 8, specialties: 1 + seed % 7, weeks: 4 + seed * 2 % 60,
            tightness: seed.isMultiple(of: 2) ? .loose : .tight, seed: UInt64(seed),
            communities: 1 + seed % 3, juniorPercent: seed)
        let draft = try InstanceGenerator(options).draft()
        try expectFeasible(draft)
    }

    @Test func makesTheSameInstanceInEveryProcess() throws {
        let options = Options(
            people: 50, clinics: 6, specialties: 5, weeks: 26, tightness: .tight, seed: 2022, communities: 2)
        let fingerprint = try fingerprint(of: InstanceGenerator(options).description())
        #expect(fingerprint == 8_609_430_915_403_372_042)
        var other = options
        other.seed = 2023
        #expect(try self.fingerprint(of: InstanceGenerator(other).description()) != fingerprint)
    }

    /// A hash (FNV-1a) of what is drawn, with the members of dictionaries in order of their keys.
    private func fingerprint(of description: InstanceDescription) -> UInt64 {
        var parts: [String] = []
        for site in description.sites {
            parts += site.travelMinutes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            parts += site.staff.map { "\(site.id) \($0.technical) \($0.midTitle) \(site.baseline ?? -1)" }
        }
        for person in description.people {
            parts.append("\(person.id) \(person.title.rawValue) \(person.specialties) \(person.pins.count)")
            parts.append("\(person.minimumAway) \(person.maximumAway ?? -1) \(person.history.weeksAway)")
            parts.append("\(person.sessionsPerWeek) \(person.slotsPerSession)")
            parts += person.leave.map { "\($0.first?.number ?? 0) \($0.last?.number ?? 0)" }
            parts += person.limits.values.map { "\($0.minimumWeeks) \($0.maximumWeeks) \($0.restWeeks)" }
            parts += person.preferences.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        }
        parts += description.demands.map {
            "\($0.host) \($0.wanted.specialty?.text ?? "") \($0.count) \($0.days.first?.number ?? 0)"
        }
        parts += description.departmentMinimums.map { "\($0.specialty) \($0.minimumPresent)" }
        let weeks = description.calendar.weeks
        parts += description.referrals.map { "\($0.clinic) \($0.specialty) \($0.perWeek[weeks.lowerBound])" }
        parts += description.generalDemand.map { demand in
            "\(demand.specialty) \(weeks.map { demand.perWeek[$0] })"
        }
        parts += description.resources.flatMap { resource in
            resource.referrals.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value[weeks.lowerBound])" }
        }
        return parts.joined(separator: "\n").utf8.reduce(0xCBF2_9CE4_8422_2325) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
    }

    @Test func someFloorsBind() throws {
        let draft = try InstanceGenerator(.ladder(.county, .tight)).draft()
        let nobodySent = try Attendance(
            Roster(plans: draft.witness.map { _ in Plan() }, slots: SlotPlan(entries: [])),
            in: Instance(draft.description))
        let floors = MidTitleFloor().violations(in: nobodySent)
        #expect(Set(floors.map(\.tag.subject)).count >= 2)
    }

    @Test func tightInstancesWantMoreAndAllowLess() throws {
        let loose = try Instance(InstanceGenerator(.ladder(.county, .loose)).description())
        let tight = try Instance(InstanceGenerator(.ladder(.county, .tight)).description())
        func personWeeks(_ instance: Instance) -> Int {
            instance.demands.reduce(0) { $0 + $1.count * instance.weeks(of: $1).count }
        }
        func kept(_ instance: Instance) -> Int {
            instance.description.departmentMinimums.reduce(0) { $0 + $1.minimumPresent }
        }
        #expect(personWeeks(tight) > personWeeks(loose))
        #expect(kept(tight) > kept(loose))
    }

    @Test func hasEveryKindOfData() throws {
        let options = Options(
            people: 300, clinics: 16, specialties: 20, weeks: 52, tightness: .tight, communities: 2)
        let description = try InstanceGenerator(options).description()
        let people = description.people
        #expect(people.allSatisfy { $0.limits[.temporary] != nil })
        #expect(people.contains { $0.history.underWay != nil })
        #expect(people.contains { $0.history.weeksSincePosting != nil })
        #expect(people.contains { $0.minimumAway > 0 })
        #expect(people.contains { !$0.pins.isEmpty })
        #expect(people.contains { !$0.preferences.isEmpty })
        #expect(people.allSatisfy { $0.preferences.values.allSatisfy { $0 > .zero } })
        #expect(people.contains { $0.specialties.count > 1 })
        #expect(people.count { !$0.leave.isEmpty } > 250)
        #expect(Set(people.map(\.title)) == [.junior, .intermediate, .associateSenior, .senior])
        #expect(description.sites.contains { $0.staff.count > 1 })
        #expect(description.links.contains { !$0.isApproved && $0.kind == .specialtyAlliance })
        #expect(description.demands.contains { $0.priority > 1 })
        #expect(description.departmentMinimums.contains { $0.leastTitle == .associateSenior })
        #expect(!description.referrals.isEmpty && description.resources.count == 4)
        #expect(
            description.generalDemand.contains { if case .byWeek = $0.perWeek { true } else { false } })
    }

    @Test func survivesAFile() throws {
        let options = Options(
            people: 60, clinics: 6, specialties: 9, weeks: 30, tightness: .tight, communities: 2)
        let file = try InstanceFile.write(InstanceGenerator(options).description())
        let again = try InstanceFile.write(InstanceFile.read(file).description)
        #expect(again == file)
    }

    @Test func namesEveryOptionOutOfRange() {
        let options = Options(
            people: 1, clinics: 0, specialties: 25, weeks: 3, communities: 9, juniorPercent: 61)
        #expect(throws: InstanceGenerator.InvalidOptions.self) { _ = try InstanceGenerator(options) }
        #expect(
            options.faults.map(\.path) == [
                "people", "clinics", "specialties", "weeks", "communities", "juniorPercent",
            ])
        #expect(options.faults[0].message.english == "must be a whole number from 2 to 10000")
        #expect(Options().faults.isEmpty)
    }
}
