import Rostering
import SeededRandom

@testable import RosterSolver

/// Random instances small enough for exhaustive search, with everything switched on somewhere.
enum TinyInstances {
    /// A valid instance, or nil if the random description is not one.
    ///
    /// - Parameter change: what a test wants otherwise; it must leave the description valid.
    static func instance(
        seed: UInt64, mostRosters: Int = 250, change: (inout InstanceDescription) -> Void = { _ in }
    ) -> Instance? {
        var random = SplitMix64(seed: seed &* 0x9E37_79B9 &+ 17)
        for _ in 0..<20 {
            var description = description(&random)
            change(&description)
            guard let instance = try? Instance(description) else { continue }
            if ExhaustiveSearch(instance).rosterCount(limit: mostRosters) != nil { return instance }
        }
        return nil
    }

    /// A valid instance of one person with more weeks and plans, or nil if the random descriptions are not valid.
    ///
    /// - Parameter change: what a test wants otherwise; it must leave the description valid.
    static func single(
        seed: UInt64, change: (inout InstanceDescription) -> Void = { _ in }
    ) -> Instance? {
        var random = SplitMix64(seed: seed &* 0x9E37_79B9 &+ 5)
        for _ in 0..<40 {
            var description = description(&random)
            description.people.removeLast(description.people.count - 1)
            if !description.people[0].specialties.contains("a") { continue }
            change(&description)
            if let instance = try? Instance(description) { return instance }
        }
        return nil
    }

