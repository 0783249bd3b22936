/// What a posting rests on.
public enum PostingReason: Hashable, Sendable {
    /// Somebody fitting the person is wanted at the host in so many of the posting's weeks.
    case demand(DemandIndex, weeks: Int)
    /// The person can hold a named post there, by its position in the description (QD11, YL23).
    case namedPost(Int)
    /// The person goes as a member of a team (QD21).
    case team(TeamIndex)
    /// The person holds a post directed at the county (QD35).
    case directedPost
    /// The person goes to learn (HB27).
    case training
    /// A decision already made sends the person, at least in one of the weeks.
    case pinned
    /// It goes on with a posting under way before the horizon, in which so many weeks were served.
    case continuing(weeks: Int)
    /// The person owes so many weeks of grass-roots service (HB17).
    case serviceOwed(weeks: Int)

    /// What a person's posting rests on, in the order of the cases; nothing where only a link leads there. O(demands × weeks).
    public static func reasons(
        for posting: Posting, of person: PersonIndex, in attendance: Attendance
    ) -> [PostingReason] {
        let instance = attendance.instance
        let (host, someone) = (instance[posting.host].id, instance[person])
        let demands = posting.kind == .training ? [] : Array(instance.demands.indices)
        var reasons = demands.map { DemandIndex($0) }.compactMap { index -> PostingReason? in
            guard instance[index].host == host, instance[index].wanted.accepts(someone) else { return nil }
            let weeks = instance.weeks(of: instance[index]).count { posting.weeks.contains($0) }
            return weeks > 0 ? .demand(index, weeks: weeks) : nil
        }
        reasons += instance.description.namedPosts.enumerated().compactMap { position, post in
            let fits =
                post.site == host && post.holding == .posted && post.isOpen(to: someone)
                && attendance.lasting(posting, of: person) >= post.minimumWeeks
            return fits && posting.kind != .training ? .namedPost(position) : nil
        }
        if posting.kind == .team {
            reasons += instance.description.teams.enumerated().compactMap { position, team in
                team.roles.contains { $0.people.contains(someone.id) } ? .team(TeamIndex(position)) : nil
            }
        }
        if someone.commitments.isDirected { reasons.append(.directedPost) }
        if posting.kind == .training { reasons.append(.training) }
        let isPinned = someone.pins.contains { pin in
            switch pin {
            case .posted(let fixed, let days):
                fixed == host && instance.calendar.weeks(touchedBy: days).overlaps(posting.weeks)
            case .postedSomewhere(let days):
                instance.calendar.weeks(touchedBy: days).overlaps(posting.weeks)
            case .notPosted, .onlyAt: false
            }
        }
        if isPinned { reasons.append(.pinned) }
        let before = attendance.weeksServedBefore(posting, of: person)
        if before > 0 { reasons.append(.continuing(weeks: before)) }
        if someone.minimumAway > 0 { reasons.append(.serviceOwed(weeks: someone.minimumAway)) }
        return reasons
    }
}
