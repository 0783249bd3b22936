import Rostering

extension LocalSearch {
    /// Placements tried in one move.
    private static let placementsTried = 24

    /// Takes a team's people out and plans them anew, with one more posting of the team, as before, or without any.
    mutating func moveTeam(of teams: [TeamNeighbourhood], temperature: Double) {
        guard let team = random.element(of: teams) else { return }
        let before = team.people.map { (person: $0, stays: state.stays[$0]) }
        let cost = state.cost
        var forced: [Int: [Stay]] = [:]
        if random.below(3) > 0 {
            for (person, stays) in before {
                let model = state.model.people[person]
                forced[person] = stays.filter { !model.isAtHome($0) && model.modes[$0.mode].kind == .team }
            }
        }
        for person in team.people { state.assign(forced[person] ?? [], to: person) }
        if random.below(4) > 0 {
            for (person, stay) in bestPlacement(of: team) ?? [] { forced[person, default: []].append(stay) }
        }
        var isPossible = true
        for person in random.shuffled(team.people) where isPossible {
            state.assign([], to: person)
            isPossible = respond(person, keeping: forced[person] ?? [])
        }
        if !isPossible || !accepts(state.cost - cost, at: temperature) { set(before) }
    }

    /// The cheapest of some random postings of a team beside its people's present stays; nil if none fits.
    private mutating func bestPlacement(of team: TeamNeighbourhood) -> [(person: Int, stay: Stay)]? {
        var best: (placement: [(person: Int, stay: Stay)], cost: Int)?
        for _ in 0..<Self.placementsTried {
            guard let placement = randomPlacement(of: team) else { continue }
            let before = placement.map { state.stays[$0.person] }
            for (person, stay) in placement { state.assign(state.stays[person] + [stay], to: person) }
            if best.map({ state.cost < $0.cost }) ?? true { best = (placement, state.cost) }
            for ((person, _), stays) in zip(placement, before) { state.assign(stays, to: person) }
        }
        return best?.placement
    }

    /// A random host, run of weeks and choice of people, none of whom is posted in these weeks; nil if it does not fit.
    private mutating func randomPlacement(of team: TeamNeighbourhood) -> [(person: Int, stay: Stay)]? {
        guard let host = random.element(of: team.hosts) else { return nil }
        var placement: [(person: Int, stay: Stay)] = []
        var weeks: Range<Int>?
        for role in team.roles {
            var missing = role.count
            for person in random.shuffled(role.people) where missing > 0 {
                let model = state.model.people[person]
                let numbers = model.modes.indices.filter {
                    model.modes[$0].host == host && model.modes[$0].kind == .team
                }
                guard let number = random.element(of: numbers) else { continue }
                let mode = model.modes[number]
                let run: Range<Int>
                if let weeks {
                    run = weeks
                } else {
                    let most = min(mode.lasting.upperBound, model.weekCount)
                    guard mode.lasting.lowerBound <= most else { continue }
                    let length = mode.lasting.lowerBound + random.below(most - mode.lasting.lowerBound + 1)
                    let first = random.below(model.weekCount - length + 1)
                    run = first..<(first + length)
                }
                let posting = Posting(
                    host: host, kind: .team, weeks: Week(run.lowerBound)..<Week(run.upperBound))
                guard let stay = model.stays(of: Plan([posting]))?.first,
                    run.allSatisfy({ model.modes[stay.mode].allowed[$0] }),
                    !state.stays[person].contains(where: { $0.weeks.overlaps(run) })
                else { continue }
                placement.append((person, stay))
                weeks = run
                missing -= 1
            }
            if missing > 0 { return nil }
        }
        return placement
    }
}
