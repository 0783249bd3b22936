import Testing

@testable import Rostering

@Suite struct RetiredExpertsTests {
    /// p1 is retired, p2 is not; two to four weeks are meant.
    private func small(least: Int = 2, most: Int = 4) throws -> Instance {
        var retired = visitor("p1")
        retired.commitments.isRetired = true
        retired.limits[.training] = free
        return try instance(
            links: dutyLinks() + [
                Link(from: "h", to: "g", kind: .alliance, postingKinds: [.temporary], isApproved: true)
            ],
            people: [retired, visitor("p2")]
        ) {
            $0[RetiredExperts.self].enforcement.isOn = true
            ($0[RetiredExperts.self].leastWeeks, $0[RetiredExperts.self].mostWeeks) = (least, most)
        }
    }

    private func missed(
        _ instance: Instance, _ stays: [Stay] = [], visits: [Int: [SiteID: Int]] = [:]
    ) throws -> Int {
        let roster = try instance.roster(["p1": stays], visits: ["p1": visits])
        #expect(instance.rowsAgree(on: RetiredExperts.self, roster))
        return instance.violations(of: RetiredExperts.self, roster).reduce(0) { $0 + $1.amount }
    }

    @Test(arguments: [(0, 2), (1, 1), (2, 0), (3, 0), (4, 0), (5, 1), (8, 4)])
    func betweenTheBounds(weeks: Int, expected: Int) throws {
        #expect(try missed(small(), weeks == 0 ? [] : [.at("c1", 0..<weeks)]) == expected)
    }

    @Test func whatCounts() throws {
        let instance = try small()
        // Visits count, at two hosts twice.
        #expect(try missed(instance, visits: [0: ["c1": 1]]) == 1)
        #expect(try missed(instance, visits: [0: ["c1": 1, "c2": 1]]) == 0)
        #expect(try missed(instance, [.at("c2", 0..<1)], visits: [3: ["c1": 2]]) == 0)
        // A hospital is no grass roots, and training no service.
        #expect(try missed(instance, [.at("g", 0..<3)]) == 2)
        #expect(try missed(instance, [.at("c1", 0..<3, .training)]) == 2)
        #expect(try instance.violations(of: RetiredExperts.self).map(\.cost) == [Cost(40)])
    }

    @Test func boundsThatNothingMisses() throws {
        #expect(try missed(small(least: 0, most: 520)) == 0)
        #expect(try small(least: 0, most: 520).policy[RetiredExperts.self].applies(to: small()))
        // Crossed bounds leave the distance to the farther one.
        #expect(try missed(small(least: 3, most: 1), [.at("c1", 0..<2)]) == 1)
        let nobody = try small().changed { $0.people[0].commitments.isRetired = false }
        #expect(try missed(nobody) == 0)
        #expect(!RetiredExperts().applies(to: nobody))
        #expect(RetiredExperts().requirements(for: nobody).rows.isEmpty)
    }

    /// A posting that a retired expert owes costs a start.
    @Test func againstPostingStarts() throws {
        let stays: [PersonID: [Stay]] = ["p1": [.at("c1", 0..<2)]]
        #expect(try small().violations(of: RetiredExperts.self, stays).isEmpty)
        #expect(try small().violations(of: PostingStart.self, stays).count == 1)
    }

    @Test func toldInBothLanguages() throws {
        #expect(
            try small().told(RetiredExperts.self)
                == Text(
                    "p1 is retired and serves 2 weeks too few or too many at the grass roots, of 2 to 4",
                    "p1为离退休专家，下乡周数应为2至4周，相差2周"))
    }
}
