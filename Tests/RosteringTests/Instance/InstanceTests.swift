import Testing

@testable import Rostering

/// What an instance derives from its description.
@Suite struct InstanceTests {
    @Test func positionsAndIdentifiersFindEachOther() throws {
        let instance = try instance(people: [person("p1"), person("p2", employer: "g")])
        let (h, c1) = (try #require(instance.site("h")), try #require(instance.site("c1")))
        #expect(instance.site("nowhere") == nil && instance.person("nobody") == nil)
        #expect(instance.person("p2") == PersonIndex(1))
        #expect(instance[PersonIndex(1)].id == "p2" && instance[h].id == "h")
        #expect(instance.specialty("surgery")?.name.chinese == "普外科" && instance.specialty("x") == nil)
        #expect(instance.employer(of: PersonIndex(1)) == instance.site("g"))
        #expect(instance.lead(of: c1) == h && instance.lead(of: h) == h)
        #expect(instance.siteIndexes.count == 5 && instance.personIndexes.count == 2)
        #expect(instance.poolIndexes.count == instance.departmentIndexes.count)
    }

    @Test func onlyPeopleWithALinkMayBePosted() throws {
        let instance = try instance(
            people: [person("p1"), person("p2", employer: "g"), person("p3", limits: [.resident: free])])
        let (c1, d) = (try #require(instance.site("c1")), try #require(instance.site("d")))
        #expect(instance.candidates(at: c1).map(\.offset).contains(0))
        #expect(instance.candidates(at: d) == [PersonIndex(1)])
        #expect(instance.mayBePosted(PersonIndex(0)))
        #expect(instance.options(of: PersonIndex(0)).map(\.host) == [c1, instance.site("c2")])
    }

    @Test func leaveAndHolidaysTakeAppointments() throws {
        let holiday = try day("2022-07-13")
        let instance = try instance(
            weeks: 3, closedDays: [holiday],
            people: [
                person(
                    "p1", leave: [try days("2022-07-05", "2022-07-05")], sessionsPerWeek: 5,
                    slotsPerSession: 10)
            ])
        let p1 = PersonIndex(0)
        #expect(instance.isOnLeave(p1, in: Week(0)) && !instance.isOnLeave(p1, in: Week(1)))
        // Eight of ten sessions are worked in the week of the holiday: four of five.
        #expect(instance.weeks.map { instance.appointments(of: p1, in: $0) } == [50, 40, 50])
        let attendance = Attendance(try instance.roster(), in: instance)
        #expect(instance.weeks.map { attendance.capacity(of: PoolIndex(0), in: $0) } == [0, 40, 50])
        #expect(!attendance.isAtHome(p1, in: Week(0)) && attendance.isAtHome(p1, in: Week(1)))
    }

    @Test func staffChangesFromTheNextMonday() throws {
        let instance = try instance(
            weeks: 3,
            sites: tinySites(staff: [
                "c1": [
                    StaffLevel(technical: 9, midTitle: 2),
                    StaffLevel(from: try day("2022-07-12"), technical: 8, midTitle: 1),
                ]
            ]))
        let c1 = try #require(instance.site("c1"))
        #expect(instance.weeks.map { instance.ownStaff(of: c1, in: $0).technical } == [9, 9, 8])
        let c2 = try #require(instance.site("c2"))
        #expect(instance.ownStaff(of: c2, in: Week(0)) == StaffLevel(technical: 0, midTitle: 0))
    }

    @Test func setsOfWeeks() {
        var set = WeekSet(4, [Week(1)..<Week(3)])
        #expect(set.weeks == [Week(1), Week(2)] && !set.isEmpty)
        #expect(!set.contains(Week(-1)) && !set.contains(Week(4)))
        set.remove(Week(1))
        set.remove(Week(2))
        #expect(set.isEmpty)
        set.insert(Week(3))
        #expect(set.contains(Week(3)))
    }

    @Test func textsAndIdentifiers() {
        #expect(Text("a", "甲")[.english] == "a" && Text("a", "甲")[.chinese] == "甲")
        #expect(Text("a") == Text("a", "a"))
        #expect(SiteID("a") < "b" && SiteID("Z") < "a")
        #expect(SiteID("石转-1").isWellFormed && !SiteID("").isWellFormed && !SiteID("a b").isWellFormed)
        #expect(!SiteID(String(repeating: "a", count: 65)).isWellFormed)
    }
}
