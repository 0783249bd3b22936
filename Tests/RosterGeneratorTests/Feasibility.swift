import Rostering
import Testing

@testable import RosterGenerator

/// Expects that a draft's witness breaks none of the rules on one person's plan and none of the hard rules across people.
func expectFeasible(_ draft: Draft) throws {
    let instance = try Instance(draft.description)
    for person in instance.personIndexes {
        let problem = planProblem(draft.witness[person.offset], of: person, in: instance)
        #expect(problem == nil, "\(instance[person].id)")
    }
    let plans = draft.witness.map { Plan($0) }
<<<<<<< HEAD
    let attendance = Attendance(
        Roster(plans: plans, slots: .cheapest(for: plans, in: instance)), in: instance)
    for rule in instance.policy.rules where rule.enforcement.isOn {
        let broken = rule.violations(in: attendance).filter(\.isHard)
        #expect(broken.isEmpty, "\(rule.id)")
    }
    for minimum in instance.description.departmentMinimums {
        let members = instance.personIndexes.filter {
            instance[$0].employer == minimum.hospital && instance[$0].specialties[0] == minimum.specialty
                && instance[$0].title >= minimum.leastTitle
        }
        for week in instance.weeks {
            #expect(members.count { attendance.isAtHome($0, in: week) } >= minimum.minimumPresent)
        }
    }
    for site in instance.siteIndexes {
        guard let baseline = instance[site].baseline else { continue }
        for week in instance.weeks {
            let posted = attendance.people(postedAt: site, in: week).count { index in
                attendance.posting(of: index, in: week).map { attendance.lasting($0, of: index) >= 4 }
                    ?? false
            }
            #expect(instance.ownStaff(of: site, in: week).technical + posted >= baseline)
        }
    }
}

/// What is wrong with a person's postings, by the limits of the instance; nil if nothing is.
private func planProblem(_ postings: [Posting], of index: PersonIndex, in instance: Instance) -> String? {
    let person = instance[index]
    let options = instance.options(of: index)
    guard let limits = person.limits[.temporary] else { return postings.isEmpty ? nil : "no limits" }
    var away = person.history.weeksAway
    // The last week away so far, as an offset; nil if the person is rested.
    var lastAway = person.history.weeksSincePosting.map { -1 - $0 }
    if let underWay = person.history.underWay {
        let continues =
            postings.first.map {
                $0.weeks.lowerBound == Week(0) && instance[$0.host].id == underWay.host
            } ?? false
        if !continues, underWay.weeksServed < limits.minimumWeeks { return "left too early" }
        if !continues { lastAway = -1 }
    }
    for posting in postings {
        let option = options.first { $0.host == posting.host && $0.kind == posting.kind }
        guard let option, posting.weeks.allSatisfy(option.weeks.contains) else { return "not open" }
        let length = posting.weeks.count + (posting.weeks.lowerBound == Week(0) ? option.weeksServed : 0)
        guard (limits.minimumWeeks...limits.maximumWeeks).contains(length) else { return "length \(length)" }
        if let lastAway, posting.weeks.lowerBound.offset - lastAway - 1 < limits.restWeeks {
            return "no rest"
        }
        lastAway = posting.weeks.upperBound.offset - 1
        away += posting.weeks.count
    }
    if let most = person.maximumAway, away > most { return "away \(away)" }
    return nil
=======
    let roster = Roster(plans: plans, slots: .cheapest(for: plans, in: instance))
    let broken = Audit(of: roster, in: instance).hardViolations.map(\.tag)
    #expect(broken.isEmpty)
>>>>>>> rules
}
