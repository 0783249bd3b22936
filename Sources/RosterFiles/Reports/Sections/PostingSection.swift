import Rostering

/// The postings of each host: from, to, who.
struct PostingSection {
    let attendance: Attendance
    let keys: HostKeys

    private var instance: Instance { attendance.instance }

    func lines(_ style: ReportStyle) -> [String] {
        let hosts = keys.hosts.filter { host in
            attendance.roster.plans.contains { $0.postings.contains { $0.host == host } }
        }
        guard !hosts.isEmpty else { return [] }
        return [style("Postings by host", "各机构派驻安排")] + hosts.flatMap { lines(of: $0, style) }
    }

    private func lines(of host: SiteIndex, _ style: ReportStyle) -> [String] {
        let postings = attendance.roster.plans.enumerated().flatMap { person, plan in
            plan.postings.filter { $0.host == host }.map { (person: PersonIndex(person), posting: $0) }
        }.sorted { ($0.posting.weeks.lowerBound, $0.person) < ($1.posting.weeks.lowerBound, $1.person) }
        var table = TextTable(columns: [.text(), .number(), .text(), .text(), .text(), .text(), .text()])
        table.rows = postings.map { row(of: $0.posting, $0.person, style) }
        let weeks = postings.reduce(0) { $0 + $1.posting.weeks.count }
        let count = Text.counted(postings.count, Text("posting", "次派驻"))[style.language]
        let sum = Text.counted(weeks, Text("person-week", "人周"))[style.language]
        return [
            "  \(keys[host])  \(instance[host].name[style.language])\(style(": ", "："))\(count)\(style(", ", "，"))\(sum)"
        ]
            + table.lines(indent: 5)
    }

    private func row(of posting: Posting, _ person: PersonIndex, _ style: ReportStyle) -> [String] {
        let before = attendance.weeksServedBefore(posting, of: person)
        let someone = instance[person]
        return [
            instance.calendar.wording(of: posting.weeks)[style.language],
            Text.counted(posting.weeks.count, Text("week", "周"))[style.language]
                + (before > 0 ? style(" (+\(before) before)", "（此前\(before)周）") : ""),
            someone.label, someone.titleWording[style.language],
            someone.specialties.first.map { instance.wording(of: $0)[style.language] } ?? "",
            instance[instance.employer(of: person)].name[style.language],
            posting.kind.wording[style.language],
        ]
    }
}
