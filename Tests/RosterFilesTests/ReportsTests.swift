import Foundation
import RosterFiles
import Rostering
import Testing

@Suite("Reports")
struct ReportsTests {
    @Test("A roster's report as a whole, folded to a narrow terminal")
    func rosterInEnglish() throws {
        let instance = try ReportsExample.instance()
        let report = try Self.feasible(instance)
        #expect(report.text(ReportStyle(language: .english, width: 40)) == ReportsExpected.roster)
    }

    @Test("A check's report as a whole, in Chinese")
    func checkInChinese() throws {
        let instance = try ReportsExample.instance(staff: 11)
        let report = CheckReport(ReportsExample.roster(of: instance), of: instance)
        #expect(!report.audit.isFeasible)
        #expect(report.text(ReportStyle(language: .chinese)) == ReportsExpected.check)
    }

    @Test("An infeasible instance's report as a whole")
    func infeasibility() throws {
        let instance = try ReportsExample.instance(staff: 11)
        let report = Self.infeasible(instance)
        #expect(report.text(ReportStyle(language: .english)) == ReportsExpected.infeasibility)
        #expect(report.text(ReportStyle(language: .english, isFull: true)).contains("Calendar"))
    }

    @Test("An undecided solve is not called infeasible")
    func undecided() throws {
        let summary = SolveSummary(outcome: .undecided, stopReason: .cancelled, seconds: 0.04)
        let report = UndecidedReport(of: try ReportsExample.instance(), summary: summary)
        #expect(report.text(ReportStyle(language: .english)) == ReportsExpected.undecided)
    }

    @Test("A proven roster says so", arguments: Language.allCases)
    func optimal(_ language: Language) throws {
        let instance = try ReportsExample.instance()
        let roster = ReportsExample.roster(of: instance)
        let summary = SolveSummary(outcome: .optimal, bound: 400, gap: 0, seconds: 0)
        let report = RosterReport(
            roster, audit: Audit(of: roster, in: instance), of: instance, summary: summary)
        let headline = report.text(ReportStyle(language: language)).split(separator: "\n").first
        #expect(headline?.hasPrefix(language == .english ? "Proven optimal" : "已证明最优") == true)
    }

    @Test("More lines than a report lists are counted, and a full report has them all")
    func limit() throws {
        var description = try ReportsExample.instance().description
        // Every other week, so that none merge: 4 weeks for each of 10 demands.
        description.demands = try (0..<40).map { position in
            let monday = try ReportsExample.day("2022-07-04").advanced(by: 14 * (position % 4))
            return Demand(
                host: "c1", wanted: PersonFilter(specialty: "cardiology"), count: 2 + position / 4,
                days: DayRange(monday, monday))
        }
        let instance = try Instance(description)
        let report = CheckReport(ReportsExample.roster(of: instance), of: instance)
        let brief = report.text(ReportStyle(language: .english))
        #expect(brief.contains("  and 25 more (--full lists all)\n"))
        let full = report.text(ReportStyle(language: .english, isFull: true))
        #expect(full.split(separator: "\n").count { $0.contains("Guanmiao Clinic wants") } == 40)
        #expect(!full.contains("more (--full"))
    }

    @Test(
        "The calendar folds into bands no wider than asked",
        arguments: [(40, 6), (57, 4), (100, 2), (200, 1)])
    func folding(_ width: Int, _ bands: Int) throws {
        let text = try Self.feasible(try ReportsExample.instance(weeks: 52)).text(
            ReportStyle(language: .chinese, width: width))
        let calendar = text.components(separatedBy: "\n\n").first { $0.hasPrefix("日历") }
        let lines = try #require(calendar).split(separator: "\n").map(String.init)
        #expect(lines.allSatisfy { $0.displayWidth <= width })
        #expect(lines.count { $0.contains("2022-07") } == 1)
        #expect(lines.count { $0.contains("p1 张三") } == 1)
        #expect(lines.count { $0 == "  无人派驻" } == bands - 1)
    }

