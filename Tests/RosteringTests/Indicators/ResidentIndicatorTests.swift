import Testing

@testable import Rostering

@Suite("Indicators of residents")
struct ResidentIndicatorTests {
    private static func attendance(
        _ titles: [Title], profession: Profession = .doctor, level: Site.Level = .secondary,
        policy: (inout Policy) -> Void = { _ in }
    ) throws -> Attendance {
        let people = titles.enumerated().map { index, title in
            person(
                PersonID("p\(index)"), profession: profession, title: title,
                limits: [.resident: free, .temporary: free])
        }
        var sites = tinySites()
        sites[0].level = level
        let instance = try instance(sites: sites, people: people, policy: policy)
        // Everyone is resident in all weeks; the last person only from week 2 on, and posted temporarily before.
        var stays: [PersonID: [Stay]] = [:]
        for (index, person) in people.enumerated() {
            stays[person.id] =
                index < people.count - 1
                ? [.at("c1", 0..<8, .resident)] : [.at("c1", 0..<2), .at("c1", 2..<8, .resident)]
        }
        return try instance.attendance(stays)
    }

    @Test("Residents in the week with the fewest: a secondary hospital needs three, a tertiary one five")
    func count() throws {
        let three = try Self.attendance([.junior, .junior, .junior, .junior])
        #expect(three.values(of: ResidentsIndicator())["h"]?.value == Fraction(3))
        #expect(three.values(of: ResidentsIndicator())["h"]?.verdict == .met)
        #expect(three.values(of: ResidentsIndicator())["g"]?.value == Fraction(0))
        let two = try Self.attendance([.junior, .junior, .junior])
        #expect(two.values(of: ResidentsIndicator())["h"]?.verdict == .missed)
        let tertiary = try Self.attendance([.junior, .junior, .junior, .junior, .junior], level: .tertiary)
        #expect(tertiary.values(of: ResidentsIndicator())["h"]?.verdict == .missed)
    }

    @Test("The policy's own numbers and reading of a majority bind where its rules are on")
    func policy() throws {
        let attendance = try Self.attendance([.intermediate, .junior, .intermediate]) {
            $0[ResidentQuota.self].enforcement.isOn = true
            $0[ResidentQuota.self].secondary = 2
            $0[ResidentComposition.self].enforcement.isOn = true
            $0[ResidentComposition.self].reading = .half
        }
        let count = attendance.values(of: ResidentsIndicator())["h"]
        #expect(count?.verdict == .met)
        #expect(count?.isEnforced == true)
        // One of two in the least weeks: half, though no majority.
        let majority = attendance.values(of: ResidentMajorityIndicator())["h, doctor"]
        #expect(majority?.verdict == .met)
        #expect(majority?.isEnforced == true)
        let off = try Self.attendance([.junior]).values(of: ResidentsIndicator())["h"]
        #expect(off?.isEnforced == false)
    }

    @Test("Hospitals that no link lets send residents are not asked for them")
    func notAsked() throws {
        let instance = try instance(links: tinyLinks(kinds: [.temporary]))
        #expect(try instance.attendance().values(of: ResidentsIndicator()).isEmpty)
    }

    @Test(
        "A majority is more than half, in the week where it is least; the title depends on profession and hospital",
        arguments: [
            ([.intermediate, .junior, .intermediate], .doctor, .secondary, Fraction(1, 2), false),
            ([.intermediate, .intermediate, .junior], .doctor, .secondary, Fraction(2, 3), true),
            ([.intermediate, .intermediate, .associateSenior], .doctor, .tertiary, Fraction(0), false),
            ([.associateSenior, .senior, .intermediate], .doctor, .tertiary, Fraction(2, 3), true),
            ([.junior, .junior, .assistant], .nurse, .secondary, Fraction(2, 3), true),
            ([.junior, .junior, .junior], .nurse, .tertiary, Fraction(0), false),
        ] as [([Title], Profession, Site.Level, Fraction, Bool)])
    func majority(
        _ titles: [Title], _ profession: Profession, _ level: Site.Level, _ share: Fraction, _ isMet: Bool
    ) throws {
        let values = try Self.attendance(titles, profession: profession, level: level)
            .values(of: ResidentMajorityIndicator())
        let value = values["h, \(profession.wording.english)"]
        #expect(value?.value == share)
        #expect(value?.verdict == (isMet ? .met : .missed))
        let other: Profession = profession == .doctor ? .nurse : .doctor
        #expect(values["h, \(other.wording.english)"]?.verdict == IndicatorValue.Verdict.none)
    }

    @Test("The shortest resident posting, against the term where the rule is on")
    func term() throws {
        let free = try Self.attendance([.junior, .junior])
        #expect(free.values(of: ResidentTermIndicator())["h"]?.value == Fraction(6))
        #expect(free.values(of: ResidentTermIndicator())["h"]?.isEnforced == false)
        let bound = try Self.attendance([.junior, .junior]) {
            $0[ResidentTerm.self].enforcement.isOn = true
            $0[ResidentTerm.self].weeks = 6
        }
        #expect(bound.values(of: ResidentTermIndicator())["h"]?.isEnforced == true)
        #expect(bound.values(of: ResidentTermIndicator())["h"]?.verdict == .met)
        #expect(bound.values(of: ResidentTermIndicator())["g"]?.value == nil)
    }
}
