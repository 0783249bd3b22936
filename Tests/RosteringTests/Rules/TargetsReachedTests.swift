import Testing

@testable import Rostering

@Suite struct TargetsReachedTests {
    /// Shares of clinics, as the four counties of Yulin have them.
    @Test(arguments: [
        (15, 95, 15), (28, 30, 9), (28, 60, 17), (28, 85, 24), (28, 95, 27), (22, 50, 11), (22, 95, 21),
        (6, 95, 6), (1, 1, 1), (100, 1, 1), (100, 100, 100),
    ])
    func sharesRoundUp(clinics: Int, percent: Int, wanted: Int) throws {
        let target = DatedTarget(
            id: "t", name: Text("t"), kind: .participation,
            clinics: (0..<clinics).map { SiteID("c\($0)") }, percent: percent, by: try day("2022-07-04"))
        #expect(target.wanted == wanted)
    }

    private func small(
        by date: String, percent: Int = 100, kind: DatedTarget.Kind = .participation, links: [Link] = [],
        history: ServiceHistory = ServiceHistory()
    ) throws -> Instance {
        var visitor = person("p2")
        visitor.visits = VisitLimits(sessionsPerWeek: 2)
        let postable = person("p1", limits: [.temporary: free, .training: free], history: history)
        return try instance(
            links: tinyLinks().map {
                var link = $0
                link.allowsVisits = true
                return link
            } + [Link(from: "h", to: "d", kind: .tcmCircuit, isApproved: true)] + links,
            people: [postable, visitor]
        ) { $0[TargetsReached.self].enforcement.isOn = true }.changed {
            $0.targets = [
                DatedTarget(
                    id: "t1", name: Text("reach", "覆盖"), kind: kind, clinics: ["c1", "c2", "d"],
                    percent: percent, by: try day(date))
            ]
        }
    }

    private func missing(_ instance: Instance, _ roster: Roster) -> Int {
        #expect(instance.rowsAgree(on: TargetsReached.self, roster))
        return instance.violations(of: TargetsReached.self, roster).reduce(0) { $0 + $1.amount }
    }

    /// A posting counts if one of its weeks begins on or before the date.
    @Test(arguments: [("2022-07-17", 1), ("2022-07-18", 0), ("2022-07-20", 0), ("2022-07-10", 2)])
    func postingsUntilTheDate(date: String, expected: Int) throws {
        let instance = try small(by: date, percent: 60)
        let roster = try instance.roster(["p1": [.at("c1", 1..<2), .at("c2", 2..<6), .at("c1", 6..<8)]])
        #expect(missing(instance, roster) == expected)
    }

    @Test(arguments: [(1, 0), (33, 0), (34, 1), (66, 1), (67, 2), (100, 2)])
    func theShareWanted(percent: Int, expected: Int) throws {
        let instance = try small(by: "2022-12-31", percent: percent)
        #expect(missing(instance, try instance.roster(["p1": [.at("c1", 0..<8)]])) == expected)
    }

