import Rostering

/// The people whose plans a visit of the search changes.
struct Neighbourhood: Sendable {
    let people: [Int]
    /// By position in `people`: whom to plan anew together with that person.
    let companions: [[Int]]
    /// The teams all of whose people are there.
    let teams: [TeamNeighbourhood]
}

/// Who has to do with whom, and whom to plan together from sweep to sweep.
struct Neighbourhoods: Sendable {
    /// People with a choice by department, departments that share a team as one; in order.
    private let departments: [[Int]]
    private let departmentOfPerson: [Int?]
    private let hosts: [Set<SiteIndex>]
    let teams: [TeamNeighbourhood]

    /// Departments with fewer people are visited together with others.
    private static let fewest = tune("FEWEST", 8)

    init(_ model: RosterModel) {
        let instance = model.instance
        let teams = TeamNeighbourhood.all(in: model)
        let movable = model.people.indices.filter { model.people[$0].hasChoice }
        let names = model.people.indices.map { instance.department(of: PersonIndex($0)) }
        var groups = Dictionary(grouping: movable) { names[$0] }.values.sorted { $0[0] < $1[0] }
        for team in teams {
            let members = Set(team.people)
            let shared = groups.filter { !members.isDisjoint(with: $0) }
            groups.removeAll { !members.isDisjoint(with: $0) }
            groups.append(shared.flatMap(\.self).sorted())
        }
        departments = groups.filter { !$0.isEmpty }.sorted { $0[0] < $1[0] }
        var numbers: [Int?] = Array(repeating: nil, count: model.people.count)
        for (number, same) in Dictionary(grouping: movable, by: { names[$0] }).sorted(by: { $0.value[0] < $1.value[0] })
            .enumerated() where same.key != nil
        {
            for person in same.value { numbers[person] = number }
        }
        departmentOfPerson = numbers
        hosts = model.people.map { Set($0.modes.map(\.host)) }
        self.teams = teams
    }

    /// The groups of people to visit in one sweep, in random order, small departments together with others.
    func sweep(_ random: inout RandomSource) -> [[Int]] {
        var groups: [[Int]] = []
        var open: [Int] = []
        for department in random.shuffled(departments) {
            if department.count >= Self.fewest {
                groups.append(department)
            } else {
                open += department
                if open.count >= Self.fewest {
                    groups.append(open)
                    open = []
                }
            }
        }
        if !open.isEmpty {
            if groups.isEmpty { groups.append(open) } else { groups[groups.count - 1] += open }
        }
        return groups
    }

    /// Lays out a group: those of the same department are companions twice as often as those who share a host alone.
    func neighbourhood(of people: [Int]) -> Neighbourhood {
        let members = Set(people)
        return Neighbourhood(
            people: people,
            companions: people.map { person in
                let others = people.filter { $0 != person }
                let department = departmentOfPerson[person]
                let same = others.filter { department != nil && departmentOfPerson[$0] == department }
                let hosted = others.filter {
                    (department == nil || departmentOfPerson[$0] != department)
                        && !hosts[person].isDisjoint(with: hosts[$0])
                }
                return same + same + hosted
            }, teams: teams.filter { members.isSuperset(of: $0.people) })
    }
}

import Foundation
func tune(_ name: String, _ value: Int) -> Int { ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? value }
