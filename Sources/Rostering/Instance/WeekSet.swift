/// A set of weeks of the horizon.
public struct WeekSet: Hashable, Sendable {
    private var members: [Bool]

    /// The union of `ranges` within a horizon of `weekCount` weeks.
    public init(_ weekCount: Int, _ ranges: [Range<Week>] = []) {
        members = Array(repeating: false, count: weekCount)
        for range in ranges {
            for week in range { insert(week) }
        }
    }

    /// Whether the week belongs to the set; never for weeks outside the horizon. O(1).
    public func contains(_ week: Week) -> Bool {
        members.indices.contains(week.offset) && members[week.offset]
    }

    /// Adds a week of the horizon.
    public mutating func insert(_ week: Week) { members[week.offset] = true }

    /// Takes a week of the horizon out.
    public mutating func remove(_ week: Week) { members[week.offset] = false }

    /// The weeks of both sets, which are of the same horizon. O(weeks).
    public func intersection(_ other: WeekSet) -> WeekSet {
        var common = self
        for week in weeks where !other.contains(week) { common.remove(week) }
        return common
    }

    /// Whether the set has no week. O(weeks).
    public var isEmpty: Bool { !members.contains(true) }

    /// The weeks in order. O(weeks).
    public var weeks: [Week] { members.indices.filter { members[$0] }.map { Week($0) } }
}
