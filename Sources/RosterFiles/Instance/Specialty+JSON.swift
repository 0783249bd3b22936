import Rostering

extension Specialty {
    /// Reads a specialty; its name is the identifier unless given.
    init(reading json: JSONReader) {
        let object = json.object(keys: ["id", "name"], required: ["id"])
        let id: SpecialtyID = object["id"].identifier()
        self.init(id: id, name: Text(reading: object["name"]) ?? Text(id.text))
    }

    /// The specialty as an object.
    var json: JSONValue { .object(["id": .string(id), "name": name.json]) }
}
