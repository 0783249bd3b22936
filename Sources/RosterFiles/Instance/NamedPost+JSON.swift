import Rostering

extension NamedPost {
    /// Reads a post; its name is the identifier unless given.
    init(reading json: JSONReader) {
        let object = json.object(
            keys: ["id", "name", "site", "kind", "wanted", "employers", "holding", "minimumWeeks"],
            required: ["id", "site", "kind"])
        let id: NamedPostID = object["id"].identifier()
        self.init(
            id: id, name: Text(reading: object["name"]) ?? Text(id.text), site: object["site"].identifier(),
            kind: object["kind"].choice() ?? .other, wanted: PersonFilter(reading: object["wanted"]),
            employers: object["employers"].isPresent
                ? object["employers"].list { $0.identifier() } : nil,
            holding: object["holding"].choice() ?? .posted,
            minimumWeeks: object["minimumWeeks"].integer())
    }

    /// The post as an object.
    var json: JSONValue {
        .object([
            "id": .string(id), "name": name.json, "site": .string(site), "kind": .string(kind.rawValue),
            "wanted": wanted.json.unlessEmpty,
            "employers": employers.map { .array($0.map { .string($0) }) },
            "holding": holding == .posted ? nil : .string(holding.rawValue),
            "minimumWeeks": minimumWeeks == Self.defaultWeeks(of: kind) ? nil : .integer(minimumWeeks),
        ])
    }
}
