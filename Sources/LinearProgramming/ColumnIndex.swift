/// The place of a column (a variable) in a linear program, counted from 0.
///
/// Indices are dense: removing columns moves the later ones down.
public struct ColumnIndex: Hashable, Comparable, Sendable {
    /// Distance from the first column: 0 is the first.
    public let offset: Int

    /// Makes the index of the column `offset` places after the first; 0 or more.
    public init(_ offset: Int) {
        self.offset = offset
    }

    /// Whether `first` stands before `second`.
    public static func < (first: ColumnIndex, second: ColumnIndex) -> Bool {
        first.offset < second.offset
    }
}
