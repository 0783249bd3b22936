import Rostering
import Testing

@testable import RosterFiles

@Suite("Report layout")
struct ReportsLayoutTests {
    @Test(
        "A Chinese character takes two cells, a combining mark none",
        arguments: [
            ("", 0), ("abc", 3), ("卫生院", 6), ("p1 张三", 7), ("（）", 4), ("e\u{301}", 1), ("\u{1B}[", 1),
            ("𠮷", 2),
        ])
    func width(_ text: String, _ cells: Int) {
        #expect(text.displayWidth == cells)
    }

    @Test("Cutting keeps within the cells and says that something is missing")
    func cut() {
        #expect("卫生院长".cut(to: 8) == "卫生院长")
        #expect("卫生院长".cut(to: 7) == "卫生院~")
        #expect("卫生院长".cut(to: 6) == "卫生~")
        #expect("abcdef".cut(to: 4) == "abc~")
        #expect("卫生院,长".cut(to: 6) == "卫生~", "what follows a character that does not fit is cut too")
    }

    @Test("Columns stand straight whatever the script")
    func table() {
        var table = TextTable(columns: [.text("机构"), .number("n"), .text()])
        table.rows = [["卫生院", "5", "x"], ["a", "120", ""]]
        #expect(table.lines() == ["  机构      n", "  卫生院    5  x", "  a       120"])
    }

    @Test("A name cannot steer the terminal")
    func controls() {
        #expect(String(sections: [["a\u{1B}[2Jb"], [], ["c"]]) == "a\u{FFFD}[2Jb\n\nc\n")
    }

    @Test("Numbers", arguments: [(0.0, "0 %"), (0.000_001, "<0.01 %"), (0.0312, "3.12 %"), (1, "100 %")])
    func percentages(_ share: Double, _ text: String) {
        #expect(Text.percentage(share).english == text)
    }

    @Test(
        "Units in the plural",
        arguments: [
            (1, "person-week", "1 person-week"), (2, "person-week", "2 person-weeks"),
            (0, "person", "0 people"),
            (2, "duty", "2 duties"), (2, "day", "2 days"),
        ])
    func units(_ amount: Int, _ unit: String, _ text: String) {
        #expect(Text.counted(amount, .init(unit, "")).english == text)
    }
}

@Suite("Keys of hosts")
struct ReportsHostKeysTests {
    @Test(
        "One letter each, two where there are more than 26 hosts",
        arguments: [(26, "A", "Z"), (28, "AA", "BB")])
    func keys(_ count: Int, _ first: String, _ last: String) {
        let plans = (0..<count).reversed().map {
            Plan([Posting(host: SiteIndex($0), weeks: Week(0)..<Week(1))])
        }
        let keys = HostKeys(of: Roster(plans: plans, slots: SlotPlan(entries: [])))
        #expect(keys.hosts == (0..<count).map { SiteIndex($0) })
        #expect(keys[SiteIndex(0)] == first)
        #expect(keys[SiteIndex(count - 1)] == last)
        #expect(keys.width == first.count)
        #expect(Set(keys.hosts.map { keys[$0] }).count == count)
    }
}
