import Rostering

extension Link {
    /// Reads a link; without `specialties` it is for all, without `postingKinds` for temporary postings.
    init(reading json: JSONReader) {
        let object = json.object(
            keys: ["from", "to", "kind", "specialties", "postingKinds", "start", "end", "approved"],
            required: ["from", "to", "kind"])
        let kinds = object["postingKinds"]
        self.init(
            from: object["from"].identifier(), to: object["to"].identifier(),
            kind: object["kind"].choice() ?? .alliance,
            specialties: object["specialties"].isPresent
                ? object["specialties"].list { $0.identifier() } : nil,
            postingKinds: kinds.isPresent ? kinds.list { $0.choice() ?? .temporary } : [.temporary],
            days: DayRange(from: object["start"], to: object["end"]),
            isApproved: object["approved"].bool() ?? false)
    }

    /// The link as an object.
    var json: JSONValue {
        .object([
            "from": .string(origin), "to": .string(host), "kind": .string(kind.rawValue),
            "specialties": specialties.map { .array($0.map { .string($0) }) },
            "postingKinds": .array(postingKinds.map { .string($0.rawValue) }),
            "start": days.firstJSON, "end": days.lastJSON,
            "approved": isApproved ? .bool(true) : nil,
        ])
    }
}
