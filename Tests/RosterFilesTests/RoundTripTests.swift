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
        let visits = [Visit(host: SiteIndex(1), sessions: 1), Visit(host: SiteIndex(2), sessions: 2)]
        #expect(
            roster.plans[0].homeWeeks == [
                Plan.HomeWeek(week: Week(1), duty: .visits(visits)),
                Plan.HomeWeek(week: Week(6), duty: .remote(RemoteDutyIndex(0))),
            ])
        #expect(roster.slots[PoolIndex(0), Week(1)].split == [16, 0])
        #expect(String(decoding: RosterFile.write(roster, in: instance), as: UTF8.self) == Samples.roster)
    }

    @Test("a roster without slots gets the cheapest slot plan")
    func slotsLeftOut() throws {
        let instance = try InstanceFile.read(Data(Samples.instance.utf8))
        let text = #"{"format": "rota-roster/1", "postings": [], "visits": []}"#
        let roster = try RosterFile.read(Data(text.utf8), for: instance)
        #expect(roster.slots == .cheapest(for: [Plan(), Plan()], in: instance))
        #expect(Audit(of: roster, in: instance).isFeasible == false)  // The clinic lacks a mid-title person.
    }

    @Test("any description survives writing and reading, whatever its numbers", arguments: 1...60)
    func random(seed: UInt64) throws {
        var random = RandomDescription(seed: seed)
        let description = random.description()
        let bytes = InstanceFile.write(description)
        let log = FaultLog()
        let json = JSONReader(value: try JSONValue(file: bytes, log: log), path: .root, log: log)
        let copy = InstanceDescription(reading: json, packs: .none)
        #expect(log.faults.map(\.line) == [])
        #expect(InstanceFile.write(copy) == bytes)
        #expect(Self.parts(of: copy) == Self.parts(of: description))
    }

    /// All parts of a description but the policy, whose rules are compared as they are written.
    private static func parts(of description: InstanceDescription) -> [AnyHashable] {
        [
            description.name, description.provenance, description.calendar, description.specialties,
            description.sites, description.links, description.people, description.demands,
            description.departmentMinimums, description.referrals, description.generalDemand,
            description.resources, description.remoteDuties, description.visitsWanted,
            description.namedPosts, description.teams, description.trainingSeats,
            description.establishments, description.targets, description.priorityWeights,
        ]
    }

    @Test("any roster survives writing and reading, whatever rules it breaks", arguments: 1...60)
    func randomRoster(seed: UInt64) throws {
        let instance = try InstanceFile.read(Data(Samples.instance.utf8))
        var random = RandomDescription(seed: seed)
        let roster = random.roster(of: instance)
        let bytes = RosterFile.write(roster, in: instance)
        let copy = try RosterFile.read(bytes, for: instance)
        #expect(copy == roster)
        #expect(RosterFile.write(copy, in: instance) == bytes)
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
