import Rostering

extension JSONReader {
    /// The site of an instance that the value names, or nil.
    func site(of instance: Instance) -> SiteIndex? {
        guard let id: SiteID = optionalIdentifier() else { return nil }
        guard let site = instance.site(id) else {
            log.add(
                .unknown(
                    .unknownSite, id.text, at: path, Text("site", "机构"), among: instance.sites.map(\.id.text))
            )
            return nil
        }
        return site
    }

    /// The remote duty of an instance that the value names, or nil.
    func remoteDuty(of instance: Instance) -> RemoteDutyIndex? {
        guard let id: RemoteDutyID = optionalIdentifier() else { return nil }
        let duties = instance.description.remoteDuties
        guard let position = duties.firstIndex(where: { $0.id == id }) else {
            log.add(
                .unknown(
                    .unknownRemoteDuty, id.text, at: path, Text("remote duty", "远程值班"),
                    among: duties.map(\.id.text)))
            return nil
        }
        return RemoteDutyIndex(position)
    }

    /// The person of an instance that the value names, or nil.
    func person(of instance: Instance) -> PersonIndex? {
        guard let id: PersonID = optionalIdentifier() else { return nil }
        guard let person = instance.person(id) else {
            log.add(
                .unknown(
                    .unknownPerson, id.text, at: path, Text("person", "人员"),
                    among: instance.people.map(\.id.text)))
            return nil
        }
        return person
    }
}

extension JSONReader {
    /// The week whose Monday the value, the first day of a posting, is, or nil.
    func monday(of instance: Instance) -> Week? {
        weekday(0, Text("a Monday", "星期一"), because: Self.wholeWeeks, of: instance)
    }

    /// The week whose Sunday the value, the last day of a posting, is, or nil.
    func sunday(of instance: Instance) -> Week? {
        weekday(6, Text("a Sunday", "星期日"), because: Self.wholeWeeks, of: instance)
    }

    /// The week that the value names by its Monday, or nil.
    func week(of instance: Instance) -> Week? {
        weekday(
            0, Text("a Monday", "星期一"), because: Text("a week is named by its Monday", "一周以其星期一的日期表示"),
            of: instance)
    }

    private static let wholeWeeks = Text(
        "postings last whole weeks, Monday to Sunday", "派驻以整周计，从星期一到星期日")

    private func weekday(_ weekday: Int, _ name: Text, because reason: Text, of instance: Instance) -> Week? {
        guard let day = day() else { return nil }
        guard day.weekday == weekday else {
            log.add(
                Fault(
                    .wrongWeekday, at: path, value: "\(day)",
                    Text(
                        "\(day) is not \(name.english); \(reason.english).",
                        "\(day)不是\(name.chinese)；\(reason.chinese)。")))
            return nil
        }
        let week = instance.calendar.week(of: day)
        guard instance.weeks.contains(week) else {
            let first = instance.calendar.firstDay
            let last = instance.calendar.sunday(of: instance.weeks.upperBound.advanced(by: -1))
            log.add(
                Fault(
                    .outsideHorizon, at: path, value: "\(day)",
                    Text(
                        "\(day) lies outside the instance's weeks, \(first) to \(last).",
                        "\(day)不在算例的周期\(first)至\(last)之内。")))
            return nil
        }
        return week
    }
}
