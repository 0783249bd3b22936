import Rostering
import SeededRandom

/// The people whose plans a visit of the search changes.
struct Neighbourhood: Sendable {
    let people: [Int]
    /// By position in `people`: whom to plan anew together with that person.
    let companions: [[Int]]
    /// The teams all of whose people are there.
    let teams: [TeamNeighbourhood]
}

/// Who has to do with whom, and whom to plan together from sweep to sweep.
///
/// A *circle* is a department, or the departments that share a team, and everybody else who can meet the same demand. Circles have little else to do
/// with one another, so that each can cool down by itself, however many there are.
struct Neighbourhoods: Sendable {
    let teams: [TeamNeighbourhood]
    /// In order; a person can be in several.
    private let circles: [[Int]]
    /// By circle: the others that have people in common with it.
    private let adjacent: [[Int]]
    /// By circle: the others that have hosts but no people in common with it.
    private let nearby: [[Int]]
    /// By person.
    private let departments: [DepartmentIndex?]
    private let specialties: [Set<SpecialtyID>]
    private let hosts: [Set<SiteIndex>]

    init(_ model: RosterModel) {
        let instance = model.instance
        let movable = model.people.indices.filter { model.people[$0].hasChoice }
        let departments = model.people.indices.map { instance.department(of: PersonIndex($0)) }
        let specialties = model.people.indices.map { Set(instance[PersonIndex($0)].specialties) }
        let hosts = model.people.map { Set($0.modes.map(\.host)) }
        let teams = TeamNeighbourhood.all(in: model)
        var groups = Dictionary(grouping: movable) { departments[$0] }.values.sorted { $0[0] < $1[0] }
        for team in teams {
            let members = Set(team.people)
            let shared = groups.filter { !members.isDisjoint(with: $0) }
            groups.removeAll { !members.isDisjoint(with: $0) }
            groups.append(shared.flatMap(\.self).sorted())
        }
        let circles = groups.filter { !$0.isEmpty }.map { group in
            let members = Set(group)
            let served = Set(group.compactMap { instance[PersonIndex($0)].specialties.first })
            let reached = group.reduce(into: Set<SiteIndex>()) { $0.formUnion(hosts[$1]) }
            return group
                + movable.filter {
                    !members.contains($0) && !specialties[$0].isDisjoint(with: served)
                        && !hosts[$0].isDisjoint(with: reached)
                }
        }
        let members = circles.map(Set.init)
        adjacent = circles.indices.map { one in
            circles.indices.filter { $0 != one && !members[one].isDisjoint(with: members[$0]) }
        }
        let reached = circles.map { $0.reduce(into: Set<SiteIndex>()) { $0.formUnion(hosts[$1]) } }
        nearby = circles.indices.map { one in
            circles.indices.filter {
                $0 != one && members[one].isDisjoint(with: members[$0])
                    && !reached[one].isDisjoint(with: reached[$0])
            }
        }
        self.circles = circles
        self.teams = teams
        self.departments = departments
        self.specialties = specialties
        self.hosts = hosts
    }

    /// The groups of people to visit in one sweep over everybody, in random order. Each is a circle with others, adjacent or nearby, until there are
    /// enough people and circles; those left with fewer people are one group together. Groups can have people in common.
    func sweep(fewestPeople: Int, fewestCircles: Int, _ random: inout SplitMix64) -> [[Int]] {
        var groups: [[Int]] = []
        var rest: Set<Int> = []
        var isLeft = circles.map { _ in true }
        for circle in random.shuffled(Array(circles.indices)) where isLeft[circle] {
            isLeft[circle] = false
            var group = Set(circles[circle])
            let others = random.shuffled(adjacent[circle]) + random.shuffled(nearby[circle])
            var count = 1
            for other in others where isLeft[other] {
                if count >= fewestCircles, group.count >= fewestPeople { break }
                isLeft[other] = false
                group.formUnion(circles[other])
                count += 1
            }
            if group.count >= fewestPeople {
                groups.append(group.sorted())
            } else {
                rest.formUnion(group)
            }
        }
        if !rest.isEmpty { groups.append(rest.sorted()) }
        return groups
    }

    /// In ``sweep(fewestPeople:excess:_:)``: what every circle weighs beside the excess of its people, as a part of the mean; and what an adjacent one
    /// weighs beside the excess of the people in common, in points.
    private static let (leastInterest, leastTie) = (0.3, 2.0)

    /// The groups of people to visit in one sweep that follows what plans cost too much. Circles are drawn the sooner the dearer they are; each is joined by
    /// others until there are enough people: by adjacent ones, more likely by those that share dear people with it, since what these are to do concerns
    /// both, then by nearby ones. A sweep visits about as many circles as there are, adjacent ones perhaps several times and others not at all; where
    /// none is joined by others, each once.
    ///
    /// - Parameters:
    ///   - fewestPeople: how many people a group has, if there are others to join; with 0 every circle stays alone.
    ///   - excess: by person of the model, how much more the plan costs than the cheapest at the prices of a bound, in points.
    func sweep(fewestPeople: Int, excess: [Double], _ random: inout SplitMix64) -> [[Int]] {
        // What is settled exactly may be below nothing by rounding.
        let excess = excess.map { max(0, $0) }
        let dearness = circles.map { circle in circle.reduce(0) { $0 + excess[$1] } }
        let mean = max(dearness.reduce(0, +) / Double(max(1, circles.count)), 1e-6)
        let order = random.shuffled(
            Array(circles.indices), weights: dearness.map { $0 + Self.leastInterest * mean })
        var groups: [[Int]] = []
        var isLeft = circles.map { _ in true }
        var visited = 0
        for circle in order where isLeft[circle] && visited < circles.count {
            let members = Set(circles[circle])
            let ties = adjacent[circle].map { other in
                circles[other].reduce(Self.leastTie) { members.contains($1) ? $0 + excess[$1] : $0 }
            }
            var group = members
            visited += 1
            let others =
                random.shuffled(adjacent[circle], weights: ties)
                + random.shuffled(nearby[circle]).filter { isLeft[$0] }
            for other in others where group.count < fewestPeople {
                isLeft[other] = false
                visited += 1
                group.formUnion(circles[other])
            }
            groups.append(group.sorted())
        }
        return groups
    }

    /// Lays out a group: those of the same department or specialty are companions twice as often as those who share a host alone.
    func neighbourhood(of people: [Int]) -> Neighbourhood {
        let members = Set(people)
        return Neighbourhood(
            people: people,
            companions: people.map { person in
                var near: [Int] = []
                var far: [Int] = []
                for other in people where other != person {
                    let isColleague = departments[person] != nil && departments[person] == departments[other]
                    let isHosted = !hosts[person].isDisjoint(with: hosts[other])
                    if isColleague || isHosted && !specialties[person].isDisjoint(with: specialties[other]) {
                        near.append(other)
                    } else if isHosted {
                        far.append(other)
                    }
                }
                return near + near + far
            }, teams: teams.filter { members.isSuperset(of: $0.people) })
    }
}
