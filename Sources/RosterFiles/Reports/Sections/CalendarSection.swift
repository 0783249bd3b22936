import Rostering

/// Who is where and when: a grid of people by weeks, folded into bands as wide as the style allows.
struct CalendarSection {
    let attendance: Attendance
    let keys: HostKeys

    private var instance: Instance { attendance.instance }

    func lines(_ style: ReportStyle) -> [String] {
        let listed = instance.personIndexes.filter { attendance.roster.plans[$0.offset] != Plan() }
        let title = style("Calendar (weeks by their Monday)", "日历（以周一日期表示各周）")
        guard !listed.isEmpty else { return [title, style("  nobody is posted", "  无人派驻")] }
        let labelWidth = min(30, listed.map { 4 + instance[$0].label.displayWidth }.max() ?? 0)
        let cellWidth = max(3, keys.width + 1)
        let weeksPerBand = max(4, (style.width - labelWidth) / cellWidth)
        var lines = [title]
        for start in stride(from: 0, to: instance.calendar.weekCount, by: weeksPerBand) {
            let weeks = Week(start)..<Week(min(start + weeksPerBand, instance.calendar.weekCount))
            lines += band(of: weeks, listed, labelWidth: labelWidth, cellWidth: cellWidth, style)
        }
        var legend = TextTable(columns: [.text(), .text()])
        legend.rows = keys.hosts.map { [keys[$0], instance[$0].name[style.language]] }
        legend.rows += legendOfHomeDuties(style)
        legend.rows += [[".", style("at home", "在本单位")], ["-", style("on leave", "休假")]]
        let others = instance.people.count - listed.count
        let rest = Text.counted(others, Text("person", "人"))[style.language]
        return lines + legend.lines()
            + (others > 0
                ? [style("  not listed, never posted: \(rest)", "  未列出、未派驻：\(rest)")] : [])
    }

    private func band(
        of weeks: Range<Week>, _ listed: [PersonIndex], labelWidth: Int, cellWidth: Int, _ style: ReportStyle
    ) -> [String] {
        var lines = [
            monthLine(of: weeks, labelWidth: labelWidth, cellWidth: cellWidth),
            "".padded(to: labelWidth)
                + weeks.map {
                    String(instance.calendar.monday(of: $0).description.suffix(2)).indented(to: cellWidth)
                }
                .joined(),
        ]
        let present = listed.filter { person in
            weeks.contains {
                attendance.posting(of: person, in: $0) != nil
                    || attendance.homeDuty(of: person, in: $0) != nil
            }
        }
        if present.isEmpty { lines.append(style("  nobody is posted", "  无人派驻")) }
        for group in groups(of: present) {
            lines.append("  " + group.name[style.language])
            for person in group.members {
                let cells = weeks.map { cell(of: person, in: $0).indented(to: cellWidth) }.joined()
                lines.append(
                    ("    " + instance[person].label).cut(to: labelWidth).padded(to: labelWidth) + cells)
            }
        }
        return lines
    }

    private func cell(of person: PersonIndex, in week: Week) -> String {
        if let posting = attendance.posting(of: person, in: week) { return keys[posting.host] }
        if let duty = attendance.homeDuty(of: person, in: week) { return mark(of: duty) }
        return instance.isOnLeave(person, in: week) ? "-" : "."
    }

    /// A duty at home in a cell: the host's key in lower case, or a sign.
    private func mark(of duty: HomeDuty) -> String {
        switch duty {
        case .visits(let visits) where visits.count == 1: keys[visits[0].host].lowercased()
        case .visits: "+"
        case .remote: "@"
        }
    }

    /// What the marks of the duties at home that occur mean.
    private func legendOfHomeDuties(_ style: ReportStyle) -> [[String]] {
        let duties = attendance.roster.plans.flatMap(\.homeWeeks).map(\.duty)
        let marks = Set(duties.map(mark(of:)))
        let visited = keys.hosts.map { keys[$0].lowercased() }.filter(marks.contains)
        var rows: [[String]] = []
        if let first = visited.first {
            rows.append([
                first + (visited.count > 1 ? "…" : ""),
                style("at home, visits there (lower case)", "在本单位，到该机构坐诊巡诊（小写）"),
            ])
        }
        if marks.contains("+") {
            rows.append(["+", style("at home, visits several hosts", "在本单位，到多家机构坐诊巡诊")])
        }
        if marks.contains("@") { rows.append(["@", style("at home, on remote duty", "在本单位，远程值班")]) }
        return rows
    }

    /// The months above their first Mondays, with the year where there is room for it.
    private func monthLine(of weeks: Range<Week>, labelWidth: Int, cellWidth: Int) -> String {
        let months = weeks.map { instance.calendar.monday(of: $0).description.prefix(7) }
        var line = ""
        for (position, month) in months.enumerated() where position == 0 || months[position - 1] != month {
            let room = cellWidth * months.count { $0 == month } - (cellWidth - 2)
            line = line.padded(to: labelWidth + position * cellWidth + cellWidth - 2)
            line += room >= month.count ? month : month.suffix(2)
        }
        return line
    }

    /// The people by department, then those without one by employer.
    private func groups(of people: [PersonIndex]) -> [(name: Text, members: [PersonIndex])] {
        let departments = instance.departmentIndexes.map { department in
            (instance.wording(of: department), people.filter { instance.department(of: $0) == department })
        }
        let employers = instance.siteIndexes.map { site in
            (
                instance[site].name,
                people.filter { instance.department(of: $0) == nil && instance.employer(of: $0) == site }
            )
        }
        return (departments + employers).filter { !$0.1.isEmpty }.map { (name: $0.0, members: $0.1) }
    }
}
