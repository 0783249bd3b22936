import Rostering
import SeededRandom

/// An instance in the making, with a roster that keeps its hard rules.
struct Draft {
    /// A lead hospital with its members, by position in the description.
    struct Community {
        var hospital: SiteIndex
        var clinics: [SiteIndex] = []
        /// By specialty: the people of the department.
        var departments: [[PersonIndex]]
    }

    let options: InstanceGenerator.Options
    var description: InstanceDescription
    var communities: [Community] = []
    /// By person: the postings of the roster that keeps all hard rules. What is drawn later must leave them possible.
    var witness: [[Posting]] = []
    /// By person: the weeks of leave.
    var leave: [WeekSet] = []

    init(_ options: InstanceGenerator.Options) {
        self.options = options
        // A Monday; the holidays with a fixed date are all that a synthetic calendar knows.
        let firstDay = CalendarDay(number: 20_458)
        description = InstanceDescription(
            calendar: RosterCalendar(
                firstDay: firstDay, weekCount: options.weeks,
                closedDays: Draft.holidays(from: firstDay, weeks: options.weeks)))
        description.name = Text(
            "Synthetic \(options.people)x\(options.clinics)x\(options.specialties)x\(options.weeks) \(options.tightness.rawValue), seed \(options.seed)",
            "合成算例 \(options.people)人×\(options.clinics)机构×\(options.specialties)专科×\(options.weeks)周 \(options.tightness == .loose ? "宽松" : "紧张")，种子\(options.seed)"
        )
        description.provenance = Text(
            "Synthetic: made by Rota's generator; no person, institution or count is real. Sizes and shares are orders of magnitude of county hospitals and township centres.",
            "合成数据：由 Rota 生成器产生，人员、机构和数量均非真实；规模和比例仅为县级医院与乡镇卫生院的数量级。")
        description.specialties = Catalogue.specialties.prefix(options.specialties).map(\.specialty)
    }

    /// 1 to 3 May and 1 to 7 October of every year of the horizon, and New Year's Day.
    private static func holidays(from firstDay: CalendarDay, weeks: Int) -> [CalendarDay] {
        (0..<7 * weeks).map { firstDay.advanced(by: $0) }.filter { day in
            let date = String(day.description.dropFirst(5))
            return date == "01-01" || ("05-01"..."05-03").contains(date) || ("10-01"..."10-07").contains(date)
        }
    }

    /// The random numbers of one part of the instance.
    func numbers(for part: Part) -> SplitMix64 { SplitMix64(seed: options.seed, part: part.rawValue) }

    /// The parts that draw random numbers.
    enum Part: UInt64 {
        case people, relays, clinics, history, leave, limits, preferences, minimums, demands, appointments,
            resources
    }

    /// The identifier of a site.
    func id(_ site: SiteIndex) -> SiteID { description.sites[site.offset].id }

    /// Whether the witness has a person away in a week.
    func isAway(_ person: PersonIndex, _ week: Week) -> Bool {
        witness[person.offset].contains { $0.weeks.contains(week) }
    }
}

extension InstanceGenerator.Options {
    /// One of two numbers, by tightness.
    func choose<Value>(loose: Value, tight: Value) -> Value { tightness == .loose ? loose : tight }
}

/// Two or more digits, so that identifiers sort as they count.
func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
