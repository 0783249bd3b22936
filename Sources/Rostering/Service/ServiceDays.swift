// Which weeks of a roster are service at the grass roots, and how many days they are.
extension ServiceHistory {
    /// Days of grass-roots or support service before the horizon: as stated, else seven for each week away.
    public var daysServed: Int { serviceDays ?? 7 * weeksAway }
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
        self[employer(of: person)].isGrassRoots
    }

    /// The clinics, in order.
    var clinics: [SiteIndex] { siteIndexes.filter { self[$0].level == .clinic } }

    /// The sites that a hospital sends people to: hosts of its links other than for remote consultations and training, in order.
    var supportedSites: [SiteIndex] {
        let links = description.links.filter { link in
            link.kind != .remote && link.kind != .training
                && site(link.origin).map { self[$0].isHospital } ?? false
        }
        let hosts = Set(links.map(\.host))
        return siteIndexes.filter { hosts.contains(self[$0].id) }
    }
}

extension Attendance {
    /// The person's posting in a week unless it is training, or nil.
    func service(of person: PersonIndex, in week: Week) -> Posting? {
        posting(of: person, in: week).flatMap { $0.kind == .training ? nil : $0 }
    }

    /// By week: how many people serve at a site, trainees left out. O(people × weeks).
    func serving(at site: SiteIndex) -> [Int] {
        instance.weeks.map { people(servingAt: site, in: $0).count }
    }

    /// By week: the sessions of visits to a site. O(people × weeks).
    func visitSessions(at site: SiteIndex) -> [Int] {
        instance.weeks.map { week in
            instance.personIndexes.reduce(0) { $0 + visitSessions(of: $1, at: site, in: week) }
        }
    }

    /// By week: how many of a site's own people are away for training. O(people × weeks).
    func trainees(of site: SiteIndex) -> [Int] {
        instance.weeks.map { week in
            instance.personIndexes.count {
                instance.employer(of: $0) == site && posting(of: $0, in: week)?.kind == .training
            }
        }
    }
}
