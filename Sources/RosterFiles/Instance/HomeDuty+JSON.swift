import Rostering

extension VisitLimits {
    /// Reads limits of visits; nil where there are none.
    init?(reading json: JSONReader) {
        guard json.isPresent else { return nil }
        let object = json.object(keys: ["sessionsPerWeek", "hostsPerWeek"], required: ["sessionsPerWeek"])
        self.init(
            sessionsPerWeek: object["sessionsPerWeek"].integer() ?? 1,
            hostsPerWeek: object["hostsPerWeek"].integer() ?? 1)
    }

    /// The limits as an object.
    var json: JSONValue {
        .object([
            "sessionsPerWeek": .integer(sessionsPerWeek),
            "hostsPerWeek": hostsPerWeek == 1 ? nil : .integer(hostsPerWeek),
        ])
    }
}

extension RemoteDuty {
    /// Reads a remote duty; its name is the identifier unless given, and one person is on duty.
    init(reading json: JSONReader) {
        let object = json.object(
            keys: ["id", "name", "hospital", "wanted", "count"], required: ["id", "hospital"])
        let id: RemoteDutyID = object["id"].identifier()
        self.init(
            id: id, name: Text(reading: object["name"]) ?? Text(id.text),
            hospital: object["hospital"].identifier(), wanted: PersonFilter(reading: object["wanted"]),
            count: object["count"].integer() ?? 1)
    }

    /// The remote duty as an object.
    var json: JSONValue {
        .object([
            "id": .string(id), "name": name.json, "hospital": .string(hospital),
            "wanted": wanted.json.unlessEmpty, "count": .integer(count),
        ])
    }
}

extension VisitsWanted {
    /// Reads visits wanted.
    init(reading json: JSONReader) {
        let object = json.object(
            keys: ["host", "wanted", "sessions", "everyWeeks", "longestGap"],
            required: ["host", "sessions", "everyWeeks"])
        self.init(
            host: object["host"].identifier(), wanted: PersonFilter(reading: object["wanted"]),
            sessions: object["sessions"].integer() ?? 1, everyWeeks: object["everyWeeks"].integer() ?? 1,
            longestGap: object["longestGap"].integer())
    }

    /// The visits wanted as an object.
    var json: JSONValue {
        .object([
            "host": .string(host), "wanted": wanted.json.unlessEmpty, "sessions": .integer(sessions),
            "everyWeeks": .integer(everyWeeks), "longestGap": longestGap.map { .integer($0) },
        ])
    }
}
