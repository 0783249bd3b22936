import Foundation

/// A day of the Gregorian calendar, without time or time zone.
public struct CalendarDay: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01.
    public let number: Int

    /// Names the day `number` days after 1970-01-01.
    public init(number: Int) { self.number = number }

    /// Reads an ISO 8601 date such as `2022-07-04`; nil unless it is exactly of that form, exists, and lies in the years 1900 to 2199.
    public init?(_ text: String) {
        guard text.utf8.count == 10, let date = try? Date(text, strategy: Self.style) else { return nil }
        number = Int((date.timeIntervalSince1970 / 86_400).rounded(.down))
        guard description == text, text >= "1900", text < "2200" else { return nil }
    }

    /// The ISO 8601 date.
    public var description: String { date.formatted(Self.style) }

    /// The day of the week, 0 for Monday to 6 for Sunday. (1970-01-01 was a Thursday.)
    public var weekday: Int { ((number + 3) % 7 + 7) % 7 }

    /// The day `days` later.
    public func advanced(by days: Int) -> CalendarDay { CalendarDay(number: number + days) }

    /// The day of the month, 1 to 31.
    var dayOfMonth: Int { Self.calendar.component(.day, from: date) }

    /// The same day so many months later, or the last of that month if it has no such day.
    func adding(months: Int) -> CalendarDay {
        let later = Self.calendar.date(byAdding: .month, value: months, to: date) ?? date
        return CalendarDay(number: Int((later.timeIntervalSince1970 / 86_400).rounded(.down)))
    }

    private var date: Date { Date(timeIntervalSince1970: Double(number) * 86_400) }

    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()

    /// Orders by time.
    public static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }

    private static let style = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
}
