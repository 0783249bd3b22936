/// The weeks of the horizon and the half-day sessions in each.
///
/// A working day has two half-day sessions. Each closed day that falls on a weekday takes two sessions from its week; each make-up working
/// day (调休) that falls on a weekend adds two.
public struct RosterCalendar: Hashable, Sendable {
    /// The first day, a Monday.
    public var firstDay: CalendarDay
    /// The number of weeks, 1 to 520.
    public var weekCount: Int
    /// Half-day sessions in an ordinary week, 1 to 14.
    public var sessionsPerWeek: Int
    /// Public holidays.
    public var closedDays: [CalendarDay]
    /// Weekend days worked in exchange for a holiday.
    public var makeUpDays: [CalendarDay]

    /// Describes a horizon.
    public init(
        firstDay: CalendarDay, weekCount: Int, sessionsPerWeek: Int = 10, closedDays: [CalendarDay] = [],
        makeUpDays: [CalendarDay] = []
    ) {
        self.firstDay = firstDay
        self.weekCount = weekCount
        self.sessionsPerWeek = sessionsPerWeek
        self.closedDays = closedDays
        self.makeUpDays = makeUpDays
    }

    /// All weeks of the horizon.
    public var weeks: Range<Week> { Week(0)..<Week(weekCount) }

    /// The Monday of `week`.
    public func monday(of week: Week) -> CalendarDay { firstDay.advanced(by: 7 * week.offset) }

    /// The Sunday of `week`.
    public func sunday(of week: Week) -> CalendarDay { firstDay.advanced(by: 7 * week.offset + 6) }

    /// The week that contains `day`; it may lie outside the horizon.
    public func week(of day: CalendarDay) -> Week {
        let days = day.number - firstDay.number
        return Week(days >= 0 ? days / 7 : -((6 - days) / 7))
    }

    /// The half-day sessions worked in `week`, at least 0. O(closed and make-up days).
    public func sessions(in week: Week) -> Int {
        let closed = closedDays.count { self.week(of: $0) == week && $0.weekday < 5 }
        let madeUp = makeUpDays.count { self.week(of: $0) == week && $0.weekday >= 5 }
        return max(0, sessionsPerWeek + 2 * (madeUp - closed))
    }

    /// The weeks of the horizon that have at least one weekday (Monday to Friday) in `days`: a week touched by leave is a week of leave.
    public func weeks(touchedBy days: DayRange) -> Range<Week> {
        clip(from: days.first.map(weekOfNextWeekday), to: days.last.map { week(of: $0) })
    }

    /// The weeks of the horizon whose Monday to Friday lie wholly in `days`: a link must be valid for a whole working week.
    public func weeks(coveredBy days: DayRange) -> Range<Week> {
        clip(
            from: days.first.map { $0.weekday == 0 ? week(of: $0) : week(of: $0).advanced(by: 1) },
            to: days.last.map { $0.weekday >= 4 ? week(of: $0) : week(of: $0).advanced(by: -1) })
    }

    private func weekOfNextWeekday(_ day: CalendarDay) -> Week {
        week(of: day.weekday < 5 ? day : day.advanced(by: 7 - day.weekday))
    }

    private func clip(from first: Week?, to last: Week?) -> Range<Week> {
        let lower = max(first ?? Week(0), Week(0))
        let upper = min(last.map { $0.advanced(by: 1) } ?? Week(weekCount), Week(weekCount))
        return lower < upper ? lower..<upper : Week(0)..<Week(0)
    }
}

/// A run of days, both ends included; an end left out is open.
public struct DayRange: Hashable, Sendable {
    /// The first day, or nil for a run without a beginning.
    public var first: CalendarDay?
    /// The last day, or nil for a run without an end.
    public var last: CalendarDay?

    /// Describes the days from `first` to `last`, both included.
    public init(_ first: CalendarDay? = nil, _ last: CalendarDay? = nil) {
        self.first = first
        self.last = last
    }

    /// Whether a day belongs to the run.
    public func contains(_ day: CalendarDay) -> Bool {
        first.map { $0 <= day } ?? true && last.map { day <= $0 } ?? true
    }

    /// The number of days, or nil for a run with an open end.
    public var dayCount: Int? {
        guard let first, let last else { return nil }
        return max(0, last.number - first.number + 1)
    }

    /// All days.
    public static let always = DayRange()
}
