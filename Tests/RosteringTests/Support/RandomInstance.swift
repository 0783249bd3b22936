import Rostering
import SeededRandom

/// A random tiny instance with every core rule in play, and random parameters.
func randomInstance(_ random: inout SplitMix64) throws -> Instance {
    let weeks = random.number(2...7)
    let clinics: [SiteID] = ["c1", "c2"]
    var links = tinyLinks().filter { _ in random.chance(90) }
    links.append(Link(from: "c1", to: "h", kind: .pairing))
    if random.chance(30) {
        links.append(Link(from: "h", to: "d", kind: .tcmCircuit, isApproved: random.chance(50)))
    }
    var people: [Person] = []
    for number in 0..<random.number(1...5) {
        let isClinics = number > 0 && random.chance(30)
        let isManager = random.chance(20)
        var history = ServiceHistory(weeksAway: random.number(0...3))
        if random.chance(25), !isClinics {
            history.underWay = ServiceHistory.UnderWay(host: "c1", weeksServed: random.number(1...4))
            history.weeksAway += 4
        }
        people.append(
            person(
                "p\(number)".identifier, employer: isClinics ? "c1" : "h",
                profession: isManager ? .manager : .doctor,
                title: isManager ? .none : Title(rawValue: random.number(1...4)) ?? .none,
                specialties: [number == 0 || random.chance(60) ? "cardiology" : "surgery"],
                leave: random.chance(30) ? [try days("2022-07-13", "2022-07-15")] : [],
                sessionsPerWeek: random.number(0...4), slotsPerSession: random.number(0...7),
                limits: [
                    .temporary: PostingLimits(
                        minimumWeeks: 1, maximumWeeks: 9, restWeeks: 0, mayContinuePastEnd: random.chance(30))
                ],
                minimumAway: random.number(0...6),
                preferences: random.chance(50) ? ["c1": Cost(random.number(0...3))] : [:], history: history,
                pins: try randomPins(&random)))
        let isJunior = people[number].profession.isTechnical && !people[number].title.isMidTitle
        people[number].awaitsMidTitle = isJunior && random.chance(50)
    }
    let named = people.filter { $0.employer == "c1" && $0.profession.isTechnical }
    let (extra, extraMid) = (random.number(0...5), random.number(0...1))
    let namedMid = named.count { $0.title.isMidTitle }
    var own = StaffLevel(
        technical: named.count + extra, midTitle: namedMid + min(extra, extraMid),
        senior: named.count { $0.title >= .associateSenior } + random.number(0...min(extra, extraMid)),
        awaitingMidTitle: named.count(where: \.awaitsMidTitle)
            + random.number(0...(extra - min(extra, extraMid))))
    // Named people are doctors; of the others some are pharmacists.
    let pharmacists = StaffLevel(
        technical: own.technical - named.count, midTitle: own.midTitle - namedMid,
        senior: (own.senior ?? 0) - named.count { $0.title >= .associateSenior },
        awaitingMidTitle: own.awaitingMidTitle - named.count(where: \.awaitsMidTitle))
    own.byProfession = [
        .doctor: StaffLevel(
            technical: own.technical - pharmacists.technical, midTitle: own.midTitle - pharmacists.midTitle,
            senior: own.senior.map { $0 - (pharmacists.senior ?? 0) },
            awaitingMidTitle: own.awaitingMidTitle - pharmacists.awaitingMidTitle),
        .pharmacist: pharmacists,
    ]
    let policy = randomPolicy(&random)
    return try instance(
        weeks: weeks,
        sites: tinySites(
            staff: [
                "c1": [own], "c2": [StaffLevel(technical: random.number(0...3), midTitle: 0, senior: 0)],
            ],
            baseline: ["c1": own.technical, "c2": 1], minutes: ["c1": 30, "c2": random.number(0...90)]),
        links: links, people: people,
        demands: try clinics.filter { _ in random.chance(70) }.map {
            Demand(
                host: $0,
                wanted: PersonFilter(
                    specialty: random.chance(70) ? "cardiology" : nil,
                    leastTitle: random.chance(30) ? .intermediate : .none),
                count: random.number(1...2), priority: random.number(1...3),
                days: random.chance(50) ? .always : try days("2022-07-11", "2022-07-30"))
        },
        departmentMinimums: [
            DepartmentMinimum(
                hospital: "h", specialty: "cardiology", leastTitle: random.chance(50) ? .intermediate : .none,
                minimumPresent: random.number(1...3))
        ],
        referrals: clinics.map {
            Referrals(clinic: $0, specialty: "cardiology", perWeek: .constant(random.number(0...6)))
        },
        generalDemand: [
            GeneralDemand(hospital: "h", specialty: "cardiology", perWeek: .constant(random.number(0...30))),
            GeneralDemand(hospital: "h", specialty: "surgery", perWeek: .constant(random.number(0...9))),
        ],
        resources: random.chance(60)
            ? [
                Resource(
                    hospital: "h", kind: "beds", name: Text("beds", "床位"),
                    capacity: .constant(12),
                    admissions: random.chance(60) ? .constant(random.number(0...12)) : nil,
                    referrals: ["c2": .constant(random.number(0...5))],
                    generalDemand: .constant(random.number(0...12))),
                Resource(
                    hospital: "c2", kind: "recovery", name: Text("recovery", "康复"),
                    capacity: .byWeek((0..<weeks).map { _ in random.number(0...12) }),
                    referralsDown: ["h": .constant(random.number(0...5)), "g": .constant(1)],
                    generalDemand: .constant(random.number(0...12))),
            ] : [], isJudged: false
    ) { $0 = policy }
}

