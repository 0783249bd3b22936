/// The short ASCII names under which a program is exported, and the comment lines that tell what they stand
/// for.
///
/// Readers of exported models disagree about which names they take, and some rename silently, so columns are
/// called `c1`, `c2`, ... and rows `r1`, `r2`, ... Names and origins stand in the comments.
struct ExportNames {
    let program: LinearProgram

    /// The program's columns, and a column fixed at 1 that carries the objective constant if there is one:
    /// readers disagree about the sign of a constant.
    ///
    /// Also stands in when there are no columns at all, which some readers refuse.
    let columns: [LinearProgram.Column]

    init(_ program: LinearProgram) {
        self.program = program
        var columns = program.columns.map { Self.rounded($0) }
        if program.objectiveConstant != 0 || columns.isEmpty {
            columns.append(
                LinearProgram.Column(
                    name: "objective constant", lower: 1, upper: 1, cost: program.objectiveConstant))
        }
        self.columns = columns
    }

    /// An integer column with its bounds rounded inwards, since some readers refuse fractional ones.
    ///
    /// A range without a whole number stays as it is.
    private static func rounded(_ column: LinearProgram.Column) -> LinearProgram.Column {
        guard column.isInteger else { return column }
        var rounded = column
        rounded.lower = column.lower.rounded(.up)
        rounded.upper = column.upper.rounded(.down)
        return rounded.lower <= rounded.upper ? rounded : column
    }

    static func column(_ offset: Int) -> String { "c\(offset + 1)" }

    static func row(_ offset: Int) -> String { "r\(offset + 1)" }

    /// The table of names, one comment line each; `prefix` starts a comment in the format.
    func comments(prefix: String) -> [String] {
        var lines = [
            "\(prefix) \(program.name.isEmpty ? "unnamed program" : Self.cleaned(program.name))",
            "\(prefix) minimise; \(columns.count) columns, \(program.rows.count) rows",
        ]
        for (offset, column) in columns.enumerated() where !column.name.isEmpty {
            lines.append("\(prefix) \(Self.column(offset)) = \(Self.cleaned(column.name))")
        }
        for (offset, row) in program.rows.enumerated() where !row.name.isEmpty || row.origin != nil {
            let origin = row.origin.map { " [\(Self.cleaned($0))]" } ?? ""
            lines.append("\(prefix) \(Self.row(offset)) = \(Self.cleaned(row.name))\(origin)")
        }
        return lines
    }

    /// A text that fits into one comment line: no control characters, and short enough for readers with fixed
    /// line buffers.
    private static func cleaned(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F })
                .prefix(120))
    }

    /// The shortest decimal number that reads back as exactly the same bits; whole numbers without a point.
    static func number(_ value: Double) -> String {
        if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
        return "\(value)"
    }
}
