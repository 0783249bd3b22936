extension InstanceValidation {
    /// While teams must go together: only members have limits of team postings, and a posting under way is the whole team's.
    mutating func checkTeamPostings() {
        guard description.policy[TeamPosting.self].enforcement.isOn, doubts.people.isEmpty else { return }
        let members = Set(description.teams.flatMap { $0.roles.flatMap(\.people) })
        for (position, person) in description.people.enumerated()
        where person.limits[.team] != nil && !members.contains(person.id) {
            add(
                .noTeam, at: FaultPath.root["people"][position]["limits"]["team"], value: person.id.text,
                Text(
                    "The person is in no team, and the rule 'teamPosting' allows team postings to members alone; name the person "
                        + "in a role of a team or leave these limits out.",
                    "该人员不属于任何组团，而规则“teamPosting”只允许组团成员参加组团派驻；请列入组团岗位，或省略这项期限。"))
        }
        let underWay = Dictionary(
            description.people.compactMap { person in
                person.history.underWay.map { (person.id, $0) }
            }, uniquingKeysWith: { first, _ in first }
        ).filter { $0.value.kind == .team }
        for (position, team) in description.teams.enumerated() {
            let stays = Set(team.roles.flatMap(\.people).compactMap { underWay[$0] })
            let isWhole = team.roles.allSatisfy { role in
                role.people.count { underWay[$0] != nil } == role.count
            }
            guard stays.count > 1 || !stays.isEmpty && !isWhole else { continue }
            add(
                .contradictoryHistory, at: FaultPath.root["teams"][position], value: team.id.text,
                Text(
                    "The team's postings under way are not of all its roles at one host for the same weeks; a team goes together.",
                    "该组团在期派驻的人员未在同一机构、以相同周数覆盖全部岗位；组团须同去同回。"))
        }
    }

    /// While named posts are to be held: their descriptions are few enough to be told apart, and dean posts that two units may share are alike.
    mutating func checkPostGroups() {
        let rule = description.policy[NamedPosts.self]
        guard rule.enforcement.isOn, (1...2).contains(rule.deanUnits), !doubts.siteIdentifiers else { return }
        let groups = NamedPostGroup.all(
            of: description.namedPosts,
            where: { post in
                rule.judges(post, at: sites[post.site].map { description.sites[$0.offset].level })
            }, deanUnits: rule.deanUnits
        ) { id in sites[id].flatMap { leads[$0.offset] } }
        for group in groups {
            if group.classes.count > NamedPosts.mostClasses {
                let most = NamedPosts.mostClasses
                add(
                    .outOfRange, at: FaultPath.root["namedPosts"][group.posts[0]],
                    value: "\(group.classes.count)",
                    Text(
                        "\(group.classes.count) different descriptions of posts ask for the same people, \(most) can be told "
                            + "apart; describe some alike, or name 'employers' that share nobody.",
                        "有\(group.classes.count)种不同条件的岗位面向同一批人员，最多可区分\(most)种；请统一部分条件，或将“employers”限定为互不重叠的单位。"
                    ))
            }
            if case .deans = group.kind { checkSharedDeans(group) }
        }
    }

    private mutating func checkSharedDeans(_ group: NamedPostGroup) {
        let posts = description.namedPosts
        var units: Set<SiteID> = []
        for position in group.posts {
            let path = FaultPath.root["namedPosts"][position]
            if !units.insert(posts[position].site).inserted {
                add(
                    .sharedPost, at: path["site"], value: posts[position].site.text,
                    Text(
                        "Where a dean may serve two units, each has one dean post; give this one another kind.",
                        "一名业务院长可任职两个单位时，每个单位只设一个业务院长岗位，请将此岗位改为其他类型。"))
            }
            if NamedPostGroup.Class(posts[position]) != group.classes[0] {
                add(
                    .sharedPost, at: path, value: posts[position].id.text,
                    Text(
                        "Where a dean may serve two units, the dean posts of a community ask for the same 'wanted', 'employers' and "
                            + "'minimumWeeks'.",
                        "一名业务院长可任职两个单位时，同一医共体各业务院长岗位的“wanted”“employers”“minimumWeeks”应一致。"))
            }
        }
        for (position, post) in posts.enumerated()
        where post.holding == .posted && units.contains(post.site) && !group.posts.contains(position) {
            let other = NamedPostGroup.Class(post)
            guard description.people.contains(where: { group.classes[0].accepts($0) && other.accepts($0) })
            else { continue }
            add(
                .sharedPost, at: FaultPath.root["namedPosts"][position], value: post.id.text,
                Text(
                    "Where a dean may serve two units, nobody fits both a dean post and another post there; narrow one of the two.",
                    "一名业务院长可任职两个单位时，不得有人员同时符合业务院长岗位和该单位其他岗位的条件，请缩小其一的范围。"))
        }
    }
}
