import Rostering

extension Resource {
    /// Reads a resource; its name is the kind unless given.
    init(reading json: JSONReader) {
        let object = json.object(
            keys: ["hospital", "kind", "name", "capacity", "referrals", "generalDemand"],
            required: ["hospital", "kind", "capacity"])
        let kind = object["kind"].string() ?? ""
        let referrals = object["referrals"].map { WeeklyCount(reading: $0) }
        self.init(
            hospital: object["hospital"].identifier(), kind: kind,
            name: Text(reading: object["name"]) ?? Text(kind),
            capacity: WeeklyCount(reading: object["capacity"]),
            referrals: Dictionary(referrals.map { (SiteID($0.key), $0.value) }) { first, _ in first },
            generalDemand: WeeklyCount(reading: object["generalDemand"]))
    }

    /// The resource as an object.
    var json: JSONValue {
        .object([
            "hospital": .string(hospital), "kind": .string(kind), "name": name.json,
            "capacity": capacity.json, "referrals": JSONValue.object(referrals) { $0.json }.unlessEmpty,
            "generalDemand": generalDemand.json,
        ])
    }
}
