import Foundation
import Rostering
import Testing

@testable import RosterFiles

@Suite("Faulty instance files") struct FaultyFileTests {
    @Test("the table has every file")
    func table() throws {
        #expect(try Repository.json(in: "instances/faulty") == Self.expected.keys.sorted())
    }

    @Test("each file has exactly its faults, in the order of its parts", arguments: expected.keys.sorted())
    func faults(file: String) throws {
        let faults = Samples.faults(ofInstance: try Repository.data("instances/faulty/\(file)"))
        #expect(faults.map(\.line) == Self.expected[file])
    }

    @Test(
        "each message is in both languages and shows no name of a person", arguments: expected.keys.sorted())
    func messages(file: String) throws {
        for fault in Samples.faults(ofInstance: try Repository.data("instances/faulty/\(file)")) {
            #expect(fault.message.chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
            #expect(fault.message.english != fault.message.chinese)
            for text in [fault.value, fault.message.english, fault.message.chinese] {
                #expect(!text.contains("张三") && !text.contains("李四"))
            }
        }
    }

    @Test(
        "a mistyped word gets a suggestion",
        arguments: [
            ("unknown-identifiers.json", "people[0].employer", "Maybe 'lead'?"),
            ("unknown-identifiers.json", "people[0].specialties[0]", "Maybe 'cardiology'?"),
            ("keys-and-types.json", "calendar.week", "Maybe 'weeks'?"),
            ("keys-and-types.json", "sites[1].level", "Maybe 'clinic'?"),
            ("policy.json", "policy.rules.midTitleFlor", "Maybe 'midTitleFloor'?"),
            ("policy.json", "policy.rules.midTitleFloor.wieght", "Maybe 'weight'?"),
            ("calendar.json", "calendar.firstDay", "Maybe '2022-07-04'?"),
        ])
    func suggestions(file: String, path: String, suggestion: String) throws {
        let faults = Samples.faults(ofInstance: try Repository.data("instances/faulty/\(file)"))
        let fault = try #require(faults.first { $0.path == path })
        #expect(fault.message.english.hasSuffix(suggestion))
    }

    @Test("the same file gives the same faults")
    func twice() throws {
        let data = try Repository.data("instances/faulty/keys-and-types.json")
        #expect(Samples.faults(ofInstance: data) == Samples.faults(ofInstance: data))
    }

    /// By file: code and place of every fault.
    static let expected: [String: [String]] = [
        "calendar.json": [
            "wrongWeekday calendar.firstDay",
            "outOfRange calendar.weeks",
            "outOfRange calendar.sessionsPerWeek",
            "duplicateEntry calendar.closedDays[1]",
            "wrongWeekday calendar.makeUpDays[0]",
        ],
        "demand.json": [
            "outOfRange demands[0].count",
            "outOfRange demands[1].priority",
            "datesReversed demands[2].to",
            "wrongLevel departmentMinimums[0].hospital",
            "outOfRange departmentMinimums[1].minimumPresent",
            "duplicateEntry departmentMinimums[2]",
            "unknownDepartment departmentMinimums[3]",
            "noCommunity referrals[0].clinic",
            "wrongLength referrals[1].perWeek",
            "wrongLevel referrals[2].hospital",
            "outOfRange referrals[2].perWeek",
            "outOfRange generalDemand[0].perWeek",
            "wrongLevel resources[0].referrals.lead",
            "duplicateEntry resources[1].kind",
        ],
        "format-and-empty.json": [
            "unknownFormat format",
            "empty sites",
            "empty people",
        ],
        "keys-and-types.json": [
            "unknownKey calendar.week",
            "missingKey calendar.weeks",
            "notADate calendar.firstDay",
            "unknownWord sites[1].level",
            "wrongType sites[1].baseline",
            "unknownWord links[0].postingKinds[0]",
            "wrongType people[0].name",
            "outOfRange people[0].title",
            "outOfRange people[0].preferences.east",
            "wrongType people[1]",
            "wrongType demands[0].count",
            "wrongType demands[1]",
            "wrongType referrals",
            "unknownKey staff",
        ],
        "links.json": [
            "twoCommunities links[2].to",
            "wrongLevel links[3].from",
            "empty links[3].postingKinds",
            "empty links[4].specialties",
            "datesReversed links[4].end",
            "duplicateIdentifier links[5].to",
            "duplicateEntry links[5].postingKinds[1]",
            "wrongLevel links[6].to",
        ],
        "people.json": [
            "empty people[0].specialties",
            "duplicateEntry people[0].functions[1]",
            "datesReversed people[0].leave[0].to",
            "outOfRange people[0].sessionsPerWeek",
            "outOfRange people[0].slotsPerSession",
            "outOfRange people[0].limits.temporary.minimumWeeks",
            "outOfRange people[0].limits.resident.maximumWeeks",
            "outOfRange people[0].limits.team.restWeeks",
            "outOfRange people[0].maximumAway",
            "outOfRange people[0].preferences.east",
            "duplicateIdentifier people[1].id",
            "outOfRange people[1].title",
            "outOfRange people[1].history.underWay.weeksServed",
            "contradictoryHistory people[1].history.weeksSincePosting",
        ],
        "pins.json": [
            "contradictoryPins people[0].pins[1]",
            "pinOnLeave people[0].pins[1]",
            "contradictoryPins people[0].pins[2]",
            "contradictoryPins people[0].pins[3]",
            "pinBeyondLimits people[1].pins[1]",
            "unreachableHost people[2].history.underWay.host",
            "unreachableHost people[2].pins[0].host",
            "pinBeyondLimits people[3].history.underWay.kind",
        ],
        "policy.json": [
            "wrongType policy.lexicographic",
            "unknownKey policy.rules.midTitleFlor",
            "wrongEnforcement policy.rules.stayLength.on",
            "wrongEnforcement policy.rules.stayLength.hard",
            "wrongEnforcement policy.rules.rest.weight",
            "outOfRange policy.rules.coverage.weight",
            "unknownKey policy.rules.midTitleFloor.wieght",
            "outOfRange policy.rules.midTitleFloor.percent",
            "unknownWord policy.rules.midTitleFloor.reading",
            "outOfRange policy.rules.midTitleFloor.weight",
            "wrongEnforcement policy.rules.fairness.hard",
        ],
        "sites.json": [
            "duplicateIdentifier specialties[1].id",
            "wrongLevel sites[0].baseline",
            "outOfRange sites[0].travelMinutes.east",
            "duplicateIdentifier sites[0].travelMinutes.lead",
            "outOfRange sites[1].staff[0].midTitle",
            "missingKey sites[1].staff[1].from",
            "outOfRange sites[1].staff[2].technical",
            "datesReversed sites[1].staff[3].from",
            "malformedIdentifier sites[2].id",
            "duplicateIdentifier sites[3].id",
            "wrongLevel sites[3].parent",
        ],
        "totals.json": [
            "totalTooLarge policy"
        ],
        "unknown-identifiers.json": [
            "unknownSite sites[0].travelMinutes.ewst",
            "unknownSite links[1].to",
            "unknownSite people[0].employer",
            "unknownSpecialty people[0].specialties[0]",
            "unknownSite people[1].preferences.eats",
            "unknownSite demands[0].host",
            "unknownSite referrals[0].clinic",
        ],
    ]
}
