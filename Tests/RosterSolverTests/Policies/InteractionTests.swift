import GLPKSolver
import Rostering
import Testing

@testable import RosterSolver

/// Clauses that pull against each other, each pair on an instance of its own that the exact method settles.
@Suite struct InteractionTests {
    private static let monday = CalendarDay(number: 18806)

    /// An instance of one lead hospital `h` with specialty `a` and clinics `c` and `d`, to be changed.
    private func instance(weeks: Int, _ change: (inout InstanceDescription) -> Void) throws -> Instance {
        var description = InstanceDescription(
            calendar: RosterCalendar(firstDay: Self.monday, weekCount: weeks),
            specialties: [Specialty(id: "a", name: Text("A"))],
            sites: [
                Site(id: "h", name: Text("H"), level: .secondary),
                Site(id: "c", name: Text("C"), level: .clinic),
                Site(id: "d", name: Text("D"), level: .clinic),
            ],
            links: [Link(from: "h", to: "c"), Link(from: "h", to: "d")])
        change(&description)
        return try Instance(description)
    }

    private func person(
        _ id: PersonID, _ employer: SiteID = "h", title: Title = .intermediate,
        kind: PostingKind = .temporary,
        weeks: ClosedRange<Int>, goesOn: Bool = false
    ) -> Person {
        Person(
            id: id, employer: employer, title: title, specialties: ["a"],
            limits: [
                kind: PostingLimits(
                    minimumWeeks: weeks.lowerBound, maximumWeeks: weeks.upperBound, restWeeks: 0,
                    mayContinuePastEnd: goesOn)
            ])
    }

    private func solve(_ instance: Instance) async throws -> RosterOutcome {
        var options = RosterOptions()
        options.method = .exact
        return try await RosterOptimizer(instance, linearSolver: GLPKBackend()).solve(options)
    }

    /// The proven best roster, judged.
    private func best(_ instance: Instance) async throws -> (attendance: Attendance, audit: Audit) {
        guard case .optimal(let solved) = try await solve(instance) else {
            Issue.record("No roster is proven best.")
            throw CancellationError()
        }
        return (Attendance(solved.roster, in: instance), Audit(of: solved.roster, in: instance))
    }

    /// HB27 and QD33 against HB20 and HB21: a clinic at its floor sends nobody to learn unless somebody comes, and never two at once.
    @Test(arguments: [true, false]) func trainingAgainstTheFloor(isFloorHard: Bool) async throws {
        let instance = try instance(weeks: 4) {
            $0.sites[1].staff = [StaffLevel(technical: 30, midTitle: 2)]
            $0.sites[1].baseline = 29
            $0.links.append(Link(from: "c", to: "h", kind: .training, postingKinds: [.training]))
            $0.people = [
                person("h1", weeks: 4...4),
                person("c1", "c", kind: .training, weeks: 4...4),
                person("c2", "c", kind: .training, weeks: 4...4),
            ]
            $0.policy[Training.self].enforcement.isOn = true
            $0.policy[Training.self].perClinic = 26
            $0.policy[MidTitleFloor.self].enforcement.isOn = isFloorHard
            $0.policy[StaffBaseline.self].enforcement.isOn = isFloorHard
        }
        let (attendance, audit) = try await best(instance)
        let away = instance.weeks.map { week in
            instance.personIndexes.count { attendance.posting(of: $0, in: week)?.kind == .training }
        }
        let sent = instance.weeks.map { week in
            instance.personIndexes.count { attendance.posting(of: $0, in: week)?.kind == .temporary }
        }
        // With the floor one goes while the hospital's specialist is there; without it both go, and nobody needs to come.
        #expect(away == (isFloorHard ? [1, 1, 1, 1] : [2, 2, 2, 2]))
        #expect(sent == (isFloorHard ? [1, 1, 1, 1] : [0, 0, 0, 0]))
        #expect(audit.isFeasible)
    }

    /// QD23 against QD28: who is sent down takes appointments away, so that the reserve owed shrinks with them.
    @Test(arguments: [(wanted: 1, reserved: 4), (wanted: 0, reserved: 8)])
    func sendingDownAgainstTheReserve(wanted: Int, reserved: Int) async throws {
        let instance = try instance(weeks: 1) {
            $0.people = ["h1", "h2"].map { id in
                var person = person(PersonID(id), weeks: 1...1)
                (person.sessionsPerWeek, person.slotsPerSession) = (1, 20)
                return person
            }
            if wanted > 0 { $0.demands = [Demand(host: "c", wanted: PersonFilter(), count: wanted)] }
            $0.referrals = [Referrals(clinic: "c", specialty: "a", perWeek: .constant(3))]
            $0.generalDemand = [GeneralDemand(hospital: "h", specialty: "a", perWeek: .constant(40))]
        }
        let (attendance, audit) = try await best(instance)
        let pool = try #require(instance.poolIndexes.first)
        #expect(attendance.capacity(of: pool, in: Week(0)) == 40 - 20 * wanted)
        #expect(attendance.roster.slots[pool, Week(0)].reserved == reserved)
        #expect(audit.isFeasible)
    }