    static func description(_ random: inout SplitMix64) -> InstanceDescription {
        let weekCount = 2 + random.below(4)
        let clinicCount = 1 + random.below(2)
        let calendar = RosterCalendar(
            firstDay: CalendarDay(number: 18806), weekCount: weekCount,
            closedDays: random.below(2) == 0 ? [CalendarDay(number: 18806 + random.below(7 * weekCount))] : []
        )
        func days(_ random: inout SplitMix64) -> DayRange {
            let first = calendar.firstDay.advanced(by: 7 * random.below(weekCount))
            return DayRange(first, first.advanced(by: 4 + 7 * random.below(2)))
        }
        let specialties = [Specialty(id: "a", name: Text("A")), Specialty(id: "b", name: Text("B"))]
        var sites = [Site(id: "h", name: Text("H"), level: .secondary)]
        var links: [Link] = []
        for number in 0..<clinicCount {
            let technical = random.below(4) == 0 ? 0 : 1 + random.below(24)
            let midTitle = min(technical, random.below(4))
            sites.append(
                Site(
                    id: SiteID("c\(number)"), name: Text("C"), level: .clinic,
                    travelMinutes: ["h": random.below(90)],
                    staff: [StaffLevel(technical: technical, midTitle: midTitle)],
                    baseline: random.below(4) == 0 ? technical + random.below(2) : nil))
            links.append(
                Link(
                    from: "h", to: SiteID("c\(number)"), specialties: random.below(4) == 0 ? ["a"] : nil,
                    postingKinds: random.below(4) == 0 ? [.temporary, .resident] : [.temporary],
                    days: random.below(5) == 0 ? days(&random) : .always))
        }
        let people = (0..<(1 + random.below(3))).map { number in
            person(number, clinicCount: clinicCount, weekCount: weekCount, days: days, &random)
        }
        var policy = Policy()
        policy[MidTitleFloor.self].reading = random.below(2) == 0 ? .either : .both
        policy[MidTitleFloor.self].counting = random.below(5) == 0 ? .home : .present
        policy[MidTitleFloor.self].countedFromWeeks = 1 + random.below(4)
        policy[MidTitleFloor.self].enforcement.isHard = random.below(3) == 0
        policy[MidTitleFloor.self].enforcement.weight = Cost(30)
        policy[StaffBaseline.self].countedFromWeeks = 1 + random.below(4)
        policy[StaffBaseline.self].enforcement.isHard = random.below(3) == 0
        policy[StaffBaseline.self].enforcement.weight = Cost(20)
        policy[ReferralReserve.self].bucket = [.departmentWeek, .session, .hospitalWeek][random.below(3)]
        policy[ReferralReserve.self].enforcement.isHard = random.below(3) > 0
        policy[ReferralReserve.self].enforcement.weight = Cost(thousandths: 700)
        policy[Fairness.self].tolerance = random.below(3)
        policy[PostingStart.self].enforcement.weight = Cost(random.below(6))
        policy[DepartmentPresence.self].enforcement.isHard = random.below(3) > 0
        policy[DepartmentPresence.self].enforcement.weight = Cost(15)
        policy[Coverage.self].enforcement.isHard = random.below(10) == 0
        var description = InstanceDescription(
            calendar: calendar, specialties: specialties, sites: sites, links: links, people: people,
            demands: (0..<clinicCount).flatMap { clinic -> [Demand] in
                guard random.below(5) > 0 else { return [] }
                return [
                    Demand(
                        host: SiteID("c\(clinic)"),
                        wanted: PersonFilter(
                            specialty: random.below(3) == 0 ? nil : "a",
                            leastTitle: random.below(4) == 0 ? .associateSenior : .none),
                        count: 1 + random.below(2), priority: 1 + random.below(2),
                        days: random.below(3) == 0 ? days(&random) : .always)
                ]
            },
            departmentMinimums: random.below(2) == 0 && people.contains { $0.specialties.first == "a" }
                ? [
                    DepartmentMinimum(
                        hospital: "h", specialty: "a",
                        leastTitle: random.below(3) == 0 ? .intermediate : .none, minimumPresent: 1)
                ] : [],
            referrals: random.below(2) == 0
                ? [Referrals(clinic: "c0", specialty: "a", perWeek: .constant(random.below(20)))] : [],
            generalDemand: random.below(2) == 0
                ? [
                    GeneralDemand(hospital: "h", specialty: "a", perWeek: .constant(random.below(60))),
                    GeneralDemand(
                        hospital: "h", specialty: "b",
                        perWeek: .byWeek((0..<weekCount).map { _ in random.below(30) })),
                ] : [],
            resources: random.below(4) == 0
                ? [
                    Resource(
                        hospital: "h", kind: "beds", name: Text("Beds"), capacity: .constant(7),
                        referrals: ["c0": .constant(random.below(5))],
                        generalDemand: .constant(random.below(9)))
                ] : [], policy: policy)
        // Drawn from a copy, so that what is drawn next is the same with commitments and without.
        var copy = random
        for person in description.people.indices where copy.below(8) == 0 {
            description.people[person].commitments.boundUntil = days(&copy).last
        }
        drawReadings(of: &description, &copy)
        return description
    }

    /// Draws the readings of the floors and the reserve, and what they are judged by.
    private static func drawReadings(of description: inout InstanceDescription, _ random: inout SplitMix64) {
        func pick<Choice: CaseIterable>(_ type: Choice.Type) -> Choice where Choice.AllCases == [Choice] {
            Choice.allCases[random.below(Choice.allCases.count)]
        }
        for site in description.sites.indices {
            for level in description.sites[site].staff.indices {
                var staff = description.sites[site].staff[level]
                staff.senior = random.below(staff.midTitle + 1)
                staff.awaitingMidTitle = random.below(min(3, staff.technical - staff.midTitle + 1))
                staff.splitProfessions(&random)
                description.sites[site].staff[level] = staff
            }
        }
        for person in description.people.indices where !description.people[person].title.isMidTitle {
            description.people[person].awaitsMidTitle = random.below(2) == 0
        }
        for resource in description.resources.indices where random.below(2) == 0 {
            description.resources[resource].admissions = .constant(random.below(8))
        }
        if random.below(3) == 0 {
            description.resources.append(
                Resource(
                    hospital: "c0", kind: "recovery", name: Text("Recovery"),
                    capacity: .constant(1 + random.below(9)),
                    referralsDown: ["h": .constant(random.below(5))],
                    generalDemand: .constant(random.below(9))))
            description.policy[DownReferralBeds.self].percent = 10 * random.below(8)
            description.policy[DownReferralBeds.self].enforcement =
                random.below(2) == 0 ? .hard() : .soft(Cost(thousandths: 300 + random.below(900)))
        }
        description.policy[MidTitleFloor.self].technicalStaff = pick(TechnicalStaff.self)
        description.policy[MidTitleFloor.self].headTitle = pick(HeadTitle.self)
        description.policy[MidTitleFloor.self].titleBasis = pick(TitleBasis.self)
        if random.below(3) == 0 { description.policy[MidTitleFloor.self].counting = .fte }
        if random.below(3) == 0 { description.policy[StaffBaseline.self].counting = .fte }
        if random.below(4) == 0 { description.policy[ReferralReserve.self].bucket = .doctorDay }
        if random.below(3) == 0 { description.policy[ReferralReserve.self].base = .associateSenior }
        description.policy[ReferralReserve.self].bedBase = pick(ReferralReserve.BedBase.self)
    }

