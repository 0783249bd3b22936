/// What links, leave and pins allow, worked out from the description alone.
///
/// The checker asks this instead of ``Instance/options(of:)``, from which solvers build their choices, so that a mistake in one of the two shows.
struct PostingPermissions {
    /// Why nobody may send a person somewhere.
    enum Refusal: String {
        case kindNotAllowed, notLinked, kindNotLinked, specialtyNotLinked, outsideLinkDays, notApproved
    }

    private let instance: Instance
    private let links: [SiteID: [Link]]
    private let communities: [SiteID: SiteID]

    init(_ instance: Instance) {
        self.instance = instance
        links = Dictionary(grouping: instance.description.links, by: \.origin)
        communities = instance.description.links.reduce(into: [:]) { communities, link in
            guard link.kind == .community else { return }
            communities[link.origin] = link.origin
            communities[link.host] = link.origin
        }
    }

    /// The first reason for which no link lets a person be at a host in a week, or nil if one does.
    func refusal(of person: Person, at host: SiteID, _ kind: PostingKind, in week: Week) -> Refusal? {
        guard person.limits[kind] != nil else { return .kindNotAllowed }
        var links = links[person.employer, default: []].filter { $0.host == host }
        if links.isEmpty { return .notLinked }
        links = links.filter { $0.postingKinds.contains(kind) }
        if links.isEmpty { return .kindNotLinked }
        links = links.filter { link in
            link.specialties.map { allowed in person.specialties.contains { allowed.contains($0) } } ?? true
        }
        if links.isEmpty { return .specialtyNotLinked }
        links = links.filter { link in workingDays(of: week).allSatisfy { link.days.contains($0) } }
        if links.isEmpty { return .outsideLinkDays }
        return links.contains { $0.isApproved } || !crosses(from: person.employer, to: host)
            ? nil : .notApproved
    }

    /// Whether some link lets a site send somebody in a kind of posting in a week to a host that is meant, whoever it may be for.
    func sends(
        from origin: SiteID, _ kind: PostingKind, in week: Week, to isMeant: (SiteID) -> Bool
    ) -> Bool {
        links[origin, default: []].contains { link in
            isMeant(link.host) && link.postingKinds.contains(kind)
                && workingDays(of: week).allSatisfy { link.days.contains($0) }
                && (link.isApproved || !crosses(from: origin, to: link.host))
        }
    }

    /// Whether a week has a working day in `days`.
    func touches(_ week: Week, _ days: DayRange) -> Bool {
        workingDays(of: week).contains { days.contains($0) }
    }

    /// Whether a pin forbids a person to be at a host in a week.
    func forbids(_ pin: Pin, _ host: SiteID, in week: Week) -> Bool {
        switch pin {
        case .posted(let fixed, let days): fixed != host && touches(week, days)
        case .postedSomewhere: false
        case .notPosted(let days): touches(week, days)
        case .onlyAt(let fixed): fixed != host
        }
    }

    /// Whether there is a week in which a person may be posted somewhere, in any kind of posting or one that is meant. O(weeks × links²), and far
    /// less for whoever may be.
    func mayBePosted(_ index: PersonIndex, as isMeant: (PostingKind) -> Bool = { _ in true }) -> Bool {
        let person = instance[index]
        let links = links[person.employer, default: []]
        return instance.weeks.contains { week in
            !person.leave.contains { touches(week, $0) }
                && links.contains { link in
                    !person.pins.contains { forbids($0, link.host, in: week) }
                        && !forbids(person.commitments, link.host, in: week)
                        && link.postingKinds.contains {
                            isMeant($0) && refusal(of: person, at: link.host, $0, in: week) == nil
                        }
                }
        }
    }

    /// Whether a link lets a person visit a host in a week.
    func mayVisit(_ person: Person, _ host: SiteID, in week: Week) -> Bool {
        links[person.employer, default: []].contains { link in
            link.host == host && link.allowsVisits
                && (link.specialties.map { allowed in person.specialties.contains { allowed.contains($0) } }
                    ?? true)
                && workingDays(of: week).allSatisfy { link.days.contains($0) }
                && (link.isApproved || !crosses(from: person.employer, to: host))
        }
    }

    /// Whether a commitment forbids a person to be posted at a host in a week.
    func forbids(_ commitments: Commitments, _ host: SiteID, in week: Week) -> Bool {
        if let stay = commitments.stay, touches(week, stay) { return true }
        guard commitments.isForGrassRoots, let site = instance.site(host) else { return false }
        return instance[site].level == .tertiary || instance[site].level == .secondary
    }

    private func crosses(from origin: SiteID, to host: SiteID) -> Bool {
        guard let from = communities[origin], let to = communities[host] else { return false }
        return from != to
    }

    private func workingDays(of week: Week) -> [CalendarDay] {
        (0..<5).map { instance.calendar.monday(of: week).advanced(by: $0) }
    }
}
