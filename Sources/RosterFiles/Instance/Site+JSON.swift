import Rostering

extension Site {
    /// Reads a site; its name is the identifier unless given.
    init(reading json: JSONReader) {
        let object = json.object(
            keys: [
                "id", "name", "level", "travelMinutes", "staff", "baseline", "featureSpecialty", "parent",
                "remotenessWeight", "approvedPosts", "county", "servesStreet", "ordinarySessions",
            ],
            required: ["id", "level"])
        let id: SiteID = object["id"].identifier()
        self.init(
            id: id, name: Text(reading: object["name"]) ?? Text(id.text),
            level: object["level"].choice() ?? .clinic,
            travelMinutes: object["travelMinutes"].dictionary { $0.integer() },
            staff: object["staff"].list { StaffLevel(reading: $0) }, baseline: object["baseline"].integer(),
            featureSpecialty: object["featureSpecialty"].optionalIdentifier(),
            parent: object["parent"].optionalIdentifier(),
            remotenessWeight: object["remotenessWeight"].integer() ?? 1,
            approvedPosts: object["approvedPosts"].integer(), county: object["county"].optionalIdentifier(),
            servesStreet: object["servesStreet"].bool() ?? false,
            ordinarySessions: object["ordinarySessions"].integer())
    }

    /// The site as an object.
    var json: JSONValue {
        .object([
            "id": .string(id), "name": name.json, "level": .string(level.rawValue),
            "parent": parent.map { .string($0) },
            "featureSpecialty": featureSpecialty.map { .string($0) },
            "remotenessWeight": remotenessWeight == 1 ? nil : .integer(remotenessWeight),
            "approvedPosts": approvedPosts.map { .integer($0) },
            "county": county.map { .string($0) }, "servesStreet": servesStreet ? .bool(true) : nil,
            "ordinarySessions": ordinarySessions.map { .integer($0) },
            "baseline": baseline.map { .integer($0) },
            "staff": .listed(staff) { $0.json },
            "travelMinutes": JSONValue.object(travelMinutes) { .integer($0) }.unlessEmpty,
        ])
    }
}

extension StaffLevel {
    /// Reads a staff level.
    init(reading json: JSONReader) {
        let object = json.object(
            keys: ["from", "technical", "midTitle", "senior", "awaitingMidTitle", "byProfession"],
            required: ["technical", "midTitle"])
        self.init(counting: object)
        from = object["from"].day()
        let professions = TechnicalStaff.allButManagers.professions
        let parts = object["byProfession"].optionalObject(keys: professions.map(\.rawValue))
        for profession in professions where parts[profession.rawValue].isPresent {
            byProfession[profession] = StaffLevel(
                counting: parts[profession.rawValue].object(
                    keys: ["technical", "midTitle", "senior", "awaitingMidTitle"],
                    required: ["technical", "midTitle"]))
        }
    }

    /// Reads the numbers of people.
    private init(counting object: JSONObjectReader) {
        self.init(
            technical: object["technical"].integer() ?? 0, midTitle: object["midTitle"].integer() ?? 0,
            senior: object["senior"].integer(),
            awaitingMidTitle: object["awaitingMidTitle"].integer() ?? 0)
    }

    /// The staff level as an object.
    var json: JSONValue {
        .object([
            "from": from.map { .string($0) }, "technical": .integer(technical),
            "midTitle": .integer(midTitle), "senior": senior.map { .integer($0) },
            "awaitingMidTitle": awaitingMidTitle == 0 ? nil : .integer(awaitingMidTitle),
            "byProfession": JSONValue.object(
                Profession.allCases.compactMap { profession in
                    byProfession[profession].map {
                        JSONValue.Member(key: profession.rawValue, value: $0.json)
                    }
                }
            ).unlessEmpty,
        ])
    }
}
