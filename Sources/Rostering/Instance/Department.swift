/// The people of one hospital whose primary specialty is the same.
public struct Department: Hashable, Sendable {
    /// The hospital.
    public let hospital: SiteIndex
    /// The specialty.
    public let specialty: SpecialtyID
    /// The people, in order; empty where only demand for the department is known.
    public let members: [PersonIndex]

    /// All departments that have people or that somebody wants appointments of.
    static func all(in description: InstanceDescription, siteIndices: [SiteID: SiteIndex]) -> [Department] {
        struct Key: Hashable {
            let hospital: SiteID
            let specialty: SpecialtyID
        }
        var members: [Key: [PersonIndex]] = [:]
        for (index, person) in description.people.enumerated() {
            guard let specialty = person.specialties.first else { continue }
            members[Key(hospital: person.employer, specialty: specialty), default: []].append(
                PersonIndex(index))
        }
        let leads = Community.leads(of: description)
        for demand in description.generalDemand {
            members[Key(hospital: demand.hospital, specialty: demand.specialty), default: []] += []
        }
        for referral in description.referrals {
            let lead = siteIndices[referral.clinic].flatMap { leads[$0.offset] }
            guard let hospital = referral.hospital ?? lead.map({ description.sites[$0.offset].id }) else {
                continue
            }
            members[Key(hospital: hospital, specialty: referral.specialty), default: []] += []
        }
        return description.sites.enumerated().filter(\.element.isHospital).flatMap { index, site in
            description.specialties.compactMap { specialty in
                members[Key(hospital: site.id, specialty: specialty.id)].map {
                    Department(hospital: SiteIndex(index), specialty: specialty.id, members: $0)
                }
            }
        }
    }

    /// By person: the department the person is a member of.
    static func homes(of personCount: Int, in departments: [Department]) -> [DepartmentIndex?] {
        var homes: [DepartmentIndex?] = Array(repeating: nil, count: personCount)
        for (index, department) in departments.enumerated() {
            for member in department.members { homes[member.offset] = DepartmentIndex(index) }
        }
        return homes
    }
}
