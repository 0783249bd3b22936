import Testing

@testable import Rostering

@Suite struct DirectedPostsTests {
    /// A tertiary hospital t that sends people to h, g's clinic d and, to learn from each other, to tertiary u; some of its people are directed.
    private func small(posts: Int?, directed: Int, others: Int = 1) throws -> Instance {
        let hospitals = ["t", "u"].map {
            Site(
                id: $0, name: Text("site \($0)", "机构\($0)"), level: .tertiary,
                approvedPosts: $0 == "t" ? posts : nil)
        }
        let people = (0..<(directed + others)).map { number in
            var somebody = person(
                PersonID("t\(number)"), employer: "t", limits: [.temporary: free, .training: free])
            somebody.commitments.isDirected = number < directed
            return somebody
        }
        let links = [
            Link(from: "t", to: "h", kind: .alliance), Link(from: "t", to: "d", kind: .tcmCircuit),
            Link(from: "t", to: "u", kind: .pairing),
            Link(from: "t", to: "h", kind: .training, postingKinds: [.training]),
        ]
        return try instance(sites: tinySites() + hospitals, links: tinyLinks() + links, people: people) {
            $0[DirectedPosts.self].enforcement.isOn = true
        }
    }

    /// Everyone directed serves at h in one week.
    private func served(_ directed: Int) -> [PersonID: [Stay]] {
        Dictionary(
            uniqueKeysWithValues: (0..<directed).map { (PersonID("t\($0)"), [.at("h", $0..<($0 + 1))]) })
    }

    /// Between 1 % and 2 % in whole posts; where none lies between, satisfied with a warning.
    @Test(arguments: [
        (60, 0, 1), (60, 1, 0), (60, 2, 1), (100, 0, 1), (100, 1, 0), (100, 2, 0), (100, 3, 1), (101, 1, 1),
        (101, 2, 0), (250, 2, 1), (250, 5, 0), (250, 6, 1), (50, 1, 0), (50, 2, 1), (49, 0, 0), (49, 3, 0),
        (1, 1, 0), (0, 0, 0), (0, 1, 1),
    ])
    func theNumberOfPosts(posts: Int, directed: Int, missing: Int) throws {
        let instance = try small(posts: posts, directed: directed)
        let roster = try instance.roster(served(directed))
        let found = instance.violations(of: DirectedPosts.self, roster)
        #expect(found.map(\.amount) == (missing > 0 ? [missing] : []))
        #expect(found.allSatisfy { $0.cost == missing * Cost(50) && !$0.isHard })
        #expect(instance.rowsAgree(on: DirectedPosts.self, roster))
        let warnings = DirectedPosts().warnings(in: Attendance(roster, in: instance))
        #expect(warnings.isEmpty == !(1...49).contains(posts))
    }

    @Test func parametersMoveTheShares() throws {
        let wide = try small(posts: 40, directed: 3).changed {
            $0.policy[DirectedPosts.self].leastPercent = 5
            $0.policy[DirectedPosts.self].mostPercent = 7
        }
        #expect(wide.policy[DirectedPosts.self].legalCounts(among: 40) == 2...2)
        #expect(try wide.violations(of: DirectedPosts.self, served(3)).map(\.amount) == [1])
    }

    /// A week at a site that is not tertiary serves the county; training there or a tertiary host does not.
    @Test func directedPeopleServeInTheCounty() throws {
        let instance = try small(posts: nil, directed: 1)
        for (stays, missing) in [
            ([], 1), ([.at("h", 7..<8)], 0), ([.at("d", 0..<1)], 0), ([.at("u", 0..<8)], 1),
            ([.at("h", 0..<3, .training)], 1), ([.at("u", 0..<3), .at("d", 5..<6)], 0),
        ] as [([Stay], Int)] {
            let roster = try instance.roster(["t0": stays])
            #expect(
                instance.violations(of: DirectedPosts.self, roster).map(\.amount) == (missing > 0 ? [1] : []))
            #expect(instance.rowsAgree(on: DirectedPosts.self, roster))
        }
    }

    @Test func wording() throws {
        let short = try small(posts: 250, directed: 0).told(DirectedPosts.self)
        #expect(short.english == "site t: 3 to 5 of its 250 posts serve the county; off by 3")
        #expect(short.chinese == "机构t250名编制中县域定向岗位应为3至5个，相差3个")
        let idle = try small(posts: nil, directed: 1).told(DirectedPosts.self)
        #expect(idle.english == "t0 holds a post directed at the county and never serves there")
        #expect(idle.chinese == "t0为县域定向人员，但未到县域服务")
        let instance = try small(posts: 40, directed: 0)
        let warnings = DirectedPosts().warnings(in: Attendance(try instance.roster(), in: instance))
        #expect(warnings.map(\.english) == ["site t: no whole number lies between 1 % and 2 % of 40 posts"])
        #expect(warnings.map(\.chinese) == ["机构t：40名编制的1%至2%之间没有整数"])
    }

    /// Whoever serves in the county is missed at the hospital.
    @Test func againstTheDepartmentMinimum() throws {
        let instance = try small(posts: 100, directed: 1).changed {
            $0.departmentMinimums = [
                DepartmentMinimum(hospital: "t", specialty: "cardiology", minimumPresent: 2)
            ]
        }
        #expect(try instance.violations(of: DirectedPosts.self).map(\.amount) == [1])
        #expect(try instance.amounts(of: DepartmentPresence.self) == [:])
        #expect(try instance.violations(of: DirectedPosts.self, served(1)).isEmpty)
        #expect(try instance.amounts(of: DepartmentPresence.self, served(1)) == [0: 1])
    }
}
