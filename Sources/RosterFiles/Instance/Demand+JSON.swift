import Rostering

extension Demand {
    /// Reads a demand; count and priority are 1 unless given.
    init(reading json: JSONReader) {
        let object = json.object(
            keys: [
                "host", "specialty", "leastTitle", "profession", "function", "count", "priority", "from",
                "to",
            ], required: ["host"])
        self.init(
            host: object["host"].identifier(),
            wanted: PersonFilter(
                specialty: object["specialty"].optionalIdentifier(),
                leastTitle: Title(reading: object["leastTitle"]) ?? .none,
                profession: object["profession"].choice(), function: object["function"].choice()),
            count: object["count"].integer() ?? 1, priority: object["priority"].integer() ?? 1,
            days: DayRange(from: object["from"], to: object["to"]))
    }

    /// The demand as an object.
    var json: JSONValue {
        .object([
            "host": .string(host), "specialty": wanted.specialty.map { .string($0) },
            "leastTitle": wanted.leastTitle == .none ? nil : .integer(wanted.leastTitle.rawValue),
            "profession": wanted.profession.map { .string($0.rawValue) },
            "function": wanted.function.map { .string($0.rawValue) },
            "count": .integer(count), "priority": priority == 1 ? nil : .integer(priority),
            "from": days.firstJSON, "to": days.lastJSON,
        ])
    }
}
