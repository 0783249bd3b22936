/// Who counts as a clinic's staff in a week.
public enum StaffCounting: String, CaseIterable, Sendable {
    /// The clinic's own people, those away for training included.
    case home
    /// The clinic's own people present, and people posted there for at least the length that counts.
    case present
    /// Everyone by the share of the week spent at the clinic, in half-days of an ordinary week: people posted there, however long, and visitors
    /// count for theirs, the clinic's own people for all but the half-days of their own postings and visits.
    case fte

    /// The counting in words.
    public var wording: Text {
        switch self {
        case .home: Text("own staff", "本单位人员")
        case .present: Text("staff present", "在岗人员")
        case .fte: Text("staff by half-days", "按半日折算人员")
        }
    }
}

/// Which titles count as held.
public enum TitleBasis: String, CaseIterable, Sendable {
    /// Those that people are appointed to.
    case appointed
    /// Those that people are qualified for, appointed or not yet (待聘).
    case qualified
}

/// Whose heads count towards a number of mid-title people.
public enum HeadTitle: String, CaseIterable, Sendable {
    /// People with an intermediate title or above.
    case midOrAbove
    /// People with exactly an intermediate title.
    case exactlyMid
}

/// Which professions are technical staff (医疗技术人员); managers are not under any reading.
public enum TechnicalStaff: String, CaseIterable, Sendable {
    /// Doctors, nurses, pharmacists and technicians.
    case allButManagers
    /// Doctors and nurses.
    case doctorsAndNurses
    /// Doctors.
    case doctors

    /// The professions, in the order in which they are declared.
    public var professions: [Profession] {
        switch self {
        case .allButManagers: Profession.allCases.filter(\.isTechnical)
        case .doctorsAndNurses: [.doctor, .nurse]
        case .doctors: [.doctor]
        }
    }
}

/// Whom a rule on clinics' staff counts, and as what.
struct StaffView: Sendable {
    var counting: StaffCounting
    /// Postings count from this length, in weeks; by share of the week, from the first.
    var countedFromWeeks: Int
    var technicalStaff = TechnicalStaff.allButManagers
    var titleBasis = TitleBasis.appointed
    var headTitle = HeadTitle.midOrAbove

    // Whole people are not passed: that would copy them, and staff is counted for every clinic and week.

    /// Whether people of a profession are technical staff.
    func counts(_ profession: Profession) -> Bool { technicalStaff.professions.contains(profession) }

    /// Whether somebody counts as mid-title, and towards the number of heads.
    func titles(of title: Title, awaitsMidTitle: Bool) -> (isMid: Bool, isHead: Bool) {
        let isLifted = titleBasis == .qualified && awaitsMidTitle
        let isMid = title.isMidTitle || isLifted
        return (isMid, isMid && (headTitle == .midOrAbove || title == .intermediate || isLifted))
    }
}

/// Staff counted at a clinic, in equal parts of a person.
public struct StaffCount: Hashable, Sendable {
    /// How many parts make one person: 1, or the half-days of an ordinary week.
    public let whole: Int
    /// Technical staff, in parts.
    public var technical: Int
    /// Those with a mid title, in parts.
    public var midTitle: Int
    /// Those who count towards the number of heads, in parts.
    public var heads: Int

    /// Describes staff; everyone with a mid title counts towards the heads unless said otherwise.
    public init(technical: Int, midTitle: Int, heads: Int? = nil, whole: Int = 1) {
        self.whole = whole
        self.technical = technical
        self.midTitle = midTitle
        self.heads = heads ?? midTitle
    }
}

/// What a person's postings or visits change in the staff counted at a clinic.
struct StaffMovement {
    let person: PersonIndex
    /// The parts of a person that one unit of the measure adds; negative for one of the clinic's own who goes.
    let change: Int
    let isMidTitle: Bool
    let isHead: Bool
    let measure: @Sendable (Week) -> Measure
}

extension Instance {
    /// Clinics whose staff are known.
    var clinicsWithStaff: [SiteIndex] {
        siteIndexes.filter { self[$0].level == .clinic && !self[$0].staff.isEmpty }
    }

    /// The clinic's own staff in a week, as a rule sees them.
    func ownStaff(of site: SiteIndex, in week: Week, as view: StaffView) -> StaffCount {
        let own = ownStaff(of: site, in: week).part(view.technicalStaff)
        let whole = view.counting == .fte ? calendar.sessionsPerWeek : 1
        let midTitle = own.midTitle + (view.titleBasis == .qualified ? own.awaitingMidTitle : 0)
        let heads = midTitle - (view.headTitle == .exactlyMid ? own.senior ?? 0 : 0)
        return StaffCount(
            technical: own.technical * whole, midTitle: midTitle * whole, heads: heads * whole, whole: whole)
    }