    /// YL20 against L-1: those who owe the year are mid-title, but most residents must be senior, so that one of two has to wait.
    @Test(arguments: [(reading: ResidentComposition.Reading.strictMajority, going: 1), (.half, 2)])
    func seniorMajorityAgainstServiceOwed(reading: ResidentComposition.Reading, going: Int) async throws {
        let instance = try instance(weeks: 2) {
            $0.sites[0].level = .tertiary
            for index in $0.links.indices { $0.links[index].postingKinds = [.resident] }
            $0.people = ["s1", "s2", "m1", "m2"].map { id in
                var person = person(
                    PersonID(id), title: id.hasPrefix("s") ? .associateSenior : .intermediate,
                    kind: .resident,
                    weeks: 2...2)
                if id.hasPrefix("m") { person.minimumAway = 2 }
                return person
            }
            $0.policy[ResidentQuota.self].enforcement.isOn = true
            $0.policy[ResidentQuota.self].tertiary = 3
            $0.policy[ResidentComposition.self].enforcement.isOn = true
            $0.policy[ResidentComposition.self].reading = reading
        }
        let (attendance, audit) = try await best(instance)
        let posted = attendance.roster.plans.map { !$0.postings.isEmpty }
        #expect(posted.suffix(2).count { $0 } == going)
        #expect(posted.prefix(2).count { $0 } == 2)
        #expect(audit.isFeasible)
    }

    /// HB22 against QD11: the leader stays, and the dean comes on top of the leader; nobody else's leader can be the dean.
    @Test(arguments: [true, false]) func incumbentsAgainstDeans(leads: Bool) async throws {
        let instance = try instance(weeks: 2) {
            $0.links.append(Link(from: "d", to: "c", kind: .pooling))
            $0.people = [
                person("h1", title: .associateSenior, weeks: 2...2),
                person("d1", "d", title: .senior, weeks: 2...2),
            ]
            $0.people[0].preferences = ["c": Cost(50)]
            $0.people[1].commitments.leadsClinic = leads
            $0.namedPosts = [
                NamedPost(
                    id: "dean", name: Text("Dean"), site: "c", kind: .dean,
                    wanted: PersonFilter(leastTitle: .associateSenior), minimumWeeks: 1)
            ]
            $0.policy[NamedPosts.self].enforcement.isOn = true
        }
        let (attendance, _) = try await best(instance)
        let deans = instance.weeks.map { attendance.people(servingAt: SiteIndex(1), in: $0).map(\.offset) }
        #expect(deans == (leads ? [[0], [0]] : [[1], [1]]))
    }

    /// HB15 against QD39: a circuit into another community waits for its approval.
    @Test(arguments: [true, false]) func approvalsAgainstTheCircuit(isApproved: Bool) async throws {
        let instance = try instance(weeks: 2) {
            $0.sites.append(Site(id: "t", name: Text("T"), level: .secondary))
            $0.sites.append(Site(id: "e", name: Text("E"), level: .clinic))
            $0.links.append(Link(from: "t", to: "e"))
            $0.links.append(
                Link(from: "t", to: "c", kind: .tcmCircuit, allowsVisits: true, isApproved: isApproved))
            $0.people = [person("t1", "t", weeks: 1...2)]
            $0.people[0].visits = VisitLimits(sessionsPerWeek: 1)
            $0.visitsWanted = [VisitsWanted(host: "c", wanted: PersonFilter(), sessions: 1, everyWeeks: 1)]
            $0.policy[PeriodicVisits.self].enforcement.isOn = true
        }
        let (attendance, audit) = try await best(instance)
        let there = instance.weeks.map { week in
            attendance.people(servingAt: SiteIndex(1), in: week).count
                + attendance.visitSessions(of: PersonIndex(0), at: SiteIndex(1), in: week)
        }
        #expect(there.allSatisfy { ($0 > 0) == isApproved })
        let missed = audit.verdicts.first { $0.rule == PeriodicVisits.id }?.amount
        #expect(missed == (isApproved ? 0 : 2))
    }

    /// WH17 and QD25 against YL20: five residents and a minimum of two at home need seven people.
    @Test(arguments: [6, 7]) func sourceFloorsAgainstFiveResidents(people: Int) async throws {
        let instance = try instance(weeks: 2) {
            $0.sites[0].level = .tertiary
            for index in $0.links.indices { $0.links[index].postingKinds = [.resident] }
            $0.people = (0..<people).map {
                person(PersonID("h\($0)"), title: .senior, kind: .resident, weeks: 2...2)
            }
            $0.departmentMinimums = [DepartmentMinimum(hospital: "h", specialty: "a", minimumPresent: 2)]
            $0.policy[ResidentQuota.self].enforcement.isOn = true
        }
        switch try await solve(instance) {
        case .optimal(let solved):
            #expect(people == 7)
            #expect(Audit(of: solved.roster, in: instance).isFeasible)
        case .infeasible(let infeasibility):
            #expect(people == 6)
            let rules =
                infeasibility.leastViolating.map { Set($0.audit.hardViolations.map(\.tag.rule)) } ?? []
            #expect(!rules.isEmpty && rules.isSubset(of: [ResidentQuota.id, DepartmentPresence.id]))
        default: Issue.record("Neither solved nor proven infeasible.")
        }
    }
}
