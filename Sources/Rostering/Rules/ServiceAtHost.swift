// Who serves at a host in a week: posted there for anything but training, or visiting it.
extension Instance {
    /// The weeks in which a person may serve at a host, each with the measures of serving there; in a week at most one of them is 1.
    func service(
        of person: PersonIndex, at host: SiteIndex, byVisits: Bool = true
    ) -> [(week: Week, measures: [Measure])] {
        let postings = options(of: person).filter { $0.host == host && $0.kind != .training }
        let visits =
            byVisits
            ? homeDuties(of: person).filter { $0.duty.visits.contains { $0.host == host } } : []
        guard !postings.isEmpty || !visits.isEmpty else { return [] }
        return weeks.compactMap { week in
            var measures = postings.filter { $0.weeks.contains(week) }.map {
                Measure.posted(person, host, week, as: $0.kind)
            }
            if visits.contains(where: { $0.weeks.contains(week) }) {
                measures.append(.visited(person, host, week))
            }
            return measures.isEmpty ? nil : (week, measures)
        }
    }
}

extension Attendance {
    /// Whether a person serves at a host in a week: posted there for anything but training, or visiting it.
    func serves(_ person: PersonIndex, at host: SiteIndex, in week: Week) -> Bool {
        if let posting = posting(of: person, in: week) {
            return posting.host == host && posting.kind != .training
        }
        return homeDuty(of: person, in: week)?.visits.contains { $0.host == host } ?? false
    }
}
