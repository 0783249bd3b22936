import Rostering
import Testing

@testable import RosterSolver

/// The best roster of a tiny instance, spoiled on purpose, is caught by the rule it now misses, by as much as it misses it.
@Suite struct SpoiledRosterTests {
    /// What is done to a roster, and what the checker must say then.
    struct Spoiling: Sendable, CustomTestStringConvertible {
        let file: String
        let rule: RuleID
        let clause: String
        let amounts: [Int]
        let spoil: @Sendable (inout Roster, Instance) throws -> Void

        init(
            _ file: String, _ rule: any Rule.Type, _ clause: String, _ amounts: [Int],
            _ spoil: @escaping @Sendable (inout Roster, Instance) throws -> Void
        ) {
            (self.file, self.rule, self.clause, self.amounts) = (file, rule.id, clause, amounts)
            self.spoil = spoil
        }

        var testDescription: String { "\(file): \(rule) \(amounts)" }
    }

    private static let spoilings = plans + core + switches + posts + duties

    /// Single plans that no roster may have.
    private static let plans: [Spoiling] = [
        // Not approved; on leave; against each kind of pin.
        Spoiling("link-approval", EligibleDuty.self, "HB15", [1, 1, 1]) {
            try $0.post("n-gyno-01", in: $1, ("mountain-clinic", 1..<4))
        },
        Spoiling("pins-and-leave", EligibleDuty.self, "HB15", [1, 1]) {
            try $0.post("reha-02", in: $1, ("west", 1..<4))
        },
        Spoiling("pins-and-leave", EligibleDuty.self, "HB15", [1, 1]) {
            try $0.post("reha-02", in: $1, ("east", 3..<5))
        },
        Spoiling("pins-and-leave", EligibleDuty.self, "HB15", [1, 1]) {
            try $0.post("reha-01", in: $1)
        },
        Spoiling("pins-and-leave", EligibleDuty.self, "HB15", [1]) {
            try $0.post("reha-03", in: $1, ("west", 0..<2))
        },
        Spoiling("pins-and-leave", EligibleDuty.self, "HB15", [1, 1]) {
            try $0.post("reha-04", in: $1, ("west", 0..<2))
        },
        Spoiling("home-duty", EligibleHomeDuty.self, "HB26", [2]) { roster, instance in
            let near = try #require(instance.site("near"))
            roster.plans[0].homeWeeks[1].duty = .visits([Visit(host: near, sessions: 5)])
        },
        // Too short, and too long.
        Spoiling("stay", StayLength.self, "YL22", [1]) {
            try $0.post("card-01", in: $1, ("clinic", 0..<2))
        },
        Spoiling("stay", StayLength.self, "YL22", [2]) {
            try $0.post("card-01", in: $1, ("clinic", 0..<6))
        },
        // After a posting of the roster, and after one before it.
        Spoiling("rest", RestBetweenPostings.self, "HB26", [1]) {
            try $0.post("gsur-02", in: $1, ("clinic", 1..<2), ("clinic", 3..<5))
        },
        Spoiling("rest", RestBetweenPostings.self, "HB26", [1]) {
            try $0.post("gsur-02", in: $1, ("clinic", 0..<2))
        },
        Spoiling("away-limit", AwayLimit.self, "awayLimit", [1]) {
            try $0.post("paed-01", in: $1, ("west", 1..<5))
        },
        Spoiling("staying-put", StayingPut.self, "HB22", [1, 1]) {
            try $0.post("head-01", in: $1, ("hill", 1..<3))
        },
        Spoiling("staying-put", StayingPut.self, "HB24", [1]) {
            try $0.post("grad-01", in: $1, ("hill", 2..<5))
        },
        Spoiling("grass-roots-only", GrassRootsOnly.self, "WH11", [1]) {
            try $0.post("anae-01", in: $1, ("district", 0..<1), ("clinic", 1..<3))
        },
    ]

