import Rostering

extension PostingLimits {
    /// Reads limits by kind of posting; where there are none, those of a temporary posting.
    static func byKind(reading json: JSONReader) -> [PostingKind: PostingLimits] {
        guard json.isPresent else { return [.temporary: PostingLimits()] }
        let kinds = PostingKind.allCases
        let object = json.object(keys: kinds.map(\.rawValue))
        var limits: [PostingKind: PostingLimits] = [:]
        for kind in kinds where object[kind.rawValue].isPresent {
            limits[kind] = PostingLimits(reading: object[kind.rawValue], defaults: .defaults(of: kind))
        }
        return limits
    }

    /// Limits by kind as an object.
    static func json(_ limits: [PostingKind: PostingLimits]) -> JSONValue {
        .object(
            PostingKind.allCases.compactMap { kind in
                limits[kind].map { JSONValue.Member(key: kind.rawValue, value: $0.json) }
            })
    }

    /// A resident posting lasts at least a year (YL22) and may reach past the end; the other kinds take the defaults of the domain.
    private static func defaults(of kind: PostingKind) -> PostingLimits {
        kind == .resident
            ? PostingLimits(minimumWeeks: 53, maximumWeeks: 104, mayContinuePastEnd: true) : PostingLimits()
    }

    private init(reading json: JSONReader, defaults: PostingLimits) {
        let object = json.object(keys: ["minimumWeeks", "maximumWeeks", "restWeeks", "mayContinuePastEnd"])
        self.init(
            minimumWeeks: object["minimumWeeks"].integer() ?? defaults.minimumWeeks,
            maximumWeeks: object["maximumWeeks"].integer() ?? defaults.maximumWeeks,
            restWeeks: object["restWeeks"].integer() ?? defaults.restWeeks,
            mayContinuePastEnd: object["mayContinuePastEnd"].bool() ?? defaults.mayContinuePastEnd)
    }

    private var json: JSONValue {
        .object([
            "minimumWeeks": .integer(minimumWeeks), "maximumWeeks": .integer(maximumWeeks),
            "restWeeks": .integer(restWeeks), "mayContinuePastEnd": .bool(mayContinuePastEnd),
        ])
    }
}
