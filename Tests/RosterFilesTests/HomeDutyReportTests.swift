import Foundation
import RosterFiles
import Rostering
import Testing

@Suite("Duties at home in reports")
struct HomeDutyReportTests {
    /// The example's roster with visits and remote duty in p2's weeks at home, and visits of p1 in the first week.
    private static func text(_ language: Language, weeks: Int = 8, width: Int = 100) throws -> [String] {
        var description = try ReportsExample.instance(weeks: weeks).description
        for link in description.links.indices { description.links[link].allowsVisits = true }
        for person in description.people.indices {
            description.people[person].visits = VisitLimits(sessionsPerWeek: 4, hostsPerWeek: 2)
        }
        description.remoteDuties = [
            RemoteDuty(id: "ecg", name: Text("ECG reading", "心电诊断"), hospital: "h1", wanted: PersonFilter())
        ]
        let instance = try Instance(description)
        let (c1, c2) = (try #require(instance.site("c1")), try #require(instance.site("c2")))
        var plans = ReportsExample.roster(of: instance).plans
        func visits(_ week: Int, _ visits: [Visit]) -> Plan.HomeWeek {
            Plan.HomeWeek(week: Week(week), duty: .visits(visits))
        }
        plans[0].homeWeeks = [visits(0, [Visit(host: c2, sessions: 1)])]
        plans[1].homeWeeks = [
            visits(0, [Visit(host: c2, sessions: 2)]), visits(1, [Visit(host: c2, sessions: 2)]),
            visits(2, [Visit(host: c2, sessions: 4)]),
            visits(4, [Visit(host: c1, sessions: 1), Visit(host: c2, sessions: 2)]),
            Plan.HomeWeek(week: Week(5), duty: .remote(RemoteDutyIndex(0))),
            Plan.HomeWeek(week: Week(6), duty: .remote(RemoteDutyIndex(0))),
        ]
        let roster = Roster(plans: plans, slots: .cheapest(for: plans, in: instance))
        return report(roster, instance).text(ReportStyle(language: language, width: width)).components(
            separatedBy: "\n\n")
    }

    private static func report(_ roster: Roster, _ instance: Instance) -> RosterReport {
        RosterReport(
            roster, audit: Audit(of: roster, in: instance), of: instance,
            summary: SolveSummary(outcome: .feasible, seconds: 1))
    }

    @Test func calendarMarksDutiesAtHome() throws {
        let sections = try Self.text(.english)
        #expect(
            sections.first { $0.hasPrefix("Calendar") } == """
                Calendar (weeks by their Monday)
                            2022-07     2022-08
                            04 11 18 25 01 08 15 22
                  First Hospital, Cardiology
                    p1 张三  b  A  A  A  A  A  A  -
                    p2       b  b  b  .  +  @  @  .
                  A  Guanmiao Clinic
                  B  Yinghu Clinic
                  b  at home, visits there (lower case)
                  +  at home, visits several hosts
                  @  at home, on remote duty
                  .  at home
                  -  on leave
                """)
    }

    @Test func visitsAndRemoteDutyAreListed() throws {
        #expect(
            try Self.text(.english).first { $0.hasPrefix("Visits") } == """
                Visits and remote duty
                  a  Guanmiao Clinic: 1 session in 1 week
                     2022-08-01 to 2022-08-07  1 week  1 session a week  p2  attending doctor
                  b  Yinghu Clinic: 11 sessions in 4 weeks
                     2022-07-04 to 2022-07-10   1 week   1 session a week  p1 张三  associate chief doctor
                     2022-07-04 to 2022-07-17  2 weeks  2 sessions a week  p2       attending doctor
                     2022-07-18 to 2022-07-24   1 week  4 sessions a week  p2       attending doctor
                     2022-08-01 to 2022-08-07   1 week  2 sessions a week  p2       attending doctor
                  @  ECG reading: 2 person-weeks
                     2022-08-08 to 2022-08-21  2 weeks  p2  attending doctor
                """)
        #expect(
            try Self.text(.chinese).first { $0.hasPrefix("坐诊巡诊与远程值班") } == """
                坐诊巡诊与远程值班
                  a  关庙镇中心卫生院：1个半日，1周
                     2022-08-01至2022-08-07  1周  每周1个半日  p2  主治医师
                  b  瀛湖镇中心卫生院：11个半日，4周
                     2022-07-04至2022-07-10  1周  每周1个半日  p1 张三  副主任医师
                     2022-07-04至2022-07-17  2周  每周2个半日  p2       主治医师
                     2022-07-18至2022-07-24  1周  每周4个半日  p2       主治医师
                     2022-08-01至2022-08-07  1周  每周2个半日  p2       主治医师
                  @  心电诊断：2人周
                     2022-08-08至2022-08-21  2周  p2  主治医师
                """)
    }

    /// A host that is only visited has no postings to list, and without duties at home nothing is said of them.
    @Test func onlyWhatOccursIsShown() throws {
        let postings = try #require(try Self.text(.english).first { $0.hasPrefix("Postings") })
        #expect(!postings.contains("Yinghu"))
        let instance = try ReportsExample.instance()
        let plain = Self.report(ReportsExample.roster(of: instance), instance).text(
            ReportStyle(language: .english))
        #expect(!plain.contains("remote duty") && !plain.contains("lower case"))
    }

    @Test("The calendar keeps its width", arguments: Language.allCases) func folding(_ language: Language)
        throws
    {
        let calendar = try #require(
            try Self.text(language, weeks: 52, width: 57).first {
                $0.hasPrefix(language == .english ? "Calendar" : "日历")
            })
        let grid = calendar.split(separator: "\n").map(String.init).filter { $0.contains("p2") }
        #expect(grid.count == 1)
        #expect(calendar.split(separator: "\n").allSatisfy { String($0).displayWidth <= 57 })
    }
}