    /// The rules that are on in every instance.
    private static let core: [Spoiling] = [
        // More referrals served than reserved, more others than the rest, and one appointment split to the wrong clinic.
        Spoiling("referrals-and-general", SlotPlanBalance.self, "QD23", [2, 1, 2]) { roster, _ in
            roster.slots.entries[0][0].referralsServed += 2
            roster.slots.entries[0][1].generalServed += 1
            roster.slots.entries[0][2].split = [11, 19]
        },
        Spoiling("coverage", Coverage.self, "HB19", [1, 1, 1, 1, 1, 1]) {
            try $0.post("card-01", in: $1)
        },
        // Somebody is on leave: nobody of a senior title is left, and too few people.
        Spoiling("department-minimum", DepartmentPresence.self, "HB19", [1, 1]) {
            try $0.post("gyno-01", in: $1, ("east", 0..<3))
            try $0.post("gyno-02", in: $1)
            try $0.post("gyno-03", in: $1)
        },
        // A junior raises the number of staff alone.
        Spoiling("floor-either", MidTitleFloor.self, "HB21", [1, 1, 1, 1, 1]) {
            try $0.post("resp-01", in: $1, ("clinic", 0..<5))
        },
        // A manager is no technical staff.
        Spoiling("baseline", StaffBaseline.self, "HB20", [1, 1, 1]) {
            try $0.post("tcm-03", in: $1)
            try $0.post("adm-01", in: $1, ("clinic", 0..<5))
        },
        Spoiling("reserve-department-week", ReferralReserve.self, "QD28", [5]) { roster, _ in
            roster.slots.entries[0][0].reserved -= 5
        },
        Spoiling("beds-and-examinations", ReferralReserve.self, "QD28", [2, 2]) { roster, _ in
            roster.slots.entries[1][0].reserved = 1
            roster.slots.entries[2][3].reserved = 0
        },
        Spoiling("recovery-beds", DownReferralBeds.self, "YL31", [2]) { roster, _ in
            roster.slots.entries[1][1].reserved = 1
        },
        Spoiling("referrals-and-general", ReferralsUnmet.self, "YL32", [3]) { roster, _ in
            roster.slots.entries[0][0].referralsServed -= 3
        },
        Spoiling("referrals-and-general", GeneralDemandUnmet.self, "HB33", [54, 50, 58, 50]) { roster, _ in
            roster.slots.entries[0][0].generalServed -= 4
        },
        Spoiling("service-owed", ServiceOwed.self, "HB17", [12]) {
            try $0.post("orth-02", in: $1)
        },
        Spoiling("fairness", Fairness.self, "HB26", [8]) {
            try $0.post("gast-01", in: $1, ("clinic", 0..<5))
            try $0.post("gast-02", in: $1)
            try $0.post("gast-03", in: $1)
        },
        Spoiling("coverage", PostingStart.self, "postingStart", [1, 1, 1]) {
            try $0.post("card-01", in: $1, ("far", 0..<2), ("near", 2..<4))
        },
        Spoiling("coverage", PlacementCost.self, "placement", [4, 4]) {
            try $0.post("card-02", in: $1, ("near", 0..<4))
        },
    ]

    /// The floor and the reserve where their switches are not the defaults.
    private static let switches: [Spoiling] = [
        // 2 of 21 are two people, but no tenth.
        Spoiling("floor-both", MidTitleFloor.self, "HB21", [1, 1, 1]) {
            try $0.post("neur-01", in: $1)
        },
        // Two half-days of a junior on top of ten people, one of them mid-title.
        Spoiling("floor-by-share", MidTitleFloor.self, "HB21", [1]) { roster, instance in
            let clinic = try #require(instance.site("clinic"))
            roster.plans[0].homeWeeks.removeFirst()
            roster.plans[1].homeWeeks[0].duty = .visits([Visit(host: clinic, sessions: 2)])
        },
        // A senior is no head of exactly an intermediate title.
        Spoiling("floor-titles", MidTitleFloor.self, "HB21", [1, 1, 1, 1]) {
            try $0.post("neur-01", in: $1, ("clinic", 0..<4))
            try $0.post("neur-02", in: $1)
        },
        // A pharmacist is nobody among doctors and nurses.
        Spoiling("floor-professions", MidTitleFloor.self, "HB21", [2, 2, 2, 2]) {
            try $0.post("neur-01", in: $1)
            try $0.post("neur-02", in: $1)
            try $0.post("phar-01", in: $1, ("clinic", 0..<4))
        },
        // Enough of all sessions together, not of each.
        Spoiling("reserve-session", ReferralReserve.self, "QD28", [4]) { roster, _ in
            roster.slots.entries[0][0].reserved = 28
        },
        Spoiling("reserve-hospital-week", ReferralReserve.self, "QD28", [5]) { roster, _ in
            roster.slots.entries[0][0].reserved = 36
        },
        // The expert's day and a half, and the admissions.
        Spoiling("reserve-experts", ReferralReserve.self, "QD28", [1, 2]) { roster, _ in
            roster.slots.entries[0][0].reserved = 4
            roster.slots.entries[1][1].reserved = 1
        },
    ]

