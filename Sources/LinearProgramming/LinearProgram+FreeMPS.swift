extension LinearProgram {
    /// The program in free MPS format, for other solvers.
    ///
    /// Columns are called `c1`, `c2`, ... and rows `r1`, `r2`, ... in order; a table of their names and
    /// origins stands in comments. Numbers read back exactly, except that the lower bound of a row with two
    /// different finite bounds may be off by one rounding, since the format states the width of the range.
    /// Bounds of integers are rounded inwards, for some readers refuse fractional ones. An
    /// objective constant becomes one more column, fixed at 1. Rows without bounds are left out. Source of
    /// the format: the manual of GLPK 5.0, appendix B. Linear in the size of the program.
    ///
    /// - Precondition: ``faults()`` is empty.
    public func freeMPS() -> String {
        let names = ExportNames(self)
        var lines = names.comments(prefix: "*")
        lines += ["NAME rota FREE", "ROWS", " N obj"]
        for (offset, row) in rows.enumerated() {
            guard let kind = RowKind(row) else { continue }
            lines.append(" \(kind.letter) \(ExportNames.row(offset))")
        }
        lines.append("COLUMNS")
        let entries = entriesByColumn()
        var isWithinIntegers = false
        for (offset, column) in names.columns.enumerated() {
            if column.isInteger != isWithinIntegers {
                isWithinIntegers = column.isInteger
                lines.append("  MARKER 'MARKER' \(isWithinIntegers ? "'INTORG'" : "'INTEND'")")
            }
            let title = ExportNames.column(offset)
            // Written even if zero, so that a column without entries exists for the reader.
            lines.append(" \(title) obj \(ExportNames.number(column.cost))")
            guard offset < entries.count else { continue }
            for (row, coefficient) in entries[offset] where coefficient != 0 {
                guard RowKind(rows[row.offset]) != nil else { continue }
                lines.append(" \(title) \(ExportNames.row(row.offset)) \(ExportNames.number(coefficient))")
            }
        }
        if isWithinIntegers { lines.append("  MARKER 'MARKER' 'INTEND'") }
        lines += rightHandSides() + rangeLines()
        lines.append("BOUNDS")
        for (offset, column) in names.columns.enumerated() {
            lines += Self.boundLines(of: column, title: ExportNames.column(offset))
        }
        lines.append("ENDATA")
        return lines.joined(separator: "\n") + "\n"
    }

    /// How a row is written: by its relation, the number on its right side, and the width of its range if it
    /// has one.
    private struct RowKind {
        let letter: String
        let rightHandSide: Double
        var width: Double?

        /// Nil for a row without bounds.
        init?(_ row: Row) {
            switch (row.lower.isFinite, row.upper.isFinite) {
            case (false, false): return nil
            case (true, false): (letter, rightHandSide) = ("G", row.lower)
            case (false, true): (letter, rightHandSide) = ("L", row.upper)
            case (true, true) where row.lower == row.upper: (letter, rightHandSide) = ("E", row.lower)
            case (true, true):
                (letter, rightHandSide) = ("L", row.upper)
                width = row.upper - row.lower
            }
        }
    }

    private func rightHandSides() -> [String] {
        var lines = ["RHS"]
        for (offset, row) in rows.enumerated() {
            guard let kind = RowKind(row), kind.rightHandSide != 0 else { continue }
            lines.append(" RHS \(ExportNames.row(offset)) \(ExportNames.number(kind.rightHandSide))")
        }
        return lines
    }

    private func rangeLines() -> [String] {
        var lines: [String] = []
        for (offset, row) in rows.enumerated() {
            guard let width = RowKind(row)?.width else { continue }
            lines.append(" RNG \(ExportNames.row(offset)) \(ExportNames.number(width))")
        }
        return lines.isEmpty ? [] : ["RANGES"] + lines
    }

    /// Every bound is written: what readers assume in silence differs, above all for integers.
    private static func boundLines(of column: Column, title: String) -> [String] {
        if column.lower == column.upper { return [" FX BND \(title) \(ExportNames.number(column.lower))"] }
        switch (column.lower.isFinite, column.upper.isFinite) {
        case (false, false): return [" FR BND \(title)"]
        case (true, false):
            return [" LO BND \(title) \(ExportNames.number(column.lower))", " PL BND \(title)"]
        case (false, true):
            return [" MI BND \(title)", " UP BND \(title) \(ExportNames.number(column.upper))"]
        case (true, true):
            return [
                " LO BND \(title) \(ExportNames.number(column.lower))",
                " UP BND \(title) \(ExportNames.number(column.upper))",
            ]
        }
    }
}
