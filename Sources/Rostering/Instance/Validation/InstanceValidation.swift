/// Judges a description: every legal range and reference that the domain's types state, part by part in the order of the file.
///
/// Cross-checks that rest on a part which is itself at fault are left out, so that one mistake is told once.
struct InstanceValidation {
    let description: InstanceDescription
    /// What a reader could not read; checks that rest on it are left out.
    private(set) var doubts: Doubts
    /// The first site with each identifier.
    let sites: [SiteID: SiteIndex]
    let specialties: Set<SpecialtyID>
    /// By site: the lead hospital of its community.
    let leads: [SiteIndex?]
    private(set) var faults: [Fault] = []

    /// Every fault of a description, in the order of its parts, at most one more than are listed.
    static func faults(in description: InstanceDescription, doubts: Doubts = Doubts()) -> [Fault] {
        var validation = InstanceValidation(description, doubts)
        validation.checkCalendar()
        validation.checkSpecialties()
        validation.checkSites()
        let before = validation.faults.count
        validation.checkLinks()
        // A link at fault must not make hosts look unreachable too.
        if validation.faults.count > before { validation.doubts.links = true }
        validation.checkPeople()
        validation.checkDemands()
        validation.checkDepartmentMinimums()
        validation.checkReferrals()
        validation.checkGeneralDemand()
        validation.checkResources()
        validation.checkRemoteDuties()
        validation.checkVisitsWanted()
        validation.checkNamedPosts()
        validation.checkTeams()
        validation.checkTeamPostings()
        validation.checkPostGroups()
        validation.checkTrainingSeats()
        validation.checkEstablishments()
        validation.checkTargets()
        validation.checkPriorityWeights()
        validation.checkImportedValues()
        validation.checkPolicy()
        if validation.faults.isEmpty { validation.checkTotals() }
        return validation.faults
    }

    private init(_ description: InstanceDescription, _ doubts: Doubts) {
        self.description = description
        self.doubts = doubts
        sites = Dictionary(description.sites.enumerated().map { ($1.id, SiteIndex($0)) }) { first, _ in first
        }
        specialties = Set(description.specialties.map(\.id))
        leads = Community.leads(of: description)
    }

    /// Adds a fault, unless there are more than anybody reads.
    mutating func add(_ fault: @autoclosure () -> Fault) {
        if faults.count <= Fault.listedAtMost { faults.append(fault()) }
    }

    /// Adds a fault.
    mutating func add(
        _ code: Fault.Code, at path: FaultPath, value: String, _ message: @autoclosure () -> Text
    ) {
        add(Fault(code, at: path, value: value, message()))
    }

    // MARK: Checks that all parts use

    /// A number must lie in a range.
    mutating func check<Number>(_ number: Number, in range: ClosedRange<Number>, at path: FaultPath) {
        if !range.contains(number) { add(.outOfRange(number, in: range, at: path)) }
    }

    /// Identifiers of one kind are well formed and unique.
    mutating func check<Subject>(
        _ id: Identifier<Subject>, seen: inout Set<Identifier<Subject>>, at path: FaultPath
    ) {
        if !id.isWellFormed {
            add(.malformed(id, at: path))
        } else if !seen.insert(id).inserted {
            add(
                .duplicateIdentifier, at: path, value: id.text,
                Text("The identifier '\(id)' is taken already; choose another.", "标识“\(id)”已被使用，请另选。"))
        }
    }

    /// The site with an identifier, or nil and a fault.
    mutating func known(_ id: SiteID, at path: FaultPath) -> Site? {
        if let index = sites[id] { return description.sites[index.offset] }
        if !doubts.siteIdentifiers {
            let known = description.sites
            add(.unknown(.unknownSite, id.text, at: path, Text("site", "机构"), among: known.map(\.id.text)))
        }
        return nil
    }

