import Rostering
import Testing

@Suite struct CalendarDayTests {
    @Test(arguments: [
        ("1970-01-01", 0, 3), ("1969-12-31", -1, 2), ("2024-02-29", 19782, 3), ("2022-07-04", 19177, 0),
    ])
    func readsAndWrites(text: String, number: Int, weekday: Int) throws {
        let day = try day(text)
        #expect(day.number == number)
        #expect(day.weekday == weekday)
        #expect(day.description == text)
        #expect(CalendarDay(number: number) == day)
    }

    @Test(arguments: [
        "2023-02-29", "2022-13-01", "2022-7-4", "20220704", "2022-07-04T00", "22-07-04", "", "1899-12-31",
        "2200-01-01",
        "2022-07-32", "２０２２-07-04",
    ])
    func refusesWhatIsNoDay(text: String) { #expect(CalendarDay(text) == nil) }

    @Test func ordersByTime() throws {
        #expect(try day("2022-07-04") < day("2022-07-05"))
        #expect(try day("2022-12-31").advanced(by: 1) == day("2023-01-01"))
    }
}
