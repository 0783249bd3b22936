import Rostering
import SeededRandom

@testable import RosterSolver

extension TinyInstances {
    /// Adds visits and remote duties in weeks at home, and what may be wanted of them, drawn by a seed.
    static func addDutiesAtHome(to description: inout InstanceDescription, seed: UInt64) {
        var random = SplitMix64(seed: seed &* 0x9E37_79B9 &+ 31)
        for link in description.links.indices where random.below(4) > 0 {
            description.links[link].allowsVisits = true
        }
        for person in description.people.indices where random.below(3) > 0 {
            description.people[person].visits = VisitLimits(
                sessionsPerWeek: random.below(3) == 0 ? 1 : 2, hostsPerWeek: random.below(3) == 0 ? 1 : 2)
        }
        if random.below(3) > 0 {
            description.remoteDuties = [
                RemoteDuty(
                    id: "r", name: Text("R"), hospital: "h",
                    wanted: PersonFilter(leastTitle: random.below(2) == 0 ? .none : .associateSenior),
                    count: 1 + random.below(2))
            ]
        }
        description.visitsWanted = description.sites.filter { $0.level == .clinic }.map { clinic in
            VisitsWanted(
                host: clinic.id,
                wanted: PersonFilter(specialty: random.below(2) == 0 ? nil : "a"),
                sessions: random.below(5), everyWeeks: 1 + random.below(3),
                longestGap: random.below(2) == 0 ? random.below(3) : nil)
        }
        enforce(PeriodicVisits.self, &description.policy, weight: 12, &random)
        enforce(RemoteDutyCover.self, &description.policy, weight: 25, &random)
    }

    /// Makes one of the people a clinic's own, who may train at the hospital and help out there, with what is wanted of training and turns,
    /// drawn by a seed.
    static func addExchange(to description: inout InstanceDescription, seed: UInt64) {
        var random = SplitMix64(seed: seed &* 0x9E37_79B9 &+ 47)
        description.links += [
            Link(from: "c0", to: "h", kind: .training, postingKinds: [.training]),
            Link(from: "c0", to: "h", kind: .pooling),
        ]
        // Staff enough that nobody is missed in the count of the clinic's own people.
        for clinic in description.sites.indices where description.sites[clinic].level == .clinic {
            description.sites[clinic].staff = [
                StaffLevel(
                    technical: 6 + random.below(6), midTitle: 2 + random.below(2), senior: random.below(3))
            ]
        }
        for index in description.people.indices {
            var person = description.people[index]
            person.history.turnsInARow = random.below(3)
            person.history.turns = person.history.turnsInARow + random.below(2)
            if index == description.people.count - 1 || random.below(5) == 0 {
                person.employer = "c0"
                person.history.underWay = nil
                person.pins = []
                let minimum = 1 + random.below(2)
                person.limits[.training] = PostingLimits(
                    minimumWeeks: minimum, maximumWeeks: minimum + random.below(2), restWeeks: random.below(3)
                )
                if random.below(3) > 0 { person.limits[.temporary] = nil }
                person.limits[.resident] = nil
            }
            description.people[index] = person
        }
        description.departmentMinimums = []
        if random.below(2) == 0 {
            description.trainingSeats = [
                TrainingSeats(
                    hospital: "h", specialty: random.below(2) == 0 ? nil : "a", seats: random.below(2))
            ]
        }
        if random.below(2) == 0 {
            description.demands.append(
                Demand(host: "h", wanted: PersonFilter(), priority: 1 + random.below(2)))
        }
        enforce(Training.self, &description.policy, weight: 60, &random)
        description.policy[Training.self].perClinic = 10 + random.below(20)
        enforce(TrainingSeatLimit.self, &description.policy, weight: 45, &random)
        enforce(MatchedExchange.self, &description.policy, weight: 15, &random)
        if random.below(3) > 0 { description.policy[MatchedExchange.self].percent = 1 + random.below(250) }
        description.trainingPriorities = [
            PersonFilter(specialty: random.below(2) == 0 ? nil : "a")
        ]
        enforce(TrainingPriority.self, &description.policy, weight: 35, &random)
        description.policy[TrainingPriority.self].perClinic = 10 + random.below(20)
        if random.below(3) > 0 {
            description.sites[0].level = .tertiary
            description.sites[0].ordinarySessions = random.below(2)
            enforce(OrdinaryClinics.self, &description.policy, weight: 1, &random)
        }
        enforce(NetFlow.self, &description.policy, weight: 10, &random)
        description.policy[NetFlow.self].training = random.below(2) == 0 ? .leftOut : .unmatched
        enforce(Turns.self, &description.policy, weight: 8, &random)
        description.policy[Turns.self].turnWeeks = 1 + random.below(3)
        description.policy[Turns.self].inARow = 1 + random.below(2)
        description.policy[Turns.self].spread = random.below(2)
    }

    /// Turns a rule on, hard now and then where it may be.
    private static func enforce<R: Rule>(
        _ rule: R.Type, _ policy: inout Policy, weight: Int, _ random: inout SplitMix64
    ) {
        policy[rule].enforcement = .soft(Cost(weight))
        if rule.enforceability == .hardOrSoft, random.below(5) == 0 { policy[rule].enforcement.isHard = true }
    }
}
