import Foundation
import RosterFiles
import Rostering
import Testing

@Suite("Reports of service and indicators")
struct ServiceReportsTests {
    /// Seven clinics with one mid-title of ten staff, and three with one of eleven, whose floor is missed.
    private static func report() throws -> IndicatorReport {
        var description = try ReportsExample.instance().description
        description.sites += (3..<11).map { number in
            Site(
                id: SiteID("c\(number)"), name: Text("Clinic \(number)"), level: .clinic,
                staff: [StaffLevel(technical: number < 8 ? 10 : 11, midTitle: 1)])
        }
        let instance = try Instance(description)
        return IndicatorReport(ReportsExample.roster(of: instance), of: instance)
    }

    @Test("Of a long list what misses a binding target comes first, and a full report has all in order")
    func limit() throws {
        let report = try Self.report()
        func floor(isFull: Bool) throws -> [String] {
            let lines = report.text(ReportStyle(language: .english, isFull: isFull)).components(
                separatedBy: "\n")
            let start = try #require(
                lines.firstIndex { $0.hasPrefix("  Weeks with the mid-title floor kept") })
            return Array(lines[(start + 1)...].prefix { $0.hasPrefix("    ") })
        }
        let brief = try floor(isFull: false)
        #expect(brief.count == 13)
        #expect(brief.last == "    and 48 more (--full lists all)")
        #expect(brief.prefix(3).allSatisfy { $0.hasSuffix("MISSED") })
        #expect(brief.dropFirst(3).allSatisfy { !$0.hasSuffix("MISSED") })
        let full = try floor(isFull: true)
        #expect(full.count == 60)
        #expect(full[0].hasPrefix("    Guanmiao Clinic"))
    }

    @Test("The summary counts targets that bind, and what was not given")
    func summary() throws {
        let report = try Self.report()
        let values = report.results.flatMap { $0.values ?? [] }.filter(\.isEnforced)
        let (met, missed) = (values.count { $0.verdict == .met }, values.count { $0.verdict == .missed })
        let imported = report.results.count { $0.values == nil }
        #expect(missed >= 3)
        #expect(
            report.text(ReportStyle(language: .english)).contains(
                "  \(met) targets met, \(missed) missed; \(imported) indicators are imported values, none given\n"
            ))
    }

    @Test("CSV has the same columns in every row, in both languages", arguments: Language.allCases)
    func columns(_ language: Language) throws {
        let instance = try ReportsExample.instance()
        let roster = ReportsExample.roster(of: instance)
        for file in [
            FilingReport(roster, of: instance).csv(language),
            LedgerReport(roster, of: instance).csv(language),
            try Self.report().csv(language),
        ] {
            // No name in this instance holds a comma or a quote.
            let lines = String(decoding: file, as: UTF8.self).components(separatedBy: "\r\n").dropLast()
            let counts = lines.map { line in
                var isQuoted = false
                return line.count { character in
                    if character == "\"" { isQuoted.toggle() }
                    return character == "," && !isQuoted
                }
            }
            #expect(lines.count > 1)
            #expect(Set(counts).count == 1)
        }
    }

    @Test("A posting outside every rule is listed with its faults, and faults at home stand apart")
    func faults() throws {
        var description = try ReportsExample.instance().description
        description.people[1].pins = [
            .postedSomewhere(
                DayRange(try ReportsExample.day("2022-07-04"), try ReportsExample.day("2022-07-08")))
        ]
        let instance = try Instance(description)
        let roster = Roster(
            plans: [Plan([Posting(host: SiteIndex(1), weeks: Week(0)..<Week(8))]), Plan()],
            slots: .cheapest(for: [Plan(), Plan()], in: instance))
        let text = FilingReport(roster, of: instance).text(ReportStyle(language: .english))
        #expect(text.contains("    fault: p1 is posted at Guanmiao Clinic while on leave\n"))
        #expect(
            text.hasSuffix(
                "\nFaults in weeks without a posting\n  p2 is pinned to be posted and is at home\n"))
    }

    @Test("An empty roster makes an empty list")
    func nobody() throws {
        let instance = try ReportsExample.instance()
        let roster = Roster(
            plans: [Plan(), Plan()], slots: .cheapest(for: [Plan(), Plan()], in: instance))
        let report = FilingReport(roster, of: instance)
        #expect(report.text(ReportStyle(language: .chinese)).contains("备案\n  无\n"))
        #expect(
            String(decoding: report.csv(.english), as: UTF8.self).components(separatedBy: "\r\n").count == 2)
    }
}