    @Test func visitsCountAndTrainingDoesNot() throws {
        let instance = try small(by: "2022-07-04")
        var roster = try instance.roster(["p1": [.at("c1", 0..<1, .training)]])
        #expect(missing(instance, roster) == 3)
        let visit = HomeDuty.visits([Visit(host: try #require(instance.site("c2")), sessions: 1)])
        roster.plans[1].homeWeeks = [Plan.HomeWeek(week: Week(0), duty: visit)]
        #expect(missing(instance, roster) == 2)
        roster.plans[1].homeWeeks = [Plan.HomeWeek(week: Week(1), duty: visit)]
        #expect(missing(instance, roster) == 3)
    }

    /// c1 serves a street: with it two of three are wanted, without it two of two.
    @Test(arguments: [(TargetsReached.Streets.counted, 1), (.leftOut, 2)])
    func clinicsOfStreets(streets: TargetsReached.Streets, expected: Int) throws {
        let instance = try small(by: "2022-12-31", percent: 60).changed {
            $0.sites[1].servesStreet = true
            $0.policy[TargetsReached.self].streets = streets
        }
        let roster = try instance.roster(["p1": [.at("c1", 0..<8)]])
        #expect(missing(instance, roster) == expected)
        let readings = instance.policy[TargetsReached.self].readings(in: Attendance(roster, in: instance))
        #expect(readings.map(\.amount) == [1, 2])
        #expect(readings.map(\.isEnforced) == [streets == .counted, streets == .leftOut])
        #expect(Set(readings.map(\.reading.chinese)).count == 2)
        let told = try instance.told(TargetsReached.self).english
        #expect(told.hasSuffix("2 of the 2 clinics wanted not reached"))
        // Without streets there is one reading.
        let plain = try small(by: "2022-12-31")
        #expect(TargetsReached().readings(in: Attendance(try plain.roster(), in: plain)).isEmpty)
        #expect(
            try instance.changed { description in
                for site in 1...2 { description.sites[site].servesStreet = true }
                description.sites[4].servesStreet = true
            }.amounts(of: TargetsReached.self) == (streets == .leftOut ? [:] : [nil: 2]))
    }

    /// Before the horizon only what is under way at its beginning has reached anything.
    @Test(arguments: [("2022-07-03", 2), ("2022-06-20", 2), ("2022-06-19", 3), ("2021-01-01", 3)])
    func beforeTheHorizon(date: String, expected: Int) throws {
        let underWay = ServiceHistory(
            weeksAway: 2, underWay: ServiceHistory.UnderWay(host: "c1", weeksServed: 2))
        let instance = try small(by: date, history: underWay)
        #expect(missing(instance, try instance.roster()) == expected)
        #expect(missing(instance, try instance.roster(["p1": [.at("c2", 0..<8)]])) == expected)
    }

    /// Remote links valid on the date count, whatever the roster.
    @Test func remoteLinks() throws {
        func remote(_ host: SiteID, _ first: String, _ last: String) throws -> Link {
            Link(from: "h", to: host, kind: .remote, postingKinds: [], days: try days(first, last))
        }
        let links = [
            try remote("c1", "2022-01-01", "2022-09-30"), try remote("c1", "2022-05-01", "2022-09-30"),
            try remote("c2", "2022-08-01", "2022-12-31"),
        ]
        for (date, expected) in [
            ("2021-12-31", 3), ("2022-01-01", 2), ("2022-08-01", 1), ("2022-10-01", 2), ("2023-01-01", 3),
        ] {
            let instance = try small(by: date, kind: .remoteLink, links: links)
            #expect(missing(instance, try instance.roster(["p1": [.at("d", 0..<4)]])) == expected)
        }
    }

    @Test func costAndWording() throws {
        let instance = try small(by: "2022-07-31")
        #expect(try instance.violations(of: TargetsReached.self).map(\.cost) == [Cost(600)])
        let told = try instance.told(TargetsReached.self, ["p1": [.at("c1", 0..<1)]])
        #expect(told.english == "reach, by 2022-07-31: 2 of the 3 clinics wanted not reached")
        #expect(told.chinese == "覆盖（2022-07-31前）：应覆盖3家，缺2家")
    }

    /// Whoever goes on to the second clinic leaves the first one's demand unmet.
    @Test func againstCoverage() throws {
        let instance = try small(by: "2022-08-28", percent: 60).changed {
            $0.demands = [Demand(host: "c1", wanted: PersonFilter())]
        }
        let one: [PersonID: [Stay]] = ["p1": [.at("c1", 0..<8)]]
        #expect(missing(instance, try instance.roster(one)) == 1)
        #expect(try instance.violations(of: Coverage.self, one).isEmpty)
        let two: [PersonID: [Stay]] = ["p1": [.at("c1", 0..<7), .at("c2", 7..<8)]]
        #expect(missing(instance, try instance.roster(two)) == 0)
        #expect(try instance.violations(of: Coverage.self, two).count == 1)
    }
}
