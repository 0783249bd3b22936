import Rostering

extension GeneralDemand {
    /// Reads general demand.
    init(reading json: JSONReader) {
        let object = json.object(
            keys: ["hospital", "specialty", "perWeek"], required: ["hospital", "specialty", "perWeek"])
        self.init(
            hospital: object["hospital"].identifier(), specialty: object["specialty"].identifier(),
            perWeek: WeeklyCount(reading: object["perWeek"]))
    }

    /// The general demand as an object.
    var json: JSONValue {
        .object(["hospital": .string(hospital), "specialty": .string(specialty), "perWeek": perWeek.json])
    }
}
