// Which weeks of a roster are service at the grass roots, and how many days they are.
extension ServiceHistory {
    /// Days of grass-roots or support service before the horizon: seven for each week away.
    public var daysServed: Int { 7 * weeksAway }
}

extension Instance {
    /// Whether a host is at the grass roots or supported from outside for the law (L-1, L-2): a clinic, a village room, a county's hospital
    /// (「县级以下」 includes the county), or a site to which a pairing or alliance leads from the employer (「对口支援」).
    public func isServiceHost(_ host: SiteIndex, for person: PersonIndex) -> Bool {
        guard self[host].level == .tertiary else { return true }
        return description.links.contains {
            $0.origin == self[person].employer && $0.host == self[host].id
                && [.pairing, .alliance].contains($0.kind)
        }
    }

    /// Whether a person works at the grass roots all year, being employed at a clinic or a village room.
    public func isEmployedAtGrassRoots(_ person: PersonIndex) -> Bool {
        !self[employer(of: person)].isHospital
    }

    /// The sites that a link from a hospital leads to, in order.
    var supportedSites: [SiteIndex] {
        let hosts = Set(
            description.links.filter { site($0.origin).map { self[$0].isHospital } ?? false }.map(\.host))
        return siteIndexes.filter { hosts.contains(self[$0].id) }
    }
}

extension Attendance {
    /// Whether a posting is a clinic's person training at a hospital (进修) rather than service.
    public func isTraining(_ posting: Posting, of person: PersonIndex) -> Bool {
        instance.isEmployedAtGrassRoots(person) && instance[posting.host].isHospital
    }

    /// The person's posting in a week unless it is training, or nil.
    func service(of person: PersonIndex, in week: Week) -> Posting? {
        posting(of: person, in: week).flatMap { isTraining($0, of: person) ? nil : $0 }
    }

    /// By week: how many people serve at a site, trainees left out. O(people × weeks).
    func serving(at site: SiteIndex) -> [Int] {
        instance.weeks.map { week in
            instance.personIndexes.count { service(of: $0, in: week)?.host == site }
        }
    }

    /// By week: how many of a site's own people are away for training. O(people × weeks).
    func trainees(of site: SiteIndex) -> [Int] {
        instance.weeks.map { week in
            instance.personIndexes.count { person in
                instance.employer(of: person) == site
                    && posting(of: person, in: week).map { isTraining($0, of: person) } ?? false
            }
        }
    }
}
