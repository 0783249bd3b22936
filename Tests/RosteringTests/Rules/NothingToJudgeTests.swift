import SeededRandom
import Testing

@testable import Rostering

/// Where an instance has nothing that a rule is about, no roster can miss the rule, and reports say so instead of praise.
@Suite struct NothingToJudgeTests {
    @Test(arguments: 0..<120) func whatDoesNotApplyCannotBeMissed(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let isDuty = seed.isMultiple(of: 2)
        var description = try (isDuty ? randomDutyInstance(&random) : randomInstance(&random)).description
        // Take parts of the data away.
        if random.chance(50) { description.demands = [] }
        if random.chance(50) { description.departmentMinimums = [] }
        if random.chance(50) { description.remoteDuties = [] }
        if random.chance(50) { description.visitsWanted = [] }
        if random.chance(50) { description.trainingSeats = [] }
        if random.chance(50) { description.links.removeAll { $0.kind == .training } }
        if random.chance(50) { description.referrals = [] }
        if random.chance(50) { description.generalDemand = [] }
        if random.chance(50) { description.resources = [] }
        if random.chance(50) {
            for person in description.people.indices { description.people[person].sessionsPerWeek = 0 }
        }
        for site in description.sites.indices {
            if random.chance(50) { description.sites[site].baseline = nil }
            if random.chance(50) { description.sites[site].staff = [] }
        }
        if random.chance(50) {
            for person in description.people.indices { description.people[person].minimumAway = 0 }
        }
        let instance = Instance(valid: description)
        for _ in 0..<2 {
            let plans = isDuty ? randomDutyPlans(in: instance, &random) : randomPlans(in: instance, &random)
            let attendance = Attendance(
                Roster(plans: plans, slots: .cheapest(for: plans, in: instance)), in: instance)
            for rule in instance.policy.rules where !rule.applies(to: instance) {
                #expect(rule.violations(in: attendance).isEmpty, "\(rule.id)")
                #expect(rule.requirements(for: instance).rows.isEmpty, "\(rule.id)")
            }
        }
    }

    /// The rules that an instance with nothing but two hospitals, three clinics and a person has nothing for.
    @Test func theRulesWithoutData() throws {
        let instance = try instance(links: tinyLinks(kinds: [.temporary]))
        let idle = instance.policy.rules.filter { !$0.applies(to: instance) }.map(\.id)
        #expect(
            Set(idle)
                == [
                    GrassRootsOnly.id, StayingPut.id, Coverage.id, DepartmentPresence.id, ServiceOwed.id,
                    MidTitleFloor.id, StaffBaseline.id, ReferralReserve.id, ReferralsUnmet.id,
                    GeneralDemandUnmet.id, ResidentQuota.id, ResidentComposition.id, ResidentTerm.id,
                    NamedPosts.id, FunctionCover.id, TeamPosting.id,
                    PeriodicVisits.id, RemoteDutyCover.id, Training.id, TrainingPriority.id,
                    TrainingSeatLimit.id, MatchedExchange.id, NetFlow.id, OrdinaryClinics.id,
                    DirectedPosts.id, RetiredExperts.id, EstablishmentTotal.id, FeatureSpecialty.id,
                    TargetsReached.id, DownReferralBeds.id,
                ])
    }

    /// What little makes the rules on clinics' staff and on appointments apply, and that nothing less does.
    @Test func theDataTheyNeed() throws {
        func applies<R: Rule>(
            _ rule: R.Type, _ sites: [Site] = tinySites(), _ people: [Person] = [person("p1")],
            base: ReferralReserve.Base = .allSpecialists, referrals: Int = 0, general: Int = 0, beds: Int = 0
        ) throws -> Bool {
            let instance = try instance(
                sites: sites, people: people,
                referrals: [
                    Referrals(clinic: "c1", specialty: "cardiology", perWeek: .constant(referrals))
                ],
                generalDemand: [
                    GeneralDemand(hospital: "h", specialty: "cardiology", perWeek: .constant(general))
                ],
                resources: [
                    Resource(
                        hospital: "h", kind: "beds", name: Text("beds"), capacity: .constant(beds))
                ]
            ) { $0[ReferralReserve.self].base = base }
            return instance.policy[rule].applies(to: instance)
        }
        let staff = tinySites(staff: ["c1": [StaffLevel(technical: 5, midTitle: 1)]])
        let baseline = tinySites(staff: ["c1": [StaffLevel(technical: 5, midTitle: 1)]], baseline: ["c1": 5])
        #expect(try !applies(MidTitleFloor.self) && applies(MidTitleFloor.self, staff))
        #expect(try !applies(StaffBaseline.self, staff) && applies(StaffBaseline.self, baseline))
        #expect(try !applies(ReferralsUnmet.self) && applies(ReferralsUnmet.self, referrals: 1))
        #expect(try !applies(GeneralDemandUnmet.self) && applies(GeneralDemandUnmet.self, general: 1))
        let junior = person("p1", title: .junior, sessionsPerWeek: 1, slotsPerSession: 1)
        #expect(try !applies(ReferralReserve.self, referrals: 1) && applies(ReferralReserve.self, beds: 1))
        #expect(try applies(ReferralReserve.self, tinySites(), [junior]))
        #expect(try !applies(ReferralReserve.self, tinySites(), [junior], base: .associateSenior))
        let hospitals = try instance(sites: [tinySites()[0]], links: [])
        #expect(!hospitals.policy[Continuity.self].applies(to: hospitals))
        let manager = try instance(people: [person("p1", profession: .manager, title: .none, specialties: [])]
        )
        #expect(!manager.policy[Continuity.self].applies(to: manager))
    }

    @Test func verdictsSayIt() throws {
        let bare = try instance {
            $0[ResidentTerm.self].enforcement.isOn = true
            $0[PostingStart.self].enforcement.isOn = true
        }
        let audit = Audit(of: try bare.roster(), in: bare)
        func applies(_ id: RuleID) -> Bool? { audit.verdicts.first { $0.rule == id }?.isApplicable }
        #expect(applies(ResidentTerm.id) == false && applies(PostingStart.id) == true)
        #expect(audit.verdicts.first { $0.rule == ResidentTerm.id }?.readings.isEmpty == true)
        let clauses = audit.clauseVerdicts(in: bare)
        // The clause is carried by the length of stay too, which always applies.
        #expect(clauses.first { $0.clause.id == "YL22" }?.isApplicable == true)
        #expect(clauses.first { $0.clause.id == "HB19" }?.isApplicable == false)
        let resident = try bare.changed { $0.people[0].limits[.resident] = free }
        let other = Audit(of: try resident.roster(), in: resident)
        #expect(other.verdicts.first { $0.rule == ResidentTerm.id }?.isApplicable == true)
    }
}