private func randomPins(_ random: inout SplitMix64) throws -> [Pin] {
    switch random.number(0...6) {
    case 0: [.notPosted(try days("2022-07-04", "2022-07-05"))]
    case 1: [.onlyAt("c2")]
    case 2: [.posted(at: "c2", .always)]
    default: []
    }
}

private func randomPolicy(_ random: inout SplitMix64) -> Policy {
    var policy = Policy()
    func pick<Choice: CaseIterable>(_ type: Choice.Type, _ fallback: Choice) -> Choice {
        Array(type.allCases).randomElement(using: &random) ?? fallback
    }
    policy[MidTitleFloor.self].reading = pick(MidTitleFloor.Reading.self, .either)
    policy[MidTitleFloor.self].counting = pick(StaffCounting.self, .present)
    policy[MidTitleFloor.self].technicalStaff = pick(TechnicalStaff.self, .allButManagers)
    policy[MidTitleFloor.self].headTitle = pick(HeadTitle.self, .midOrAbove)
    policy[MidTitleFloor.self].titleBasis = pick(TitleBasis.self, .appointed)
    policy[MidTitleFloor.self].people = random.number(0...3)
    policy[MidTitleFloor.self].percent = random.number(0...60)
    policy[MidTitleFloor.self].countedFromWeeks = random.number(1...4)
    policy[StaffBaseline.self].counting = pick(StaffCounting.self, .present)
    policy[StaffBaseline.self].countedFromWeeks = random.number(1...4)
    policy[ReferralReserve.self].bucket = pick(ReferralReserve.Bucket.self, .departmentWeek)
    policy[ReferralReserve.self].base = pick(ReferralReserve.Base.self, .allSpecialists)
    policy[ReferralReserve.self].bedBase = pick(ReferralReserve.BedBase.self, .openBeds)
    policy[ReferralReserve.self].percent = random.number(0...40)
    policy[Fairness.self].tolerance = random.number(0...3)
    func soften<R: Rule>(_ rule: R.Type) {
        policy[rule].enforcement =
            random.chance(50) ? .hard() : .soft(Cost(thousandths: 1 + random.number(0...3000)))
    }
    soften(MidTitleFloor.self)
    soften(StaffBaseline.self)
    soften(ReferralReserve.self)
    soften(DepartmentPresence.self)
    policy[DownReferralBeds.self].percent = random.number(0...60)
    soften(DownReferralBeds.self)
    return policy
}

/// Random plans that stay where the options allow, whatever their length and rest.
func randomPlans(in instance: Instance, _ random: inout SplitMix64) -> [Plan] {
    instance.personIndexes.map { person in
        let options = instance.options(of: person)
        var postings: [Posting] = []
        var current: PostingOption?
        for week in instance.weeks {
            if random.chance(45) { current = random.chance(60) ? options.randomElement(using: &random) : nil }
            guard let option = current, option.weeks.contains(week) else { continue }
            postings.append(Posting(host: option.host, kind: option.kind, weeks: week..<week.advanced(by: 1)))
        }
        return Plan(postings)
    }
}

/// A random slot plan within the capacities, with the reserve anywhere between nothing and everything.
func randomSlots(for plans: [Plan], in instance: Instance, _ random: inout SplitMix64) -> SlotPlan {
    let attendance = Attendance(Roster(plans: plans, slots: SlotPlan(entries: [])), in: instance)
    return SlotPlan(
        entries: instance.poolIndexes.map { index in
            instance.weeks.map { week in
                let capacity = attendance.capacity(of: index, in: week)
                return entry(
                    reserving: random.number(0...capacity), of: capacity, instance[index], in: week)
            }
        })
}

/// The entry of a pool and week that serves as many as a reserve allows.
func entry(reserving reserved: Int, of capacity: Int, _ pool: Pool, in week: Week) -> SlotPlan.Entry {
    SlotPlan.Entry(
        reserved: reserved, referralsServed: min(reserved, pool.referralsWanted(in: week)),
        generalServed: min(capacity - reserved, pool.generalDemand[week.offset]),
        split: Apportionment.largestRemainder(reserved, by: pool.referrals.map { $0[week.offset] }))
}

extension String {
    /// The text as a person's identifier.
    var identifier: PersonID { PersonID(self) }
}
