extension InstanceDescription {
    /// Every fault of the description, together with those that a reader of it found already, in the order of the file's parts.
    ///
    /// A fault at or below a place where the reader found one is left out, as is one that only follows from it. Those of other files come last.
    /// At most 1000 are listed; a last one says so if there are more. O(size of the description).
    public func faults(beside known: [Fault]) -> [Fault] {
        let elsewhere = known.filter { $0.file != nil }
        let known = known.filter { $0.file == nil }
        let found = InstanceValidation.faults(in: self, doubts: Doubts(known, in: self)).notBelow(known)
        let ordered = (known + found).enumerated().map {
            (position: $0, fault: $1, place: FaultPlace($1.path))
        }
        .sorted {
            (Self.rank($0.place), $0.place.position ?? -1, $0.position)
                < (Self.rank($1.place), $1.place.position ?? -1, $1.position)
        }
        return Fault.listed(ordered.map(\.fault) + elsewhere)
    }

    /// The parts of a file in order.
    private static let parts: [Substring] = [
        "", "format", "name", "provenance", "calendar", "specialties", "sites", "links", "people", "demands",
        "departmentMinimums", "referrals", "generalDemand", "resources", "remoteDuties", "visitsWanted",
        "namedPosts", "teams", "trainingSeats", "trainingPriorities", "establishments", "targets",
        "priorityWeights", "importedValues", "policy",
    ]

    private static func rank(_ place: FaultPlace) -> Int { parts.firstIndex(of: place.part) ?? parts.count }
}

extension [Fault] {
    /// The faults that are neither at nor below a place where one is known already.
    func notBelow(_ known: [Fault]) -> [Fault] {
        let places = Set(known.map(\.path))
        return filter { !Self.prefixes(of: $0.path).contains(where: places.contains) }
    }

    /// The path itself and those of everything around it.
    private static func prefixes(of path: String) -> [String] {
        ["", path]
            + path.indices.dropFirst().filter { path[$0] == "." || path[$0] == "[" }.map {
                String(path[..<$0])
            }
    }
}

extension Fault {
    /// How many faults are listed at most; a file with more is hardly a file of this kind.
    public static let listedAtMost = 1000

    /// The first of many faults, with a last one that says if there are more.
    public static func listed(_ faults: [Fault]) -> [Fault] {
        guard faults.count > listedAtMost else { return faults }
        let more = Fault(
            .tooManyFaults, at: .root, value: "",
            Text(
                "There are more faults; the first \(listedAtMost) are listed.", "还有更多错误，只列出前\(listedAtMost)个。"
            ))
        return faults.prefix(listedAtMost) + [more]
    }
}
