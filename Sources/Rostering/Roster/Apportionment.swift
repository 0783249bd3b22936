/// Splitting whole units in proportion to weights.
public enum Apportionment {
    /// Splits `total` in proportion to `weights` by largest remainder: everyone gets the whole part of the exact share, and the units left go one
    /// each to the largest remainders, earlier positions first among equal ones. Without any weight the split is even.
    ///
    /// - Parameter total: at least 0.
    /// - Parameter weights: at least 0 each.
    /// - Returns: one number for each weight; they add up to `total` unless there is no weight at all, which gives an empty list. O(weights²).
    public static func largestRemainder(_ total: Int, by weights: [Int]) -> [Int] {
        let sum = weights.reduce(0, +)
        guard sum > 0 else {
            return weights.isEmpty ? [] : largestRemainder(total, by: weights.map { _ in 1 })
        }
        var shares = weights.map { total * $0 / sum }
        var remainders = weights.map { total * $0 % sum }
        for _ in 0..<(total - shares.reduce(0, +)) {
            guard let largest = remainders.max(), let position = remainders.firstIndex(of: largest) else {
                break
            }
            shares[position] += 1
            remainders[position] = -1
        }
        return shares
    }
}
