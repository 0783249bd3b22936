/// A ratio of whole numbers, kept as it was counted: 2 of 20 equals 1 of 10 and still shows that there were 20.
public struct Fraction: Comparable, Sendable {
    /// What is counted.
    public let numerator: Int
    /// Of how many, at least 1.
    public let denominator: Int

    /// Makes the ratio of two numbers.
    ///
    /// - Precondition: the denominator is at least 1.
    public init(_ numerator: Int, _ denominator: Int = 1) {
        precondition(denominator > 0, "A fraction has a positive denominator.")
        self.numerator = numerator
        self.denominator = denominator
    }

    /// The ratio of two counts, or nil where there is nothing to count of.
    public init?(_ numerator: Int, of denominator: Int) {
        guard denominator > 0 else { return nil }
        self.init(numerator, denominator)
    }

    /// The ratio as a number.
    public var decimal: Double { Double(numerator) / Double(denominator) }

    /// Whether two ratios are equal, exactly.
    public static func == (left: Fraction, right: Fraction) -> Bool {
        left.numerator.multipliedFullWidth(by: right.denominator)
            == right.numerator.multipliedFullWidth(by: left.denominator)
    }

    /// Orders by value, exactly.
    public static func < (left: Fraction, right: Fraction) -> Bool {
        left.numerator.multipliedFullWidth(by: right.denominator)
            < right.numerator.multipliedFullWidth(by: left.denominator)
    }
}
