import Rostering
import SeededRandom
import Testing

@Suite struct EligibleHomeDutyTests {
    private func small() throws -> Instance {
        var doctor = visitor("p1")
        doctor.leave = [try days("2022-08-15", "2022-08-16")]
        return try instance(links: dutyLinks(), people: [doctor, person("p2")]).changed {
            $0.remoteDuties = [
                RemoteDuty(
                    id: "ecg", name: Text("ECG", "心电"), hospital: "h",
                    wanted: PersonFilter(specialty: "cardiology", leastTitle: .associateSenior))
            ]
            $0.links += [Link(from: "h", to: "d", kind: .specialtyAlliance, allowsVisits: true)]
        }
    }

    private func faults(
        _ stays: [PersonID: [Stay]] = [:], _ visits: [PersonID: [Int: [SiteID: Int]]]
    ) throws -> [String] {
        let instance = try small()
        return faults(try instance.roster(stays, visits: visits), instance)
    }

    private func faults(_ roster: Roster, _ instance: Instance) -> [String] {
        let found = instance.violations(of: EligibleHomeDuty.self, roster)
        for violation in found {
            #expect(violation.isHard && violation.cost == .zero)
            let text = EligibleHomeDuty().wording(of: violation, in: instance)
            #expect(text != EligibleHomeDuty.name && !text.english.contains("secret"))
        }
        return found.map { "\($0.reason?.rawValue ?? "") \($0.tag.week?.offset ?? -1): \($0.amount)" }
    }

    @Test func visitsWithinTheLimitsAreKept() throws {
        #expect(try faults([:], ["p1": [0: ["c1": 4], 1: ["c1": 1, "c2": 3], 7: ["c2": 1]]]) == [])
        #expect(try faults(["p1": [.at("c1", 0..<2)]], ["p1": [2: ["c1": 1]]]) == [])
    }

    @Test func sessionsAndHostsAreLimited() throws {
        #expect(try faults([:], ["p1": [0: ["c1": 3, "c2": 3]]]) == ["tooManySessions 0: 2"])
        #expect(
            try faults([:], ["p1": [3: ["c1": 1, "c2": 1, "d": 1]]]) == [
                "tooManyHosts 3: 1", "notLinked 3: 1",
            ])
        #expect(try faults([:], ["p2": [0: ["c1": 1]]]) == ["noVisits 0: 1"])
    }

    @Test func onlyInWeeksAtHome() throws {
        #expect(try faults(["p1": [.at("c1", 0..<2)]], ["p1": [1: ["c2": 1]]]) == ["notAtHome 1: 1"])
        // Leave on a Monday and Tuesday is a week of leave.
        #expect(try faults([:], ["p1": [6: ["c2": 1]]]) == ["notAtHome 6: 1"])
        #expect(try faults([:], ["p1": [8: ["c2": 1]]]) == ["outsideHorizon 8: 1"])
    }

    /// A link to another community visits only with approval.
    @Test func onlyAlongApprovedLinksForVisits() throws {
        #expect(try faults([:], ["p1": [0: ["d": 2]]]) == ["notLinked 0: 1"])
        let approved = try small().changed { $0.links[$0.links.count - 1].isApproved = true }
        #expect(faults(try approved.roster(visits: ["p1": [0: ["d": 2]]]), approved) == [])
        // A link that is not for visits leads nobody there.
        let closed = try small().changed { description in
            for link in description.links.indices { description.links[link].allowsVisits = false }
            description.links.removeAll { $0.postingKinds.isEmpty }
        }
        #expect(faults(try closed.roster(visits: ["p1": [0: ["c1": 1]]]), closed) == ["notLinked 0: 1"])
    }

    @Test func remoteDutyIsForThoseWanted() throws {
        let instance = try small()
        #expect(faults(try instance.roster(onRemoteDuty: ["p1": [2]]), instance) == ["notWanted 2: 1"])
        let senior = try instance.changed { $0.people[0].title = .senior }
        #expect(faults(try senior.roster(onRemoteDuty: ["p1": [2]]), senior) == [])
        let elsewhere = try senior.changed { $0.remoteDuties[0].hospital = "g" }
        #expect(faults(try elsewhere.roster(onRemoteDuty: ["p1": [2]]), elsewhere) == ["notWanted 2: 1"])
    }

    @Test func oneDutyAWeek() throws {
        let instance = try small().changed { $0.people[0].title = .senior }
        var roster = try instance.roster(onRemoteDuty: ["p1": [2]])
        roster.plans[0].homeWeeks += try instance.roster(visits: ["p1": [2: ["c1": 1]]]).plans[0].homeWeeks
        #expect(faults(roster, instance) == ["twoDuties 2: 1"])
    }

    /// What solvers may choose from and what the checker accepts are worked out apart and agree.
    @Test(arguments: 0..<40) func optionsAndCheckerAgree(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let instance = try randomDutyInstance(&random)
        for person in instance.personIndexes {
            let options = instance.homeDuties(of: person)
            let duties =
                instance.description.remoteDuties.indices.map { HomeDuty.remote(RemoteDutyIndex($0)) }
                + instance.siteIndexes.flatMap { host in
                    [1, 3].map { .visits([Visit(host: host, sessions: $0)]) }
                }
                + instance.siteIndexes.dropFirst().map {
                    .visits([Visit(host: SiteIndex(1), sessions: 1), Visit(host: $0, sessions: 1)])
                }
            for duty in duties {
                // Two visits to one host are one.
                if Set(duty.visits.map(\.host)).count < duty.visits.count { continue }
                for week in instance.weeks {
                    var plans = instance.people.map { _ in Plan() }
                    plans[person.offset].homeWeeks = [Plan.HomeWeek(week: week, duty: duty)]
                    let roster = Roster(plans: plans, slots: SlotPlan(entries: []))
                    let found = EligibleHomeDuty().violations(in: Attendance(roster, in: instance))
                    let isOption = options.contains { $0.duty == duty && $0.weeks.contains(week) }
                    #expect(isOption == found.isEmpty, "seed \(seed), \(duty), week \(week.offset)")
                }
            }
        }
    }

    /// A visit more than the person may make would be the one that is wanted.
    @Test func againstPeriodicVisits() throws {
        let instance = try small().changed {
            $0.visitsWanted = [VisitsWanted(host: "c1", wanted: PersonFilter(), sessions: 5, everyWeeks: 8)]
            $0.policy[PeriodicVisits.self].enforcement.isOn = true
        }
        for (sessions, beyond, missing) in [(4, [String](), [1]), (5, ["tooManySessions 0: 1"], [])] {
            let roster = try instance.roster(visits: ["p1": [0: ["c1": sessions]]])
            #expect(faults(roster, instance) == beyond)
            #expect(instance.violations(of: PeriodicVisits.self, roster).map(\.amount) == missing)
        }
    }
}
