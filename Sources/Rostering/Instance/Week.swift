/// A week of the horizon, counted from 0.
public struct Week: Hashable, Comparable, Strideable, Sendable {
    /// The number of weeks since the horizon's first.
    public let offset: Int

    /// Names the week `offset` weeks after the horizon's first; negative for weeks before it.
    public init(_ offset: Int) { self.offset = offset }

    /// The number of weeks from this one to `other`.
    public func distance(to other: Week) -> Int { other.offset - offset }

    /// The week `count` weeks later.
    public func advanced(by count: Int) -> Week { Week(offset + count) }
}
