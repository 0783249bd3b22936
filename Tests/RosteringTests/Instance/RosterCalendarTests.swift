import Rostering
import Testing

@Suite struct RosterCalendarTests {
    /// Eight weeks from Monday 2022-09-05: mid-autumn festival on 2022-09-12, national day with 10-08 and 10-09 worked in exchange.
    private func calendar() throws -> RosterCalendar {
        RosterCalendar(
            firstDay: try day("2022-09-05"), weekCount: 8,
            closedDays: try ["2022-09-12", "2022-10-01"].map(day)
                + (0..<5).map { try day("2022-10-03").advanced(by: $0) },
            makeUpDays: try ["2022-10-08", "2022-10-09"].map(day))
    }

    @Test func closedAndMakeUpDays() throws {
        // Week 3 holds a closed Saturday, which takes nothing; week 4 is closed but for the made-up weekend.
        #expect(
            try calendar().weeks.map { try calendar().sessions(in: $0) } == [10, 8, 10, 10, 4, 10, 10, 10])
    }

    @Test func appointmentsShrinkWithTheWeekRoundedDown() throws {
        let instance = try instance(
            weeks: 2, closedDays: [try day("2022-07-05")], makeUpDays: [try day("2022-07-16")],
            people: [person("p1", sessionsPerWeek: 4, slotsPerSession: 5)])
        // Eight of ten sessions: 3.2 of 4, so 3; a made-up day beyond the ordinary week adds nothing.
        #expect(instance.weeks.map { instance.appointments(of: PersonIndex(0), in: $0) } == [15, 20])
    }

    @Test func weekOfADay() throws {
        let calendar = try calendar()
        #expect(calendar.week(of: try day("2022-09-05")) == Week(0))
        #expect(calendar.week(of: try day("2022-09-11")) == Week(0))
        #expect(calendar.week(of: try day("2022-09-12")) == Week(1))
        #expect(calendar.week(of: try day("2022-09-04")) == Week(-1))
        #expect(calendar.week(of: try day("2022-08-29")) == Week(-1))
        #expect(calendar.week(of: try day("2022-08-28")) == Week(-2))
        #expect(calendar.monday(of: Week(2)).description == "2022-09-19")
        #expect(calendar.sunday(of: Week(2)).description == "2022-09-25")
    }

    /// First day, last day, the weeks with a weekday in between, the weeks wholly in between.
    @Test(arguments: [
        ("2022-09-05", "2022-09-05", 0..<1, 0..<0), ("2022-09-09", "2022-09-12", 0..<2, 0..<0),
        ("2022-09-05", "2022-09-09", 0..<1, 0..<1), ("2022-09-05", "2022-09-08", 0..<1, 0..<0),
        ("2022-09-10", "2022-09-11", 0..<0, 0..<0), ("2022-09-10", "2022-09-23", 1..<3, 1..<3),
        ("2022-09-06", "2022-09-25", 0..<3, 1..<3), ("2022-08-01", "2022-09-16", 0..<2, 0..<2),
        ("2022-10-26", "2023-01-01", 7..<8, 0..<0), ("2022-08-01", "2022-08-20", 0..<0, 0..<0),
        ("2023-01-01", "2023-02-01", 0..<0, 0..<0),
    ])
    func weeksOfDays(first: String, last: String, touched: Range<Int>, covered: Range<Int>) throws {
        let (calendar, range) = (try calendar(), try days(first, last))
        #expect(calendar.weeks(touchedBy: range).map(\.offset) == Array(touched))
        #expect(calendar.weeks(coveredBy: range).map(\.offset) == Array(covered))
    }

    @Test func openEnds() throws {
        let calendar = try calendar()
        #expect(calendar.weeks(touchedBy: .always) == calendar.weeks)
        #expect(calendar.weeks(coveredBy: .always) == calendar.weeks)
        #expect(calendar.weeks(coveredBy: DayRange(try day("2022-09-06"))) == Week(1)..<Week(8))
        #expect(calendar.weeks(touchedBy: DayRange(nil, try day("2022-09-12"))) == Week(0)..<Week(2))
        #expect(calendar.weeks(coveredBy: DayRange(nil, try day("2022-09-15"))) == Week(0)..<Week(1))
        #expect(DayRange(nil, try day("2022-09-15")).contains(try day("2022-09-15")))
        #expect(!DayRange(nil, try day("2022-09-15")).contains(try day("2022-09-16")))
    }
}
