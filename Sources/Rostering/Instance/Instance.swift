/// A valid instance: the description, and what follows from it for rules, solvers and the checker.
///
/// Everything here is a fact about the data (who belongs to which department, who may be posted where and when); nothing depends on how a
/// roster is found. Construction takes time proportional to people × hosts × weeks.
public struct Instance: Sendable {
    /// What the file or program stated.
    public let description: InstanceDescription
    /// All departments, ordered by hospital and specialty as listed in the description.
    public let departments: [Department]
    /// All pools of appointments: one for each department, then one for each resource.
    public let pools: [Pool]

    let siteIndices: [SiteID: SiteIndex]
    let personIndices: [PersonID: PersonIndex]
    let employers: [SiteIndex]
    /// By site: its people.
    let staff: [[PersonIndex]]
    let homeDepartments: [DepartmentIndex?]
    let leaveWeeks: [WeekSet]
    /// By week: the half-day sessions worked, those of an ordinary week at most.
    let sessionsWorked: [Int]
    /// By person: the limits of postings, as the policy's rules leave them.
    let limits: [[PostingKind: PostingLimits]]
    /// By person: the postings that links, leave, pins and commitments leave open.
    let options: [[PostingOption]]
    /// By person: visits and remote duties that links, limits and leave leave open in weeks at home.
    let homeDuties: [[HomeDutyOption]]
    /// By site: people with at least one option there.
    let candidates: [[PersonIndex]]
    let leads: [SiteIndex?]
    let travel: [[SiteIndex: Int]]

    /// Judges a description.
    ///
    /// - Throws: ``InvalidInstance`` with every fault at once.
    public init(_ description: InstanceDescription) throws(InvalidInstance) {
        let faults = InstanceValidation.faults(in: description)
        guard faults.isEmpty else { throw InvalidInstance(faults: faults) }
        self.init(valid: description)
    }

    /// Derives what follows from a description without judging it, for tests of data that files may not state yet.
    init(valid description: InstanceDescription) {
        self.description = description
        let sites = description.sites
        siteIndices = Dictionary(uniqueKeysWithValues: sites.enumerated().map { ($1.id, SiteIndex($0)) })
        let siteIndices = siteIndices
        personIndices = Dictionary(
            uniqueKeysWithValues: description.people.enumerated().map { ($1.id, PersonIndex($0)) })
        employers = description.people.map { siteIndices[$0.employer] ?? SiteIndex(0) }
        var staff = Array(repeating: [PersonIndex](), count: sites.count)
        for (person, employer) in employers.enumerated() {
            staff[employer.offset].append(PersonIndex(person))
        }
        self.staff = staff
        leads = Community.leads(of: description)
        departments = Department.all(in: description, siteIndices: siteIndices)
        homeDepartments = Department.homes(of: description.people.count, in: departments)
        pools = Pool.all(in: description, departments: departments, siteIndices: siteIndices, leads: leads)
        leaveWeeks = description.people.map { person in
            WeekSet(description.calendar.weekCount, person.leave.map(description.calendar.weeks(touchedBy:)))
        }
        sessionsWorked = description.calendar.weeks.map {
            min(description.calendar.sessions(in: $0), description.calendar.sessionsPerWeek)
        }
        let rules = description.policy.rules.filter(\.enforcement.isOn)
        let limits = description.people.map { person in
            Dictionary(
                uniqueKeysWithValues: person.limits.map { kind, stated in
                    (kind, rules.reduce(stated) { $1.limits($0, of: kind) })
                })
        }
        self.limits = limits
        options = PostingOption.all(
            in: description, siteIndices: siteIndices, leads: leads, leaveWeeks: leaveWeeks, limits: limits)
        homeDuties = HomeDutyOption.all(
            in: description, siteIndices: siteIndices, leads: leads, leaveWeeks: leaveWeeks)
        var candidates = Array(repeating: [PersonIndex](), count: sites.count)
        for (person, options) in options.enumerated() {
            for host in Set(options.map(\.host)).sorted() {
                candidates[host.offset].append(PersonIndex(person))
            }
        }
        self.candidates = candidates
        var travel = Array(repeating: [SiteIndex: Int](), count: sites.count)
        for (index, site) in sites.enumerated() {
            for (other, minutes) in site.travelMinutes {
                guard let other = siteIndices[other] else { continue }
                travel[index][other] = minutes
                if sites[other.offset].travelMinutes[site.id] == nil {
                    travel[other.offset][SiteIndex(index)] = minutes
                }
            }
        }
        self.travel = travel
    }
}

extension Instance {
    /// The horizon.
    public var calendar: RosterCalendar { description.calendar }
    /// All weeks.
    public var weeks: Range<Week> { description.calendar.weeks }
    /// The rules and their parameters.
    public var policy: Policy { description.policy }
    /// The institutions.
    public var sites: [Site] { description.sites }
    /// The people whose plans are decided.
    public var people: [Person] { description.people }
    /// People wanted at hosts.
    public var demands: [Demand] { description.demands }

    /// The positions of all sites.
    public var siteIndexes: [SiteIndex] { description.sites.indices.map { SiteIndex($0) } }
    /// The positions of all people.
    public var personIndexes: [PersonIndex] { description.people.indices.map { PersonIndex($0) } }
    /// The positions of all departments.
    public var departmentIndexes: [DepartmentIndex] { departments.indices.map { DepartmentIndex($0) } }
    /// The positions of all pools.
    public var poolIndexes: [PoolIndex] { pools.indices.map { PoolIndex($0) } }

