/// Among a hospital's residents, doctors and nurses of a least title are the most (YL20, YL21: 为主).
///
/// For each hospital, week and of the two professions, with `n` its people of the profession on resident postings, and `k` those of them with the least
/// title (doctors: 4, a secondary hospital's 3; nurses: 3, a secondary hospital's 2):
///
/// - ``Reading/strictMajority``: `2 k > n` or `n = 0`;
/// - ``Reading/half``: `2 k >= n`.
///
/// The violation is the least number of people with the title who, sent beside the others, would satisfy it. With `M` at least the number of
/// residents without the title, `m = n - k`, the strict reading is the single row `M (k - m) - m + M x violation >= 0`: the violation is whole, so
/// that any m from 1 to M asks for one more than m - k, and none for nothing. Managers, pharmacists and technicians are in neither ratio.
/// The people are the hospital's over all its hosts, unless ``unit-property`` asks for most of them at each host or in each county.
public struct ResidentComposition: Rule {
    /// How "the most" (为主) is read.
    public enum Reading: String, CaseIterable, Sendable {
        /// More than half.
        case strictMajority
        /// At least half.
        case half
    }

    /// See ``Rule/id``.
    public static let id: RuleID = "residentComposition"
    /// See ``Rule/name``.
    public static let name = Text("Resident composition", "常驻人员职称结构")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "Most of a hospital's resident doctors, and of its resident nurses, have the title asked for.",
        "派出的常驻医生和护理人员分别以规定职称及以上为主。")
    /// See ``Rule/unit``.
    public static let unit = Text("person-week", "人周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("YL20", Citation.yulin, "三（二）", "医生应以高级职称为主，护理人员以中级职称及以上为主"),
        Citation("YL21", Citation.yulin, "三（二）", "医生应以中级职称及以上为主，护理人员以护师职称及以上为主"),
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.staff
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.hardOrSoft
    /// See ``Rule/parameters``.
    public static let parameters: [Parameter<Self>] = [
        .choice("reading", \.reading, Text("how 'the most' is read", "“为主”的解读")),
        .choice("unit", \.unit, Text("for whom it holds", "结构的计算单位")),
    ]

    /// Hard; off until a policy turns it on.
    public var enforcement = Enforcement.hard().off
    /// How "the most" is read.
    public var reading = Reading.strictMajority
    /// For whom it holds: each hospital unless changed.
    public var unit = ResidentUnit.hospital

    /// The rule with its defaults.
    public init() {}

    /// The professions of which most must have a title, in order.
    private static let professions: [Profession] = [.doctor, .nurse]

    /// The title that most residents of a profession must have, or nil where none is asked for.
    static func leastTitle(of profession: Profession, from level: Site.Level) -> Title? {
        switch (profession, level) {
        case (.doctor, .tertiary): .associateSenior
        case (.doctor, .secondary), (.nurse, .tertiary): .intermediate
        case (.nurse, .secondary): .junior
        default: nil
        }
    }

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool {
        !instance.residentGroups(by: .pair).isEmpty
    }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for group in instance.residentGroups(by: unit) {
            let hospital = group.hospital
            for profession in Self.professions {
                guard let leastTitle = Self.leastTitle(of: profession, from: instance[hospital].level) else {
                    continue
                }
                let people = instance.personIndexes.filter {
                    instance.employer(of: $0) == hospital && instance[$0].profession == profession
                }
                for week in instance.weeks {
                    add(
                        tag(.residents(of: hospital, at: group.place, profession: profession), week), people,
                        group, leastTitle, in: week, of: instance, to: &requirements)
                }
            }
        }
        return requirements
    }

    private func add(
        _ tag: RequirementTag, _ people: [PersonIndex], _ group: ResidentGroup, _ leastTitle: Title,
        in week: Week, of instance: Instance, to requirements: inout Requirements
    ) {
        let residents = people.filter { person in
            instance.options(of: person).contains {
                $0.kind == .resident && group.includes($0.host) && $0.weeks.contains(week)
            }
        }
        let below = residents.count { instance[$0].title < leastTitle }
        guard below > 0 else { return }
        let scale = reading == .half ? 1 : below
        let penalty = reading == .half ? 1 : below + 1
        var balance = instance.sumPosted(residents, as: .resident, in: week, at: group.includes) {
            instance[$0].title >= leastTitle ? scale : -penalty
        }
        let missing = Quantity(violationOf: tag, enforcement)
        balance.add(scale, .quantity(missing.name))
        requirements.quantities.append(missing)
        requirements.rows.append(Requirement(tag, balance))
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        shortfalls(in: attendance, reading, by: unit).map {
            violation(
                .residents(of: $0.group.hospital, at: $0.group.place, profession: $0.profession), $0.week,
                amount: $0.missing)
        }
    }

    /// See ``Rule/readings(in:)``.
    public func readings(in attendance: Attendance) -> [ReadingVerdict] {
        ResidentUnit.allCases.flatMap { unit in
            Reading.allCases.map { reading in
                let shortfalls = shortfalls(in: attendance, reading, by: unit)
                let (place, most) = (unit.wording, Self.wording(of: reading))
                return ReadingVerdict(
                    reading: Text("\(place.english), \(most.english)", "\(place.chinese)，\(most.chinese)"),
                    isEnforced: reading == self.reading && unit == self.unit,
                    amount: shortfalls.reduce(0) { $0 + $1.missing },
                    sites: Set(shortfalls.map(\.group.hospital)).sorted())
            }
        }
    }

    private static func wording(of reading: Reading) -> Text {
        switch reading {
        case .strictMajority: Text("more than half", "超过半数")
        case .half: Text("at least half", "不少于半数")
        }
    }

    private typealias Shortfall = (
        group: ResidentGroup, profession: Profession, week: Week, missing: Int
    )

    private func shortfalls(
        in attendance: Attendance, _ reading: Reading, by unit: ResidentUnit
    ) -> [Shortfall] {
        let instance = attendance.instance
        var shortfalls: [Shortfall] = []
        for group in instance.residentGroups(by: unit) {
            for profession in Self.professions {
                let level = instance[group.hospital].level
                guard let leastTitle = Self.leastTitle(of: profession, from: level) else { continue }
                for week in instance.weeks {
                    let residents = attendance.residents(in: group, in: week).filter {
                        instance[$0].profession == profession
                    }
                    let titled = residents.count { instance[$0].title >= leastTitle }
                    let missing = Self.missing(of: residents.count, titled: titled, reading: reading)
                    if missing > 0 { shortfalls.append((group, profession, week, missing)) }
                }
            }
        }
        return shortfalls
    }

    /// The least number of people with the title who, sent beside `count` people of whom `titled` have it, would satisfy a reading.
    public static func missing(of count: Int, titled: Int, reading: Reading) -> Int {
        let lead = 2 * titled - count
        return switch reading {
        case .strictMajority: count == 0 ? 0 : max(0, 1 - lead)
        case .half: max(0, -lead)
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .residents(let hospital, let place, let profession?) = violation.tag.subject,
            let title = Self.leastTitle(of: profession, from: instance[hospital].level)
        else { return Self.name }
        let (name, amount) = (instance[hospital].name, violation.amount)
        guard place == nil else {
            let (there, people) = (instance.wording(of: hospital, at: place, by: unit), profession.wording)
            return Text(
                """
                The resident \(people.english)s of \(there.english) are not mostly \(title.wording.english); \
                \(amount) more would do
                """,
                "\(there.chinese)常驻\(people.chinese)未以\(title.wording.chinese)为主，需再增加\(amount)人")
        }
        return Text(
            """
            \(name.english)'s resident \(profession.wording.english)s are not mostly \(title.wording.english); \
            \(amount) more would do
            """,
            "\(name.chinese)常驻\(profession.wording.chinese)未以\(title.wording.chinese)为主，需再增加\(amount)人")
    }
}
