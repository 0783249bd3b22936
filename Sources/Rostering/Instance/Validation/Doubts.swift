/// What a reader found at fault already, so that checks which rest on it are left out.
struct Doubts {
    /// Whether the horizon could not be read.
    var calendar = false
    /// Whether some site's identifier could not be read.
    var siteIdentifiers = false
    /// Whether some specialty's identifier could not be read.
    var specialtyIdentifiers = false
    /// Whether some link could not be read.
    var links = false
    /// Sites whose level could not be read.
    var sites: Set<SiteID> = []
    /// Positions of people of whom something could not be read; -1 for the whole list.
    var people: Set<Int> = []

    /// No doubts.
    init() {}

    /// The doubts that known faults cast on a description.
    init(_ faults: [Fault], in description: InstanceDescription) {
        for fault in faults {
            let place = FaultPlace(fault.path)
            switch place.part {
            case "calendar": calendar = true
            case "specialties": specialtyIdentifiers = specialtyIdentifiers || place.concerns("id")
            case "links": links = true
            case "people": people.insert(place.position ?? -1)
            case "sites":
                siteIdentifiers = siteIdentifiers || place.concerns("id")
                if place.concerns("level"), let position = place.position,
                    description.sites.indices.contains(position)
                {
                    sites.insert(description.sites[position].id)
                }
            default: break
            }
        }
    }
}

/// The beginning of a fault's path: `people[3].title` is part `people`, position 3, rest `.title`.
struct FaultPlace {
    /// The top-level key; empty for the root.
    let part: Substring
    /// The position in the part's list, if the path goes that far.
    let position: Int?
    private let rest: Substring

    init(_ path: String) {
        part = path.prefix { $0 != "[" && $0 != "." }
        let tail = path.dropFirst(part.count)
        if tail.first == "[", let end = tail.firstIndex(of: "]"),
            let number = Int(tail.dropFirst().prefix(upTo: end))
        {
            position = number
            rest = tail[tail.index(after: end)...]
        } else {
            position = nil
            rest = tail
        }
    }

    /// Whether a fault there makes the entry's `key` unknown: it is at the key, the entry or the whole part.
    func concerns(_ key: String) -> Bool { rest.isEmpty || rest == ".\(key)" }
}