    /// A specialty must be known.
    mutating func check(_ id: SpecialtyID, at path: FaultPath) {
        guard !specialties.contains(id), !doubts.specialtyIdentifiers else { return }
        let known = description.specialties
        add(
            .unknown(
                .unknownSpecialty, id.text, at: path, Text("specialty", "专科"), among: known.map(\.id.text)))
    }

    /// Whether a site's level is certain and is none of those wanted.
    func hasLevel(_ site: Site, outside levels: [Site.Level]) -> Bool {
        !levels.contains(site.level) && !doubts.sites.contains(site.id)
    }

    /// A site must be of one of several levels.
    mutating func check(_ site: Site, is levels: [Site.Level], at path: FaultPath) {
        guard hasLevel(site, outside: levels) else { return }
        let words = levels.map(\.rawValue).joined(separator: ", ")
        add(
            .wrongLevel, at: path, value: site.id.text,
            Text(
                "'\(site.id)' is of level \(site.level.rawValue); here a site of level \(words) is wanted.",
                "“\(site.id)”的级别为\(site.level.rawValue)，此处应为\(words)。"))
    }

    /// A day must lie in the years that the files can write.
    mutating func check(_ day: CalendarDay, at path: FaultPath) {
        guard !isSound(day) else { return }
        add(
            .outOfRange, at: path, value: "\(day.number)",
            Text("A day must lie in the years 1900 to 2199.", "日期应在1900年至2199年之间。"))
    }

    /// Whether a day lies in the years that the files can write; other days are not calculated with.
    func isSound(_ day: CalendarDay) -> Bool { CalendarDay.legal.contains(day) }

    /// The ends of a range of days must be legal and in order; `first` and `last` are their keys.
    mutating func check(_ days: DayRange, at path: FaultPath, _ first: String = "from", _ last: String = "to")
    {
        if let day = days.first { check(day, at: path[first]) }
        if let day = days.last { check(day, at: path[last]) }
        if let from = days.first, let to = days.last, to < from {
            add(
                .datesReversed, at: path[last], value: "\(to)",
                Text(
                    "\(to) is before \(from); the last day, which is included, must not be earlier than the first.",
                    "\(to)早于\(from)；最后一天（含当天）不得早于第一天。"))
        }
    }

    /// The entries of a list must differ.
    mutating func checkDistinct<Entry: Hashable>(
        _ entries: [Entry], at path: FaultPath, _ text: (Entry) -> String
    ) {
        var seen: Set<Entry> = []
        for (position, entry) in entries.enumerated() where !seen.insert(entry).inserted {
            addDuplicate(text(entry), at: path[position])
        }
    }

    /// Adds that an entry occurs twice.
    mutating func addDuplicate(_ text: String, at path: FaultPath) {
        add(
            .duplicateEntry, at: path, value: text,
            Text("'\(text)' is listed already; it may occur once.", "“\(text)”已经列出，只能出现一次。"))
    }

    /// Whole numbers by week: 0 to a million, as many as there are weeks.
    mutating func check(_ counts: WeeklyCount, at path: FaultPath) {
        switch counts {
        case .constant(let count): check(count, in: 0...Self.largestCount, at: path)
        case .byWeek(let counts):
            let weekCount = description.calendar.weekCount
            if counts.count != weekCount, (1...520).contains(weekCount), !doubts.calendar {
                add(.wrongLength(counts.count, weeks: weekCount, at: path))
            }
            for (week, count) in counts.enumerated() {
                check(count, in: 0...Self.largestCount, at: path[week])
            }
        }
    }

    /// The largest number of people, staff, appointments or units that one entry may state.
    static let largestCount = 1_000_000
    /// The most weeks of service or of a limit that one entry may state.
    static let mostWeeks = 5200
}

extension CalendarDay {
    /// The days that files can write: 1900-01-01 to 2199-12-31.
    fileprivate static let legal = CalendarDay(number: -25_567)...CalendarDay(number: 84_005)
}
