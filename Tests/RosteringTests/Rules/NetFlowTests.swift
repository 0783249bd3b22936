import Rostering
import Testing

@Suite struct NetFlowTests {
    private func small(_ training: NetFlow.TrainingReading = .unmatched) throws -> Instance {
        try instance(
            sites: staffedSites(), links: dutyLinks() + [Link(from: "c1", to: "c2", kind: .pooling)],
            people: [trainee("t1", of: "c1"), trainee("t2", of: "c1"), person("p1"), person("p2")]
        ) { $0[NetFlow.self].training = training }
    }

    @Test func drawnAgainstSent() throws {
        let instance = try small()
        #expect(try instance.amounts(of: NetFlow.self) == [:])
        #expect(try instance.amounts(of: NetFlow.self, ["t1": [.at("h", 0..<5)]]) == [nil: 5])
        for (sent, excess) in [(0..<4, [nil: 1]), (0..<5, [:]), (3..<8, [:])] as [(Range<Int>, [Int?: Int])] {
            #expect(
                try instance.amounts(of: NetFlow.self, ["t1": [.at("h", 0..<5)], "p1": [.at("c1", sent)]])
                    == excess)
        }
        // Who goes to another clinic is not drawn to a hospital, and who comes from one is not sent by it.
        #expect(try instance.amounts(of: NetFlow.self, ["t1": [.at("c2", 0..<5)]]) == [:])
        #expect(
            try instance.amounts(of: NetFlow.self, ["t1": [.at("h", 0..<5)], "p1": [.at("c2", 0..<5)]]) == [
                nil: 5
            ])
        #expect(
            try instance.violations(of: NetFlow.self, ["t1": [.at("h", 0..<5)]]).map(\.cost) == [Cost(100)])
    }

    /// What is sent makes up for training or for other work, each week once.
    @Test func trainingCountsBeyondItsMatch() throws {
        let stays: [PersonID: [Stay]] = ["t1": [.at("h", 0..<6, .training)], "p1": [.at("c1", 0..<2)]]
        #expect(try small().amounts(of: NetFlow.self, stays) == [nil: 4])
        #expect(try small(.leftOut).amounts(of: NetFlow.self, stays) == [:])
        for (sent, excess) in [(5, [nil: 1]), (6, [:]), (7, [:])] as [(Int, [Int?: Int])] {
            let matched: [PersonID: [Stay]] = [
                "t1": [.at("h", 0..<6, .training)], "p1": [.at("c1", 0..<sent)],
            ]
            #expect(try small().amounts(of: NetFlow.self, matched) == excess)
        }
        // 4 sent match 4 of training; nothing is left to make up for 5 drawn.
        let both: [PersonID: [Stay]] = [
            "t1": [.at("h", 0..<4, .training)], "t2": [.at("h", 0..<5)], "p1": [.at("c1", 0..<4)],
        ]
        #expect(try small().amounts(of: NetFlow.self, both) == [nil: 5])
        #expect(try small(.leftOut).amounts(of: NetFlow.self, both) == [nil: 1])
    }

    /// One clinic is drained by five weeks and its community by one, or not at all without training.
    @Test func theReadingsShowEveryWayOfCounting() throws {
        let instance = try small()
        let roster = try instance.roster([
            "t1": [.at("h", 0..<3)], "t2": [.at("h", 0..<2, .training)], "p1": [.at("c2", 0..<4)],
        ])
        let readings = NetFlow().readings(in: Attendance(roster, in: instance))
        #expect(readings.map(\.amount) == [3, 5, 0, 1])
        #expect(readings.map(\.sites) == [[SiteIndex(1)], [SiteIndex(1)], [], [SiteIndex(0)]])
        #expect(readings.map(\.isEnforced) == [false, true, false, false])
        #expect(Set(readings.map(\.reading.english)).count == 4)
        // Sent back home, the community is drained too: reported at its lead hospital.
        let drained = try instance.roster([
            "t1": [.at("h", 0..<3)], "t2": [.at("h", 0..<2, .training)],
        ])
        let community = NetFlow().readings(in: Attendance(drained, in: instance)).suffix(2)
        #expect(community.map(\.amount) == [3, 5])
        #expect(community.map(\.sites) == [[SiteIndex(0)], [SiteIndex(0)]])
    }

    /// Who is drained is told even where training is left out of the rule.
    @Test func alerts() throws {
        let stays: [PersonID: [Stay]] = ["t1": [.at("h", 0..<6, .training)], "p1": [.at("c1", 0..<2)]]
        for reading in NetFlow.TrainingReading.allCases {
            let instance = try small(reading)
            func alerts(_ stays: [PersonID: [Stay]]) throws -> [Text] {
                instance.policy[NetFlow.self].warnings(
                    in: Attendance(try instance.roster(stays), in: instance))
            }
            #expect(
                try alerts(stays) == [
                    Text(
                        "siphon alert: hospitals draw 4 person-weeks more from site c1 than they send, training included",
                        "虹吸预警：医院从机构c1抽调（含进修）的人周数比下派的多4")
                ])
            #expect(try alerts(["t1": [.at("h", 0..<2, .training)], "p1": [.at("c1", 0..<2)]]).isEmpty)
        }
    }

    @Test func toldInBothLanguages() throws {
        let instance = try small()
        #expect(
            try instance.violations(of: NetFlow.self, ["t1": [.at("h", 0..<5)]]).map {
                NetFlow().wording(of: $0, in: instance)
            } == [
                Text(
                    "hospitals draw 5 person-weeks more from site c1 than they send to it",
                    "医院从机构c1抽调的人周数比下派的多5")
            ])
    }
}
