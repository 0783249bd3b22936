import Testing

@testable import Rostering

@Suite struct GrassRootsOnlyTests {
    /// A hospital's person who is linked to a clinic, a village room, another hospital, and to train at that hospital.
    private func small(isForGrassRoots: Bool = true) throws -> Instance {
        var recruit = person("p1", limits: [.temporary: free, .training: free])
        recruit.commitments.isForGrassRoots = isForGrassRoots
        let village = Site(id: "v", name: Text("site v", "机构v"), level: .village, parent: "c1")
        return try instance(
            sites: tinySites() + [village],
            links: tinyLinks() + [
                Link(from: "h", to: "g", kind: .pairing, isApproved: true), Link(from: "h", to: "v"),
                Link(from: "h", to: "g", kind: .training, postingKinds: [.training]),
            ], people: [recruit, person("free")])
    }

    @Test func onlyAtTheGrassRoots() throws {
        let instance = try small()
        #expect(try instance.amounts(of: GrassRootsOnly.self) == [:])
        #expect(
            try instance.amounts(of: GrassRootsOnly.self, ["p1": [.at("c1", 0..<2), .at("v", 3..<5)]]) == [:])
        #expect(
            try instance.amounts(of: GrassRootsOnly.self, ["p1": [.at("c1", 0..<2), .at("g", 3..<5)]])
                == [3: 1, 4: 1])
        #expect(
            try instance.amounts(of: GrassRootsOnly.self, ["p1": [.at("g", 6..<7, .training)]]) == [6: 1])
        #expect(try instance.amounts(of: GrassRootsOnly.self, ["free": [.at("g", 0..<8)]]) == [:])
    }

    /// What solvers may choose from says the same, worked out another way.
    @Test(arguments: [true, false]) func choices(isForGrassRoots: Bool) throws {
        let instance = try small(isForGrassRoots: isForGrassRoots)
        let hosts = Set(instance.options(of: PersonIndex(0)).map { instance[$0.host].id })
        #expect(hosts == (isForGrassRoots ? ["c1", "c2", "v"] : ["c1", "c2", "v", "g"]))
        #expect(PostingPermissions(instance).mayBePosted(PersonIndex(0)))
    }

    @Test func wording() throws {
        let instance = try small()
        let violation = try instance.violations(of: GrassRootsOnly.self, ["p1": [.at("g", 0..<1)]])[0]
        let told = GrassRootsOnly().wording(of: violation, in: instance)
        #expect(told.english == "p1 was recruited for the grass roots and is posted at site g")
        #expect(told.chinese == "p1为区管基层用人员，但被派驻机构g")
    }

    /// A hospital's demand is no reason to send a recruit there.
    @Test func againstCoverage() throws {
        let instance = try small().changed {
            $0.demands = [Demand(host: "g", wanted: PersonFilter(), count: 2)]
        }
        var stays: [PersonID: [Stay]] = ["free": [.at("g", 0..<8)]]
        #expect(try instance.amounts(of: GrassRootsOnly.self, stays) == [:])
        #expect(try instance.violations(of: Coverage.self, stays).count == 8)
        stays["p1"] = [.at("g", 0..<8)]
        #expect(try instance.violations(of: GrassRootsOnly.self, stays).count == 8)
        #expect(try instance.violations(of: Coverage.self, stays).isEmpty)
    }
}
