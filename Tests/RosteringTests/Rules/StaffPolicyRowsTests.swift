import SeededRandom
import Testing

@testable import Rostering

/// Rows and audit of the rules on posts and clinics on random instances with random visits and postings.
@Suite struct StaffPolicyRowsTests {
    @Test(arguments: 0..<80) func rowsAndAuditAgree(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let instance = try randomPolicyInstance(&random)
        for _ in 0..<3 {
            let plans = randomPlans(in: instance, &random).enumerated().map { person, plan in
                var plan = plan
                for option in instance.homeDuties(of: PersonIndex(person)) {
                    for week in instance.weeks
                    where option.weeks.contains(week) && random.chance(20)
                        && !plan.postings.contains(where: { $0.weeks.contains(week) })
                        && !plan.homeWeeks.contains(where: { $0.week == week })
                    { plan.homeWeeks.append(Plan.HomeWeek(week: week, duty: option.duty)) }
                }
                return plan
            }
            let roster = Roster(plans: plans, slots: .cheapest(for: plans, in: instance))
            #expect(instance.rowsAgree(on: DirectedPosts.self, roster))
            #expect(instance.rowsAgree(on: EstablishmentTotal.self, roster))
            #expect(instance.rowsAgree(on: FeatureSpecialty.self, roster))
            #expect(instance.rowsAgree(on: Continuity.self, roster))
            #expect(instance.rowsAgree(on: TargetsReached.self, roster))
            #expect(instance.rowsAgree(on: RetiredExperts.self, roster))
        }
    }

    private func randomPolicyInstance(_ random: inout SplitMix64) throws -> Instance {
        var description = try randomInstance(&random).description
        description.sites[0].level = .tertiary
        description.sites[0].approvedPosts = random.chance(70) ? random.number(0...250) : nil
        description.sites[1].featureSpecialty = "cardiology"
        description.sites[2].featureSpecialty = random.chance(50) ? "surgery" : nil
        for person in description.people.indices {
            description.people[person].commitments.isDirected = random.chance(40)
            description.people[person].commitments.isRetired = random.chance(40)
            if random.chance(50) { description.people[person].visits = VisitLimits(sessionsPerWeek: 2) }
        }
        for link in description.links.indices { description.links[link].allowsVisits = random.chance(70) }
        for site in 1...2 { description.sites[site].servesStreet = random.chance(40) }
        description.policy[TargetsReached.self].streets = random.chance(50) ? .counted : .leftOut
        description.policy[RetiredExperts.self].leastWeeks = random.number(0...3)
        description.policy[RetiredExperts.self].mostWeeks = random.number(0...4)
        let first = description.calendar.firstDay
        description.links.append(
            Link(
                from: "h", to: "c2", kind: .remote, postingKinds: [],
                days: DayRange(nil, first.advanced(by: random.number(-30...30)))))
        description.targets = (0..<3).map { number in
            DatedTarget(
                id: TargetID("t\(number)"), name: Text("target"),
                kind: number == 0 ? .remoteLink : .participation, clinics: ["c1", "c2", "d"],
                percent: random.number(1...100), by: first.advanced(by: random.number(-20...50)))
        }
        description.establishments = [
            Establishment(
                lead: "h",
                levels: [
                    .init(approved: 5, filled: random.number(3...7)),
                    .init(
                        from: first.advanced(by: random.number(0...30)), approved: 5,
                        filled: random.number(3...7)),
                ])
        ]
        description.policy[FeatureSpecialty.self].percent = random.number(0...99)
        description.policy[Continuity.self].people = random.number(1...2)
        description.policy[DirectedPosts.self].mostPercent = random.number(1...3)
        return Instance(valid: description)
    }
}
