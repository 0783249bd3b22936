import Foundation
import Rostering
import Testing

@testable import RosterFiles

/// Changes of the sample roster, and the faults that reading it gives.
enum FaultyRoster {
    static let samples: [(old: String, new: String, faults: [String])] = [
        (#""rota-roster/1""#, #""rota-roster/9""#, ["unknownFormat format"]),
        (#""person": "p1""#, #""person": "p7""#, ["unknownPerson postings[0].person"]),
        (#""host": "east""#, #""host": "esat""#, ["unknownSite postings[0].host"]),
        (#""temporary""#, #""temporal""#, ["unknownWord postings[0].kind"]),
        ("2022-07-18", "2022-07-19", ["wrongWeekday postings[0].from"]),
        ("2022-08-14", "2022-08-13", ["wrongWeekday postings[0].to"]),
        ("2022-08-14", "2022-07-17", ["datesReversed postings[0].to"]),
        ("2022-08-14", "2022-09-04", ["outsideHorizon postings[0].to"]),
        ("2022-07-18", "2022-06-27", ["outsideHorizon postings[0].from"]),
        ("2022-07-18", "soon", ["notADate postings[0].from"]),
        ("sessions\": 1}", "sessions\": 1}, 1", ["wrongType visits[1]"]),
        (#""week": "2022-07-11""#, #""week": "2022-07-12""#, ["wrongWeekday visits[0].week"]),
        (#""week": "2022-07-11""#, #""week": "2022-08-29""#, ["outsideHorizon visits[0].week"]),
        (#""sessions": 1"#, #""sessions": 0"#, ["outOfRange visits[0].sessions"]),
        (#""sessions": 2"#, #""sessions": 15"#, ["outOfRange visits[1].sessions"]),
        (#""host": "west""#, #""host": "east""#, ["duplicateEntry visits[1]"]),
        (
            #"{"person": "p1", "host": "west", "week": "2022-07-11", "sessions": 2}"#,
            #"{"person": "px", "host": "north", "week": "then", "sessions": "two"}"#,
            [
                "unknownPerson visits[1].person", "unknownSite visits[1].host", "notADate visits[1].week",
                "wrongType visits[1].sessions",
            ]
        ),
        (#""duty": "ecg""#, #""duty": "eeg""#, ["unknownRemoteDuty remoteDuty[0].duty"]),
        (#""duty": "ecg", "week""#, #""week""#, ["missingKey remoteDuty[0].duty"]),
        ("2022-08-15", "2022-08-14", ["wrongWeekday remoteDuty[0].week"]),
        ("2022-08-15", "2022-06-27", ["outsideHorizon remoteDuty[0].week"]),
        (#""slots": ["#, #""training": [], "slots": ["#, ["unknownKey training"]),
        (#""resource": "ct""#, #""resource": "mr""#, ["unknownDepartment slots[1]"]),
        (#""resource": "ct""#, #""specialty": "cardiology""#, ["duplicateEntry slots[1]"]),
        ("[16, 16, 0, 0, 0, 0, 16, 16],", "[16, 16],", ["wrongLength slots[0].reserved"]),
        ("[12, 12, 0", "[12, -12, 0", ["outOfRange slots[0].referralsServed[1]"]),
        ("[12, 12, 0", #"[12, "x", 0"#, ["wrongType slots[0].referralsServed[1]"]),
        (#""split": {"east": [16"#, #""split": {"lead": [16"#, ["unknownSite slots[0].split.lead"]),
        (
            #""generalServed": [40"#, #""general": [40"#,
            ["unknownKey slots[1].general", "missingKey slots[1].generalServed"]
        ),
    ]
}

@Suite("Faulty roster files") struct FaultyRosterTests {
    @Test("each change gives its faults", arguments: FaultyRoster.samples.indices)
    func faults(sample: Int) throws {
        let (old, new, faults) = FaultyRoster.samples[sample]
        let text = Samples.roster.replacing(old, with: new, maxReplacements: 1)
        try #require(text != Samples.roster)
        #expect(try Samples.faults(ofRoster: text).map(\.line) == faults)
    }

    @Test(
        "a day that names no week is told what would: whole weeks of postings, the Monday of a week at home")
    func weekdays() throws {
        func message(_ old: String, _ new: String) throws -> Text? {
            let text = Samples.roster.replacing(old, with: new, maxReplacements: 1)
            return try Samples.faults(ofRoster: text).first?.message
        }
        let posting = try message("2022-07-18", "2022-07-19")
        #expect(
            posting?.english == "2022-07-19 is not a Monday; postings last whole weeks, Monday to Sunday.")
        let visit = try message("2022-07-11", "2022-07-12")
        #expect(visit?.english == "2022-07-12 is not a Monday; a week is named by its Monday.")
        #expect(visit?.chinese == "2022-07-12不是星期一；一周以其星期一的日期表示。")
    }

    @Test("a mistyped remote duty gets a suggestion")
    func suggestion() throws {
        let faults = try Samples.faults(ofRoster: Samples.roster.replacing(#""ecg""#, with: #""egc""#))
        #expect(faults.map(\.value) == ["egc"])
        #expect(faults.first?.message.english.hasSuffix("Maybe 'ecg'?") == true)
    }

    @Test("a pool left out is named")
    func poolLeftOut() throws {
        let text = #"{"format": "rota-roster/1", "postings": [], "slots": []}"#
        let faults = try Samples.faults(ofRoster: text)
        #expect(faults.map(\.line) == ["missingKey slots", "missingKey slots"])
        #expect(faults.map(\.value) == ["lead cardiology", "lead ct"])
    }
}
