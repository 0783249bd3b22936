extension LinearProgram {
    /// The objective value of a point, constant included.
    ///
    /// Linear in the number of columns.
    ///
    /// - Precondition: `values` has one value for each column, in order.
    public func objective(of values: [Double]) -> Double {
        precondition(values.count == columns.count, "A point needs one value for each column.")
        var total = objectiveConstant
        for (column, value) in zip(columns, values) where column.cost != 0 {
            total += column.cost * value
        }
        return total
    }

    /// The value of a row's sum at a point.
    ///
    /// Linear in the number of terms of the row.
    ///
    /// - Precondition: `values` has one value for each column, in order.
    public func activity(of row: RowIndex, at values: [Double]) -> Double {
        rows[row.offset].terms.reduce(0) { $0 + $1.coefficient * values[$1.column.offset] }
    }

    /// Whether a point keeps every bound, row and integrality.
    ///
    /// Linear in the size of the program.
    ///
    /// A bound `b` may be missed by `tolerance * max(1, |b|)`; an integer column may be `tolerance` away from
    /// a whole number. A point with another number of values than there are columns, or with a value that is
    /// not finite, is not feasible.
    public func isFeasible(_ values: [Double], tolerance: Double = 1e-6) -> Bool {
        guard values.count == columns.count else { return false }
        func isWithin(_ value: Double, _ lower: Double, _ upper: Double) -> Bool {
            let slackBelow = lower.isFinite ? tolerance * max(1, abs(lower)) : 0
            let slackAbove = upper.isFinite ? tolerance * max(1, abs(upper)) : 0
            return value >= lower - slackBelow && value <= upper + slackAbove
        }
        for (column, value) in zip(columns, values) {
            guard value.isFinite, isWithin(value, column.lower, column.upper) else { return false }
            guard !column.isInteger || abs(value - value.rounded()) <= tolerance else { return false }
        }
        return rows.indices.allSatisfy {
            isWithin(activity(of: RowIndex($0), at: values), rows[$0].lower, rows[$0].upper)
        }
    }

    /// Whether every feasible point has a whole-numbered objective value before the constant is added.
    ///
    /// True if each column with a cost is an integer with a whole cost below 2^40; a valid bound may then be
    /// rounded up.
    public var hasWholeObjective: Bool {
        columns.allSatisfy { column in
            column.cost == 0
                || (column.isInteger && column.cost == column.cost.rounded() && abs(column.cost) < 0x1p40)
        }
    }
}
