import Rostering

extension DayRange {
    /// Reads the two ends, each of which may be left out.
    init(from first: JSONReader, to last: JSONReader) { self.init(first.day(), last.day()) }

    /// The first day, or nil for an open beginning.
    var firstJSON: JSONValue? { first.map { .string($0) } }
    /// The last day, or nil for an open end.
    var lastJSON: JSONValue? { last.map { .string($0) } }
}