    /// What technical people who come to a clinic or leave it change in its staff.
    func staffMovements(at site: SiteIndex, as view: StaffView) -> [StaffMovement] {
        func movement(
            _ person: PersonIndex, _ change: Int, _ measure: @escaping @Sendable (Week) -> Measure
        ) -> StaffMovement {
            let titles = view.titles(of: self[person].title, awaitsMidTitle: self[person].awaitsMidTitle)
            return StaffMovement(
                person: person, change: change, isMidTitle: titles.isMid, isHead: titles.isHead,
                measure: measure)
        }
        func hosts(of person: PersonIndex) -> [SiteIndex] { Set(options(of: person).map(\.host)).sorted() }
        func visited(by person: PersonIndex) -> [SiteIndex] {
            Set(homeDuties(of: person).flatMap { $0.duty.visits.map(\.host) }).sorted()
        }
        let own = people(employedAt: site)
        let movements: [StaffMovement]
        switch view.counting {
        case .home: movements = []
        case .present:
            let weeks = view.countedFromWeeks
            let arrivals = candidates(at: site).map { person in
                movement(person, 1) { .settled(person, site, $0, weeks: weeks) }
            }
            let departures = own.flatMap { person in
                hosts(of: person).map { host in movement(person, -1) { .posted(person, host, $0) } }
            }
            movements = arrivals + departures
        case .fte:
            let whole = calendar.sessionsPerWeek
            let arrivals =
                candidates(at: site).map { person in movement(person, whole) { .posted(person, site, $0) } }
                + visitors(of: site).map { person in
                    movement(person, 1) { .visitSessions(person, site, $0) }
                }
            let departures = own.flatMap { person in
                hosts(of: person).map { host in movement(person, -whole) { .posted(person, host, $0) } }
                    + visited(by: person).map { host in
                        movement(person, -1) { .visitSessions(person, host, $0) }
                    }
            }
            movements = arrivals + departures
        }
        return movements.filter { view.counts(self[$0.person].profession) }
    }

    /// The most parts of a person by which departures can lower the staff counted in a week; nobody goes to two places for more than one's share.
    func mostLeaving(_ movements: [StaffMovement], in week: Week) -> Int {
        let leaving = movements.filter { $0.change < 0 }
        return Dictionary(grouping: leaving, by: \.person).values.reduce(0) { sum, movements in
            sum + (movements.map { -$0.change * greatest(of: $0.measure(week)) }.max() ?? 0)
        }
    }

    /// The greatest value that a measure of a person's plan can take; 1 of a quantity, which is taken for a binary.
    func greatest(of measure: Measure) -> Int {
        switch measure {
        case .visitSessions(let person, _, _): self[person].visits?.sessionsPerWeek ?? 0
        case .sessionsLost(let person, let week):
            min(sessions(of: person, in: week), self[person].visits?.sessionsPerWeek ?? 0)
        case .posted, .settled, .started, .visited, .oddSessionLost, .onRemoteDuty, .quantity: 1
        }
    }

    /// The least value of an expression over all values of its measures.
    func least(of expression: Expression) -> Int {
        expression.terms.reduce(expression.constant) {
            $0 + min(0, $1.coefficient * greatest(of: $1.measure))
        }
    }
}

extension Attendance {
    /// The technical and mid-title staff counted at a clinic in a week. O(people).
    func staff(at site: SiteIndex, in week: Week, as view: StaffView) -> StaffCount {
        var staff = instance.ownStaff(of: site, in: week, as: view)
        func count(_ person: PersonIndex, _ parts: Int) {
            guard parts != 0, view.counts(instance[person].profession) else { return }
            let titles = view.titles(
                of: instance[person].title, awaitsMidTitle: instance[person].awaitsMidTitle)
            staff.technical += parts
            staff.midTitle += titles.isMid ? parts : 0
            staff.heads += titles.isHead ? parts : 0
        }
        let own = instance.people(employedAt: site)
        switch view.counting {
        case .home: break
        case .present:
            for person in people(postedAt: site, in: week) {
                if let posting = posting(of: person, in: week),
                    lasting(posting, of: person) >= view.countedFromWeeks
                {
                    count(person, 1)
                }
            }
            for person in own where posting(of: person, in: week) != nil { count(person, -1) }
        case .fte:
            for person in people(postedAt: site, in: week) { count(person, staff.whole) }
            for person in instance.personIndexes {
                count(person, visitSessions(of: person, at: site, in: week))
            }
            for person in own {
                let visits = homeDuty(of: person, in: week)?.visits ?? []
                let visited = visits.reduce(0) { $0 + $1.sessions }
                count(person, posting(of: person, in: week) == nil ? -visited : -staff.whole)
            }
        }
        return staff
    }
}
