import Rostering

extension Team {
    /// Reads a team; its name is the identifier unless given.
    init(reading json: JSONReader) {
        let object = json.object(keys: ["id", "name", "roles"], required: ["id", "roles"])
        let id: TeamID = object["id"].identifier()
        self.init(
            id: id, name: Text(reading: object["name"]) ?? Text(id.text),
            roles: object["roles"].list { Role(reading: $0) })
    }

    /// The team as an object.
    var json: JSONValue {
        .object(["id": .string(id), "name": name.json, "roles": .array(roles.map(\.json))])
    }
}

extension Team.Role {
    fileprivate init(reading json: JSONReader) {
        let object = json.object(keys: ["name", "people", "count"], required: ["name", "people"])
        self.init(
            name: Text(reading: object["name"]) ?? Text(""),
            people: object["people"].list { $0.identifier() }, count: object["count"].integer() ?? 1)
    }

    fileprivate var json: JSONValue {
        .object([
            "name": name.json, "people": .array(people.map { .string($0) }),
            "count": count == 1 ? nil : .integer(count),
        ])
    }
}
