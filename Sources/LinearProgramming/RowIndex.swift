/// The place of a row (a constraint) in a linear program, counted from 0.
public struct RowIndex: Hashable, Comparable, Sendable {
    /// Distance from the first row: 0 is the first.
    public let offset: Int

    /// Makes the index of the row `offset` places after the first; 0 or more.
    public init(_ offset: Int) {
        self.offset = offset
    }

    /// Whether `first` stands before `second`.
    public static func < (first: RowIndex, second: RowIndex) -> Bool {
        first.offset < second.offset
    }
}
