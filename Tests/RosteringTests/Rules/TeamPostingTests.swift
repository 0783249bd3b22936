import Rostering
import Testing

@Suite struct TeamPostingTests {
    /// Four weeks; a team of one of two doctors and two of three nurses.
    private func small(_ change: (inout InstanceDescription) -> Void = { _ in }) throws -> Instance {
        let people = (["d1", "d2", "n1", "n2", "n3", "p"] as [PersonID]).map { id in
            person(id, limits: id == "p" ? [.temporary: free] : [.team: free, .temporary: free])
        }
        return try instance(weeks: 4, people: people).changed {
            $0.policy[TeamPosting.self].enforcement.isOn = true
            $0.teams = [
                Team(
                    id: "t", name: Text("A", "甲"),
                    roles: [
                        Team.Role(name: Text("doctor"), people: ["d1", "d2"]),
                        Team.Role(name: Text("nurse"), people: ["n1", "n2", "n3"], count: 2),
                    ])
            ]
            change(&$0)
        }
    }

    private func broken(_ stays: [PersonID: [Stay]]) throws -> [Int?: Int] {
        try small().amounts(of: TeamPosting.self, stays)
    }

    private func team(_ members: [PersonID], _ weeks: Range<Int> = 0..<2, at host: SiteID = "c1")
        -> [PersonID: [Stay]]
    {
        Dictionary(uniqueKeysWithValues: members.map { ($0, [.at(host, weeks, .team)]) })
    }

    @Test func togetherOrNotAtAll() throws {
        #expect(try broken([:]) == [:])
        #expect(try broken(team(["d1", "n1", "n3"])) == [:])
        #expect(try broken(team(["d1"])) == [0: 1, 1: 1])
        #expect(try broken(team(["d1", "n1"])) == [0: 1, 1: 1])
        #expect(try broken(team(["d1", "d2", "n1", "n2"])) == [0: 1, 1: 1])
        #expect(try broken(team(["d1", "n1", "n2", "n3"])) == [0: 1, 1: 1])
    }

    /// A member with other weeks, or at another host.
    @Test func sameWeeksSameHost() throws {
        let pair = team(["d1", "n1"], 0..<3)
        #expect(try broken(pair.merging(team(["n2"], 0..<2)) { $1 }) == [2: 1])
        // Late: alone in week 0 and not begun with the others in week 1.
        #expect(try broken(pair.merging(team(["n2"], 1..<3)) { $1 }) == [0: 1, 1: 1])
        let instance = try small()
        let apart = pair.merging(team(["n2"], 0..<3, at: "c2")) { $1 }
        let violations = try instance.violations(of: TeamPosting.self, apart)
        #expect(violations.count == 6 && Set(violations.map(\.tag.subject)).count == 2)
    }

    /// One member may not hand over to another while the rest stay; the whole team may.
    @Test func nobodyIsReplacedAlone() throws {
        let stay = team(["d1", "n1"], 0..<4)
        let replaced = stay.merging(team(["n2"], 0..<2)) { $1 }.merging(team(["n3"], 2..<4)) { $1 }
        #expect(try broken(replaced) == [2: 1])
        let instance = try small { description in
            description.people += (["n4"] as [PersonID]).map { person($0, limits: [.team: free]) }
            description.teams[0].roles[1].people.append("n4")
        }
        let handedOver = team(["d1", "n1", "n2"], 0..<2).merging(team(["d2", "n3", "n4"], 2..<4)) { $1 }
        #expect(try instance.amounts(of: TeamPosting.self, handedOver) == [:])
    }

    @Test func otherKindsAreFree() throws {
        #expect(try broken(["d1": [.at("c1", 0..<2)], "n1": [.at("c1", 1..<2)]]) == [:])
        // Nobody fills a role by a posting of another kind.
        #expect(
            try broken(team(["d1", "n1"]).merging(["n2": [.at("c1", 0..<2)]]) { $1 }) == [0: 1, 1: 1])
    }

    @Test func aTeamUnderWayGoesOnAsAWhole() throws {
        let underWay = ServiceHistory(weeksAway: 2, underWay: .init(host: "c1", kind: .team, weeksServed: 2))
        let instance = try small { description in
            for member in [0, 2, 3] { description.people[member].history = underWay }
        }
        #expect(try instance.amounts(of: TeamPosting.self) == [:])
        #expect(try instance.amounts(of: TeamPosting.self, team(["d1", "n1", "n2"])) == [:])
        // The second doctor begins in the week in which the nurses go on.
        #expect(try instance.amounts(of: TeamPosting.self, team(["d2", "n1", "n2"])) == [0: 1])
        #expect(try instance.amounts(of: TeamPosting.self, team(["n1", "n2"])) == [0: 1, 1: 1])
    }

    @Test func soundData() throws {
        let sound = try small().description
        #expect(sound.faultLines == [])
        func faults(_ change: (inout InstanceDescription) -> Void) -> [String] {
            var description = sound
            change(&description)
            return description.faultLines
        }
        #expect(faults { $0.people[5].limits[.team] = free } == ["noTeam people[5].limits.team"])
        #expect(
            faults {
                $0.people[5].limits[.team] = free
                $0.policy[TeamPosting.self].enforcement.isOn = false
            } == [])
        func underWay(_ members: [Int], weeks: [Int]) -> [String] {
            faults { description in
                for (member, served) in zip(members, weeks) {
                    description.people[member].history = ServiceHistory(
                        weeksAway: served, underWay: .init(host: "c1", kind: .team, weeksServed: served))
                }
            }
        }
        #expect(underWay([0, 2, 3], weeks: [2, 2, 2]) == [])
        #expect(underWay([0, 2, 3], weeks: [2, 2, 1]) == ["contradictoryHistory teams[0]"])
        #expect(underWay([0, 2], weeks: [2, 2]) == ["contradictoryHistory teams[0]"])
    }

    @Test func wordingAndWeight() throws {
        let instance = try small { $0.policy[TeamPosting.self].enforcement = .soft(Cost(70)) }
        let violation = try #require(try instance.violations(of: TeamPosting.self, team(["d1"])).first)
        #expect(violation.cost == Cost(70) && !violation.isHard)
        #expect(
            violation.wording(in: instance) == [
                "Team A is not at site c1 as a whole, or not for the same weeks", "组团“甲”在机构c1未同时到位",
            ])
    }

    /// A department that can spare two of the team can spare none of it.
    @Test func againstTheDepartmentMinimum() throws {
        let instance = try small {
            $0.departmentMinimums = [
                DepartmentMinimum(hospital: "h", specialty: "cardiology", minimumPresent: 4)
            ]
        }
        let (all, part) = (team(["d1", "n1", "n2"]), team(["d1", "n1"]))
        #expect(try instance.amounts(of: TeamPosting.self, all) == [:])
        #expect(try instance.amounts(of: DepartmentPresence.self, all) == [0: 1, 1: 1])
        #expect(try instance.amounts(of: TeamPosting.self, part) == [0: 1, 1: 1])
        #expect(try instance.amounts(of: DepartmentPresence.self, part) == [:])
    }
}
