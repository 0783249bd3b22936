import Rostering
import SeededRandom

/// Descriptions with random contents, most of which are no valid instance but all of which a file can state.
struct RandomDescription {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func description() -> InstanceDescription {
        var policy = Policy(isLexicographic: flag())
        policy[Coverage.self].enforcement = Enforcement(isOn: flag(), isHard: flag(), weight: cost())
        policy[MidTitleFloor.self].percent = number(0...99)
        policy[MidTitleFloor.self].counting = choice()
        policy[MidTitleFloor.self].technicalStaff = choice()
        policy[MidTitleFloor.self].headTitle = choice()
        policy[MidTitleFloor.self].titleBasis = choice()
        policy.indicators.outReferralStep = choice()
        policy.indicators.downReferralGrowth = choice()
        policy[ReferralReserve.self].bucket = choice()
        policy[ReferralReserve.self].base = choice()
        policy[ReferralReserve.self].bedBase = choice()
        policy[ReferralReserve.self].releasePercent = number(0...100)
        policy[ReferralReserve.self].releaseHours = number(0...720)
        return InstanceDescription(
            name: text(), provenance: text(),
            calendar: RosterCalendar(
                firstDay: day(), weekCount: number(-3...600), sessionsPerWeek: number(0...20),
                closedDays: list { $0.day() }, makeUpDays: list { $0.day() }),
            specialties: list { Specialty(id: $0.id(), name: $0.text()) }, sites: list { $0.site() },
            links: list { $0.link() }, people: list { $0.person() }, demands: list { $0.demand() },
            departmentMinimums: list {
                DepartmentMinimum(
                    hospital: $0.id(), specialty: $0.id(), leastTitle: $0.title(),
                    minimumPresent: $0.number(0...9))
            },
            referrals: list {
                Referrals(
                    clinic: $0.id(), specialty: $0.id(), hospital: $0.maybe { $0.id() }, perWeek: $0.counts())
            },
            generalDemand: list {
                GeneralDemand(hospital: $0.id(), specialty: $0.id(), perWeek: $0.counts())
            },
            resources: list {
                Resource(
                    hospital: $0.id(), kind: $0.string(), name: $0.text(), capacity: $0.counts(),
                    admissions: $0.maybe { $0.counts() },
                    referrals: [$0.id(): $0.counts(), $0.id(): $0.counts()],
                    referralsDown: $0.flag() ? [$0.id(): $0.counts()] : [:], generalDemand: $0.counts())
            }, remoteDuties: list { $0.remoteDuty() }, visitsWanted: list { $0.visitsWanted() },
            namedPosts: list { $0.namedPost() }, teams: list { $0.team() },
            trainingSeats: list {
                TrainingSeats(
                    hospital: $0.id(), specialty: $0.maybe { $0.id() }, seats: $0.number(-1...9))
            }, trainingPriorities: list { $0.wanted() }, establishments: list { $0.establishment() },
            targets: list { $0.target() },
            priorityWeights: list {
                PriorityWeight(
                    name: $0.text(), sites: $0.maybe { $0.list { $0.id() } },
                    specialties: $0.maybe { $0.list { $0.id() } }, factor: $0.number(-1...200))
            },
            importedValues: list {
                ImportedValue(
                    indicator: $0.string(), site: $0.maybe { $0.id() }, year: $0.number(1800...3100),
                    reading: $0.maybe { $0.text() }, count: $0.number(-1...9), of: $0.number(0...9))
            }, policy: policy)
    }

    private mutating func site() -> Site {
        Site(
            id: id(), name: text(), level: choice(),
            travelMinutes: [id(): number(0...9), id(): number(0...9)],
            staff: list {
                StaffLevel(
                    from: $0.maybe { $0.day() }, technical: $0.number(-2...50), midTitle: $0.number(-2...50),
                    senior: $0.maybe { $0.number(-2...50) }, awaitingMidTitle: $0.number(-2...50),
                    byProfession: $0.flag()
                        ? [.nurse: StaffLevel(technical: $0.number(-2...9), midTitle: $0.number(-2...9))]
                        : [:])
            }, baseline: maybe { $0.number(0...9) }, featureSpecialty: maybe { $0.id() },
            parent: maybe { $0.id() }, remotenessWeight: number(-1...200),
            approvedPosts: maybe { $0.number(-1...9) }, county: maybe { $0.id() }, servesStreet: flag(),
            ordinarySessions: maybe { $0.number(-1...9) })
    }

    private mutating func link() -> Link {
        Link(
            from: id(), to: id(), kind: choice(), specialties: maybe { $0.list { $0.id() } },
            postingKinds: list { $0.choice() }, allowsVisits: flag(), days: days(), isApproved: flag())
    }

