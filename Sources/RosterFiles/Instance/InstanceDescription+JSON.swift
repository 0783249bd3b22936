import Rostering

extension InstanceDescription {
    /// Reads a whole description, with the policy pack that it names; absent lists are empty.
    init(reading json: JSONReader, packs: PolicyPackSource) {
        let object = json.object(keys: Self.keys, required: ["format", "calendar", "sites", "people"])
        object["format"].expect(format: InstanceFile.format)
        let policy = object["policy"].optionalObject(keys: ["pack", "lexicographic", "indicators", "rules"])
        let pack = PolicyPack(named: policy["pack"], in: packs)
        self.init(
            name: Text(reading: object["name"]) ?? Text(""),
            provenance: Text(reading: object["provenance"]) ?? Text(""),
            calendar: RosterCalendar(reading: object["calendar"]),
            specialties: object["specialties"].list { Specialty(reading: $0) },
            sites: object["sites"].list { Site(reading: $0) },
            links: object["links"].list { Link(reading: $0) },
            people: object["people"].list(isPrivate: true) { Person(reading: $0) },
            demands: object["demands"].list { Demand(reading: $0) },
            departmentMinimums: object["departmentMinimums"].list { DepartmentMinimum(reading: $0) },
            referrals: object["referrals"].list { Referrals(reading: $0) },
            generalDemand: object["generalDemand"].list { GeneralDemand(reading: $0) },
            resources: object["resources"].list { Resource(reading: $0) },
            remoteDuties: object["remoteDuties"].list { RemoteDuty(reading: $0) },
            visitsWanted: object["visitsWanted"].list { VisitsWanted(reading: $0) },
            namedPosts: object["namedPosts"].list { NamedPost(reading: $0) },
            teams: object["teams"].list { Team(reading: $0) },
            trainingSeats: object["trainingSeats"].list { TrainingSeats(reading: $0) },
            trainingPriorities: object["trainingPriorities"].list { PersonFilter(reading: $0) },
            establishments: object["establishments"].list { Establishment(reading: $0) },
            targets: object["targets"].list { DatedTarget(reading: $0) },
            priorityWeights: object["priorityWeights"].list { PriorityWeight(reading: $0) },
            importedValues: object["importedValues"].list { ImportedValue(reading: $0) },
            policy: Policy(reading: policy, over: pack?.policy ?? Policy()), policyPack: pack)
    }

    private static let keys = [
        "format", "name", "provenance", "calendar", "specialties", "sites", "links", "people", "demands",
        "departmentMinimums", "referrals", "generalDemand", "resources", "remoteDuties",
        "visitsWanted", "namedPosts", "teams", "trainingSeats", "trainingPriorities", "establishments",
        "targets",
        "priorityWeights", "importedValues", "policy",
    ]

    /// The description as an object.
    var json: JSONValue {
        .object([
            "format": .string(InstanceFile.format), "name": name.json, "provenance": provenance.json,
            "calendar": calendar.json, "specialties": .array(specialties.map(\.json)),
            "sites": .array(sites.map(\.json)), "links": .listed(links) { $0.json },
            "people": .array(people.map(\.json)), "demands": .listed(demands) { $0.json },
            "departmentMinimums": .listed(departmentMinimums) { $0.json },
            "referrals": .listed(referrals) { $0.json }, "generalDemand": .listed(generalDemand) { $0.json },
            "resources": .listed(resources) { $0.json },
            "remoteDuties": .listed(remoteDuties) { $0.json },
            "visitsWanted": .listed(visitsWanted) { $0.json },
            "namedPosts": .listed(namedPosts) { $0.json }, "teams": .listed(teams) { $0.json },
            "trainingSeats": .listed(trainingSeats) { $0.json },
            "trainingPriorities": .listed(trainingPriorities) { $0.json },
            "establishments": .listed(establishments) { $0.json },
            "targets": .listed(targets) { $0.json },
            "priorityWeights": .listed(priorityWeights) { $0.json },
            "importedValues": .listed(importedValues) { $0.json }, "policy": policyJSON,
        ])
    }

    /// The policy pack's name and what differs from the pack, or without one from the defaults of the model.
    private var policyJSON: JSONValue {
        let pack = policyPack.map { [JSONValue.Member(key: "pack", value: .string($0.path))] } ?? []
        return .object(pack + policy.members(over: policyPack?.policy ?? Policy()))
    }
}
