import Rostering

extension Commitments {
    /// Reads commitments; none where they are left out.
    init(reading json: JSONReader) {
        guard json.isPresent else {
            self.init()
            return
        }
        let object = json.object(keys: ["leadsClinic", "boundUntil", "grassRootsOnly", "directed", "retired"])
        self.init(
            leadsClinic: object["leadsClinic"].bool() ?? false, boundUntil: object["boundUntil"].day(),
            isForGrassRoots: object["grassRootsOnly"].bool() ?? false,
            isDirected: object["directed"].bool() ?? false, isRetired: object["retired"].bool() ?? false)
    }

    /// The commitments as an object, without members if there are none.
    var json: JSONValue {
        .object([
            "leadsClinic": leadsClinic ? .bool(true) : nil,
            "boundUntil": boundUntil.map { .string($0) },
            "grassRootsOnly": isForGrassRoots ? .bool(true) : nil,
            "directed": isDirected ? .bool(true) : nil, "retired": isRetired ? .bool(true) : nil,
        ])
    }
}
