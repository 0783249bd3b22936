extension InstanceDescription {
    /// One person without the others: data and rules that ask something of several people together are left out, so that what is left judges the
    /// plans of that person alone.
    public func alone(_ person: Int) -> InstanceDescription {
        var description = self
        description.people = [people[person]]
        description.departmentMinimums = []
        description.teams = []
        description.policy[TeamPosting.self].enforcement.isOn = false
        return description
    }
}
