extension LinearProgram {
    /// Everything that is wrong with the program, in the order of its columns and rows; empty if it can be
    /// solved.
    ///
    /// A bound range that leaves an integer column no whole number is no fault: such a program is infeasible,
    /// not malformed. Linear in the size of the program.
    public func faults() -> [LinearProgramFault] {
        var found: [LinearProgramFault] = []
        if !objectiveConstant.isFinite {
            found.append(
                LinearProgramFault(
                    code: .notFinite,
                    message: "The objective constant of the program is \(objectiveConstant). "
                        + "Maybe a cost was divided by zero."))
        }
        if Self.hasControlCharacter(name) {
            found.append(Self.badName("program", name, column: nil, row: nil))
        }
        for offset in columns.indices {
            found += Self.faults(of: columns[offset], at: ColumnIndex(offset))
        }
        var lastRow = [Int](repeating: -1, count: columns.count)
        for offset in rows.indices {
            found += faults(of: rows[offset], at: RowIndex(offset), lastRow: &lastRow)
        }
        return found
    }

    /// What is wrong with a column that stands, or is to stand, at `index`; empty if nothing is.
    public static func faults(of column: Column, at index: ColumnIndex) -> [LinearProgramFault] {
        var found: [LinearProgramFault] = []
        let title = "column \(index.offset)" + (column.name.isEmpty ? "" : " (\(column.name))")
        if hasControlCharacter(column.name) {
            found.append(badName("column \(index.offset)", column.name, column: index, row: nil))
        }
        if !column.cost.isFinite {
            found.append(
                LinearProgramFault(
                    code: .notFinite, column: index,
                    message:
                        "The cost of \(title) is \(column.cost). Maybe a weight is missing or was divided by zero."
                ))
        }
        found += boundFaults(lower: column.lower, upper: column.upper, title: title, column: index, row: nil)
        return found
    }

    /// What is wrong with the bounds of the thing called `title`; empty if nothing is.
    static func boundFaults(
        lower: Double, upper: Double, title: String, column: ColumnIndex?, row: RowIndex?
    ) -> [LinearProgramFault] {
        if lower.isNaN || upper.isNaN {
            return [
                LinearProgramFault(
                    code: .notFinite, column: column, row: row,
                    message: "The bounds of \(title) are \(lower) and \(upper). "
                        + "Maybe use an infinity where there is no bound.")
            ]
        }
        if lower > upper || lower == .infinity || upper == -.infinity {
            return [
                LinearProgramFault(
                    code: .emptyRange, column: column, row: row,
                    message:
                        "The lower bound \(lower) of \(title) leaves no number up to the upper bound \(upper). "
                        + "Maybe the two were swapped.")
            ]
        }
        return []
    }

    /// What is wrong with a row; `lastRow` holds, for each column, the last row seen with it, to find
    /// duplicates in linear time.
    func faults(of row: Row, at index: RowIndex, lastRow: inout [Int]) -> [LinearProgramFault] {
        var found: [LinearProgramFault] = []
        let title = "row \(index.offset)" + (row.name.isEmpty ? "" : " (\(row.name))")
        for text in [row.name, row.origin ?? ""] where Self.hasControlCharacter(text) {
            found.append(Self.badName("row \(index.offset)", text, column: nil, row: index))
        }
        found += Self.boundFaults(lower: row.lower, upper: row.upper, title: title, column: nil, row: index)
        for term in row.terms {
            guard columns.indices.contains(term.column.offset) else {
                found.append(
                    LinearProgramFault(
                        code: .columnOutOfRange, column: term.column, row: index,
                        message:
                            "A term of \(title) names column \(term.column.offset), but there are \(columns.count) "
                            + "columns. Maybe the index belongs to another program."))
                continue
            }
            if lastRow[term.column.offset] == index.offset {
                found.append(
                    LinearProgramFault(
                        code: .duplicateColumn, column: term.column, row: index,
                        message:
                            "Two terms of \(title) name column \(term.column.offset), the second with coefficient "
                            + "\(term.coefficient). Maybe add their coefficients up."))
            }
            lastRow[term.column.offset] = index.offset
            if !term.coefficient.isFinite {
                found.append(
                    LinearProgramFault(
                        code: .notFinite, column: term.column, row: index,
                        message:
                            "The coefficient of column \(term.column.offset) in \(title) is \(term.coefficient). "
                            + "Maybe a share was divided by zero."))
            }
        }
        return found
    }

    private static func hasControlCharacter(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    }

    private static func badName(
        _ title: String, _ text: String, column: ColumnIndex?, row: RowIndex?
    ) -> LinearProgramFault {
        LinearProgramFault(
            code: .badName, column: column, row: row,
            message: "The name or origin \(text.debugDescription) of \(title) contains a control character. "
                + "Maybe strip line breaks and tabs.")
    }
}
