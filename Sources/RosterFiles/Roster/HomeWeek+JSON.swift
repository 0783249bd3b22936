import Rostering

/// A visit with whose and when it is: one entry of a roster file's `visits`.
struct VisitEntry {
    let person: PersonIndex
    let visit: Visit
    let week: Week

    init(person: PersonIndex, visit: Visit, week: Week) {
        self.person = person
        self.visit = visit
        self.week = week
    }

    /// Reads an entry; nil if any of it is at fault.
    init?(reading json: JSONReader, for instance: Instance) {
        let object = json.object(
            keys: ["person", "host", "week", "sessions"], required: ["person", "host", "week", "sessions"])
        let person = object["person"].person(of: instance)
        let host = object["host"].site(of: instance)
        let week = object["week"].week(of: instance)
        let sessions = object["sessions"].integer()
        if let sessions, !(1...14).contains(sessions) {
            object["sessions"].outOfRange(sessions, in: 1...14)
            return nil
        }
        guard let person, let host, let week, let sessions else { return nil }
        self.init(person: person, visit: Visit(host: host, sessions: sessions), week: week)
    }

    /// Whether the person's weeks have a visit to the host in that week already.
    func repeats(_ homeWeeks: [Plan.HomeWeek]) -> Bool {
        homeWeeks.contains { $0.week == week && $0.duty.visits.contains { $0.host == visit.host } }
    }

    /// Adds the visit to a person's weeks, beside those to other hosts in the same week.
    func add(to homeWeeks: inout [Plan.HomeWeek]) {
        if let position = homeWeeks.firstIndex(where: { $0.week == week }),
            case .visits(let others) = homeWeeks[position].duty
        {
            homeWeeks[position].duty = .visits((others + [visit]).sorted { $0.host < $1.host })
        } else {
            homeWeeks.append(Plan.HomeWeek(week: week, duty: .visits([visit])))
        }
    }

    /// The entry as an object; the week is named by its Monday.
    func json(in instance: Instance) -> JSONValue {
        .object([
            "person": .string(instance[person].id), "host": .string(instance[visit.host].id),
            "week": .string(instance.calendar.monday(of: week)), "sessions": .integer(visit.sessions),
        ])
    }
}

/// A week of remote duty with whose it is: one entry of a roster file's `remoteDuty`.
struct RemoteEntry {
    let person: PersonIndex
    let duty: RemoteDutyIndex
    let week: Week

    init(person: PersonIndex, duty: RemoteDutyIndex, week: Week) {
        self.person = person
        self.duty = duty
        self.week = week
    }

    /// Reads an entry; nil if any of it is at fault.
    init?(reading json: JSONReader, for instance: Instance) {
        let keys = ["person", "duty", "week"]
        let object = json.object(keys: keys, required: keys)
        let person = object["person"].person(of: instance)
        let duty = object["duty"].remoteDuty(of: instance)
        let week = object["week"].week(of: instance)
        guard let person, let duty, let week else { return nil }
        self.init(person: person, duty: duty, week: week)
    }

    /// The entry as an object; the week is named by its Monday.
    func json(in instance: Instance) -> JSONValue {
        .object([
            "person": .string(instance[person].id), "duty": .string(instance[duty].id),
            "week": .string(instance.calendar.monday(of: week)),
        ])
    }
}
