extension LinearProgram {
    /// A variable with its bounds and its cost.
    public struct Column: Sendable, Equatable {
        /// What the column is called in messages and exports: any text without control characters, or empty.
        public var name: String

        /// Smallest value allowed; `-infinity` for none.
        ///
        /// Rounded up to a whole number if the column is an integer.
        public var lower: Double

        /// Largest value allowed; `infinity` for none.
        ///
        /// Rounded down to a whole number if the column is an integer.
        public var upper: Double

        /// Whether the column must take a whole value.
        public var isInteger: Bool

        /// Objective increase for each unit of the column; finite.
        public var cost: Double

        /// Makes a column; by default continuous, not negative, without cost.
        public init(
            name: String = "", lower: Double = 0, upper: Double = .infinity, isInteger: Bool = false,
            cost: Double = 0
        ) {
            self.name = name
            self.lower = lower
            self.upper = upper
            self.isInteger = isInteger
            self.cost = cost
        }
    }

    /// One entry of a row: a column and what it is multiplied by.
    public struct Term: Sendable, Equatable {
        /// The column that is multiplied.
        public var column: ColumnIndex

        /// The factor; finite.
        ///
        /// Zero is allowed and means the same as no term.
        public var coefficient: Double

        /// Makes the term `coefficient * column`.
        public init(_ column: ColumnIndex, _ coefficient: Double) {
            self.column = column
            self.coefficient = coefficient
        }
    }

    /// A constraint: a weighted sum of columns between two bounds.
    public struct Row: Sendable, Equatable {
        /// What the row is called in messages and exports: any text without control characters, or empty.
        public var name: String

        /// Smallest value allowed for the sum; `-infinity` for none.
        public var lower: Double

        /// Largest value allowed for the sum; `infinity` for none.
        public var upper: Double

        /// The summands; each column at most once, in any order.
        public var terms: [Term]

        /// Tag of the requirement that the row comes from, for explanations; nil if there is none.
        public var origin: String?

        /// Makes a row; without bounds it constrains nothing.
        public init(
            name: String = "", lower: Double = -.infinity, upper: Double = .infinity, terms: [Term],
            origin: String? = nil
        ) {
            self.name = name
            self.lower = lower
            self.upper = upper
            self.terms = terms
            self.origin = origin
        }
    }
}
