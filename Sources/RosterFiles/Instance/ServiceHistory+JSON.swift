import Rostering

extension ServiceHistory {
    /// Reads a history; none where it is left out.
    init(reading json: JSONReader) {
        guard json.isPresent else {
            self.init()
            return
        }
        let object = json.object(
            keys: [
                "weeksAway", "weeksSincePosting", "underWay", "turns", "turnsInARow", "serviceDays",
            ])
        self.init(
            weeksAway: object["weeksAway"].integer() ?? 0,
            weeksSincePosting: object["weeksSincePosting"].integer(),
            underWay: object["underWay"].isPresent ? UnderWay(reading: object["underWay"]) : nil,
            turns: object["turns"].integer() ?? 0, turnsInARow: object["turnsInARow"].integer() ?? 0,
            serviceDays: object["serviceDays"].integer())
    }

    /// The history as an object, without members if there is none.
    var json: JSONValue {
        .object([
            "weeksAway": weeksAway == 0 ? nil : .integer(weeksAway),
            "weeksSincePosting": weeksSincePosting.map { .integer($0) },
            "underWay": underWay.map(\.json),
            "turns": turns == 0 ? nil : .integer(turns),
            "turnsInARow": turnsInARow == 0 ? nil : .integer(turnsInARow),
            "serviceDays": serviceDays.map { .integer($0) },
        ])
    }
}

extension ServiceHistory.UnderWay {
    fileprivate init(reading json: JSONReader) {
        let object = json.object(
            keys: ["host", "kind", "weeksServed"], required: ["host", "kind", "weeksServed"])
        self.init(
            host: object["host"].identifier(), kind: object["kind"].choice() ?? .temporary,
            weeksServed: object["weeksServed"].integer() ?? 1)
    }

    fileprivate var json: JSONValue {
        .object([
            "host": .string(host), "kind": .string(kind.rawValue), "weeksServed": .integer(weeksServed),
        ])
    }
}
