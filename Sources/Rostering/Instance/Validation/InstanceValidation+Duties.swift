extension InstanceValidation {
    /// Remote duties are a hospital's, with identifiers of their own.
    mutating func checkRemoteDuties() {
        var seen: Set<RemoteDutyID> = []
        for (position, duty) in description.remoteDuties.enumerated() {
            let path = FaultPath.root["remoteDuties"][position]
            check(duty.id, seen: &seen, at: path["id"])
            checkHospital(duty.hospital, at: path["hospital"])
            check(duty.wanted, at: path["wanted"])
            check(duty.count, in: 1...Self.largestCount, at: path["count"])
        }
    }

    /// Visits are wanted at known hosts in legal numbers.
    mutating func checkVisitsWanted() {
        for (position, visits) in description.visitsWanted.enumerated() {
            let path = FaultPath.root["visitsWanted"][position]
            _ = known(visits.host, at: path["host"])
            check(visits.wanted, at: path["wanted"])
            check(visits.sessions, in: 0...Self.largestCount, at: path["sessions"])
            check(visits.everyWeeks, in: 1...520, at: path["everyWeeks"])
            if let gap = visits.longestGap { check(gap, in: 0...520, at: path["longestGap"]) }
        }
    }

    /// Posts have identifiers of their own, known sites and employers.
    mutating func checkNamedPosts() {
        var seen: Set<NamedPostID> = []
        for (position, post) in description.namedPosts.enumerated() {
            let path = FaultPath.root["namedPosts"][position]
            check(post.id, seen: &seen, at: path["id"])
            _ = known(post.site, at: path["site"])
            check(post.wanted, at: path["wanted"])
            check(post.employers, at: path["employers"])
            check(post.minimumWeeks, in: 1...Self.mostWeeks, at: path["minimumWeeks"])
        }
    }

    /// Teams have roles, and a person has one role in one team, in which enough people can be.
    mutating func checkTeams() {
        var seen: Set<TeamID> = []
        var taken: Set<PersonID> = []
        let people = description.people.map(\.id)
        let known = Set(people)
        for (position, team) in description.teams.enumerated() {
            let path = FaultPath.root["teams"][position]
            check(team.id, seen: &seen, at: path["id"])
            if team.roles.isEmpty {
                add(
                    .empty, at: path["roles"], value: "",
                    Text("A team has at least one role.", "组团至少有一个岗位。"))
            }
            for (number, role) in team.roles.enumerated() {
                let path = path["roles"][number]
                if role.people.isEmpty {
                    add(
                        .empty, at: path["people"], value: "",
                        Text("A role has at least one person who can fill it.", "岗位至少有一名可担任的人员。"))
                }
                for (index, person) in role.people.enumerated() {
                    let path = path["people"][index]
                    if !known.contains(person), doubts.people.isEmpty {
                        add(
                            .unknown(
                                .unknownPerson, person.text, at: path, Text("person", "人员"),
                                among: people.map(\.text)))
                    } else if !taken.insert(person).inserted {
                        addDuplicate(person.text, at: path)
                    }
                }
                check(role.count, in: 1...max(1, role.people.count), at: path["count"])
            }
        }
    }

    /// Seats are a hospital's, once for each specialty.
    mutating func checkTrainingSeats() {
        struct Key: Hashable {
            let hospital: SiteID
            let specialty: SpecialtyID?
        }
        var seen: Set<Key> = []
        for (position, filter) in description.trainingPriorities.enumerated() {
            check(filter, at: FaultPath.root["trainingPriorities"][position])
        }
        for (position, seats) in description.trainingSeats.enumerated() {
            let path = FaultPath.root["trainingSeats"][position]
            checkHospital(seats.hospital, at: path["hospital"])
            if let specialty = seats.specialty { check(specialty, at: path["specialty"]) }
            check(seats.seats, in: 0...Self.largestCount, at: path["seats"])
            if !seen.insert(Key(hospital: seats.hospital, specialty: seats.specialty)).inserted {
                addDuplicate("\(seats.hospital) \(seats.specialty?.text ?? "")", at: path)
            }
        }
    }

    /// Establishments are of lead hospitals, one each, with levels in order of their dates.
    mutating func checkEstablishments() {
        var seen: Set<SiteID> = []
        for (position, establishment) in description.establishments.enumerated() {
            let path = FaultPath.root["establishments"][position]
            checkHospital(establishment.lead, at: path["lead"])
            if !seen.insert(establishment.lead).inserted {
                addDuplicate(establishment.lead.text, at: path["lead"])
            }
            if establishment.levels.isEmpty {
                add(
                    .empty, at: path["levels"], value: "",
                    Text("An establishment has at least one level.", "编制至少有一项。"))
            }
            var earlier: CalendarDay?
            for (number, level) in establishment.levels.enumerated() {
                let path = path["levels"][number]
                checkLevelDate(level.from, isFirst: number == 0, after: &earlier, at: path["from"])
                check(level.approved, in: 0...Self.largestCount, at: path["approved"])
                check(level.filled, in: 0...Self.largestCount, at: path["filled"])
            }
        }
    }

    /// Targets have identifiers of their own, clinics, a share and a date.
    mutating func checkTargets() {
        var seen: Set<TargetID> = []
        for (position, target) in description.targets.enumerated() {
            let path = FaultPath.root["targets"][position]
            check(target.id, seen: &seen, at: path["id"])
            if target.clinics.isEmpty {
                add(
                    .empty, at: path["clinics"], value: "",
                    Text("A target counts at least one clinic.", "目标至少涉及一个机构。"))
            }
            for (number, clinic) in target.clinics.enumerated() {
                let path = path["clinics"][number]
                if let site = known(clinic, at: path) { check(site, is: [.clinic, .village], at: path) }
            }
            checkDistinct(target.clinics, at: path["clinics"], \.text)
            check(target.percent, in: 1...100, at: path["percent"])
            check(target.by, at: path["by"])
        }
    }

    /// Weights are for known sites and specialties.
    mutating func checkPriorityWeights() {
        for (position, weight) in description.priorityWeights.enumerated() {
            let path = FaultPath.root["priorityWeights"][position]
            check(weight.sites, at: path["sites"])
            if let specialties = weight.specialties {
                if specialties.isEmpty { addEmptyChoice(at: path["specialties"]) }
                for (number, specialty) in specialties.enumerated() {
                    check(specialty, at: path["specialties"][number])
                }
                checkDistinct(specialties, at: path["specialties"], \.text)
            }
            check(weight.factor, in: 1...100, at: path["factor"])
        }
    }

    private mutating func check(_ filter: PersonFilter, at path: FaultPath) {
        if let specialty = filter.specialty { check(specialty, at: path["specialty"]) }
    }

    /// A choice of sites, nil for all, has at least one, each known and once.
    private mutating func check(_ sites: [SiteID]?, at path: FaultPath) {
        guard let sites else { return }
        if sites.isEmpty { addEmptyChoice(at: path) }
        for (position, site) in sites.enumerated() { _ = known(site, at: path[position]) }
        checkDistinct(sites, at: path, \.text)
    }

    private mutating func addEmptyChoice(at path: FaultPath) {
        add(
            .empty, at: path, value: "",
            Text("The list has at least one entry; leave it out for all.", "列表至少有一项；适用于全部时请省略。"))
    }
}
