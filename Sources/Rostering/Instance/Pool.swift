/// Appointments, beds or examinations of one kind at one hospital, of which a part is reserved for referrals.
public struct Pool: Hashable, Sendable {
    /// Where the capacity comes from.
    public enum Source: Hashable, Sendable {
        /// The sessions that a department's people hold in weeks at home.
        case department(DepartmentIndex)
        /// A resource whose capacity does not depend on the roster, by its position in the description.
        case resource(Int)
    }

    /// The hospital, or the clinic whose beds are for patients sent down.
    public let hospital: SiteIndex
    /// Where the capacity comes from.
    public let source: Source
    /// Whether patients are sent down to it by upper hospitals (``Resource/referralsDown``), not up by clinics.
    public var isForReferralsDown = false
    /// The sites among which the reserve is split, in order: clinics, or the upper hospitals that send patients down.
    public let clinics: [SiteIndex]
    /// Referrals wanted, by site (as in `clinics`) and week.
    public let referrals: [[Int]]
    /// What everyone else wants, by week.
    public let generalDemand: [Int]

    /// Referrals wanted by all clinics together in a week.
    public func referralsWanted(in week: Week) -> Int { referrals.reduce(0) { $0 + $1[week.offset] } }

    static func all(
        in description: InstanceDescription, departments: [Department], siteIndices: [SiteID: SiteIndex],
        leads: [SiteIndex?]
    ) -> [Pool] {
        let weeks = Array(description.calendar.weeks)
        func members(of hospital: SiteIndex) -> [SiteIndex] {
            leads.indices.filter { leads[$0] == hospital && $0 != hospital.offset }.map { SiteIndex($0) }
        }
        let appointments = departments.enumerated().map { index, department in
            var wanted: [SiteIndex: [Int]] = [:]
            for referral in description.referrals where referral.specialty == department.specialty {
                guard let clinic = siteIndices[referral.clinic],
                    referral.hospital.map({ siteIndices[$0] }) ?? leads[clinic.offset] == department.hospital
                else { continue }
                let sums = wanted[clinic] ?? weeks.map { _ in 0 }
                wanted[clinic] = weeks.map { sums[$0.offset] + referral.perWeek[$0] }
            }
            let clinics = Set(members(of: department.hospital)).union(wanted.keys).sorted()
            let general = description.generalDemand.filter {
                siteIndices[$0.hospital] == department.hospital && $0.specialty == department.specialty
            }
            return Pool(
                hospital: department.hospital, source: .department(DepartmentIndex(index)), clinics: clinics,
                referrals: clinics.map { wanted[$0] ?? weeks.map { _ in 0 } },
                generalDemand: weeks.map { week in general.reduce(0) { $0 + $1.perWeek[week] } })
        }
        let resources = description.resources.enumerated().compactMap { index, resource -> Pool? in
            guard let hospital = siteIndices[resource.hospital] else { return nil }
            let isDown = resource.isForReferralsDown
            let senders = isDown ? resource.referralsDown : resource.referrals
            let clinics = Set(isDown ? [] : members(of: hospital)).union(
                senders.keys.compactMap { siteIndices[$0] }
            )
            .sorted()
            return Pool(
                hospital: hospital, source: .resource(index), isForReferralsDown: isDown, clinics: clinics,
                referrals: clinics.map { clinic in
                    let perWeek = senders[description.sites[clinic.offset].id] ?? .constant(0)
                    return weeks.map { perWeek[$0] }
                },
                generalDemand: weeks.map { resource.generalDemand[$0] })
        }
        return appointments + resources
    }
}
