import Rostering

extension Roster {
    /// Reads a roster; a slot plan left out is the cheapest for the postings.
    init(reading json: JSONReader, for instance: Instance) {
        let object = json.object(
            keys: ["format", "postings", "slots"] + Self.later, required: ["format", "postings"])
        object["format"].expect(format: RosterFile.format)
        for key in Self.later { object[key].expectEmpty() }
        var postings = Array(repeating: [Posting](), count: instance.people.count)
        for assignment in object["postings"].list(isPrivate: true, { Assignment(reading: $0, for: instance) })
        {
            guard let assignment else { continue }
            postings[assignment.person.offset].append(assignment.posting)
        }
        let plans = postings.map { Plan($0) }
        let slots = object["slots"]
        self.init(
            plans: plans,
            slots: slots.isPresent
                ? SlotPlan(reading: slots, for: instance) : .cheapest(for: plans, in: instance))
    }

    /// Parts of a roster that later versions read.
    private static let later = ["visits", "remoteDuty", "training"]

    /// The roster as an object.
    func json(in instance: Instance) -> JSONValue {
        let assignments = zip(instance.personIndexes, plans).flatMap { person, plan in
            plan.postings.map { Assignment(person: person, posting: $0) }
        }
        return .object([
            "format": .string(RosterFile.format),
            "postings": .array(assignments.map { $0.json(in: instance) }),
            "slots": slots.json(in: instance),
        ])
    }
}

extension JSONReader {
    /// Logs a list that is not empty.
    fileprivate func expectEmpty() {
        guard isPresent, value != .array([]) else { return }
        log.add(
            Fault(
                .notSupported, at: path, value: "",
                Text(
                    "This version does not know '\(path)'; leave it out or give an empty list.",
                    "本版本不支持“\(path)”，请省略或写空列表。")))
    }
}
