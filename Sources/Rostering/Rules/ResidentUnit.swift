/// For what the residents of a hospital are counted together (YL20, YL21).
public enum ResidentUnit: String, CaseIterable, Sendable {
    /// The hospital that sends them, over all its hosts.
    case hospital
    /// Each pair of a hospital and a host to which it may send residents.
    case pair
    /// Each pair of a hospital and a county with hosts to which it may send residents.
    case county

    var wording: Text {
        switch self {
        case .hospital: Text("by hospital", "按派出医院")
        case .pair: Text("by pair", "按派出与接收机构")
        case .county: Text("by county", "按派出医院与县")
        }
    }
}

/// The residents of one hospital that are counted together.
struct ResidentGroup {
    let hospital: SiteIndex
    /// Where they are, in order; nil for everywhere.
    let hosts: [SiteIndex]?

    /// What requirements about the group name beside the hospital: the host, or the first of the county.
    var place: SiteIndex? { hosts?.first }

    func includes(_ host: SiteIndex) -> Bool { hosts?.contains(host) ?? true }
}

extension Instance {
    /// The groups of residents, in order of their hospitals and hosts.
    func residentGroups(by unit: ResidentUnit) -> [ResidentGroup] {
        siteIndexes.filter { self[$0].isHospital }.flatMap { hospital -> [ResidentGroup] in
            guard unit != .hospital else { return [ResidentGroup(hospital: hospital, hosts: nil)] }
            let links = description.links.filter {
                $0.origin == self[hospital].id && $0.postingKinds.contains(.resident)
            }
            let hosts = Set(links.compactMap { site($0.host) }).sorted()
            guard unit == .county else { return hosts.map { ResidentGroup(hospital: hospital, hosts: [$0]) } }
            return Dictionary(grouping: hosts, by: county).values.sorted { $0[0] < $1[0] }.map {
                ResidentGroup(hospital: hospital, hosts: $0)
            }
        }
    }

    /// What stands for the county of a site: the first site of the county that it or its lead hospital states, else the lead or the site itself.
    private func county(of site: SiteIndex) -> SiteIndex {
        let lead = lead(of: site) ?? site
        guard let county = self[site].county ?? self[lead].county else { return lead }
        return siteIndexes.first { self[$0].county == county } ?? lead
    }

    /// A group's hospital and place in words, such as `city hospital at county hospital`.
    func wording(of hospital: SiteIndex, at place: SiteIndex?, by unit: ResidentUnit) -> Text {
        let name = self[hospital].name
        guard let host = place.map({ self[$0].name }) else { return name }
        return unit == .county
            ? Text("\(name.english) in the county of \(host.english)", "\(name.chinese)派往\(host.chinese)所在县的")
            : Text("\(name.english) at \(host.english)", "\(name.chinese)派往\(host.chinese)的")
    }
}

extension Attendance {
    /// A group's people on resident postings in a week, in order.
    func residents(in group: ResidentGroup, in week: Week) -> [PersonIndex] {
        residents(of: group.hospital, in: week).filter { person in
            posting(of: person, in: week).map { group.includes($0.host) } ?? false
        }
    }
}
