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
            ("duties.json", "remoteDuties[2].hospital", "Maybe 'lead'?"),
            ("duties.json", "namedPosts[1].kind", "Maybe 'dean'?"),
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
        "duties.json": [
            "outOfRange sites[1].remotenessWeight",
            "wrongLevel sites[1].approvedPosts",
            "malformedIdentifier sites[1].county",
            "wrongLevel sites[1].ordinarySessions",
            "outOfRange sites[2].remotenessWeight",
            "outOfRange sites[3].approvedPosts",
            "wrongLevel sites[3].servesStreet",
            "outOfRange sites[3].ordinarySessions",
            "wrongUse links[0].postingKinds[1]",
            "empty links[1].postingKinds",
            "wrongUse links[2].postingKinds[0]",
            "wrongUse links[2].visits",
            "wrongUse links[3].postingKinds[1]",
            "wrongUse links[3].visits",
            "wrongLevel links[4].to",
            "notADate people[0].commitments.boundUntil",
            "outOfRange people[0].visits.sessionsPerWeek",
            "outOfRange people[0].visits.hostsPerWeek",
            "outOfRange people[0].limits.training.maximumWeeks",
            "outOfRange people[0].history.turns",
            "outOfRange people[0].history.turnsInARow",
            "outOfRange people[0].history.serviceDays",
            "outOfRange people[1].visits.sessionsPerWeek",
            "outOfRange people[1].visits.hostsPerWeek",
            "unknownKey people[2].commitments.veteran",
            "wrongType people[2].commitments.grassRootsOnly",
            "wrongType people[2].commitments.retired",
            "missingKey people[3].visits.sessionsPerWeek",
            "outOfRange remoteDuties[0].count",
            "outOfRange remoteDuties[1].wanted.leastTitle",
            "duplicateIdentifier remoteDuties[1].id",
            "wrongLevel remoteDuties[1].hospital",
            "unknownSpecialty remoteDuties[1].wanted.specialty",
            "unknownKey remoteDuties[2].wanted.title",
            "malformedIdentifier remoteDuties[2].id",
            "unknownSite remoteDuties[2].hospital",
            "outOfRange visitsWanted[0].sessions",
            "outOfRange visitsWanted[0].everyWeeks",
            "outOfRange visitsWanted[0].longestGap",
            "unknownSite visitsWanted[1].host",
            "unknownSpecialty visitsWanted[1].wanted.specialty",
            "outOfRange visitsWanted[1].longestGap",
            "missingKey visitsWanted[2].everyWeeks",
            "empty namedPosts[0].employers",
            "unknownWord namedPosts[1].kind",
            "duplicateIdentifier namedPosts[1].id",
            "unknownSite namedPosts[1].site",
            "unknownSpecialty namedPosts[1].wanted.specialty",
            "outOfRange namedPosts[1].minimumWeeks",
            "unknownWord namedPosts[2].holding",
            "unknownSite namedPosts[2].employers[2]",
            "duplicateEntry namedPosts[2].employers[1]",
            "empty teams[0].roles",
            "duplicateIdentifier teams[1].id",
            "duplicateEntry teams[1].roles[0].people[2]",
            "outOfRange teams[1].roles[0].count",
            "duplicateEntry teams[1].roles[1].people[1]",
            "outOfRange teams[1].roles[1].count",
            "empty teams[1].roles[2].people",
            "wrongLevel trainingSeats[0].hospital",
            "unknownSpecialty trainingSeats[1].specialty",
            "outOfRange trainingSeats[1].seats",
            "duplicateEntry trainingSeats[3]",
            "unknownSpecialty trainingPriorities[1].specialty",
            "unknownWord trainingPriorities[2].profession",
            "empty establishments[0].levels",
            "duplicateEntry establishments[1].lead",
            "outOfRange establishments[1].levels[0].approved",
            "outOfRange establishments[1].levels[0].filled",
            "missingKey establishments[1].levels[1].from",
            "datesReversed establishments[1].levels[2].from",
            "missingKey establishments[2].levels[0].filled",
            "wrongLevel establishments[2].lead",
            "empty targets[0].clinics",
            "outOfRange targets[0].percent",
            "unknownWord targets[1].kind",
            "notADate targets[1].by",
            "duplicateIdentifier targets[1].id",
            "wrongLevel targets[1].clinics[1]",
            "unknownSite targets[1].clinics[3]",
            "duplicateEntry targets[1].clinics[2]",
            "outOfRange targets[1].percent",
            "empty priorityWeights[0].sites",
            "empty priorityWeights[0].specialties",
            "outOfRange priorityWeights[0].factor",
            "unknownSite priorityWeights[1].sites[2]",
            "duplicateEntry priorityWeights[1].sites[1]",
            "unknownSpecialty priorityWeights[1].specialties[2]",
            "duplicateEntry priorityWeights[1].specialties[1]",
            "outOfRange priorityWeights[1].factor",
            "missingKey priorityWeights[2].factor",
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
            "unknownWord links[1].kind",
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
        "residents-posts-and-teams.json": [
            "outOfRange people[0].limits.resident.maximumWeeks",
            "noTeam people[3].limits.team",
            "sharedPost namedPosts[1].site",
            "sharedPost namedPosts[2]",
            "sharedPost namedPosts[3]",
            "empty namedPosts[4].employers",
            "outOfRange namedPosts[5]",
            "contradictoryHistory teams[0]",
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
        "titles-and-admissions.json": [
            "wrongType sites[1].staff[1].senior",
            "unknownKey sites[1].staff[2].byProfession.manager",
            "outOfRange sites[1].staff[0].senior",
            "outOfRange sites[1].staff[0].awaitingMidTitle",
            "outOfRange sites[1].staff[1].awaitingMidTitle",
            "missingKey sites[1].staff[2].senior",
            "missingKey sites[1].staff[2].byProfession.nurse.senior",
            "outOfRange sites[1].staff[2].byProfession",
            "outOfRange people[0].awaitsMidTitle",
            "outOfRange people[1].awaitsMidTitle",
            "wrongType people[2].awaitsMidTitle",
            "outOfRange resources[0].admissions",
            "outOfRange resources[1].admissions[1]",
            "wrongLength resources[2].admissions",
            "unknownWord policy.rules.midTitleFloor.technicalStaff",
            "unknownWord policy.rules.midTitleFloor.titleBasis",
            "unknownWord policy.rules.midTitleFloor.counting",
            "unknownWord policy.rules.referralReserve.bedBase",
            "outOfRange policy.rules.referralReserve.releasePercent",
            "outOfRange policy.rules.referralReserve.releaseHours",
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
            "unknownPerson teams[0].roles[0].people[1]",
        ],
    ]
}
