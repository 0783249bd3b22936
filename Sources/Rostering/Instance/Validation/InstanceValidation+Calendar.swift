extension InstanceValidation {
    /// The horizon begins on a Monday, has 1 to 520 weeks of 1 to 14 sessions; days worked in exchange are weekend days.
    mutating func checkCalendar() {
        let calendar = description.calendar
        let path = FaultPath.root["calendar"]
        check(calendar.firstDay, at: path["firstDay"])
        if isSound(calendar.firstDay), calendar.firstDay.weekday != 0 {
            let monday = calendar.firstDay.advanced(by: -calendar.firstDay.weekday)
            add(
                .wrongWeekday, at: path["firstDay"], value: "\(calendar.firstDay)",
                Text(
                    "The first day must be a Monday. Maybe '\(monday)'?", "第一天应为星期一。是否为“\(monday)”？"))
        }
        check(calendar.weekCount, in: 1...520, at: path["weeks"])
        check(calendar.sessionsPerWeek, in: 1...14, at: path["sessionsPerWeek"])
        for (position, day) in calendar.closedDays.enumerated() {
            check(day, at: path["closedDays"][position])
        }
        checkDistinct(calendar.closedDays, at: path["closedDays"], \.description)
        let closed = Set(calendar.closedDays)
        for (position, day) in calendar.makeUpDays.enumerated() {
            check(day, at: path["makeUpDays"][position])
            if isSound(day), day.weekday < 5 {
                add(
                    .wrongWeekday, at: path["makeUpDays"][position], value: "\(day)",
                    Text(
                        "A make-up day is a Saturday or Sunday worked in exchange for a holiday; \(day) is neither.",
                        "调休上班日应为星期六或星期日，\(day)不是。"))
            } else if closed.contains(day) {
                addDuplicate("\(day)", at: path["makeUpDays"][position])
            }
        }
        checkDistinct(calendar.makeUpDays, at: path["makeUpDays"], \.description)
    }

    /// Whether weeks can be counted: checks of other parts that need the horizon ask this first.
    var isHorizonSound: Bool {
        let calendar = description.calendar
        return !doubts.calendar && isSound(calendar.firstDay) && calendar.firstDay.weekday == 0
            && (1...520).contains(calendar.weekCount)
    }
}
