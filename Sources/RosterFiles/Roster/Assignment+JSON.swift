import Rostering

/// A posting with whose it is: one entry of a roster file's `postings`.
struct Assignment {
    let person: PersonIndex
    let posting: Posting

    init(person: PersonIndex, posting: Posting) {
        self.person = person
        self.posting = posting
    }

    /// Reads an entry; nil if any of it is at fault.
    init?(reading json: JSONReader, for instance: Instance) {
        let keys = ["person", "host", "kind", "from", "to"]
        let object = json.object(keys: keys, required: keys)
        let person = object["person"].person(of: instance)
        let host = object["host"].site(of: instance)
        let kind: PostingKind? = object["kind"].choice()
        let first = object["from"].monday(of: instance)
        let last = object["to"].sunday(of: instance)
        if let first, let last, last < first {
            object["to"].log.add(
                Fault(
                    .datesReversed, at: object["to"].path, value: "\(instance.calendar.sunday(of: last))",
                    Text("A posting ends after it begins.", "派驻的结束日期应在开始日期之后。")))
            return nil
        }
        guard let person, let host, let kind, let first, let last else { return nil }
        self.init(
            person: person, posting: Posting(host: host, kind: kind, weeks: first..<last.advanced(by: 1)))
    }

    /// The entry as an object; a posting is named by its days, a Monday to a Sunday.
    func json(in instance: Instance) -> JSONValue {
        let calendar = instance.calendar
        return .object([
            "person": .string(instance[person].id), "host": .string(instance[posting.host].id),
            "kind": .string(posting.kind.rawValue),
            "from": .string(calendar.monday(of: posting.weeks.lowerBound)),
            "to": .string(calendar.sunday(of: posting.weeks.upperBound.advanced(by: -1))),
        ])
    }
}
