import Rostering
import Testing

@Suite struct PeriodicVisitsTests {
    /// Eight weeks; c1 wants visits, and a cardiologist and a surgeon may make them.
    private func small(
        sessions: Int = 2, everyWeeks: Int = 4, longestGap: Int? = nil, weeks: Int = 8,
        wanted: PersonFilter = PersonFilter(specialty: "cardiology"), closedDays: [CalendarDay] = []
    ) throws -> Instance {
        try instance(
            weeks: weeks, closedDays: closedDays, links: dutyLinks(),
            people: [visitor("p1"), visitor("p2", specialties: ["surgery"])]
        ).changed {
            $0.visitsWanted = [
                VisitsWanted(
                    host: "c1", wanted: wanted, sessions: sessions, everyWeeks: everyWeeks,
                    longestGap: longestGap)
            ]
            $0.policy[PeriodicVisits.self].enforcement.isOn = true
        }
    }

    private func amounts(
        _ instance: Instance, posted stays: [PersonID: [Stay]] = [:],
        _ visits: [PersonID: [Int: [SiteID: Int]]] = [:]
    ) throws -> [Int?: Int] {
        instance.amounts(of: PeriodicVisits.self, try instance.roster(stays, visits: visits))
    }

    @Test func everyRunOfWeeksHasItsSessions() throws {
        let instance = try small()
        #expect(try amounts(instance) == [0: 2, 1: 2, 2: 2, 3: 2, 4: 2])
        #expect(try amounts(instance, ["p1": [3: ["c1": 1]]]) == [0: 1, 1: 1, 2: 1, 3: 1, 4: 2])
        #expect(try amounts(instance, ["p1": [3: ["c1": 2]]]) == [4: 2])
        #expect(try amounts(instance, ["p1": [3: ["c1": 2], 7: ["c1": 2]]]) == [:])
        #expect(try amounts(instance, ["p1": [3: ["c1": 2], 6: ["c1": 1], 7: ["c1": 1]]]) == [:])
        // The fourth week after the third without a visit.
        #expect(try amounts(instance, ["p1": [2: ["c1": 2], 7: ["c1": 2]]]) == [3: 2])
    }

    @Test func onlyVisitsThereByThoseWanted() throws {
        let instance = try small()
        #expect(try amounts(instance, ["p1": [3: ["c2": 2], 7: ["c2": 2]]]).count == 5)
        #expect(try amounts(instance, ["p2": [3: ["c1": 2], 7: ["c1": 2]]]).count == 5)
        let anyone = try small(wanted: PersonFilter())
        #expect(try amounts(anyone, ["p2": [3: ["c1": 2], 7: ["c1": 2]]]) == [:])
        #expect(try amounts(anyone, ["p1": [3: ["c1": 1]], "p2": [3: ["c1": 1], 7: ["c1": 2]]]) == [:])
    }

    /// Whoever is posted there holds all sessions of the week.
    @Test func aPostedSpecialistCounts() throws {
        let posted: [PersonID: [Stay]] = ["p1": [.at("c1", 3..<5)]]
        #expect(try amounts(try small(sessions: 10), posted: posted) == [:])
        #expect(try amounts(try small(sessions: 11), posted: posted) == [0: 1, 4: 1])
        #expect(try amounts(try small(), posted: ["p2": [.at("c1", 0..<8)]]).count == 5)
        // A week of holidays has no session.
        let holiday = try (0..<5).map { try day("2022-07-25").advanced(by: $0) }
        #expect(try amounts(try small(closedDays: holiday), posted: ["p1": [.at("c1", 3..<4)]]).count == 5)
    }

    /// K10: a gap of five weeks where four are allowed.
    @Test func noGapIsLongerThanAllowed() throws {
        let instance = try small(sessions: 0, everyWeeks: 1, longestGap: 4)
        #expect(try amounts(instance, ["p1": [0: ["c1": 1], 5: ["c1": 1]]]) == [:])
        #expect(try amounts(instance, ["p1": [0: ["c1": 1], 6: ["c1": 1]]]) == [1: 1])
        #expect(try amounts(instance, ["p1": [0: ["c1": 1], 7: ["c1": 1]]]) == [1: 1, 2: 1])
        #expect(try amounts(instance, posted: ["p1": [.at("c1", 4..<5)]]) == [:])
        #expect(try amounts(instance) == [0: 1, 1: 1, 2: 1, 3: 1])
        #expect(try amounts(try small(sessions: 0, everyWeeks: 1, longestGap: 8)) == [:])
        let weekly = try small(sessions: 0, everyWeeks: 1, longestGap: 0)
        #expect(try amounts(weekly, posted: ["p1": [.at("c1", 0..<7)]]) == [7: 1])
    }

    /// What begins in the same week counts once, the greater of the two.
    @Test func sessionsAndGapShareAViolation() throws {
        let instance = try small(sessions: 1, everyWeeks: 4, longestGap: 2)
        let found = instance.violations(
            of: PeriodicVisits.self, try instance.roster(visits: ["p1": [3: ["c1": 1]]]))
        #expect(found.map(\.tag.week?.offset) == [0, 4, 5])
        #expect(found.map(\.amount) == [1, 1, 1])
        #expect(found.map(\.reason?.rawValue) == ["gapTooLong", "tooFewSessions", "gapTooLong"])
        #expect(found.map(\.cost) == [Cost(10), Cost(10), Cost(10)])
    }

    @Test func aHorizonShorterThanARunAsksNothing() throws {
        let instance = try small(everyWeeks: 9, longestGap: 8)
        #expect(try amounts(instance) == [:])
        #expect(PeriodicVisits().requirements(for: instance).rows.isEmpty)
    }

    @Test func toldInBothLanguages() throws {
        let instance = try small(sessions: 1, everyWeeks: 4, longestGap: 2)
        let told = instance.violations(of: PeriodicVisits.self, try instance.roster(visits: [:])).map {
            PeriodicVisits().wording(of: $0, in: instance)
        }
        #expect(
            told.first
                == Text(
                    "site c1 wants 1 session of cardiology in every 4 weeks; 1 missing in those that begin here",
                    "机构c1每4周需要心内科坐诊巡诊1个半日，自本周起的4周缺1个"))
        #expect(
            told.last
                == Text(
                    "site c1 is without cardiology for more than 2 weeks from here on",
                    "机构c1自本周起超过2周没有心内科坐诊巡诊"))
    }

    /// Sessions at the clinic are sessions lost at the hospital.
    @Test func againstGeneralDemand() throws {
        let instance = try instance(weeks: 1, links: dutyLinks(), people: [visitor("p1", sessionsPerWeek: 4)])
            .changed {
                $0.people[0].slotsPerSession = 10
                $0.generalDemand = [
                    GeneralDemand(hospital: "h", specialty: "cardiology", perWeek: .constant(30))
                ]
                $0.visitsWanted = [
                    VisitsWanted(host: "c1", wanted: PersonFilter(), sessions: 3, everyWeeks: 1)
                ]
                $0.policy[ReferralReserve.self].enforcement.isOn = false
            }
        for (sessions, missing, unmet) in [(1, 2, [:]), (3, 0, [0: 20])] as [(Int, Int, [Int?: Int])] {
            let roster = try instance.roster(visits: ["p1": [0: ["c1": sessions]]])
            #expect(instance.amounts(of: PeriodicVisits.self, roster)[0] ?? 0 == missing)
            #expect(instance.amounts(of: GeneralDemandUnmet.self, roster) == unmet)
        }
    }
}