    private mutating func person() -> Person {
        var limits: [PostingKind: PostingLimits] = [:]
        for kind in PostingKind.allCases where flag() {
            limits[kind] = PostingLimits(
                minimumWeeks: number(0...9), maximumWeeks: number(0...99), restWeeks: number(0...9),
                mayContinuePastEnd: flag())
        }
        return Person(
            id: id(), name: string(), employer: id(), profession: choice(), title: title(),
            awaitsMidTitle: flag(), specialties: list { $0.id() }, functions: list { $0.choice() },
            leave: list { DayRange($0.day(), $0.day()) }, sessionsPerWeek: number(0...20),
            slotsPerSession: number(0...300), limits: limits, minimumAway: number(0...9),
            maximumAway: maybe { $0.number(0...9) }, preferences: [id(): cost(), id(): cost()],
            history: ServiceHistory(
                weeksAway: number(0...9), weeksSincePosting: maybe { $0.number(0...9) },
                underWay: maybe {
                    ServiceHistory.UnderWay(host: $0.id(), kind: $0.choice(), weeksServed: $0.number(0...9))
                }, turns: number(-1...9), turnsInARow: number(-1...9),
                serviceDays: maybe { $0.number(-1...400) }), pins: list { $0.pin() },
            visits: maybe {
                VisitLimits(sessionsPerWeek: $0.number(0...20), hostsPerWeek: $0.number(0...4))
            },
            commitments: Commitments(
                leadsClinic: flag(), boundUntil: maybe { $0.day() }, isForGrassRoots: flag(),
                isDirected: flag()))
    }

    private mutating func pin() -> Pin {
        switch number(0...3) {
        case 0: .posted(at: id(), days())
        case 1: .postedSomewhere(days())
        case 2: .notPosted(days())
        default: .onlyAt(id())
        }
    }

    private mutating func demand() -> Demand {
        Demand(
            host: id(), wanted: wanted(), count: number(-1...9), priority: number(0...9), days: days())
    }

    private mutating func wanted() -> PersonFilter {
        PersonFilter(
            specialty: maybe { $0.id() }, leastTitle: title(), profession: maybe { $0.choice() },
            function: maybe { $0.choice() })
    }

    private mutating func remoteDuty() -> RemoteDuty {
        RemoteDuty(id: id(), name: text(), hospital: id(), wanted: wanted(), count: number(-1...9))
    }

    private mutating func visitsWanted() -> VisitsWanted {
        VisitsWanted(
            host: id(), wanted: wanted(), sessions: number(-1...9), everyWeeks: number(0...9),
            longestGap: maybe { $0.number(-1...9) })
    }

    private mutating func namedPost() -> NamedPost {
        NamedPost(
            id: id(), name: text(), site: id(), kind: choice(), wanted: wanted(),
            employers: maybe { $0.list { $0.id() } }, holding: choice(), minimumWeeks: number(0...99))
    }

    private mutating func team() -> Team {
        Team(
            id: id(), name: text(),
            roles: list { Team.Role(name: $0.text(), people: $0.list { $0.id() }, count: $0.number(-1...9)) })
    }

    private mutating func establishment() -> Establishment {
        Establishment(
            lead: id(),
            levels: list {
                Establishment.Level(
                    from: $0.maybe { $0.day() }, approved: $0.number(-1...9), filled: $0.number(-1...9))
            })
    }

    private mutating func target() -> DatedTarget {
        DatedTarget(
            id: id(), name: text(), kind: choice(), clinics: list { $0.id() }, percent: number(-1...200),
            by: day())
    }

    // MARK: Small things

    mutating func number(_ range: ClosedRange<Int>) -> Int { random.integer(in: range) }
    mutating func flag() -> Bool { number(0...1) == 1 }
    private mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? { flag() ? make(&self) : nil }
    mutating func list<Entry>(_ make: (inout Self) -> Entry) -> [Entry] {
        (0..<number(0...3)).map { _ in make(&self) }
    }
    mutating func choice<Choice: CaseIterable>() -> Choice where Choice.AllCases == [Choice] {
        Choice.allCases[number(0...(Choice.allCases.count - 1))]
    }
    private mutating func title() -> Title { choice() }
    private mutating func cost() -> Cost { Cost(thousandths: number(-2_000_000...2_000_000)) }
    private mutating func day() -> CalendarDay { CalendarDay(number: number(-25_567...84_005)) }
    private mutating func days() -> DayRange { DayRange(maybe { $0.day() }, maybe { $0.day() }) }
    private mutating func counts() -> WeeklyCount {
        flag() ? .constant(number(0...1_000_000)) : .byWeek(list { $0.number(0...9) })
    }
    private mutating func text() -> Text { flag() ? Text(string()) : Text(string(), string()) }
    private mutating func string() -> String {
        let letters = ["a", "镇", "\"", "\\", "\n", "\t", "\u{1}", "🏥", "e\u{301}", "/", " ", "\u{2028}"]
        return list { _ in }.map { _ in letters[number(0...(letters.count - 1))] }.joined()
    }
    private mutating func id<Subject>() -> Identifier<Subject> { Identifier("\(string())\(number(0...999))") }
}
