import GLPKShim
import LinearProgramming

/// A program loaded into GLPK.
///
/// The session keeps its own copy of the program and of the last basis. GLPK's problem object is a cache of
/// it: when it dies (see the header of GLPKShim), it is built anew before the next solve.
final class GLPKSession: LinearSession {
    private(set) var program: LinearProgram
    let search: GLPKSearch
    private(set) var handle: OpaquePointer?
    private var isClosed = false

    /// The last basis, in GLPK's numbers; nil before the first solve.
    ///
    /// Follows every change of the program.
    private var basis: (rows: [Int8], columns: [Int8])?

    /// Whether the last basis keeps all rows and bounds of the present program, so that the primal simplex
    /// can go on from it.
    var isBasisPrimalFeasible = false

    init(_ program: LinearProgram, search: GLPKSearch) {
        self.program = program
        self.search = search
    }

    /// Gives the problem object back.
    ///
    /// Must be called on the thread that called ``load()``.
    func close() {
        isClosed = true
        dropHandle()
    }

    private func dropHandle() {
        if let handle { shim_close(handle) }
        handle = nil
    }

    /// Builds GLPK's problem object, unless there is one already that is alive.
    func load() throws {
        guard !isClosed else { throw GLPKFailure.error(SHIM_DEAD.asCode) }
        if let handle {
            guard shim_is_alive(handle) == 0 else { return }
            dropHandle()
        }
        var opened: OpaquePointer?
        try GLPKFailure.check(shim_open(&opened))
        handle = opened
        do {
            try GLPKFailure.check(shim_set_constant(opened, program.objectiveConstant))
            // Rows first, without terms; the columns bring the entries.
            try add(
                rows: program.rows.map { LinearProgram.Row(lower: $0.lower, upper: $0.upper, terms: []) }[...]
            )
            try add(columns: program.columns, entries: program.entriesByColumn())
            if let basis { try GLPKFailure.check(shim_write_basis(opened, basis.rows, basis.columns)) }
        } catch {
            dropHandle()
            throw error
        }
    }

    /// Remembers the basis that GLPK has reached.
    func saveBasis() throws {
        var rows = [Int8](repeating: 0, count: program.rows.count)
        var columns = [Int8](repeating: 0, count: program.columns.count)
        try GLPKFailure.check(shim_read_basis(handle, &rows, &columns))
        basis = (rows, columns)
    }

    /// Whether GLPK holds the program at the moment; if not, changes go to the session's own copy alone.
    private var isLoaded: Bool {
        guard let handle else { return false }
        return shim_is_alive(handle) != 0
    }

    // MARK: Changes: checked first, then made in GLPK, then in the session's own copy.

    func addColumns(_ columns: [(LinearProgram.Column, [(row: RowIndex, coefficient: Double)])]) throws
        -> [ColumnIndex]
    {
        let first = program.columns.count
        let faults = columns.indices.flatMap { position in
            program.faults(
                of: columns[position].0, entries: columns[position].1, at: ColumnIndex(first + position))
        }
        guard faults.isEmpty else { throw SolverError(faults: faults) }
        if isLoaded { try add(columns: columns.map(\.0), entries: columns.map(\.1)) }
        for (column, entries) in columns { program.addColumn(column, entries: entries) }
        basis?.columns += [Int8](repeating: GLPKBasisStatus.atLower, count: columns.count)
        return (first..<program.columns.count).map { ColumnIndex($0) }
    }

    func addRows(_ rows: [LinearProgram.Row]) throws -> [RowIndex] {
        let first = program.rows.count
        let faults = program.faults(of: rows)
        guard faults.isEmpty else { throw SolverError(faults: faults) }
        if isLoaded { try add(rows: rows[...]) }
        for row in rows { program.addRow(row) }
        basis?.rows += [Int8](repeating: GLPKBasisStatus.basic, count: rows.count)
        isBasisPrimalFeasible = false
        return (first..<program.rows.count).map { RowIndex($0) }
    }

