/// A linear or mixed-integer program, always minimised.
///
/// Minimise `objectiveConstant + sum of cost * x` such that each row keeps `lower <= sum of coefficient * x
/// <= upper`, each column keeps `lower <= x <= upper`, and integer columns take whole values.
///
/// A value type: copies are independent. Nothing is checked while a program is put together; ``faults()``
/// reports everything that is wrong with it at once, and solvers refuse a program that has faults.
public struct LinearProgram: Sendable, Equatable {
    /// What the program is called in exports; may be empty.
    public var name: String

    /// A finite amount added to every objective value.
    public var objectiveConstant: Double = 0

    /// The variables, in the order in which they were added.
    public private(set) var columns: [Column] = []

    /// The constraints, in the order in which they were added.
    public private(set) var rows: [Row] = []

    /// Makes a program without columns and rows.
    public init(name: String = "") {
        self.name = name
    }

    /// Whether any column must take whole values.
    ///
    /// Linear in the number of columns.
    public var hasIntegerColumns: Bool {
        columns.contains { $0.isInteger }
    }

    /// Number of (row, column) entries.
    ///
    /// Linear in the number of rows.
    public var termCount: Int {
        rows.reduce(0) { $0 + $1.terms.count }
    }

    /// Adds a column that stands in no row yet, in constant time, and returns its index.
    ///
    /// Bounds may be infinite and, on an integer column, fractional; see ``Column``.
    @discardableResult
    public mutating func addColumn(
        name: String = "", lower: Double = 0, upper: Double = .infinity, isInteger: Bool = false,
        cost: Double = 0
    ) -> ColumnIndex {
        addColumn(Column(name: name, lower: lower, upper: upper, isInteger: isInteger, cost: cost))
    }

    /// Adds a column that stands in no row yet, in constant time, and returns its index.
    @discardableResult
    public mutating func addColumn(_ column: Column) -> ColumnIndex {
        columns.append(column)
        return ColumnIndex(columns.count - 1)
    }

    /// Adds a column together with its entries in existing rows and returns its index; constant time an
    /// entry.
    ///
    /// - Precondition: every row of `entries` exists.
    @discardableResult
    public mutating func addColumn(_ column: Column, entries: [(row: RowIndex, coefficient: Double)])
        -> ColumnIndex
    {
        let index = addColumn(column)
        for entry in entries {
            rows[entry.row.offset].terms.append(Term(index, entry.coefficient))
        }
        return index
    }

    /// Adds a row and returns its index.
    ///
    /// No column may be named twice in `terms`; see ``Row``.
    @discardableResult
    public mutating func addRow(
        name: String = "", lower: Double = -.infinity, upper: Double = .infinity, terms: [Term],
        origin: String? = nil
    ) -> RowIndex {
        addRow(Row(name: name, lower: lower, upper: upper, terms: terms, origin: origin))
    }

    /// Adds a row and returns its index.
    @discardableResult
    public mutating func addRow(_ row: Row) -> RowIndex {
        rows.append(row)
        return RowIndex(rows.count - 1)
    }

    /// Replaces the bounds of an existing column.
    public mutating func setBounds(of column: ColumnIndex, lower: Double, upper: Double) {
        columns[column.offset].lower = lower
        columns[column.offset].upper = upper
    }

    /// Replaces the cost of an existing column.
    public mutating func setCost(of column: ColumnIndex, _ cost: Double) {
        columns[column.offset].cost = cost
    }

    /// Makes an existing column whole-valued or continuous.
    public mutating func setInteger(of column: ColumnIndex, _ isInteger: Bool) {
        columns[column.offset].isInteger = isInteger
    }

    /// Replaces the bounds of an existing row.
    public mutating func setRowBounds(of row: RowIndex, lower: Double, upper: Double) {
        rows[row.offset].lower = lower
        rows[row.offset].upper = upper
    }

    /// Removes existing columns and their terms; those behind them move down, keeping their order.
    ///
    /// Linear in the number of columns and terms, however many are removed.
    public mutating func removeColumns(_ removed: [ColumnIndex]) {
        guard !removed.isEmpty else { return }
        var isKept = [Bool](repeating: true, count: columns.count)
        for index in removed { isKept[index.offset] = false }
        var newOffsets = [Int](repeating: 0, count: columns.count)
        var kept: [Column] = []
        for (offset, column) in columns.enumerated() where isKept[offset] {
            newOffsets[offset] = kept.count
            kept.append(column)
        }
        columns = kept
        for offset in rows.indices {
            rows[offset].terms.removeAll { !isKept[$0.column.offset] }
            for position in rows[offset].terms.indices {
                let old = rows[offset].terms[position].column.offset
                rows[offset].terms[position].column = ColumnIndex(newOffsets[old])
            }
        }
    }
}
