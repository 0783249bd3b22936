import Rostering

/// People who can only be posted together: no best response of one of them finds such a posting, so that the search moves them at once.
struct TeamNeighbourhood: Sendable {
    /// By role: who can fill it, by position in the model, and how many go.
    let roles: [(people: [Int], count: Int)]
    /// Hosts at which somebody of every role can be on a team posting.
    let hosts: [SiteIndex]

    /// Everybody who can fill a role.
    var people: [Int] { roles.flatMap(\.people) }

    /// The teams of an instance that can be anywhere at all.
    static func all(in model: RosterModel) -> [TeamNeighbourhood] {
        let instance = model.instance
        return instance.description.teams.compactMap { team in
            let roles = team.roles.map { role in
                (people: role.people.compactMap { instance.person($0)?.offset }, count: role.count)
            }
            func hosts(_ person: Int) -> [SiteIndex] {
                model.people[person].modes.filter { $0.kind == .team }.map(\.host)
            }
            let common = roles.map { Set($0.people.flatMap(hosts)) }.reduce(nil as Set<SiteIndex>?) {
                $0?.intersection($1) ?? $1
            }
            guard let common, !common.isEmpty else { return nil }
            return TeamNeighbourhood(roles: roles, hosts: common.sorted())
        }
    }
}