    private static func person(
        _ number: Int, clinicCount: Int, weekCount: Int, days: (inout SplitMix64) -> DayRange,
        _ random: inout SplitMix64
    ) -> Person {
        func limits() -> PostingLimits {
            let minimum = 1 + random.below(3)
            return PostingLimits(
                minimumWeeks: minimum, maximumWeeks: minimum + random.below(4), restWeeks: random.below(3),
                mayContinuePastEnd: random.below(3) == 0)
        }
        let away = random.below(6)
        var history = ServiceHistory(weeksAway: away)
        switch random.below(4) {
        case 0: history.weeksSincePosting = random.below(3)
        case 1 where away > 0:
            history.underWay = ServiceHistory.UnderWay(
                host: SiteID("c\(random.below(clinicCount))"), weeksServed: 1 + random.below(away))
        default: break
        }
        var pins: [Pin] = []
        switch random.below(10) {
        case 0: pins = [.notPosted(days(&random))]
        case 1: pins = [.posted(at: SiteID("c\(random.below(clinicCount))"), days(&random))]
        case 2: pins = [.postedSomewhere(days(&random))]
        case 3: pins = [.onlyAt("c0")]
        default: break
        }
        return Person(
            id: PersonID("p\(number)"), employer: "h", profession: random.below(5) == 0 ? .nurse : .doctor,
            title: Title(rawValue: 1 + random.below(5)) ?? .none,
            specialties: random.below(3) == 0 ? ["b", "a"] : ["a"],
            leave: random.below(4) == 0 ? [days(&random)] : [], sessionsPerWeek: random.below(5),
            slotsPerSession: 9,
            limits: random.below(3) == 0
                ? [.temporary: limits(), .resident: limits()] : [.temporary: limits()],
            minimumAway: random.below(5),
            maximumAway: random.below(2) == 0 ? away + random.below(weekCount + 1) : nil,
            preferences: random.below(3) == 0 ? ["c0": Cost(random.below(4))] : [:], history: history,
            pins: pins)
    }
}

extension StaffLevel {
    /// Says which of the staff are doctors, and that the others are pharmacists, some of whom have a mid title where more than one has.
    mutating func splitProfessions(_ random: inout SplitMix64) {
        let middle = random.below(midTitle > 1 ? 2 : 1)
        let pharmacists = StaffLevel(
            technical: middle + random.below(max(1, (technical - midTitle - awaitingMidTitle) / 2)),
            midTitle: middle,
            senior: senior.map { max($0 - (midTitle - middle), min($0, random.below(middle + 1))) })
        byProfession = [
            .doctor: StaffLevel(
                technical: technical - pharmacists.technical, midTitle: midTitle - middle,
                senior: senior.map { $0 - (pharmacists.senior ?? 0) },
                awaitingMidTitle: awaitingMidTitle), .pharmacist: pharmacists,
        ]
    }
}
