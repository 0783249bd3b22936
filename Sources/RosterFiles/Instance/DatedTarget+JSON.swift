import Rostering

extension DatedTarget {
    /// Reads a target; its name is the identifier unless given.
    init(reading json: JSONReader) {
        let keys = ["id", "kind", "clinics", "percent", "by"]
        let object = json.object(keys: keys + ["name"], required: keys)
        let id: TargetID = object["id"].identifier()
        self.init(
            id: id, name: Text(reading: object["name"]) ?? Text(id.text),
            kind: object["kind"].choice() ?? .participation,
            clinics: object["clinics"].list { $0.identifier() }, percent: object["percent"].integer() ?? 100,
            by: object["by"].day() ?? CalendarDay(number: 0))
    }

    /// The target as an object.
    var json: JSONValue {
        .object([
            "id": .string(id), "name": name.json, "kind": .string(kind.rawValue),
            "clinics": .array(clinics.map { .string($0) }), "percent": .integer(percent), "by": .string(by),
        ])
    }
}

extension PriorityWeight {
    /// Reads a weight.
    init(reading json: JSONReader) {
        let object = json.object(keys: ["name", "sites", "specialties", "factor"], required: ["factor"])
        self.init(
            name: Text(reading: object["name"]) ?? Text(""),
            sites: object["sites"].isPresent ? object["sites"].list { $0.identifier() } : nil,
            specialties: object["specialties"].isPresent
                ? object["specialties"].list { $0.identifier() } : nil,
            factor: object["factor"].integer() ?? 1)
    }

    /// The weight as an object.
    var json: JSONValue {
        .object([
            "name": name.json, "sites": sites.map { .array($0.map { .string($0) }) },
            "specialties": specialties.map { .array($0.map { .string($0) }) }, "factor": .integer(factor),
        ])
    }
}
