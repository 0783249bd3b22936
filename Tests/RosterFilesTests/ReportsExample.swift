import RosterFiles
import Rostering

/// A hospital with one department and two clinics, one person posted for six weeks of eight, and a referral that goes unserved.
enum ReportsExample {
    /// Only two rules are on, so that no other rule's wording is tested here.
    ///
    /// - Parameter staff: the first clinic's own technical staff, one of them mid-title; with 11 its floor is broken.
    static func instance(staff: Int = 10, weeks: Int = 8) throws -> Instance {
        var description = InstanceDescription(
            name: Text("Teaching case", "教学算例"),
            calendar: RosterCalendar(firstDay: try day("2022-07-04"), weekCount: weeks))
        description.specialties = [Specialty(id: "cardiology", name: Text("Cardiology", "心内科"))]
        description.sites = [
            Site(id: "h1", name: Text("First Hospital", "第一医院"), level: .secondary),
            Site(
                id: "c1", name: Text("Guanmiao Clinic", "关庙镇中心卫生院"), level: .clinic,
                staff: [StaffLevel(technical: staff, midTitle: 1)]),
            Site(
                id: "c2", name: Text("Yinghu Clinic", "瀛湖镇中心卫生院"), level: .clinic,
                staff: [StaffLevel(technical: 10, midTitle: 1)]),
        ]
        description.links = [Link(from: "h1", to: "c1"), Link(from: "h1", to: "c2")]
        description.people = [
            Person(
                id: "p1", name: "张三", employer: "h1", title: .associateSenior, specialties: ["cardiology"],
                leave: [DayRange(try day("2022-08-22"), try day("2022-08-26"))], sessionsPerWeek: 4,
                slotsPerSession: 20),
            Person(
                id: "p2", employer: "h1", specialties: ["cardiology"], sessionsPerWeek: 4, slotsPerSession: 20
            ),
        ]
        description.demands = [
            Demand(host: "c1", wanted: PersonFilter(specialty: "cardiology")),
            Demand(
                host: "c2", wanted: PersonFilter(specialty: "cardiology"),
                days: DayRange(nil, try day("2022-07-17"))),
        ]
        description.referrals = [Referrals(clinic: "c1", specialty: "cardiology", perWeek: .constant(3))]
        description.generalDemand = [
            GeneralDemand(hospital: "h1", specialty: "cardiology", perWeek: .constant(100))
        ]
        for var rule in description.policy.rules
        where ![Coverage.id, MidTitleFloor.id].contains(rule.id)
            && !type(of: rule).enforceability.isStructural
        {
            rule.enforcement.isOn = false
            description.policy.replace(rule)
        }
        return try Instance(description)
    }

    /// p1 at c1 in weeks 1 to 6, p2 at home; 16 of each 80 appointments reserved.
    static func roster(of instance: Instance) -> Roster {
        let entries = instance.weeks.map { week in
            let isHome = week < Week(1)
            return SlotPlan.Entry(
                reserved: isHome ? 32 : 16, referralsServed: 3, generalServed: isHome ? 100 : 64,
                split: [isHome ? 32 : 16, 0])
        }
        return Roster(
            plans: [Plan([Posting(host: SiteIndex(1), weeks: Week(1)..<Week(7))]), Plan()],
            slots: SlotPlan(entries: [entries]))
    }

    static func day(_ text: String) throws -> CalendarDay {
        struct NotADay: Error {}
        guard let day = CalendarDay(text) else { throw NotADay() }
        return day
    }
}
