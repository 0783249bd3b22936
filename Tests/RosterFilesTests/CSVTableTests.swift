import Foundation
import Testing

@testable import RosterFiles

@Suite("CSV") struct CSVTableTests {
    private static func lines(_ rows: [[CSVTable.Cell]]) -> String {
        String(decoding: CSVTable(headings: ["a", "b"], rows: rows).file, as: UTF8.self)
    }

    @Test("A byte-order mark, headings, and lines that end with CR LF")
    func form() {
        let file = CSVTable(headings: ["人员", "b"], rows: [[.text("张三"), .integer(-2)]]).file
        #expect(file.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(Data(file.dropFirst(3)) == Data("人员,b\r\n张三,-2\r\n".utf8))
    }

    @Test(
        "What holds a comma, a quote or a line end is quoted, quotes doubled",
        arguments: [
            ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("two\nlines", "\"two\nlines\""),
            ("cr\r\nlf", "\"cr\r\nlf\""), ("全角，逗号", "全角，逗号"), ("plain", "plain"), ("", ""),
        ])
    func quoting(_ text: String, _ field: String) {
        #expect(Self.lines([[.text(text), .empty]]) == "\u{FEFF}a,b\r\n\(field),\r\n")
    }

    @Test(
        "A text that a spreadsheet would calculate is defused; numbers are not",
        arguments: ["=1+1", "+1", "-1", "@x", "\tx"])
    func formulas(_ text: String) {
        #expect(Self.lines([[.text(text), .integer(-1)]]) == "\u{FEFF}a,b\r\n'\(text),-1\r\n")
    }

    @Test("A formula with a comma is defused and quoted")
    func both() {
        #expect(Self.lines([[.text("=a,b"), .empty]]) == "\u{FEFF}a,b\r\n\"'=a,b\",\r\n")
    }

    @Test("Decimals have at most four digits and no needless zeros")
    func decimals() {
        #expect(Self.lines([[.decimal(2.5), .decimal(1.0 / 3)]]) == "\u{FEFF}a,b\r\n2.5,0.3333\r\n")
        #expect(Self.lines([[.decimal(-7), .text(nil)]]) == "\u{FEFF}a,b\r\n-7,\r\n")
    }
}
