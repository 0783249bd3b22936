import Rostering

extension Resource {
    /// Reads a resource; its name is the kind unless given.
    init(reading json: JSONReader) {
        let object = json.object(
            keys: [
                "hospital", "kind", "name", "capacity", "admissions", "referrals", "referralsDown",
                "generalDemand",
            ],
            required: ["hospital", "kind", "capacity"])
        let kind = object["kind"].string() ?? ""
        self.init(
            hospital: object["hospital"].identifier(), kind: kind,
            name: Text(reading: object["name"]) ?? Text(kind),
            capacity: WeeklyCount(reading: object["capacity"]),
            admissions: object["admissions"].isPresent ? WeeklyCount(reading: object["admissions"]) : nil,
            referrals: object["referrals"].dictionary { WeeklyCount(reading: $0) },
            referralsDown: object["referralsDown"].dictionary { WeeklyCount(reading: $0) },
            generalDemand: WeeklyCount(reading: object["generalDemand"]))
    }

    /// The resource as an object.
    var json: JSONValue {
        .object([
            "hospital": .string(hospital), "kind": .string(kind), "name": name.json,
            "capacity": capacity.json, "admissions": admissions?.json,
            "referrals": JSONValue.object(referrals) { $0.json }.unlessEmpty,
            "referralsDown": JSONValue.object(referralsDown) { $0.json }.unlessEmpty,
            "generalDemand": generalDemand.json,
        ])
    }
}
