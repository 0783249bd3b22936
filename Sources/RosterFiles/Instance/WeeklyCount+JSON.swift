import Rostering

extension WeeklyCount {
    /// Reads a whole number for every week, or a list of one for each; 0 where there is none.
    init(reading json: JSONReader) {
        if case .array = json.value {
            self = .byWeek(json.list { $0.integer() ?? 0 })
        } else {
            self = .constant(json.integer() ?? 0)
        }
    }

    /// A number or a list of numbers.
    var json: JSONValue {
        switch self {
        case .constant(let count): .integer(count)
        case .byWeek(let counts): .array(counts.map { .integer($0) })
        }
    }
}
