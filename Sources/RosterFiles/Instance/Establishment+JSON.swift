import Rostering

extension Establishment {
    /// Reads an establishment.
    init(reading json: JSONReader) {
        let object = json.object(keys: ["lead", "levels"], required: ["lead", "levels"])
        self.init(lead: object["lead"].identifier(), levels: object["levels"].list { Level(reading: $0) })
    }

    /// The establishment as an object.
    var json: JSONValue { .object(["lead": .string(lead), "levels": .array(levels.map(\.json))]) }
}

extension Establishment.Level {
    fileprivate init(reading json: JSONReader) {
        let object = json.object(keys: ["from", "approved", "filled"], required: ["approved", "filled"])
        self.init(
            from: object["from"].day(), approved: object["approved"].integer() ?? 0,
            filled: object["filled"].integer() ?? 0)
    }

    fileprivate var json: JSONValue {
        .object([
            "from": from.map { .string($0) }, "approved": .integer(approved), "filled": .integer(filled),
        ])
    }
}

extension TrainingSeats {
    /// Reads seats; without a specialty they are for all together.
    init(reading json: JSONReader) {
        let object = json.object(keys: ["hospital", "specialty", "seats"], required: ["hospital", "seats"])
        self.init(
            hospital: object["hospital"].identifier(), specialty: object["specialty"].optionalIdentifier(),
            seats: object["seats"].integer() ?? 0)
    }

    /// The seats as an object.
    var json: JSONValue {
        .object([
            "hospital": .string(hospital), "specialty": specialty.map { .string($0) },
            "seats": .integer(seats),
        ])
    }
}
