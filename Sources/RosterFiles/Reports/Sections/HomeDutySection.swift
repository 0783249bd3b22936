import Rostering

/// Duties in weeks at home: the visits to each host, then each remote duty; from, to, who.
struct HomeDutySection {
    let attendance: Attendance
    let keys: HostKeys

    private var instance: Instance { attendance.instance }

    func lines(_ style: ReportStyle) -> [String] {
        let visits = keys.hosts.flatMap { lines(ofVisitsTo: $0, style) }
        let remote = instance.description.remoteDuties.indices.flatMap {
            lines(of: RemoteDutyIndex($0), style)
        }
        guard !visits.isEmpty || !remote.isEmpty else { return [] }
        return [style("Visits and remote duty", "坐诊巡诊与远程值班")] + visits + remote
    }

    private func lines(ofVisitsTo host: SiteIndex, _ style: ReportStyle) -> [String] {
        let runs = runs { attendance.visitSessions(of: $0, at: host, in: $1) }
        guard !runs.isEmpty else { return [] }
        let sessions = runs.reduce(0) { $0 + $1.weeks.count * $1.amount }
        let weeks = Set(runs.flatMap { Array($0.weeks) }).count
        let sum = Text.counted(sessions, Text("session", "个半日"))[style.language]
        let spread = Text.counted(weeks, Text("week", "周"))[style.language]
        var table = TextTable(columns: [.text(), .number(), .number(), .text(), .text()])
        table.rows = runs.map { run in
            let each = Text.counted(run.amount, Text("session", "个半日"))[style.language]
            return row(of: run, [style("\(each) a week", "每周\(each)")], style)
        }
        let name = instance[host].name[style.language]
        return [
            "  \(keys[host].lowercased())  \(name)\(style(": ", "："))\(sum)\(style(" in ", "，"))\(spread)"
        ]
            + table.lines(indent: 5)
    }

    private func lines(of duty: RemoteDutyIndex, _ style: ReportStyle) -> [String] {
        let runs = runs { attendance.homeDuty(of: $0, in: $1) == .remote(duty) ? 1 : 0 }
        guard !runs.isEmpty else { return [] }
        let weeks = runs.reduce(0) { $0 + $1.weeks.count }
        let sum = Text.counted(weeks, Text("person-week", "人周"))[style.language]
        var table = TextTable(columns: [.text(), .number(), .text(), .text()])
        table.rows = runs.map { row(of: $0, [], style) }
        return ["  @  \(instance[duty].name[style.language])\(style(": ", "："))\(sum)"]
            + table.lines(indent: 5)
    }

    private func row(of run: Run, _ amount: [String], _ style: ReportStyle) -> [String] {
        let someone = instance[run.person]
        return [
            instance.calendar.wording(of: run.weeks)[style.language],
            Text.counted(run.weeks.count, Text("week", "周"))[style.language],
        ] + amount + [someone.label, someone.titleWording[style.language]]
    }

    /// Weeks in a row in which somebody does as much every week.
    private struct Run {
        let person: PersonIndex
        let amount: Int
        var weeks: Range<Week>
    }

    /// The runs of weeks in which the amount is the same and not 0, in order of time.
    private func runs(_ amount: (PersonIndex, Week) -> Int) -> [Run] {
        var runs: [Run] = []
        for person in instance.personIndexes {
            for week in instance.weeks {
                let amount = amount(person, week)
                guard amount > 0 else { continue }
                if let last = runs.last, last.person == person, last.amount == amount,
                    last.weeks.upperBound == week
                {
                    runs[runs.count - 1].weeks = last.weeks.lowerBound..<week.advanced(by: 1)
                } else {
                    runs.append(Run(person: person, amount: amount, weeks: week..<week.advanced(by: 1)))
                }
            }
        }
        return runs.sorted { ($0.weeks.lowerBound, $0.person) < ($1.weeks.lowerBound, $1.person) }
    }
}