    @Test("The JSON of a solve has the promised members, and its roster is a roster file")
    func rosterJSON() throws {
        let instance = try ReportsExample.instance()
        let report = try Self.feasible(instance)
        let json = try Self.object(report.json(.english))
        #expect(json["outcome"] as? String == "feasible")
        #expect(json["objective"] as? Int == 400)
        #expect(json["bound"] as? Int == 300)
        #expect(json["gap"] as? Double == 0.25)
        #expect(json["seconds"] as? Double == 1.256)
        #expect(json["stoppedBy"] as? String == "timeLimit")
        let violations = try #require(json["violations"] as? [[String: Any]])
        #expect(violations.count == 4)
        #expect(violations.first?["week"] as? String == "2022-07-04")
        #expect(violations.first?["message"] as? String == "Guanmiao Clinic wants 1 of Cardiology; 1 missing")
        let roster = try JSONSerialization.data(withJSONObject: try #require(json["roster"]))
        #expect(try RosterFile.read(roster, for: instance) == report.roster)
    }

    @Test("The JSON of a check has each rule's share")
    func checkJSON() throws {
        let instance = try ReportsExample.instance(staff: 11)
        let json = try Self.object(
            CheckReport(ReportsExample.roster(of: instance), of: instance).json(.chinese))
        #expect(json["passed"] as? Bool == false)
        let rules = try #require(json["rules"] as? [[String: Any]])
        let coverage = try #require(rules.first { $0["rule"] as? String == "coverage" })
        #expect(coverage["cost"] as? Int == 400)
        let floor = try #require(rules.first { $0["rule"] as? String == "midTitleFloor" })
        #expect((floor["readings"] as? [Any])?.count == 6)
        #expect(floor["kept"] as? Bool == false)
    }

    @Test("The JSON of an infeasible instance has the conflicts and no objective")
    func infeasibilityJSON() throws {
        let json = try Self.object(Self.infeasible(try ReportsExample.instance(staff: 11)).json(.english))
        #expect(json["objective"] is NSNull)
        #expect(json["leastProven"] as? Bool == true)
        let conflicts = try #require(json["personalConflicts"] as? [[String: Any]])
        #expect(conflicts.first?["person"] as? String == "p2")
    }

    @Test("Faults, a line each, and as JSON")
    func faults() throws {
        let report = FaultReport([
            Fault(
                Fault.Code("outOfRange"), at: "people[0].title", value: "9",
                Text("A title is 0 to 5.", "职称为0至5。")),
            Fault(Fault.Code("malformedFile"), at: "", value: "", Text("The file is empty.", "文件是空的。")),
        ])
        #expect(report.text(.english) == "people[0].title: A title is 0 to 5. (9)\nThe file is empty.\n")
        #expect(report.text(.chinese) == "people[0].title: 职称为0至5。 (9)\n文件是空的。\n")
        let json = try Self.object(report.json(.english))
        #expect((json["faults"] as? [[String: String]])?.first?["path"] == "people[0].title")
    }

    private static func feasible(_ instance: Instance) throws -> RosterReport {
        let roster = ReportsExample.roster(of: instance)
        return RosterReport(
            roster, audit: Audit(of: roster, in: instance), of: instance,
            summary: SolveSummary(
                outcome: .feasible, stopReason: .timeLimit, bound: 300, gap: 0.25, seconds: 1.256,
                method: "exact"))
    }

    private static func infeasible(_ instance: Instance) -> InfeasibilityReport {
        let roster = ReportsExample.roster(of: instance)
        return InfeasibilityReport(
            of: instance, summary: SolveSummary(outcome: .infeasible, seconds: 0.2),
            personalConflicts: [
                InfeasibilityReport.PersonalConflict(
                    person: PersonIndex(1), waysOut: [Text("shorten the leave", "缩短休假")])
            ],
            leastViolating: (roster, Audit(of: roster, in: instance)), isLeastProven: true)
    }

    private static func object(_ data: Data) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }
}
