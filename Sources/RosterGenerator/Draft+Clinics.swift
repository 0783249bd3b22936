import Rostering
import SeededRandom

// Clinics, their staff, and the people who must relieve one another where the staff are too few.
extension Draft {
    /// The clinics of every community. Those first in a random order cannot reach the mid-title floor without a specialist of the
    /// hospital in every week, and a relay of three specialists is planned for each of them.
    mutating func addClinics() {
        var numbers = numbers(for: .clinics)
        var relays = self.numbers(for: .relays)
        for community in communities.indices {
            let count = share(of: options.clinics, community)
            let first = description.sites.count - communities.count
            let clinics = (0..<count).map { SiteIndex(description.sites.count + $0) }
            communities[community].clinics = clinics
            var free = freeForRelays(in: community)
            let needy = min((count + 3) / 4, free.reduce(0) { $0 + $1.count } / 6)
            let bound = Set(relays.shuffled(clinics).prefix(needy))
            for (position, clinic) in clinics.enumerated() {
                let staff = bound.contains(clinic) ? needyStaff(&numbers) : sufficientStaff(&numbers)
                addClinic(first + position + 1, staff, in: community, &numbers)
                if bound.contains(clinic) { planRelay(at: clinic, &free) }
            }
        }
    }

    private struct ClinicStaff {
        let levels: [StaffLevel]
        let baseline: Int
    }

    /// Staff that one more mid-title person, always there, lifts over the floor and the baseline.
    private func needyStaff(_ numbers: inout SplitMix64) -> ClinicStaff {
        let more = numbers.integer(in: 0...1)
        switch numbers.integer(in: 0...2) {
        case 0:
            let technical = numbers.integer(in: 11...24)
            return ClinicStaff(
                levels: [StaffLevel(technical: technical, midTitle: 1)], baseline: technical + more)
        case 1:
            let technical = numbers.integer(in: 6...9)
            return ClinicStaff(
                levels: [StaffLevel(technical: technical, midTitle: 0)], baseline: technical + more)
        default:
            // The second of two mid-title people retires half-way.
            let technical = numbers.integer(in: 12...20)
            let retirement = description.calendar.monday(of: Week(options.weeks / 2))
            return ClinicStaff(
                levels: [
                    StaffLevel(technical: technical, midTitle: 2),
                    StaffLevel(from: retirement, technical: technical - 1, midTitle: 1),
                ], baseline: technical)
        }
    }

    /// Staff that keep the floor and the baseline by themselves.
    private func sufficientStaff(_ numbers: inout SplitMix64) -> ClinicStaff {
        // Ten people with one of mid title stand exactly on the share: a posted junior breaks the floor.
        if numbers.chance(10) {
            return ClinicStaff(levels: [StaffLevel(technical: 10, midTitle: 1)], baseline: 10)
        }
        let sizes = [8...12, 13...25, 26...45, 46...90]
        let technical = numbers.integer(in: sizes[numbers.pick(weights: [15, 25, 40, 20])])
        let midTitle = max(2, technical * numbers.integer(in: 10...25) / 100)
        var levels = [StaffLevel(technical: technical, midTitle: midTitle)]
        if numbers.chance(20) {
            let hiring = description.calendar.monday(of: Week(numbers.integer(in: 1...options.weeks - 1)))
            levels.append(StaffLevel(from: hiring, technical: technical + 1, midTitle: midTitle))
        }
        return ClinicStaff(levels: levels, baseline: technical - numbers.integer(in: 0...2))
    }

    private mutating func addClinic(
        _ number: Int, _ staff: ClinicStaff, in community: Int, _ numbers: inout SplitMix64
    ) {
        // One way: near, across the plain, or in the mountains.
        let distances = [15...25, 30...50, 60...120]
        let minutes = numbers.integer(in: distances[numbers.pick(weights: [4, 4, 2])])
        let departments = communities[community].departments
        let staffed = departments.indices.filter { !departments[$0].isEmpty }
        description.sites.append(
            Site(
                id: SiteID("c\(padded(number))"), name: Text("Clinic \(number)", "第\(number)卫生院"),
                level: .clinic,
                travelMinutes: [id(communities[community].hospital): minutes], staff: staff.levels,
                baseline: staff.baseline,
                featureSpecialty: Catalogue.specialties[numbers.pick(staffed)].specialty.id))
    }

    /// By department: people whose presence lifts a clinic over the floor.
    private func freeForRelays(in community: Int) -> [[PersonIndex]] {
        communities[community].departments.map { department in
            department.filter { description.people[$0.offset].title.isMidTitle }
        }
    }

    /// Plans three people in turn so that one of them is at the clinic in every week.
    private mutating func planRelay(at clinic: SiteIndex, _ free: inout [[PersonIndex]]) {
        // Each comes from the department that has the most people left.
        let team = (0..<3).compactMap { _ -> PersonIndex? in
            let most = free.indices.max { (free[$0].count, $1) < (free[$1].count, $0) }
            return most.flatMap { free[$0].popLast() }
        }
        guard !team.isEmpty else { return }
        // Stints of 8 to 15 weeks, or the whole of a shorter horizon.
        let count = max(1, options.weeks / 8)
        for stint in 0..<count {
            let (first, next) = (options.weeks * stint / count, options.weeks * (stint + 1) / count)
            witness[team[stint % team.count].offset].append(
                Posting(host: clinic, weeks: Week(first)..<Week(next)))
        }
    }
}
