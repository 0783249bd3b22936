/// Every clinic's mid-title staff reach a share of its technical staff or a head count (HB21).
///
/// With `N` the technical staff counted, `M` the mid-title staff counted, `p` percent and `q` people:
///
/// - ``Reading/either``: `100 M >= p N` or `M >= q` (the literal reading);
/// - ``Reading/both``: `100 M >= p N` and `M >= q` (stricter).
///
/// Whole numbers only. The violation is the least number of mid-title people who, added to the clinic so that `M` and `N` rise together,
/// would satisfy it. `N = 0` is satisfied, with a warning. A posted junior raises `N` alone and can break a floor that stood on the percentage, so the
/// "or" takes a binary, unless only mid-title people can be counted there. Nobody counted satisfies the share, 0 >= 0, and so the "or"; the
/// "and" takes a binary of its own where that can happen.
public struct MidTitleFloor: Rule {
    /// How the two conditions of the clause are joined.
    public enum Reading: String, CaseIterable, Sendable {
        /// One of the two suffices.
        case either
        /// Both must hold.
        case both
    }

    /// See ``Rule/id``.
    public static let id: RuleID = "midTitleFloor"
    /// See ``Rule/name``.
    public static let name = Text("Mid-title floor", "中级职称底线")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "A clinic's mid-title staff reach a share of its technical staff or a head count.",
        "各成员单位中级职称以上人员达到医疗技术人员总数的规定比例或规定人数。")
    /// See ``Rule/unit``.
    public static let unit = Text("person-week", "人周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation(
            "HB21", Citation.hanbin, "五(二)",
            "中级职称以上人员必须达到医疗技术人员总数10%以上或至少配备2名以上的中级职称医疗技术人员")
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.staff
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.hardOrSoft
    /// See ``Rule/parameters``.
    public static let parameters: [Parameter<Self>] = [
        .integer("percent", \.percent, 0...99, Text("share of technical staff, percent", "占医疗技术人员的百分比")),
        .integer("people", \.people, 0...100, Text("head count that suffices, people", "足够的人数")),
        .choice("reading", \.reading, Text("how the two conditions are joined", "两个条件的关系")),
        .choice("counting", \.counting, Text("who counts at the clinic", "人员计算口径")),
        .integer(
            "countedFromWeeks", \.countedFromWeeks, 1...52,
            Text("postings count from this length, weeks", "派驻满多少周才计入")),
    ]

    /// Hard.
    public var enforcement = Enforcement.hard()
    /// The share of technical staff, percent, 0 to 99.
    public var percent = 10
    /// The head count, people.
    public var people = 2
    /// How the two conditions are joined.
    public var reading = Reading.either
    /// Who counts at the clinic.
    public var counting = StaffCounting.present
    /// Postings count from this length, in weeks.
    public var countedFromWeeks = 4

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for site in instance.clinicsWithStaff {
            let movements =
                counting == .home ? [] : instance.staffMovements(at: site, lasting: countedFromWeeks)
            for week in instance.weeks {
                let own = instance.ownStaff(of: site, in: week)
                guard own.technical > 0 || !movements.isEmpty else { continue }
                add(site, week, own, movements, to: &requirements)
            }
        }
        return requirements
    }

    private func add(
        _ site: SiteIndex, _ week: Week, _ own: StaffLevel, _ movements: [StaffMovement],
        to requirements: inout Requirements
    ) {
        let tag = tag(.site(site), week)
        let missing = Quantity(violationOf: tag, enforcement)
        if movements.allSatisfy({ $0.isMidTitle && $0.sign > 0 }), own.technical > 0 {
            // Everyone who can come raises M and N together, so the floor is a head count.
            let need = self.missing(of: own, reading: reading)
            guard need > 0 else { return }
            var arrivals = Expression(constant: -need)
            for movement in movements { arrivals.add(1, movement.measure(week)) }
            arrivals.add(1, .quantity(missing.name))
            requirements.quantities.append(missing)
            requirements.rows.append(Requirement(tag, arrivals))
            return
        }
        // Arm 1: 100 M - p N + (100 - p) missing >= 0. Arm 2: M - q + missing >= 0.
        var share = Expression(constant: 100 * own.midTitle - percent * own.technical)
        var heads = Expression(constant: own.midTitle - people)
        for movement in movements {
            let measure = movement.measure(week)
            let mid = movement.isMidTitle ? movement.sign : 0
            share.add(100 * mid - percent * movement.sign, measure)
            heads.add(mid, measure)
        }
        // The least values the two sides can take, and whether they need a row at all.
        let (leastShare, leastHeads) = (share.least, heads.least)
        switch reading {
        case .both:
            guard leastShare < 0 || leastHeads < 0 else { return }
            addNobodyCounted(tag, own, movements, in: week, easing: &heads, to: &requirements)
        case .either:
            guard leastShare < 0, leastHeads < 0 else { return }
            let alternative = Quantity(.auxiliary(tag, "countsHeads"), upper: 1, isInteger: true)
            requirements.quantities.append(alternative)
            // countsHeads = 1 drops the share, 0 drops the head count.
            share.add(-leastShare, .quantity(alternative.name))
            heads.add(leastHeads, .quantity(alternative.name))
            heads.constant -= leastHeads
        }
        requirements.quantities.append(missing)
        share.add(100 - percent, .quantity(missing.name))
        heads.add(1, .quantity(missing.name))
        requirements.rows.append(Requirement(tag, share))
        requirements.rows.append(Requirement(tag, heads))
    }

    /// Where nobody at all may be counted, lets a binary drop the head count, and be 1 only then: N + greatest N x binary <= greatest N.
    private func addNobodyCounted(
        _ tag: RequirementTag, _ own: StaffLevel, _ movements: [StaffMovement], in week: Week,
        easing heads: inout Expression, to requirements: inout Requirements
    ) {
        let mayLeave = Set(movements.filter { $0.sign < 0 }.map(\.person)).count
        guard own.technical <= mayLeave else { return }
        let greatest = own.technical + movements.count { $0.sign > 0 }
        let nobody = Quantity(.auxiliary(tag, "countsNobody"), upper: 1, isInteger: true)
        var room = Expression(constant: greatest - own.technical)
        for movement in movements { room.add(-movement.sign, movement.measure(week)) }
        room.add(-greatest, .quantity(nobody.name))
        heads.add(people, .quantity(nobody.name))
        requirements.quantities.append(nobody)
        requirements.rows.append(Requirement(tag, room))
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        shortfalls(in: attendance, reading: reading, counting: counting).map {
            violation(.site($0.site), $0.week, amount: $0.missing)
        }
    }

    /// See ``Rule/readings(in:)``.
    public func readings(in attendance: Attendance) -> [ReadingVerdict] {
        Reading.allCases.flatMap { reading in
            StaffCounting.allCases.map { counting in
                let shortfalls = shortfalls(in: attendance, reading: reading, counting: counting)
                return ReadingVerdict(
                    reading: Self.wording(of: reading, counting),
                    isEnforced: reading == self.reading && counting == self.counting,
                    amount: shortfalls.reduce(0) { $0 + $1.missing },
                    sites: Set(shortfalls.map(\.site)).sorted())
            }
        }
    }

    /// A reading and a counting in words.
    static func wording(of reading: Reading, _ counting: StaffCounting) -> Text {
        let joined =
            switch reading {
            case .either: Text("share or head count", "比例或人数")
            case .both: Text("share and head count", "比例且人数")
            }
        let counted = counting.wording
        return Text("\(joined.english), \(counted.english)", "\(joined.chinese)，\(counted.chinese)")
    }

    private func shortfalls(
        in attendance: Attendance, reading: Reading, counting: StaffCounting
    ) -> [(site: SiteIndex, week: Week, missing: Int)] {
        attendance.instance.clinicsWithStaff.flatMap { site in
            attendance.instance.weeks.compactMap { week in
                let staff = attendance.staff(
                    at: site, in: week, counting: counting, lasting: countedFromWeeks)
                let missing = missing(of: staff, reading: reading)
                return missing > 0 ? (site, week, missing) : nil
            }
        }
    }

    /// The least number of mid-title people who, added to the staff, would satisfy a reading; 0 where it is satisfied.
    public func missing(of staff: StaffLevel, reading: Reading) -> Int {
        guard staff.technical > 0 else { return 0 }
        let short = percent * staff.technical - 100 * staff.midTitle
        // Each person added closes 100 - p of the share's gap.
        let byShare = short <= 0 ? 0 : (short + 99 - percent) / (100 - percent)
        let byHeads = max(0, people - staff.midTitle)
        return reading == .either ? min(byShare, byHeads) : max(byShare, byHeads)
    }

    /// See ``Rule/warnings(in:)``: nobody counted satisfies the floor, but hardly its purpose.
    public func warnings(in attendance: Attendance) -> [Text] {
        let instance = attendance.instance
        return instance.clinicsWithStaff.compactMap { site in
            let weeks = instance.weeks.count {
                attendance.staff(at: site, in: $0, counting: counting, lasting: countedFromWeeks).technical
                    == 0
            }
            guard weeks > 0 else { return nil }
            let name = instance[site].name
            return Text(
                "\(name.english) has no technical staff counted in \(counted(weeks, "week")), which satisfies the floor",
                "\(name.chinese)有\(weeks)周无医疗技术人员计入，底线视为满足")
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .site(let site) = violation.tag.subject else { return Self.name }
        let name = instance[site].name
        return Text(
            "\(name.english) lacks \(violation.amount) mid-title staff of its floor (\(percent) % or \(people) people)",
            "\(name.chinese)中级职称以上人员缺\(violation.amount)人（\(percent)%或\(people)人）")
    }
}
