/// One thing that is wrong with a linear program.
public struct LinearProgramFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of fault it is.
    ///
    /// Open: later versions may add codes.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// Stable spelling of the code.
        public let rawValue: String

        /// Makes a code from its spelling.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// A number is NaN, or infinite where only finite numbers make sense.
        public static let notFinite = Code(rawValue: "notFinite")
        /// A lower bound is greater than the upper bound, or a bound is infinite on the wrong side.
        public static let emptyRange = Code(rawValue: "emptyRange")
        /// A term names a column that does not exist.
        public static let columnOutOfRange = Code(rawValue: "columnOutOfRange")
        /// An entry of a new column names a row that does not exist.
        public static let rowOutOfRange = Code(rawValue: "rowOutOfRange")
        /// A row has two terms with the same column.
        public static let duplicateColumn = Code(rawValue: "duplicateColumn")
        /// A new column has two entries in the same row.
        public static let duplicateRow = Code(rawValue: "duplicateRow")
        /// A name or an origin contains a control character, such as a line break.
        public static let badName = Code(rawValue: "badName")
    }

    /// What kind of fault it is.
    public let code: Code

    /// The column at fault, if one is.
    public let column: ColumnIndex?

    /// The row at fault, if one is.
    public let row: RowIndex?

    /// What is wrong, where, which value, and what may help.
    public let message: String

    /// Makes a fault of a column, of a row, of a term (both) or of the program as a whole (neither).
    public init(code: Code, column: ColumnIndex? = nil, row: RowIndex? = nil, message: String) {
        self.code = code
        self.column = column
        self.row = row
        self.message = message
    }

    /// The message.
    public var description: String { message }
}
