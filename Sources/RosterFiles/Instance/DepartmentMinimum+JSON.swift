import Rostering

extension DepartmentMinimum {
    /// Reads a department minimum.
    init(reading json: JSONReader) {
        let object = json.object(
            keys: ["hospital", "specialty", "leastTitle", "minimumPresent"],
            required: ["hospital", "specialty", "minimumPresent"])
        self.init(
            hospital: object["hospital"].identifier(), specialty: object["specialty"].identifier(),
            leastTitle: Title(reading: object["leastTitle"]) ?? .none,
            minimumPresent: object["minimumPresent"].integer() ?? 1)
    }

    /// The department minimum as an object.
    var json: JSONValue {
        .object([
            "hospital": .string(hospital), "specialty": .string(specialty),
            "leastTitle": leastTitle == .none ? nil : .integer(leastTitle.rawValue),
            "minimumPresent": .integer(minimumPresent),
        ])
    }
}
