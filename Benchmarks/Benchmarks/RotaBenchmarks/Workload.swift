import RosterGenerator
import RosterSolver
import Rostering

/// An instance of some size with a roster to judge and write, made before the clock runs.
struct Workload {
    let description: InstanceDescription
    let instance: Instance
    let roster: Roster

    /// The generated instance of some options, with everybody at home: the audit then finds much to say.
    init(_ options: InstanceGenerator.Options) throws {
        description = try InstanceGenerator(options).description()
        instance = try Instance(description)
        let plans = instance.people.map { _ in Plan() }
        roster = Roster(plans: plans, slots: .cheapest(for: plans, in: instance))
    }
}

extension InstanceGenerator.Options {
    /// 14 people, 3 clinics, 3 specialties, 13 weeks: a quarter's roster of a small community.
    static let quarter = InstanceGenerator.Options(
        people: 14, clinics: 3, specialties: 3, weeks: 13)

    /// 80 people, 6 clinics, 8 specialties, 26 weeks.
    static let halfCounty = InstanceGenerator.Options.ladder(.halfCounty, .tight)

    /// 200 people, 10 clinics, 12 specialties, 52 weeks.
    static let county = InstanceGenerator.Options.ladder(.county, .tight)
}
