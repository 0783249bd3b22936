import Rostering

// Appointments, beds and examinations.
extension Draft {
    /// Referrals of the clinics, and what everyone else wants of the departments.
    mutating func addAppointments() {
        var numbers = numbers(for: .appointments)
        for community in communities {
            let departments = community.departments
            let capacities = departments.map { members in
                members.reduce(0) { sum, person in
                    let described = description.people[person.offset]
                    return sum + described.sessionsPerWeek * described.slotsPerSession
                }
            }
            let sizes = Catalogue.specialties.prefix(options.specialties).map(\.size)
            // One department in seven is short: families' doctors refer to it far more than its usual share.
            let weights = sizes.map { numbers.chance(15) ? 4 * $0 : $0 }
            for clinic in community.clinics {
                // 300 to 900 referrals a year for a clinic of ordinary size.
                let technical = description.sites[clinic.offset].staff.first?.technical ?? 0
                let total = numbers.integer(in: 6...17) * max(10, technical) / 35
                let perWeek = options.choose(loose: total, tight: 2 * total)
                for (specialty, count) in Draft.apportion(perWeek, by: weights).enumerated()
                where count > 0 && capacities[specialty] > 0 {
                    description.referrals.append(
                        Referrals(
                            clinic: id(clinic), specialty: Catalogue.specialties[specialty].specialty.id,
                            perWeek: .constant(count)))
                }
            }
            for (specialty, capacity) in capacities.enumerated() where capacity > 0 {
                let percent = numbers.integer(in: options.choose(loose: 45...70, tight: 75...100))
                description.generalDemand.append(
                    GeneralDemand(
                        hospital: id(community.hospital),
                        specialty: Catalogue.specialties[specialty].specialty.id,
                        perWeek: seasonal(capacity * percent / 100, of: specialty)))
            }
        }
    }

    /// More in the weeks that begin in November to February, for the specialties that feel the winter.
    private func seasonal(_ count: Int, of specialty: Int) -> WeeklyCount {
        let winter = Catalogue.specialties[specialty].winterPercent
        guard winter != 100 else { return .constant(count) }
        return .byWeek(
            description.calendar.weeks.map { week in
                let month = description.calendar.monday(of: week).description.dropFirst(5).prefix(2)
                return ["11", "12", "01", "02"].contains(month) ? count * winter / 100 : count
            })
    }

    /// Beds and CT examinations of each hospital.
    mutating func addResources() {
        var numbers = numbers(for: .resources)
        for community in communities {
            let people = community.departments.reduce(0) { $0 + $1.count }
            let kinds = [
                ("beds", Text("Inpatient beds", "住院床位"), max(5, 2 * people)),
                ("ct", Text("CT examinations", "CT 检查"), max(20, 3 * people)),
            ]
            for (kind, name, capacity) in kinds {
                let percent = numbers.integer(in: options.choose(loose: 60...75, tight: 80...95))
                let most = max(
                    1, capacity * options.choose(loose: 20, tight: 50) / 100 / community.clinics.count)
                var referrals: [SiteID: WeeklyCount] = [:]
                for clinic in community.clinics {
                    referrals[id(clinic)] = .constant(numbers.integer(in: 0...most))
                }
                description.resources.append(
                    Resource(
                        hospital: id(community.hospital), kind: kind, name: name,
                        capacity: .constant(capacity), referrals: referrals,
                        generalDemand: .constant(capacity * percent / 100)))
            }
        }
    }
}