    /// Residents, posts, teams and clinics.
    private static let posts: [Spoiling] = [
        Spoiling("resident-quota", ResidentQuota.self, "YL21", [1, 1]) {
            try $0.post("resp-03", in: $1)
        },
        // One senior of two doctors is no majority.
        Spoiling("resident-composition", ResidentComposition.self, "YL20", [1, 1, 1, 1]) {
            try $0.post("resp-01", in: $1, ("county", 0..<4), as: .resident)
            try $0.post("resp-04", in: $1)
        },
        // Three weeks of five, and four with those before the roster.
        Spoiling("resident-term", ResidentTerm.self, "YL22", [2, 1]) {
            try $0.post("resp-01", in: $1, ("clinic", 0..<3), as: .resident)
            try $0.post("surg-01", in: $1, ("clinic", 0..<1), as: .resident)
        },
        // No dean; then a dean who is the owner of referrals and no longer at home.
        Spoiling("named-posts", NamedPosts.self, "QD11", [1, 1, 1, 1]) {
            try $0.post("resp-01", in: $1)
        },
        Spoiling("named-posts", NamedPosts.self, "YL30", [1, 1, 1, 1]) {
            try $0.post("resp-01", in: $1)
            try $0.post("surg-01", in: $1, ("clinic", 0..<4))
        },
        Spoiling("function-cover", FunctionCover.self, "QD17", [1, 1, 1, 1, 1, 1]) {
            try $0.post("nurse-01", in: $1)
        },
        Spoiling("team-posting", TeamPosting.self, "QD21", [1, 1, 1]) {
            try $0.post("nurse-01", in: $1)
        },
        Spoiling("retired-experts", RetiredExperts.self, "QD22", [2]) {
            try $0.post("tcm-01", in: $1, ("clinic", 0..<4))
        },
        Spoiling("ordinary-clinics", OrdinaryClinics.self, "WH01", [12]) {
            try $0.post("gp-01", in: $1)
        },
        // The hospital's missing post is there from the start.
        Spoiling("directed-posts", DirectedPosts.self, "QD35", [1, 1]) {
            try $0.post("onco-02", in: $1)
        },
        Spoiling("feature-specialty", FeatureSpecialty.self, "QD24", [2]) {
            try $0.post("reha-01", in: $1)
        },
        Spoiling("continuity", Continuity.self, "QD24", [1]) {
            try $0.post("derm-02", in: $1, ("clinic", 2..<4))
        },
        // Two of the three clinics by the second date, one by the first, and the remote links as they are.
        Spoiling("dated-targets", TargetsReached.self, "HB08", [1, 2, 1]) {
            try $0.post("neur-01", in: $1, ("near", 0..<3))
        },
    ]

    /// Visits, remote duty, training and turns.
    private static let duties: [Spoiling] = [
        Spoiling("periodic-visits", PeriodicVisits.self, "HB26", [3, 3, 3]) { roster, _ in
            roster.plans[0].homeWeeks = []
        },
        Spoiling("remote-duty", RemoteDutyCover.self, "HB28", [1, 1]) { roster, _ in
            roster.plans[0].homeWeeks.removeLast()
        },
        Spoiling("training", Training.self, "HB27", [1]) {
            try $0.post("clinic-01", in: $1)
        },
        Spoiling("training-seats", TrainingSeatLimit.self, "HB27", [1, 1, 1]) {
            try $0.post("east-02", in: $1, ("lead", 0..<$1.calendar.weekCount), as: .training)
        },
        // Somebody learns, but not of those who come first.
        Spoiling("training-priority", TrainingPriority.self, "QD33", [1]) {
            try $0.post("pharm-01", in: $1)
            try $0.post("nurse-01", in: $1, ("lead", 0..<2), as: .training)
        },
        Spoiling("matched-exchange", MatchedExchange.self, "QD33", [1, 1]) {
            try $0.post("gp-01", in: $1)
        },
        Spoiling("net-flow", NetFlow.self, "YL36", [5]) {
            try $0.post("anae-01", in: $1)
        },
        // Who has gone three times in a row takes the first turn and the last.
        Spoiling("turns", Turns.self, "HB26", [1, 3]) { roster, _ in
            roster.plans.swapAt(0, 1)
        },
    ]

    @Test(arguments: spoilings) func isCaught(_ spoiling: Spoiling) throws {
        let instance = try InstanceFiles.read(spoiling.file, in: "tiny")
        let best = try #require(ExhaustiveSearch(instance).best())
        var spoiled = best.roster
        try spoiling.spoil(&spoiled, instance)
        if spoiled.plans != best.roster.plans {
            spoiled.slots = .cheapest(for: spoiled.plans, in: instance)
        }
        let before = try #require(best.audit.verdicts.first { $0.rule == spoiling.rule })
        let after = try #require(
            Audit(of: spoiled, in: instance).verdicts.first { $0.rule == spoiling.rule })
        #expect(before.amount < after.amount)
        #expect(after.violations.map(\.amount) == spoiling.amounts)
        let rule = try #require(instance.policy.rules.first { $0.id == spoiling.rule })
        #expect(type(of: rule).citations.contains { $0.requirement == spoiling.clause })
    }

    /// Posts that are filled are data, which no roster changes; every other rule has its spoiling.
    @Test func everyRuleIsSpoiled() {
        let spoiled = Set(Self.spoilings.map(\.rule))
        #expect(RuleBook.standard.map(\.id).filter { !spoiled.contains($0) } == [EstablishmentTotal.id])
    }
}

extension Roster {
    /// Replaces somebody's plan by some postings.
    fileprivate mutating func post(
        _ person: PersonID, in instance: Instance, _ stays: (host: SiteID, weeks: Range<Int>)...,
        as kind: PostingKind = .temporary
    ) throws {
        let postings = try stays.map { stay in
            Posting(
                host: try #require(instance.site(stay.host)), kind: kind,
                weeks: Week(stay.weeks.lowerBound)..<Week(stay.weeks.upperBound))
        }
        plans[try #require(instance.person(person)).offset] = Plan(postings)
    }
}
