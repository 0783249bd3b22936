import Rostering

extension Person {
    /// Reads a person; what is left out takes the defaults of ``Person/init(id:name:employer:profession:title:awaitsMidTitle:specialties:functions:leave:sessionsPerWeek:slotsPerSession:limits:minimumAway:maximumAway:preferences:history:pins:visits:commitments:)``.
    init(reading json: JSONReader) {
        let object = json.object(
            keys: [
                "id", "name", "employer", "profession", "title", "awaitsMidTitle", "specialties", "functions",
                "leave", "sessionsPerWeek", "slotsPerSession", "limits", "minimumAway", "maximumAway",
                "preferences",
                "history", "pins", "visits", "commitments",
            ], required: ["id", "employer", "profession", "title"])
        self.init(
            id: object["id"].identifier(), name: object["name"].hidingValue.string() ?? "",
            employer: object["employer"].identifier(), profession: object["profession"].choice() ?? .doctor,
            title: Title(reading: object["title"]) ?? .none,
            awaitsMidTitle: object["awaitsMidTitle"].bool() ?? false,
            specialties: object["specialties"].list { $0.identifier() },
            functions: object["functions"].list { $0.choice() ?? .medicine },
            leave: object["leave"].list { DayRange(reading: $0) },
            sessionsPerWeek: object["sessionsPerWeek"].integer() ?? 0,
            slotsPerSession: object["slotsPerSession"].integer() ?? 0,
            limits: PostingLimits.byKind(reading: object["limits"]),
            minimumAway: object["minimumAway"].integer() ?? 0,
            maximumAway: object["maximumAway"].integer(),
            preferences: object["preferences"].dictionary { $0.cost() },
            history: ServiceHistory(reading: object["history"]),
            pins: object["pins"].list { Pin(reading: $0) },
            visits: VisitLimits(reading: object["visits"]),
            commitments: Commitments(reading: object["commitments"]))
    }

    /// The person as an object.
    var json: JSONValue {
        .object([
            "id": .string(id), "name": name.isEmpty ? nil : .string(name), "employer": .string(employer),
            "profession": .string(profession.rawValue), "title": .integer(title.rawValue),
            "awaitsMidTitle": awaitsMidTitle ? .bool(true) : nil,
            "specialties": .listed(specialties) { .string($0) },
            "functions": .listed(functions) { .string($0.rawValue) },
            "leave": .listed(leave) { .object(["from": $0.firstJSON, "to": $0.lastJSON]) },
            "sessionsPerWeek": sessionsPerWeek == 0 ? nil : .integer(sessionsPerWeek),
            "slotsPerSession": slotsPerSession == 0 ? nil : .integer(slotsPerSession),
            "limits": PostingLimits.json(limits),
            "minimumAway": minimumAway == 0 ? nil : .integer(minimumAway),
            "maximumAway": maximumAway.map { .integer($0) },
            "preferences": JSONValue.object(preferences) { .cost($0) }.unlessEmpty,
            "history": history.json.unlessEmpty,
            "pins": .listed(pins) { $0.json },
            "visits": visits?.json,
            "commitments": commitments.json.unlessEmpty,
        ])
    }
}

extension Title {
    /// Reads a rank, 0 to 5; nil where there is none.
    init?(reading json: JSONReader) {
        guard let rank = json.integer() else { return nil }
        guard let title = Title(rawValue: rank) else {
            json.outOfRange(rank, in: 0...5)
            return nil
        }
        self = title
    }
}

extension DayRange {
    /// Reads days of leave, both ends of which must be given.
    fileprivate init(reading json: JSONReader) {
        let object = json.object(keys: ["from", "to"], required: ["from", "to"])
        self.init(from: object["from"], to: object["to"])
    }
}
