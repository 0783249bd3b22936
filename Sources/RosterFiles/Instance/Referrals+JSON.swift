import Rostering

extension Referrals {
    /// Reads referrals; they go to the lead hospital unless one is named.
    init(reading json: JSONReader) {
        let object = json.object(
            keys: ["clinic", "specialty", "hospital", "perWeek"],
            required: ["clinic", "specialty", "perWeek"])
        self.init(
            clinic: object["clinic"].identifier(), specialty: object["specialty"].identifier(),
            hospital: object["hospital"].optionalIdentifier(),
            perWeek: WeeklyCount(reading: object["perWeek"]))
    }

    /// The referrals as an object.
    var json: JSONValue {
        .object([
            "clinic": .string(clinic), "specialty": .string(specialty),
            "hospital": hospital.map { .string($0) }, "perWeek": perWeek.json,
        ])
    }
}
