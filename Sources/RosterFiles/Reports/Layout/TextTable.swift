/// A table in plain text whose columns are as wide as their widest cell.
struct TextTable {
    /// A column's heading and on which side its cells stand.
    struct Column {
        let heading: String
        let isNumeric: Bool

        /// A column of text, which stands on the left.
        static func text(_ heading: String = "") -> Column { Column(heading: heading, isNumeric: false) }
        /// A column of numbers, which stand on the right.
        static func number(_ heading: String = "") -> Column { Column(heading: heading, isNumeric: true) }
    }

    /// The columns.
    let columns: [Column]
    /// The rows; each has one cell for each column.
    var rows: [[String]] = []

    /// The lines, headings first unless all are empty; columns stand two cells apart. O(cells).
    func lines(indent: Int = 2) -> [String] {
        let headings = columns.map(\.heading)
        let hasHeadings = headings.contains { !$0.isEmpty }
        let shown = (hasHeadings ? [headings] : []) + rows
        let widths = columns.indices.map { column in shown.map { $0[column].displayWidth }.max() ?? 0 }
        return shown.map { row in
            let cells = columns.indices.map { column in
                columns[column].isNumeric
                    ? row[column].indented(to: widths[column]) : row[column].padded(to: widths[column])
            }
            let line = String(repeating: " ", count: indent) + cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }
}
