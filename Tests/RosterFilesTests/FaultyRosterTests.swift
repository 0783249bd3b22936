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
        (#""slots": ["#, #""visits": [1], "slots": ["#, ["wrongType visits[0]"]),
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

    @Test("a pool left out is named")
    func poolLeftOut() throws {
        let text = #"{"format": "rota-roster/1", "postings": [], "slots": []}"#
        let faults = try Samples.faults(ofRoster: text)
        #expect(faults.map(\.line) == ["missingKey slots", "missingKey slots"])
        #expect(faults.map(\.value) == ["lead cardiology", "lead ct"])
    }
}
