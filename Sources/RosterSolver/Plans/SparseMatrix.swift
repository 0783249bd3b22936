/// Rows of few terms, one after another in memory.
struct SparseMatrix: Sendable {
    private var offsets: [Int] = [0]
    private var columns: [Int32] = []
    private var factors: [Double] = []

    /// How many rows there are.
    var rowCount: Int { offsets.count - 1 }

    /// Adds a row.
    mutating func addRow(_ terms: [(column: Int, factor: Double)]) {
        for (column, factor) in terms {
            columns.append(Int32(column))
            factors.append(factor)
        }
        offsets.append(columns.count)
    }

    /// Calls `body` with every term of a row.
    @inline(__always)
    func forEachTerm(ofRow row: Int, _ body: (_ column: Int, _ factor: Double) -> Void) {
        for term in offsets[row]..<offsets[row + 1] { body(Int(columns[term]), factors[term]) }
    }

    /// Adds every row's product with a vector to what stands in its place; linear in the terms of the rows.
    ///
    /// - Parameter first: the row of the first place.
    func addProducts(with vector: [Double], from first: Int, to results: inout [Double]) {
        vector.withUnsafeBufferPointer { vector in
            for index in results.indices {
                var sum = results[index]
                forEachTerm(ofRow: first + index) { sum += $1 * vector[$0] }
                results[index] = sum
            }
        }
    }
}
