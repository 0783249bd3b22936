/// A posting that links, leave, pins and commitments leave open to a person: one host and kind, in some weeks.
public struct PostingOption: Hashable, Sendable {
    /// Where.
    public let host: SiteIndex
    /// Of what kind.
    public let kind: PostingKind
    /// The person's limits for the kind under the policy.
    public let limits: PostingLimits
    /// The weeks in which the person may be there.
    public let weeks: WeekSet
    /// Weeks served before week 0 in a posting under way there, else 0.
    public let weeksServed: Int

    static func all(
        in description: InstanceDescription, siteIndices: [SiteID: SiteIndex], leads: [SiteIndex?],
        leaveWeeks: [WeekSet], limits: [[PostingKind: PostingLimits]]
    ) -> [[PostingOption]] {
        let linksByOrigin = Dictionary(grouping: description.links, by: \.origin)
        return description.people.enumerated().map { index, person in
            var weeks: [Place: WeekSet] = [:]
            for link in linksByOrigin[person.employer] ?? [] {
                guard let host = siteIndices[link.host], let origin = siteIndices[link.origin],
                    link.isUsable(by: person, crossing: crossesCommunities(origin, host, leads))
                else { continue }
                guard !person.commitments.isForGrassRoots || description.sites[host.offset].isGrassRoots
                else {
                    continue
                }
                for kind in link.postingKinds {
                    guard let limits = limits[index][kind] else { continue }
                    let place = Place(host: host, kind: kind)
                    let onLeave =
                        limits.leaveDays == 0
                        ? leaveWeeks[index]
                        : person.weeksOfLeave(longerThan: limits.leaveDays, in: description.calendar)
                    var set = weeks[place] ?? WeekSet(description.calendar.weekCount)
                    for week in description.calendar.weeks(coveredBy: link.days)
                    where !onLeave.contains(week)
                        && !(person.commitments.stay.map {
                            description.calendar.weeks(touchedBy: $0).contains(week)
                        } ?? false)
                        && person.pins.allSatisfy({
                            $0.allows(description.sites[host.offset].id, in: week, description.calendar)
                        })
                    {
                        set.insert(week)
                    }
                    weeks[place] = set
                }
            }
            return weeks.keys.sorted().compactMap { place in
                guard let limits = limits[index][place.kind],
                    let set = weeks[place]
                else { return nil }
                let underWay = person.history.underWay.flatMap {
                    siteIndices[$0.host] == place.host && $0.kind == place.kind ? $0 : nil
                }
                guard !set.isEmpty || underWay != nil else { return nil }
                return PostingOption(
                    host: place.host, kind: place.kind, limits: limits, weeks: set,
                    weeksServed: underWay?.weeksServed ?? 0)
            }
        }
    }

    /// Whether a move from one site to another leaves a community for a different one.
    static func crossesCommunities(_ origin: SiteIndex, _ host: SiteIndex, _ leads: [SiteIndex?]) -> Bool {
        guard let from = leads[origin.offset], let to = leads[host.offset] else { return false }
        return from != to
    }
}

private struct Place: Hashable, Comparable {
    let host: SiteIndex
    let kind: PostingKind

    static func < (left: Place, right: Place) -> Bool { (left.host, left.kind) < (right.host, right.kind) }
}

extension Person {
    /// The weeks touched by leave of more than so many days.
    func weeksOfLeave(longerThan days: Int, in calendar: RosterCalendar) -> WeekSet {
        let long = leave.filter { leave in leave.dayCount.map { $0 > days } ?? true }
        return WeekSet(calendar.weekCount, long.map(calendar.weeks(touchedBy:)))
    }
}

extension Link {
    /// Whether the link may send `person`: a link across communities only when approved (HB15).
    func isUsable(by person: Person, crossing: Bool) -> Bool {
        (isApproved || !crossing) && specialties.map { !Set($0).isDisjoint(with: person.specialties) } ?? true
    }
}

extension Pin {
    /// Whether the pin lets the person be posted at `host` in `week`.
    func allows(_ host: SiteID, in week: Week, _ calendar: RosterCalendar) -> Bool {
        switch self {
        case .posted(let fixed, let days): fixed == host || !calendar.weeks(touchedBy: days).contains(week)
        case .postedSomewhere: true
        case .notPosted(let days): !calendar.weeks(touchedBy: days).contains(week)
        case .onlyAt(let fixed): fixed == host
        }
    }
}
