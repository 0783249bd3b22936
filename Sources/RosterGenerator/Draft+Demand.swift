import Rostering
import SeededRandom

// What departments must keep, and what clinics want.
extension Draft {
    /// The fewest people at home: a share of the department, but never more than leave and the witness leave there.
    mutating func addDepartmentMinimums() {
        var numbers = numbers(for: .minimums)
        for community in communities {
            for (specialty, members) in community.departments.enumerated() where members.count >= 2 {
                let percent = options.choose(loose: 40, tight: 60)
                addMinimum(community, specialty, members, .none, wanted: members.count * percent / 100)
                let seniors = members.filter { description.people[$0.offset].title >= .associateSenior }
                if seniors.count >= 2, numbers.chance(30) {
                    addMinimum(community, specialty, seniors, .associateSenior, wanted: 1)
                }
            }
        }
    }

    private mutating func addMinimum(
        _ community: Community, _ specialty: Int, _ members: [PersonIndex], _ title: Title, wanted: Int
    ) {
        let lowest =
            description.calendar.weeks.map { week in
                members.count { !isAway($0, week) && !leave[$0.offset].contains(week) }
            }.min() ?? 0
        guard min(wanted, lowest) >= 1 else { return }
        description.departmentMinimums.append(
            DepartmentMinimum(
                hospital: id(community.hospital), specialty: Catalogue.specialties[specialty].specialty.id,
                leastTitle: title, minimumPresent: min(wanted, lowest)))
    }

    /// People wanted at clinics: for each department as many person-weeks as its people can serve, times the tightness.
    mutating func addDemands() {
        var numbers = numbers(for: .demands)
        for community in communities {
            for (specialty, members) in community.departments.enumerated() where !members.isEmpty {
                let wanted = servable(members, of: community, specialty)
                addDemands(
                    wanted * options.choose(loose: 70, tight: 130) / 100, of: specialty, in: community,
                    &numbers)
            }
        }
        let order = Dictionary(uniqueKeysWithValues: description.sites.enumerated().map { ($1.id, $0) })
        // By clinic, so that people who read the file find what one clinic wants together; the sort keeps the order of specialties.
        description.demands = description.demands.enumerated().sorted {
            (order[$0.element.host] ?? 0, $0.offset) < (order[$1.element.host] ?? 0, $1.offset)
        }.map(\.element)
    }

    /// Person-weeks that a department can serve: bounded by its people's limits and by those it must keep at home.
    private func servable(_ members: [PersonIndex], of community: Community, _ specialty: Int) -> Int {
        let budgets = members.reduce(0) { sum, person in
            let described = description.people[person.offset]
            let budget = described.maximumAway.map { $0 - described.history.weeksAway } ?? options.weeks
            return sum + min(options.weeks * 2 / 3, budget)
        }
        let kept =
            description.departmentMinimums.first {
                $0.hospital == id(community.hospital) && $0.leastTitle == .none
                    && $0.specialty == Catalogue.specialties[specialty].specialty.id
            }?.minimumPresent ?? 0
        return min(budgets, options.weeks * (members.count - kept))
    }

    private mutating func addDemands(
        _ personWeeks: Int, of specialty: Int, in community: Community, _ numbers: inout SplitMix64
    ) {
        let specialtyID = Catalogue.specialties[specialty].specialty.id
        // Where there is but one specialty it is no feature of a clinic.
        let featuring = community.clinics.filter {
            options.specialties > 1 && description.sites[$0.offset].featureSpecialty == specialtyID
        }
        let others = community.clinics.filter { !featuring.contains($0) }
        var left = personWeeks
        var made: [Demand] = []
        // A clinic may want the specialty for several runs of weeks, or two or three people at a time.
        for _ in 0..<4 {
            for clinic in numbers.shuffled(featuring) + numbers.shuffled(others) where left >= 4 {
                let demand = demand(
                    of: specialtyID, at: clinic, lasting: left, isFeature: featuring.contains(clinic),
                    from: community, &numbers)
                let before = made.firstIndex { $0.host == demand.host && overlap($0.days, demand.days) }
                let grown = before ?? made.count
                if before == nil { made.append(demand) } else { made[grown].count += 1 }
                let weeks = description.calendar.weeks(coveredBy: made[grown].days).count
                if made[grown].count > 3 || weeks > left {
                    made[grown].count -= 1
                } else {
                    left -= weeks
                }
            }
        }
        description.demands += made
    }

    private func overlap(_ one: DayRange, _ other: DayRange) -> Bool {
        description.calendar.weeks(coveredBy: one).overlaps(description.calendar.weeks(coveredBy: other))
    }

    /// One person wanted at a clinic: for the whole horizon, half of it, a quarter of a year, or two months; its feature specialty throughout.
    private func demand(
        of specialty: SpecialtyID, at clinic: SiteIndex, lasting most: Int, isFeature: Bool,
        from community: Community, _ numbers: inout SplitMix64
    ) -> Demand {
        let drawn = numbers.pick([options.weeks, options.weeks / 2, 13, 8])
        let length = min(most, options.weeks, max(4, isFeature ? options.weeks : drawn))
        let first = Week(numbers.integer(in: 0...options.weeks - length))
        let isSkilled = numbers.chance(25)
        let minutes = description.sites[clinic.offset].travelMinutes[id(community.hospital)] ?? 0
        return Demand(
            host: id(clinic),
            wanted: PersonFilter(specialty: specialty, leastTitle: isSkilled ? .intermediate : .none),
            // Remote places come first (YL37).
            priority: minutes >= 60 ? 2 : 1,
            days: DayRange(
                description.calendar.monday(of: first),
                description.calendar.sunday(of: first.advanced(by: length - 1))))
    }
}
