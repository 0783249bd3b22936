import Rostering

// Who may send people to whom.
extension Draft {
    /// Every lead to its members; and, where there are several communities, two links of a specialty alliance to the next community, of which
    /// the second waits for approval and so cannot be used.
    mutating func addLinks() {
        for community in communities {
            for clinic in community.clinics {
                description.links.append(Link(from: id(community.hospital), to: id(clinic)))
            }
        }
        guard communities.count > 1 else { return }
        for (position, community) in communities.enumerated() {
            let next = communities[(position + 1) % communities.count]
            for (isApproved, clinic) in [(true, next.clinics.first), (false, next.clinics.dropFirst().first)]
            {
                guard let clinic else { continue }
                description.sites[clinic.offset].travelMinutes[id(community.hospital)] = 90
                description.links.append(
                    Link(
                        from: id(community.hospital), to: id(clinic), kind: .specialtyAlliance,
                        specialties: [Catalogue.specialties[0].specialty.id], isApproved: isApproved))
            }
        }
    }
}
