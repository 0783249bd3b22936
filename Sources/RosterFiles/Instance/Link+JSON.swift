import Rostering

extension Link {
    /// Reads a link; without `specialties` it is for all, without `postingKinds` for temporary postings, or what its kind alone is for.
    init(reading json: JSONReader) {
        let object = json.object(
            keys: [
                "from", "to", "kind", "specialties", "postingKinds", "visits", "start", "end", "approved",
            ],
            required: ["from", "to", "kind"])
        let kinds = object["postingKinds"]
        let kind: Kind = object["kind"].choice() ?? .pooling
        self.init(
            from: object["from"].identifier(), to: object["to"].identifier(),
            kind: kind,
            specialties: object["specialties"].isPresent
                ? object["specialties"].list { $0.identifier() } : nil,
            postingKinds: kinds.isPresent ? kinds.list { $0.choice() ?? .temporary } : kind.usualPostingKinds,
            allowsVisits: object["visits"].bool() ?? false,
            days: DayRange(from: object["start"], to: object["end"]),
            isApproved: object["approved"].bool() ?? false)
    }

    /// The link as an object.
    var json: JSONValue {
        .object([
            "from": .string(origin), "to": .string(host), "kind": .string(kind.rawValue),
            "specialties": specialties.map { .array($0.map { .string($0) }) },
            "postingKinds": .array(postingKinds.map { .string($0.rawValue) }),
            "visits": allowsVisits ? .bool(true) : nil,
            "start": days.firstJSON, "end": days.lastJSON,
            "approved": isApproved ? .bool(true) : nil,
        ])
    }
}

extension Link.Kind {
    /// The kinds of posting for which a link of this kind is, where the file says nothing.
    fileprivate var usualPostingKinds: [PostingKind] {
        switch self {
        case .community, .pairing, .alliance, .specialtyAlliance, .tcmCircuit, .pooling: [.temporary]
        case .training: [.training]
        case .remote: []
        }
    }
}
