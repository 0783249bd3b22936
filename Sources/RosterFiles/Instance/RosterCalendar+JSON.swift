import Rostering

extension RosterCalendar {
    /// Reads the horizon.
    init(reading json: JSONReader) {
        let object = json.object(
            keys: ["firstDay", "weeks", "sessionsPerWeek", "closedDays", "makeUpDays"],
            required: ["firstDay", "weeks"])
        self.init(
            firstDay: object["firstDay"].day() ?? Self.fallback, weekCount: object["weeks"].integer() ?? 1,
            sessionsPerWeek: object["sessionsPerWeek"].integer() ?? 10,
            closedDays: object["closedDays"].list { $0.day() ?? Self.fallback },
            makeUpDays: object["makeUpDays"].list { $0.day() ?? Self.fallback })
    }

    /// 1970-01-05, a Monday; it takes the place of a day that could not be read.
    private static let fallback = CalendarDay(number: 4)

    /// The horizon as an object.
    var json: JSONValue {
        .object([
            "firstDay": .string(firstDay), "weeks": .integer(weekCount),
            "sessionsPerWeek": .integer(sessionsPerWeek),
            "closedDays": .listed(closedDays) { .string($0) },
            "makeUpDays": .listed(makeUpDays) { .string($0) },
        ])
    }
}
