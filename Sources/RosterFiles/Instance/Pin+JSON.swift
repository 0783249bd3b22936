import Rostering

extension Pin {
    /// Reads a pin: `{"host", "from", "to"}` is posted there in these days, `{"host"}` posted nowhere else; `{"posted": true, …}` posted somewhere
    /// (at the host, if one is named), `{"posted": false, …}` not posted. Days left out are open.
    init(reading json: JSONReader) {
        let object = json.object(keys: ["host", "posted", "from", "to"])
        let days = DayRange(from: object["from"], to: object["to"])
        let posted = object["posted"].bool()
        let host: SiteID? = object["host"].optionalIdentifier()
        switch (host, posted) {
        case (let host?, true?): self = .posted(at: host, days)
        case (let host?, nil): self = days == .always ? .onlyAt(host) : .posted(at: host, days)
        case (nil, true?): self = .postedSomewhere(days)
        case (nil, false?): self = .notPosted(days)
        case (_?, false?):
            self = .notPosted(days)
            json.log.add(
                Fault(
                    .unknownKey, at: object["host"].path, value: "host",
                    Text(
                        "A pin of not being posted has no host; give the days only.",
                        "不派驻的固定安排不能写机构，只写日期。")))
        case (nil, nil):
            self = .notPosted(days)
            guard case .object = json.value else { break }
            json.log.add(
                Fault(
                    .missingKey, at: json.path, value: "",
                    Text(
                        "A pin has a 'host', or 'posted' with true or false.",
                        "固定安排须有“host”，或取true、false的“posted”。")))
        }
    }

    /// The pin as an object.
    var json: JSONValue {
        switch self {
        case .posted(let host, let days):
            .object([
                "host": .string(host), "posted": days == .always ? .bool(true) : nil,
                "from": days.firstJSON, "to": days.lastJSON,
            ])
        case .postedSomewhere(let days):
            .object(["posted": .bool(true), "from": days.firstJSON, "to": days.lastJSON])
        case .notPosted(let days):
            .object(["posted": .bool(false), "from": days.firstJSON, "to": days.lastJSON])
        case .onlyAt(let host): .object(["host": .string(host)])
        }
    }
}
