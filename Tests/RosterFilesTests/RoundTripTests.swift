import Foundation
import Rostering
import Testing

@testable import RosterFiles

@Suite("Round trips") struct RoundTripTests {
    @Test("an instance read and written gives the same bytes, twice")
    func instance() throws {
        let instance = try InstanceFile.read(Data(Samples.instance.utf8))
        #expect(instance.policy[MidTitleFloor.self].reading == .both)
        #expect(instance.policy[Coverage.self].enforcement == .soft(Cost(thousandths: 120_500)))
        let bytes = InstanceFile.write(instance.description)
        #expect(String(decoding: bytes, as: UTF8.self) == Samples.instance)
        #expect(InstanceFile.write(instance.description) == bytes)
    }

    @Test("a roster read and written gives the same bytes")
    func roster() throws {
        let instance = try InstanceFile.read(Data(Samples.instance.utf8))
        let roster = try RosterFile.read(Data(Samples.roster.utf8), for: instance)
        #expect(roster.plans[0].postings == [Posting(host: SiteIndex(1), weeks: Week(2)..<Week(6))])
        #expect(roster.slots[PoolIndex(0), Week(1)].split == [16])
        #expect(String(decoding: RosterFile.write(roster, in: instance), as: UTF8.self) == Samples.roster)
    }

    @Test("a roster without slots gets the cheapest slot plan")
    func slotsLeftOut() throws {
        let instance = try InstanceFile.read(Data(Samples.instance.utf8))
        let text = #"{"format": "rota-roster/1", "postings": [], "visits": []}"#
        let roster = try RosterFile.read(Data(text.utf8), for: instance)
        #expect(roster.slots == .cheapest(for: [Plan()], in: instance))
        #expect(Audit(of: roster, in: instance).isFeasible == false)  // The clinic lacks a mid-title person.
    }

    @Test("any description survives writing and reading, whatever its numbers", arguments: 1...60)
    func random(seed: UInt64) throws {
        var random = RandomDescription(seed: seed)
        let bytes = InstanceFile.write(random.description())
        let log = FaultLog()
        let json = JSONReader(value: try JSONValue(file: bytes, log: log), path: .root, log: log)
        let copy = InstanceDescription(reading: json, packs: .none)
        #expect(log.faults.map(\.line) == [])
        #expect(InstanceFile.write(copy) == bytes)
    }

    @Test("every instance of the repository is valid and survives writing and reading")
    func repository() throws {
        for folder in ["instances", "instances/tiny", "instances/infeasible"] {
            guard FileManager.default.fileExists(atPath: Repository.url(folder).path()) else { continue }
            for file in try Repository.json(in: folder) {
                let packs = PolicyPackSource.folder(Repository.url(folder))
                let instance = try InstanceFile.read(Repository.data("\(folder)/\(file)"), packs: packs)
                let bytes = InstanceFile.write(instance.description)
                let again = try InstanceFile.read(bytes, packs: packs)
                #expect(InstanceFile.write(again.description) == bytes, "\(file)")
            }
        }
    }
}
