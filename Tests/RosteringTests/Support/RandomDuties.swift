import SeededRandom

@testable import Rostering

/// A random tiny instance with visits, remote duty, training and turns in play, and random parameters of their rules.
func randomDutyInstance(_ random: inout SplitMix64) throws -> Instance {
    var description = try randomInstance(&random).description
    description.links += dutyLinks().filter { $0.kind != .community && random.chance(80) }
    description.links.append(
        Link(
            from: "h", to: "d", kind: .specialtyAlliance, specialties: random.chance(50) ? ["surgery"] : nil,
            allowsVisits: true,
            days: DayRange(description.calendar.firstDay.advanced(by: random.number(0...20))),
            isApproved: random.chance(50)))
    for index in description.people.indices {
        var person = description.people[index]
        if random.chance(70) {
            person.visits = VisitLimits(
                sessionsPerWeek: random.number(1...3), hostsPerWeek: random.number(1...2))
        }
        if person.employer != "h" || random.chance(20) {
            person.limits[.training] = person.limits[.temporary]
        }
        person.history.turns = random.number(0...3)
        person.history.turnsInARow = random.number(0...3)
        description.people[index] = person
    }
    func wanted() -> PersonFilter {
        PersonFilter(
            specialty: random.chance(50) ? "cardiology" : nil,
            leastTitle: random.chance(30) ? .intermediate : .none)
    }
    description.remoteDuties = ["ecg", "imaging"].map { id in
        RemoteDuty(
            id: id, name: Text(id.text), hospital: random.chance(80) ? "h" : "g", wanted: wanted(),
            count: random.number(1...2))
    }
    description.visitsWanted = ["c1", "c2", "c1"].map { host in
        VisitsWanted(
            host: host, wanted: wanted(), sessions: random.number(0...14), everyWeeks: random.number(1...4),
            longestGap: random.chance(70) ? random.number(0...4) : nil)
    }
    description.trainingSeats = [
        TrainingSeats(hospital: "h", seats: random.number(0...2)),
        TrainingSeats(hospital: "h", specialty: "cardiology", seats: random.number(0...1)),
    ]
    description.policy[Training.self].perClinic = random.number(1...40)
    description.trainingPriorities = (0..<random.number(0...2)).map { _ in wanted() }
    description.policy[TrainingPriority.self].perClinic = random.number(1...40)
    description.policy[MatchedExchange.self].percent = random.chance(50) ? 100 : random.number(1...250)
    description.sites[0].level = random.chance(50) ? .tertiary : .secondary
    description.sites[0].ordinarySessions =
        description.sites[0].level == .tertiary && random.chance(80) ? random.number(0...8) : nil
    description.policy[OrdinaryClinics.self].expertTitle = random.number(1...5)
    description.policy[NetFlow.self].training = random.chance(50) ? .leftOut : .unmatched
    description.policy[Turns.self].turnWeeks = random.number(1...4)
    description.policy[Turns.self].inARow = random.number(1...3)
    description.policy[Turns.self].spread = random.number(0...2)
    return Instance(valid: description)
}

/// Random plans as those of ``randomPlans(in:_:)``, with duties in some weeks at home.
func randomDutyPlans(in instance: Instance, _ random: inout SplitMix64) -> [Plan] {
    let plans = randomPlans(in: instance, &random)
    return instance.personIndexes.map { person in
        let postings = plans[person.offset].postings
        let atHome = instance.weeks.filter { week in
            !instance.isOnLeave(person, in: week) && !postings.contains { $0.weeks.contains(week) }
        }
        let homeWeeks = atHome.compactMap { week -> Plan.HomeWeek? in
            guard random.chance(60) else { return nil }
            return instance.homeDuties(of: person).filter { $0.weeks.contains(week) }
                .randomElement(using: &random).map { Plan.HomeWeek(week: week, duty: $0.duty) }
        }
        return Plan(postings, homeWeeks: homeWeeks)
    }
}
