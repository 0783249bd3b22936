/// Posts that the same people may be asked to hold, of which nobody holds two.
struct NamedPostGroup {
    /// Posts that accept the same people on the same terms.
    struct Class: Hashable {
        let wanted: PersonFilter
        let employers: [SiteID]?
        let minimumWeeks: Int

        init(_ post: NamedPost) {
            wanted = post.wanted
            // For a holder at home nil means the site's own people.
            employers = post.employers?.sorted() ?? (post.holding == .atHome ? [post.site] : nil)
            minimumWeeks = post.holding == .posted ? post.minimumWeeks : 1
        }

        /// Whether the posts are open to a person, wherever the person is.
        func accepts(_ person: Person) -> Bool {
            wanted.accepts(person) && (employers?.contains(person.employer) ?? true)
        }
    }

    /// How its holders stand to its sites.
    enum Kind: Hashable {
        /// Posted at one site.
        case posted(SiteID)
        /// Visiting one site.
        case visiting(SiteID)
        /// At home at one of several employers, whose people no other group asks for; in order.
        case atHome([SiteID])
        /// Posted at a unit of a community, where a dean may serve two; by the lead hospital.
        case deans(of: SiteIndex)
    }

    let kind: Kind
    /// The posts, by their positions among the named posts, in order.
    let posts: [Int]
    /// What the posts ask for, in the order of the posts, each once.
    let classes: [Class]
    /// By class: how many posts there are.
    let counts: [Int]

    private init(_ kind: Kind, _ positions: [Int], _ posts: [NamedPost]) {
        self.kind = kind
        self.posts = positions
        var classes: [Class] = []
        var counts: [Int] = []
        for position in positions {
            let asked = Class(posts[position])
            if let known = classes.firstIndex(of: asked) {
                counts[known] += 1
            } else {
                classes.append(asked)
                counts.append(1)
            }
        }
        self.classes = classes
        self.counts = counts
    }

    /// The groups of all posts, in the order of their first posts.
    ///
    /// - Parameters:
    ///   - isMeant: whether a post counts.
    ///   - deanUnits: the units that one dean may serve.
    ///   - lead: the lead hospital of a site's community.
    static func all(
        of posts: [NamedPost], where isMeant: (NamedPost) -> Bool, deanUnits: Int,
        lead: (SiteID) -> SiteIndex?
    ) -> [NamedPostGroup] {
        let atHome = posts.filter { $0.holding == .atHome && isMeant($0) }
        let employers = joined(atHome.map { Class($0).employers ?? [] })
        var kinds: [Kind] = []
        var positions: [Kind: [Int]] = [:]
        for (position, post) in posts.enumerated() where isMeant(post) {
            let kind: Kind
            switch post.holding {
            case .atHome:
                let own = Class(post).employers ?? []
                kind = .atHome(employers.first { !$0.isDisjoint(with: own) }?.sorted() ?? [])
            case .visiting: kind = .visiting(post.site)
            case .posted:
                let lead = post.kind == .dean && deanUnits > 1 ? lead(post.site) : nil
                kind = lead.map { .deans(of: $0) } ?? .posted(post.site)
            }
            if positions[kind] == nil { kinds.append(kind) }
            positions[kind, default: []].append(position)
        }
        return kinds.map { NamedPostGroup($0, positions[$0] ?? [], posts) }
    }

    /// Sets of employers, those that share one put together.
    private static func joined(_ lists: [[SiteID]]) -> [Set<SiteID>] {
        lists.reduce(into: []) { sets, list in
            let touching = sets.filter { !$0.isDisjoint(with: list) }
            sets.removeAll { !$0.isDisjoint(with: list) }
            sets.append(touching.reduce(Set(list)) { $0.union($1) })
        }
    }
}
