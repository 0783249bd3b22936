extension LinearProgram {
    /// The entries of every column, in the order of the rows; the transpose of ``rows``.
    ///
    /// Linear in the size of the program.
    public func entriesByColumn() -> [[(row: RowIndex, coefficient: Double)]] {
        var counts = [Int](repeating: 0, count: columns.count)
        for row in rows {
            for term in row.terms { counts[term.column.offset] += 1 }
        }
        var entries = counts.map { count in
            var column: [(row: RowIndex, coefficient: Double)] = []
            column.reserveCapacity(count)
            return column
        }
        for (offset, row) in rows.enumerated() {
            for term in row.terms {
                entries[term.column.offset].append((row: RowIndex(offset), coefficient: term.coefficient))
            }
        }
        return entries
    }

    /// What would be wrong with adding `column` with `entries` in existing rows at `index`; empty if nothing
    /// is.
    public func faults(
        of column: Column, entries: [(row: RowIndex, coefficient: Double)], at index: ColumnIndex
    ) -> [LinearProgramFault] {
        var found = Self.faults(of: column, at: index)
        var seen = Set<RowIndex>(minimumCapacity: entries.count)
        let title = "column \(index.offset)" + (column.name.isEmpty ? "" : " (\(column.name))")
        for (row, coefficient) in entries {
            if !rows.indices.contains(row.offset) {
                found.append(
                    LinearProgramFault(
                        code: .rowOutOfRange, column: index, row: row,
                        message:
                            "An entry of \(title) names row \(row.offset), but there are \(rows.count) rows. "
                            + "Maybe the index belongs to another program."))
            }
            if !seen.insert(row).inserted {
                found.append(
                    LinearProgramFault(
                        code: .duplicateRow, column: index, row: row,
                        message:
                            "Two entries of \(title) name row \(row.offset), the second with coefficient "
                            + "\(coefficient). Maybe add their coefficients up."))
            }
            if !coefficient.isFinite {
                found.append(
                    LinearProgramFault(
                        code: .notFinite, column: index, row: row,
                        message: "The coefficient of \(title) in row \(row.offset) is \(coefficient). "
                            + "Maybe a share was divided by zero."))
            }
        }
        return found
    }

    /// What would be wrong with adding `newRows` behind the existing ones; empty if nothing is.
    public func faults(of newRows: [Row]) -> [LinearProgramFault] {
        var lastRow = [Int](repeating: -1, count: columns.count)
        return newRows.indices.flatMap { position in
            faults(of: newRows[position], at: RowIndex(rows.count + position), lastRow: &lastRow)
        }
    }
}
