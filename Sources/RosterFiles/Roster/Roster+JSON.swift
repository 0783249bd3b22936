import Rostering

extension Roster {
    /// Reads a roster; a slot plan left out is the cheapest for the postings.
    init(reading json: JSONReader, for instance: Instance) {
        let object = json.object(
            keys: ["format", "postings", "visits", "remoteDuty", "slots"], required: ["format", "postings"])
        object["format"].expect(format: RosterFile.format)
        var postings = Array(repeating: [Posting](), count: instance.people.count)
        for assignment in object["postings"].list(isPrivate: true, { Assignment(reading: $0, for: instance) })
        {
            guard let assignment else { continue }
            postings[assignment.person.offset].append(assignment.posting)
        }
        var homeWeeks = Array(repeating: [Plan.HomeWeek](), count: instance.people.count)
        let visits = object["visits"].list(isPrivate: true) { VisitEntry(reading: $0, for: instance) }
        for (position, entry) in visits.enumerated() {
            guard let entry else { continue }
            if entry.repeats(homeWeeks[entry.person.offset]) {
                json.log.add(
                    Fault(
                        .duplicateEntry, at: object["visits"].path[position],
                        value: "\(instance[entry.visit.host].id)",
                        Text(
                            "The person visits this host in this week already; add the sessions up in one entry.",
                            "该人员该周到该机构的坐诊巡诊已有一项，请将半日数合并为一项。")))
            } else {
                entry.add(to: &homeWeeks[entry.person.offset])
            }
        }
        let remote = object["remoteDuty"].list(isPrivate: true) { RemoteEntry(reading: $0, for: instance) }
        for entry in remote.compactMap(\.self) {
            homeWeeks[entry.person.offset].append(Plan.HomeWeek(week: entry.week, duty: .remote(entry.duty)))
        }
        let plans = zip(postings, homeWeeks).map { Plan($0, homeWeeks: $1) }
        let slots = object["slots"]
        self.init(
            plans: plans,
            slots: slots.isPresent
                ? SlotPlan(reading: slots, for: instance) : .cheapest(for: plans, in: instance))
    }

    /// The roster as an object.
    func json(in instance: Instance) -> JSONValue {
        let assignments = zip(instance.personIndexes, plans).flatMap { person, plan in
            plan.postings.map { Assignment(person: person, posting: $0) }
        }
        let homeWeeks = zip(instance.personIndexes, plans).flatMap { person, plan in
            plan.homeWeeks.map { (person: person, homeWeek: $0) }
        }
        let visits = homeWeeks.flatMap { person, homeWeek in
            homeWeek.duty.visits.map { VisitEntry(person: person, visit: $0, week: homeWeek.week) }
        }
        let remote = homeWeeks.compactMap { person, homeWeek -> RemoteEntry? in
            guard case .remote(let duty) = homeWeek.duty else { return nil }
            return RemoteEntry(person: person, duty: duty, week: homeWeek.week)
        }
        return .object([
            "format": .string(RosterFile.format),
            "postings": .array(assignments.map { $0.json(in: instance) }),
            "visits": .listed(visits) { $0.json(in: instance) },
            "remoteDuty": .listed(remote) { $0.json(in: instance) },
            "slots": slots.json(in: instance),
        ])
    }
}
