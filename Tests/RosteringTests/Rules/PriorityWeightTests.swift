import Testing

@testable import Rostering

/// What multiplies the weight of coverage: the demand's priority, the host's remoteness and the weights that are for it.
@Suite struct PriorityWeightTests {
    private func small(_ weights: [PriorityWeight], remoteness: Int = 1) throws -> Instance {
        try instance(
            weeks: 1,
            demands: [
                Demand(host: "c1", wanted: PersonFilter(specialty: "cardiology"), priority: 3),
                Demand(host: "c2", wanted: PersonFilter(specialty: "surgery")),
                Demand(host: "c1", wanted: PersonFilter()),
            ]
        ).changed {
            $0.priorityWeights = weights
            $0.sites[1].remotenessWeight = remoteness
        }
    }

    private func priorities(_ instance: Instance) throws -> [Int] {
        let priorities = (0..<3).map { instance.priority(of: DemandIndex($0)) }
        // The checker's cost and the rows' say the same.
        let found = try instance.violations(of: Coverage.self)
        #expect(found.map(\.cost) == priorities.map { $0 * Cost(100) })
        #expect(Coverage().requirements(for: instance).quantities.map(\.cost) == found.map(\.cost))
        return priorities
    }

    @Test func remotenessIsTheHosts() throws {
        #expect(try priorities(try small([])) == [3, 1, 1])
        #expect(try priorities(try small([], remoteness: 4)) == [12, 1, 4])
    }

    @Test func weightsAreForSitesAndSpecialties() throws {
        let weight = PriorityWeight(name: Text("group"), factor: 2)
        func weights(_ sites: [SiteID]?, _ specialties: [SpecialtyID]?) throws -> [Int] {
            var weight = weight
            (weight.sites, weight.specialties) = (sites, specialties)
            return try priorities(try small([weight]))
        }
        #expect(try weights(nil, nil) == [6, 2, 2])
        #expect(try weights(["c1"], nil) == [6, 1, 2])
        // A demand for anybody is for no specialty in particular.
        #expect(try weights(nil, ["cardiology", "surgery"]) == [6, 2, 1])
        #expect(try weights(["c2"], ["cardiology"]) == [3, 1, 1])
    }

    @Test func factorsMultiply() throws {
        let weights = [
            PriorityWeight(name: Text("disease"), specialties: ["cardiology"], factor: 5),
            PriorityWeight(name: Text("group"), sites: ["c1"], factor: 2),
        ]
        #expect(try priorities(try small(weights, remoteness: 3)) == [90, 1, 6])
    }

    @Test func illegalWeights() throws {
        func codes(_ weight: PriorityWeight, remoteness: Int = 1) -> [Fault.Code] {
            do {
                _ = try small([weight], remoteness: remoteness)
                return []
            } catch let invalid as InvalidInstance {
                return invalid.faults.map(\.code)
            } catch {
                return []
            }
        }
        let name = Text("group")
        #expect(codes(PriorityWeight(name: name, factor: 100), remoteness: 100) == [])
        #expect(codes(PriorityWeight(name: name, factor: 0)) == [.outOfRange])
        #expect(codes(PriorityWeight(name: name, factor: 101)) == [.outOfRange])
        #expect(codes(PriorityWeight(name: name, factor: 2), remoteness: 0) == [.outOfRange])
        #expect(codes(PriorityWeight(name: name, sites: ["nowhere"], factor: 2)) == [.unknownSite])
        #expect(
            codes(PriorityWeight(name: name, specialties: ["alchemy"], factor: 2)) == [.unknownSpecialty])
    }

    /// Factors of a hundred each can multiply beyond every number; that is told, not calculated.
    @Test func productsTooLarge() throws {
        let weights = (0..<12).map { _ in PriorityWeight(name: Text("all"), factor: 100) }
        #expect(throws: InvalidInstance.self) { try small(weights, remoteness: 100) }
    }
}
