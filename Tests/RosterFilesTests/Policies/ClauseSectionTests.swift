import Foundation
import Rostering
import Testing

@testable import RosterFiles

@Suite("Clauses in reports") struct ClauseSectionTests {
    /// The sample instance's check, judged by the sample pack; one clause's rule is off, three bind no roster or are carried otherwise.
    private func check(pack: String = SamplePack.text, _ rules: String = "{}") throws -> CheckReport {
        let policy = #"{"pack": "policies/sample.json", "rules": \#(rules)}"#
        let instance = try InstanceFile.read(SamplePack.instance(policy), packs: SamplePack.source(pack))
        return CheckReport(try RosterFile.read(Data(Samples.roster.utf8), for: instance), of: instance)
    }

    private func section(_ report: CheckReport, _ style: ReportStyle) throws -> String {
        let sections = report.text(style).components(separatedBy: "\n\n")
        return try #require(sections.first { $0.hasPrefix("Clauses") || $0.hasPrefix("条款") })
    }

    @Test("a pack's clauses with verdicts, and how many are not judged, in English")
    func english() throws {
        #expect(
            try section(check(), ReportStyle(language: .english)) == """
                Clauses of: Sample policy (version 3)
                  clause  article  verdict                   words
                  X1      一       missed by 4 person-weeks  甲……乙
                  and 3 more: 1 whose rules are off, 2 that bind no roster or are carried otherwise
                """)
    }

    @Test("in Chinese, with all rules on")
    func chinese() throws {
        let report = try check(#"{"fairness": {"on": true}}"#)
        #expect(
            try section(report, ReportStyle(language: .chinese)) == """
                条款：示例政策（第3版）
                  条款  条  结论           原文
                  X1    一  未满足：4人周  甲……乙
                  X3    三  满足           丁
                  另有2条不约束轮派表或以其他方式落实
                """)
    }

    @Test("long words are cut, unless the report is full")
    func full() throws {
        let words = String(repeating: "原文", count: 40)
        let report = try check(pack: SamplePack.text.replacing("甲", with: words))
        #expect(try !section(report, ReportStyle(language: .english)).contains(words))
        #expect(try section(report, ReportStyle(language: .english, isFull: true)).contains(words))
    }

    @Test("the JSON has the pack, and each clause with rules, verdict and amounts")
    func json() throws {
        let json = try JSONSerialization.jsonObject(with: check().json(.english)) as? [String: Any]
        let policy = json?["policy"] as? [String: Any]
        #expect(policy?["pack"] as? String == SamplePack.path && policy?["version"] as? Int == 3)
        #expect(json?["cautions"] == nil)
        let clauses = try #require(json?["clauses"] as? [[String: Any]])
        #expect(clauses.map { $0["clause"] as? String } == ["X1"])
        #expect(clauses[0]["rules"] as? [String] == ["midTitleFloor"] && clauses[0]["kept"] as? Bool == false)
        let missed = try #require(clauses[0]["missedBy"] as? [[String: Any]])
        #expect(missed.map { $0["amount"] as? Int } == [4])
        #expect(missed.map { $0["unit"] as? String } == ["person-week"])
    }

    @Test("a pack out of force is a caution in every report")
    func caution() throws {
        let pack = SamplePack.text.replacing(#""from": "2022-07-01""#, with: #""until": "2022-07-31""#)
        let report = try check(pack: pack)
        let caution = """
            Caution: The policy 'Sample policy' is in force to 2022-07-31; the roster runs from 2022-07-04 to 2022-08-28.

            """
        #expect(report.text(ReportStyle(language: .english)).contains(caution))
        #expect(report.text(ReportStyle(language: .chinese)).contains("注意：政策“示例政策”至2022-07-31止有效"))
        let (instance, summary) = (report.instance, SolveSummary(outcome: .undecided, seconds: 0))
        let undecided = UndecidedReport(of: instance, summary: summary)
        #expect(undecided.text(ReportStyle(language: .english)).contains(caution))
        let validated = FaultReport([], cautions: instance.cautions)
        #expect(validated.text(.english) == "No faults.\n" + caution)
        for data in [report.json(.english), undecided.json(.english), validated.json(.english)] {
            let json = try JSONSerialization.jsonObject(with: data) as? [String: Any]
            #expect((json?["cautions"] as? [String])?.count == 1)
        }
    }
}
