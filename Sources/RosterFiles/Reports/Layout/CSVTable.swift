import Foundation

/// A table as comma-separated values for spreadsheets (RFC 4180): lines end with CR LF, and what holds a comma, quote or line end is quoted.
///
/// The file begins with a byte-order mark, because Chinese editions of Excel take a file without one for GBK and garble it.
struct CSVTable {
    /// One cell.
    enum Cell {
        case text(String)
        case integer(Int)
        /// A number with at most four digits after the point.
        case decimal(Double)
        case empty
    }

    /// The names of the columns.
    let headings: [String]
    /// The rows; each has one cell for each column.
    var rows: [[Cell]] = []

    /// The bytes of the file.
    var file: Data {
        let lines = ([headings.map { .text($0) }] + rows).map { row in
            row.map(\.field).joined(separator: ",") + "\r\n"
        }
        return Data(("\u{FEFF}" + lines.joined()).utf8)
    }
}

extension CSVTable.Cell {
    /// A text, or an empty cell where there is none.
    static func text(_ text: String?) -> Self { text.map { .text($0) } ?? .empty }

    fileprivate var field: String {
        switch self {
        case .text(let text): Self.quoted(Self.harmless(text))
        case .integer(let number): String(number)
        case .decimal(let number): String.decimal(number, digits: 4)
        case .empty: ""
        }
    }

    /// The text with an apostrophe in front where a spreadsheet would take it for a formula: names come from files that others made.
    private static func harmless(_ text: String) -> String {
        text.first.map { "=+-@\t\r".contains($0) } ?? false ? "'" + text : text
    }

    private static func quoted(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
            return text
        }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
