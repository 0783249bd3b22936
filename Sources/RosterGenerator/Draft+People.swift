import Rostering
import SeededRandom

// Hospitals and their specialists.
extension Draft {
    /// One lead hospital for each community.
    mutating func addHospitals() {
        for number in 1...options.communities {
            description.sites.append(
                Site(
                    id: SiteID("h\(number)"),
                    name: Text("County hospital \(number)", "县级第\(number)医院"), level: .secondary))
            communities.append(
                Community(
                    hospital: SiteIndex(number - 1),
                    departments: Array(repeating: [], count: options.specialties)))
        }
    }

    /// The specialists, shared evenly among hospitals and by usual size among departments.
    mutating func addPeople() {
        var numbers = numbers(for: .people)
        let sizes = Catalogue.specialties.prefix(options.specialties).map(\.size)
        for community in communities.indices {
            let count = share(of: options.people, community)
            for (specialty, members) in Draft.apportion(count, by: sizes).enumerated() {
                for position in 0..<members {
                    communities[community].departments[specialty].append(
                        PersonIndex(description.people.count))
                    description.people.append(
                        person(position, of: specialty, in: community, &numbers))
                }
            }
        }
        witness = description.people.map { _ in [] }
    }

    private func person(
        _ position: Int, of specialty: Int, in community: Int, _ numbers: inout SplitMix64
    ) -> Person {
        let entry = Catalogue.specialties[specialty]
        // Doctors of a county hospital: 4 % senior, 13 % associate senior, 35 % intermediate; the head of a department is no junior.
        let isJunior = numbers.chance(options.juniorPercent) && position > 0
        let rank = [Title.senior, .associateSenior, .intermediate][numbers.pick(weights: [4, 13, 35])]
        let title = isJunior ? Title.junior : rank
        let isTechnician = numbers.chance(entry.technicianPercent) && position > 0
        var specialties = [entry.specialty.id]
        if options.specialties > 1, numbers.chance(8) {
            let other = (specialty + numbers.integer(in: 1...options.specialties - 1)) % options.specialties
            specialties.append(Catalogue.specialties[other].specialty.id)
        }
        var functions: [GuidanceFunction] = isTechnician || isJunior ? [] : [.medicine]
        if title >= .associateSenior, numbers.chance(40) { functions.append(.management) }
        let sessions = numbers.integer(in: 2...5)
        let slots = numbers.pick([15, 18, 20, 24, 30])
        let hospital = communities[community].hospital
        return Person(
            id: PersonID("\(id(hospital))-\(entry.specialty.id)-\(padded(position + 1))"),
            name: "专家\(padded(description.people.count + 1, 4))", employer: id(hospital),
            profession: isTechnician ? .technician : .doctor, title: title, specialties: specialties,
            functions: functions, sessionsPerWeek: isTechnician ? 0 : sessions,
            slotsPerSession: isTechnician ? 0 : slots)
    }

    /// A community's even share of a total.
    func share(of total: Int, _ community: Int) -> Int {
        let count = communities.count
        return total * (community + 1) / count - total * community / count
    }

    /// Splits a whole number in proportion to sizes, largest remainder first, earlier ones first among equals.
    static func apportion(_ total: Int, by sizes: [Int]) -> [Int] {
        let sum = sizes.reduce(0, +)
        var parts = sizes.map { total * $0 / sum }
        let byRemainder = sizes.indices.sorted {
            (total * sizes[$1] % sum, $0) < (total * sizes[$0] % sum, $1)
        }
        for position in byRemainder.prefix(total - parts.reduce(0, +)) { parts[position] += 1 }
        return parts
    }
}
