import Rostering
import Testing

@Suite struct RemoteDutyCoverTests {
    private func small(count: Int = 1) throws -> Instance {
        try instance(weeks: 4, people: [person("p1"), person("p2")]).changed {
            $0.remoteDuties = [
                RemoteDuty(
                    id: "ecg", name: Text("ECG", "心电"), hospital: "h",
                    wanted: PersonFilter(specialty: "cardiology"), count: count)
            ]
        }
    }

    @Test func everyWeekIsCovered() throws {
        let instance = try small()
        func amounts(_ weeks: [PersonID: [Int]]) throws -> [Int?: Int] {
            instance.amounts(of: RemoteDutyCover.self, try instance.roster(onRemoteDuty: weeks))
        }
        #expect(try amounts([:]) == [0: 1, 1: 1, 2: 1, 3: 1])
        #expect(try amounts(["p1": [0, 1, 3]]) == [2: 1])
        #expect(try amounts(["p1": [0, 1], "p2": [2, 3]]) == [:])
        // More than enough does not make up for another week.
        #expect(try amounts(["p1": [0, 1], "p2": [0, 1]]) == [2: 1, 3: 1])
    }

    @Test func asManyAsWanted() throws {
        let instance = try small(count: 2)
        let roster = try instance.roster(onRemoteDuty: ["p1": [0, 1, 2, 3], "p2": [1]])
        #expect(instance.amounts(of: RemoteDutyCover.self, roster) == [0: 1, 2: 1, 3: 1])
        #expect(
            instance.violations(of: RemoteDutyCover.self, roster).map(\.cost) == [
                Cost(50), Cost(50), Cost(50),
            ])
    }

    /// A duty in a week of a posting does not count.
    @Test func onlyAtHome() throws {
        let instance = try small()
        let roster = try instance.roster(["p1": [.at("c1", 1..<3)]], onRemoteDuty: ["p1": [0, 1, 2, 3]])
        #expect(instance.amounts(of: RemoteDutyCover.self, roster) == [1: 1, 2: 1])
    }

    @Test func toldInBothLanguages() throws {
        let instance = try small(count: 2)
        let found = instance.violations(of: RemoteDutyCover.self, try instance.roster(onRemoteDuty: [:]))
        #expect(
            found.first.map { RemoteDutyCover().wording(of: $0, in: instance) }
                == Text("site h needs 2 on remote duty for ECG; 2 missing", "机构h心电远程值班需要2人，缺2人"))
    }

    /// One cardiologist cannot be at the clinic and on call.
    @Test func againstCoverage() throws {
        let instance = try small().changed {
            $0.people.removeLast()
            $0.demands = [Demand(host: "c1", wanted: PersonFilter())]
        }
        let posted = try instance.roster(["p1": [.at("c1", 0..<4)]], onRemoteDuty: [:])
        #expect(instance.violations(of: Coverage.self, posted).isEmpty)
        #expect(instance.violations(of: RemoteDutyCover.self, posted).count == 4)
        let onCall = try instance.roster(onRemoteDuty: ["p1": [0, 1, 2, 3]])
        #expect(instance.violations(of: Coverage.self, onCall).count == 4)
        #expect(instance.violations(of: RemoteDutyCover.self, onCall).isEmpty)
    }
}
