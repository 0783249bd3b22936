/// Who counts as a clinic's staff in a week.
public enum StaffCounting: String, CaseIterable, Sendable {
    /// The clinic's own people, those away for training included.
    case home
    /// The clinic's own people present, and people posted there for at least the length that counts.
    case present

    /// The counting in words.
    public var wording: Text {
        switch self {
        case .home: Text("own staff", "本单位人员")
        case .present: Text("staff present", "在岗人员")
        }
    }
}

/// A person whose posting changes the staff counted at a clinic.
struct StaffMovement {
    let person: PersonIndex
    /// Where the posting is.
    let host: SiteIndex
    /// +1 for a person who comes, -1 for one of the clinic's own who goes.
    let sign: Int
    let isMidTitle: Bool
    /// The length from which the posting counts, in weeks.
    let weeks: Int

    func measure(_ week: Week) -> Measure {
        sign > 0 ? .settled(person, host, week, weeks: weeks) : .posted(person, host, week)
    }
}

extension Instance {
    /// Clinics whose staff are known.
    var clinicsWithStaff: [SiteIndex] {
        siteIndexes.filter { self[$0].level == .clinic && !self[$0].staff.isEmpty }
    }

    /// Technical people who can come to a clinic or leave it.
    func staffMovements(at site: SiteIndex, lasting weeks: Int) -> [StaffMovement] {
        let arrivals = candidates(at: site).map { ($0, site, 1) }
        let departures = personIndexes.filter { employer(of: $0) == site }.flatMap { person in
            Set(options(of: person).map(\.host)).sorted().map { (person, $0, -1) }
        }
        return (arrivals + departures).filter { self[$0.0].profession.isTechnical }.map {
            StaffMovement(
                person: $0.0, host: $0.1, sign: $0.2, isMidTitle: self[$0.0].title.isMidTitle, weeks: weeks)
        }
    }
}

extension Attendance {
    /// The technical and mid-title staff counted at a clinic in a week.
    func staff(at site: SiteIndex, in week: Week, counting: StaffCounting, lasting weeks: Int) -> StaffLevel {
        var staff = instance.ownStaff(of: site, in: week)
        guard counting == .present else { return staff }
        func count(_ person: PersonIndex, _ change: Int) {
            guard instance[person].profession.isTechnical else { return }
            staff.technical += change
            staff.midTitle += instance[person].title.isMidTitle ? change : 0
        }
        for person in people(postedAt: site, in: week) {
            if let posting = posting(of: person, in: week), lasting(posting, of: person) >= weeks {
                count(person, 1)
            }
        }
        for person in instance.people(employedAt: site) where posting(of: person, in: week) != nil {
            count(person, -1)
        }
        return staff
    }
}

extension Expression {
    /// The least value over all ways in which each measure is 0 or 1.
    var least: Int { terms.reduce(constant) { $0 + min(0, $1.coefficient) } }
}
