extension LinearProgram {
    /// The program in the LP format of CPLEX, for other solvers and for reading.
    ///
    /// Columns are called `c1`, `c2`, ... and rows `r1`, `r2`, ... in order; a table of their names and
    /// origins stands in comments. All numbers read back exactly; bounds of integers are rounded inwards first,
    /// for some readers refuse fractional ones. A row with two different finite bounds,
    /// which some readers do not know, becomes an equation with one more column `g1`, `g2`, ... between the
    /// bounds; an objective constant becomes one more column, fixed at 1. Rows without bounds are left out.
    /// Source of the format: the manual of GLPK 5.0, appendix C. Linear in the size of the program.
    ///
    /// - Precondition: ``faults()`` is empty.
    public func lpFormat() -> String {
        let names = ExportNames(self)
        var lines = names.comments(prefix: "\\")
        lines.append("Minimize")
        let costs = names.columns.enumerated().filter { $0.element.cost != 0 }.map {
            (title: ExportNames.column($0.offset), factor: $0.element.cost)
        }
        lines += Self.wrapped(" obj:", Self.sum(costs))
        lines.append("Subject To")
        var ranges: [String] = []
        var isEmpty = true
        for (offset, row) in rows.enumerated() where row.lower.isFinite || row.upper.isFinite {
            isEmpty = false
            var terms = row.terms.filter { $0.coefficient != 0 }.map {
                (title: ExportNames.column($0.column.offset), factor: $0.coefficient)
            }
            var relation: String
            switch (row.lower.isFinite, row.upper.isFinite) {
            case (true, true) where row.lower == row.upper: relation = "= \(ExportNames.number(row.lower))"
            case (true, true):
                let title = "g\(offset + 1)"
                terms.append((title: title, factor: -1))
                ranges.append(Self.boundLine(title, row.lower, row.upper))
                relation = "= 0"
            case (true, false): relation = ">= \(ExportNames.number(row.lower))"
            default: relation = "<= \(ExportNames.number(row.upper))"
            }
            lines += Self.wrapped(" \(ExportNames.row(offset)):", Self.sum(terms) + [relation])
        }
        // The format knows no program without rows.
        if isEmpty { lines.append(" r0: 0 c1 <= 1") }
        lines.append("Bounds")
        lines += names.columns.enumerated().map {
            Self.boundLine(ExportNames.column($0.offset), $0.element.lower, $0.element.upper)
        }
        lines += ranges
        let integers = columns.indices.filter { columns[$0].isInteger }
        if !integers.isEmpty { lines.append("Generals") }
        lines += integers.map { " \(ExportNames.column($0))" }
        lines.append("End")
        return lines.joined(separator: "\n") + "\n"
    }

    /// The summands of a sum, signs included; a sum without summands is zero times the first column.
    private static func sum(_ terms: [(title: String, factor: Double)]) -> [String] {
        guard !terms.isEmpty else { return ["0 c1"] }
        return terms.map { "\($0.factor < 0 ? "-" : "+") \(ExportNames.number(abs($0.factor))) \($0.title)" }
    }

    /// Pieces on lines of at most about 80 characters: some readers have fixed line buffers.
    private static func wrapped(_ title: String, _ pieces: [String]) -> [String] {
        var lines = [title]
        for piece in pieces {
            if lines[lines.count - 1].utf8.count + piece.utf8.count > 78 { lines.append(" ") }
            lines[lines.count - 1] += " " + piece
        }
        return lines
    }

    /// Every bound is written: what readers assume in silence differs.
    private static func boundLine(_ title: String, _ lower: Double, _ upper: Double) -> String {
        if lower == upper { return " \(title) = \(ExportNames.number(lower))" }
        switch (lower.isFinite, upper.isFinite) {
        case (false, false): return " \(title) free"
        case (true, false): return " \(title) >= \(ExportNames.number(lower))"
        case (false, true): return " -inf <= \(title) <= \(ExportNames.number(upper))"
        case (true, true): return " \(ExportNames.number(lower)) <= \(title) <= \(ExportNames.number(upper))"
        }
    }
}
