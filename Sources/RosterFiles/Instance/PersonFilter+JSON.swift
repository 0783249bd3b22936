import Rostering

extension PersonFilter {
    /// Reads a filter; what is left out accepts anybody.
    init(reading json: JSONReader) {
        guard json.isPresent else {
            self.init()
            return
        }
        let object = json.object(keys: ["specialty", "leastTitle", "profession", "function"])
        self.init(
            specialty: object["specialty"].optionalIdentifier(),
            leastTitle: Title(reading: object["leastTitle"]) ?? .none,
            profession: object["profession"].choice(), function: object["function"].choice())
    }

    /// The filter as an object, without members if it accepts anybody.
    var json: JSONValue {
        .object([
            "specialty": specialty.map { .string($0) },
            "leastTitle": leastTitle == .none ? nil : .integer(leastTitle.rawValue),
            "profession": profession.map { .string($0.rawValue) },
            "function": function.map { .string($0.rawValue) },
        ])
    }
}
