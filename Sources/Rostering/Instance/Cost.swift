/// An exact amount of the objective, in thousandths of a point.
///
/// Weights and costs are decimals with at most three digits after the point, so that sums are whole numbers and the checker's objective
/// is exact. One point is the cost of one unmet referral with the default weights.
public struct Cost: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The amount in thousandths.
    public var thousandths: Int

    /// Makes an amount of thousandths.
    public init(thousandths: Int) { self.thousandths = thousandths }

    /// Makes a whole number of points.
    public init(_ points: Int) { thousandths = points * 1000 }

    /// Makes the amount nearest to `points`, or nil if that is not finite or beyond ±10¹².
    public init?(rounding points: Double) {
        guard points.isFinite, abs(points) <= 1e12 else { return nil }
        thousandths = Int((points * 1000).rounded())
    }

    /// Nothing.
    public static let zero = Cost(thousandths: 0)

    /// The amount in points; exact up to 2⁵³ thousandths.
    public var points: Double { Double(thousandths) / 1000 }

    /// The amount in decimal notation without needless zeros, such as `0.5` or `120`.
    public var description: String {
        let (whole, part) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
        var text = (thousandths < 0 ? "-" : "") + String(whole)
        if part > 0 {
            var digits = String(part + 1000).dropFirst()
            while digits.last == "0" { digits.removeLast() }
            text += "." + digits
        }
        return text
    }

    /// Orders by amount.
    public static func < (left: Cost, right: Cost) -> Bool { left.thousandths < right.thousandths }
    /// The sum.
    public static func + (left: Cost, right: Cost) -> Cost {
        Cost(thousandths: left.thousandths + right.thousandths)
    }
    /// The difference.
    public static func - (left: Cost, right: Cost) -> Cost {
        Cost(thousandths: left.thousandths - right.thousandths)
    }
    /// Adds `right`.
    public static func += (left: inout Cost, right: Cost) { left.thousandths += right.thousandths }
    /// The amount of `count` units at `unit` each.
    public static func * (count: Int, unit: Cost) -> Cost { Cost(thousandths: count * unit.thousandths) }
}
