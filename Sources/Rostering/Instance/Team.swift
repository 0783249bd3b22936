/// People who go to a host together or not at all (组团, QD21, YL18).
///
/// In every week a team is at a host with all its roles filled by team postings, or with none of them; its postings there begin and end together.
public struct Team: Hashable, Sendable {
    /// What some of the members do.
    public struct Role: Hashable, Sendable {
        /// The name for people.
        public var name: Text
        /// Who can fill the role; nobody is in two roles.
        public var people: [PersonID]
        /// How many of them go, at least 1 and at most all.
        public var count: Int

        /// Describes a role.
        public init(name: Text, people: [PersonID], count: Int = 1) {
            self.name = name
            self.people = people
            self.count = count
        }
    }

    /// The identifier.
    public var id: TeamID
    /// The name for people.
    public var name: Text
    /// The roles, at least one.
    public var roles: [Role]

    /// Describes a team.
    public init(id: TeamID, name: Text, roles: [Role]) {
        self.id = id
        self.name = name
        self.roles = roles
    }
}