    /// The site at a position.
    public subscript(site: SiteIndex) -> Site {
        // Lent, not copied: rules look at single properties of people and sites all the time.
        _read { yield description.sites[site.offset] }
    }
    /// The person at a position.
    public subscript(person: PersonIndex) -> Person {
        _read { yield description.people[person.offset] }
    }
    /// The demand at a position.
    public subscript(demand: DemandIndex) -> Demand { description.demands[demand.offset] }
    /// The remote duty at a position.
    public subscript(duty: RemoteDutyIndex) -> RemoteDuty { description.remoteDuties[duty.offset] }
    /// The team at a position.
    public subscript(team: TeamIndex) -> Team { description.teams[team.offset] }
    /// The department at a position.
    public subscript(department: DepartmentIndex) -> Department { departments[department.offset] }
    /// The pool at a position.
    public subscript(pool: PoolIndex) -> Pool { pools[pool.offset] }

    /// The position of the site with an identifier, or nil if there is none.
    public func site(_ id: SiteID) -> SiteIndex? { siteIndices[id] }
    /// The position of the person with an identifier, or nil if there is none.
    public func person(_ id: PersonID) -> PersonIndex? { personIndices[id] }
    /// The specialty with an identifier, or nil if there is none. O(specialties).
    public func specialty(_ id: SpecialtyID) -> Specialty? {
        description.specialties.first { $0.id == id }
    }

    /// The people whom a site employs, in order.
    public func people(employedAt site: SiteIndex) -> [PersonIndex] { staff[site.offset] }
    /// The site that employs a person.
    public func employer(of person: PersonIndex) -> SiteIndex { employers[person.offset] }
    /// The department a hospital's person belongs to by primary specialty, or nil for a clinic's person.
    public func department(of person: PersonIndex) -> DepartmentIndex? { homeDepartments[person.offset] }
    /// The lead hospital of the community a clinic is a member of; a lead hospital leads itself.
    public func lead(of site: SiteIndex) -> SiteIndex? { leads[site.offset] }
    /// Whether a person is on leave in a week.
    public func isOnLeave(_ person: PersonIndex, in week: Week) -> Bool {
        leaveWeeks[person.offset].contains(week)
    }
    /// The postings that links, leave, pins and commitments leave open to a person, ordered by host and kind.
    public func options(of person: PersonIndex) -> [PostingOption] { options[person.offset] }
    /// Visits and remote duties open to a person in weeks at home; visits first, then remote duties as listed.
    public func homeDuties(of person: PersonIndex) -> [HomeDutyOption] { homeDuties[person.offset] }
    /// The limits of a person's postings of a kind under the policy, or nil where the kind is not open to the person.
    public func limits(of person: PersonIndex, _ kind: PostingKind) -> PostingLimits? {
        limits[person.offset][kind]
    }
    /// People who may be posted at a site in some week, in order.
    public func candidates(at site: SiteIndex) -> [PersonIndex] { candidates[site.offset] }
    /// Whether a person may be posted anywhere in any week.
    public func mayBePosted(_ person: PersonIndex) -> Bool { !options[person.offset].isEmpty }
    /// Travel time one way in minutes; 0 where none is stated.
    public func travelMinutes(from origin: SiteIndex, to host: SiteIndex) -> Int {
        travel[origin.offset][host] ?? 0
    }

    /// The clinic's own staff in a week, named staff included; nobody where none is stated.
    public func ownStaff(of site: SiteIndex, in week: Week) -> StaffLevel {
        let levels = self[site].staff
        let monday = calendar.monday(of: week)
        return levels.last { $0.from.map { $0 <= monday } ?? true } ?? levels.first
            ?? StaffLevel(technical: 0, midTitle: 0)
    }

    /// The appointments a person offers at the hospital in a week at home: sessions in proportion to the week's, rounded down, times slots.
    public func appointments(of person: PersonIndex, in week: Week) -> Int {
        sessions(of: person, in: week) * self[person].slotsPerSession
    }

    /// What multiplies the weight of a demand: its priority, its host's remoteness and the weights that are for it.
    public func priority(of demand: DemandIndex) -> Int {
        let wanted = self[demand]
        let remoteness = site(wanted.host).map { self[$0].remotenessWeight } ?? 1
        return description.priorityWeights.filter { $0.applies(to: wanted) }.reduce(
            wanted.priority * remoteness
        ) { $0 * $1.factor }
    }

    /// The half-day sessions a person holds in a week at home: the person's, in proportion to the week's, rounded down. O(1).
    ///
    /// - Precondition: the week is one of the horizon.
    public func sessions(of person: PersonIndex, in week: Week) -> Int {
        self[person].sessionsPerWeek * sessionsWorked[week.offset] / description.calendar.sessionsPerWeek
    }

    /// The weeks in which a demand holds: those with their Monday in its days.
    public func weeks(of demand: Demand) -> [Week] {
        weeks.filter { week in
            let monday = calendar.monday(of: week)
            return demand.days.first.map { $0 <= monday } ?? true
                && demand.days.last.map { monday <= $0 } ?? true
        }
    }
}