    func setBounds(of column: ColumnIndex, lower: Double, upper: Double) throws {
        try requireColumn(column)
        var changed = program.columns[column.offset]
        changed.lower = lower
        changed.upper = upper
        try require(LinearProgram.faults(of: changed, at: column))
        if isLoaded {
            let range = IntegerRange(of: changed)
            try GLPKFailure.check(
                shim_set_column_bounds(handle, Int32(column.offset), range.lower, range.upperForGLPK))
        }
        program.setBounds(of: column, lower: lower, upper: upper)
        isBasisPrimalFeasible = false
    }

    func setRowBounds(of row: RowIndex, lower: Double, upper: Double) throws {
        guard program.rows.indices.contains(row.offset) else {
            throw SolverError(
                code: .invalidArgument,
                message: "Row \(row.offset) does not exist; there are \(program.rows.count) rows. "
                    + "Maybe the index belongs to another program.")
        }
        try require(program.faults(of: [LinearProgram.Row(lower: lower, upper: upper, terms: [])]))
        if isLoaded { try GLPKFailure.check(shim_set_row_bounds(handle, Int32(row.offset), lower, upper)) }
        program.setRowBounds(of: row, lower: lower, upper: upper)
        isBasisPrimalFeasible = false
    }

    func setCost(of column: ColumnIndex, _ cost: Double) throws {
        try requireColumn(column)
        var changed = program.columns[column.offset]
        changed.cost = cost
        try require(LinearProgram.faults(of: changed, at: column))
        if isLoaded { try GLPKFailure.check(shim_set_cost(handle, Int32(column.offset), cost)) }
        program.setCost(of: column, cost)
    }

    func removeColumns(_ columns: [ColumnIndex]) throws {
        for column in columns { try requireColumn(column) }
        let removed = Set(columns.map(\.offset)).sorted()
        guard !removed.isEmpty else { return }
        if isLoaded {
            try GLPKFailure.check(
                shim_remove_columns(handle, Int32(removed.count), removed.map { Int32($0) }))
        }
        program.removeColumns(removed.map { ColumnIndex($0) })
        if var columnBasis = basis?.columns {
            // A column that is basic or away from 0 takes feasibility with it; the value is not at hand, so
            // be careful.
            if removed.contains(where: { columnBasis[$0] != GLPKBasisStatus.atLower }) {
                isBasisPrimalFeasible = false
            }
            var isKept = [Bool](repeating: true, count: columnBasis.count)
            for offset in removed { isKept[offset] = false }
            columnBasis = zip(columnBasis, isKept).filter { $0.1 }.map { $0.0 }
            basis?.columns = columnBasis
        }
    }

    private func requireColumn(_ column: ColumnIndex) throws {
        guard program.columns.indices.contains(column.offset) else {
            throw SolverError(
                code: .invalidArgument,
                message:
                    "Column \(column.offset) does not exist; there are \(program.columns.count) columns. "
                    + "Maybe columns were removed since the index was made.")
        }
    }

    private func require(_ faults: [LinearProgramFault]) throws {
        guard let first = faults.first else { return }
        throw SolverError(code: .invalidArgument, message: first.message, faults: faults)
    }

    // MARK: Packing for C

    private func add(rows: ArraySlice<LinearProgram.Row>) throws {
        let packed = PackedVectors(
            rows.map { $0.terms.map { (place: $0.column.offset, value: $0.coefficient) } })
        try GLPKFailure.check(
            shim_add_rows(
                handle, Int32(rows.count), rows.map(\.lower), rows.map(\.upper), packed.starts, packed.places,
                packed.values))
    }

    private func add(
        columns: [LinearProgram.Column], entries: [[(row: RowIndex, coefficient: Double)]]
    ) throws {
        let ranges = columns.map { IntegerRange(of: $0) }
        let packed = PackedVectors(entries.map { $0.map { (place: $0.row.offset, value: $0.coefficient) } })
        try GLPKFailure.check(
            shim_add_columns(
                handle, Int32(columns.count), ranges.map(\.lower), ranges.map(\.upperForGLPK),
                columns.map(\.cost),
                columns.map { $0.isInteger ? 1 : 0 }, packed.starts, packed.places, packed.values))
    }
}
