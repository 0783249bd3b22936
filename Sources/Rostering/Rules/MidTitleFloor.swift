/// Every clinic's mid-title staff reach a share of its technical staff or a head count (HB21).
///
/// With `N` the technical staff counted, `M` the mid-title staff counted, `p` percent and `q` people:
///
/// - ``Reading/either``: `100 M >= p N` or `M >= q` (the literal reading);
/// - ``Reading/both``: `100 M >= p N` and `M >= q` (stricter).
///
/// Which professions are technical staff (医疗技术人员) is ``technicalStaff``. The first arm counts people with an intermediate title or above; whom the second counts is ``headTitle``, and whether somebody qualified but
/// not yet appointed (待聘) counts at all is ``titleBasis``. Counted by share of the week, both sides are in half-days, and `h` half-days of an
/// ordinary week make one person: `100 M >= p N` or `M >= q h`.
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
        .choice(
            "technicalStaff", \.technicalStaff,
            Text("which professions are technical staff", "哪些人员属于医疗技术人员")),
        .choice(
            "headTitle", \.headTitle,
            Text("whose heads count towards the head count", "计入规定人数的职称")),
        .choice("titleBasis", \.titleBasis, Text("which titles count as held", "职称以聘任还是资格为准")),
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
    /// How the two conditions are joined: by default one suffices, as the clause says.
    public var reading = Reading.either
    /// Which professions are technical staff: by default all but managers.
    public var technicalStaff = TechnicalStaff.allButManagers
    /// Whose heads count towards the head count: by default everybody with an intermediate title or above.
    public var headTitle = HeadTitle.midOrAbove
    /// Which titles count as held: by default those appointed to.
    public var titleBasis = TitleBasis.appointed
    /// Who counts at the clinic: by default the staff present.
    public var counting = StaffCounting.present
    /// Postings count from this length, in weeks; by share of the week, from the first.
    public var countedFromWeeks = 4

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool { !instance.clinicsWithStaff.isEmpty }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for site in instance.clinicsWithStaff {
            let movements = instance.staffMovements(at: site, as: view)
            for week in instance.weeks {
                let own = instance.ownStaff(of: site, in: week, as: view)
                guard own.technical > 0 || !movements.isEmpty else { continue }
                add(site, week, own, movements, instance, to: &requirements)
            }
        }
        return requirements
    }

    /// Whom the rule counts, and as what.
    var view: StaffView {
        StaffView(
            counting: counting, countedFromWeeks: countedFromWeeks, technicalStaff: technicalStaff,
            titleBasis: titleBasis, headTitle: headTitle)
    }

    private func add(
        _ site: SiteIndex, _ week: Week, _ own: StaffCount, _ movements: [StaffMovement],
        _ instance: Instance, to requirements: inout Requirements
    ) {
        let tag = tag(.site(site), week)
        let missing = Quantity(violationOf: tag, enforcement)
        if movements.allSatisfy({ $0.isHead && $0.change > 0 }), own.technical > 0 {
            // Everyone who can come raises N, M and the heads together, so the floor is a head count.
            let need = partsMissing(of: own)
            guard need > 0 else { return }
            var arrivals = Expression(constant: -need)
            for movement in movements { arrivals.add(movement.change, movement.measure(week)) }
            arrivals.add(own.whole, .quantity(missing.name))
            requirements.quantities.append(missing)
            requirements.rows.append(Requirement(tag, arrivals))
            return
        }
        // In parts of which h make a person. Arm 1: 100 M - p N + (100 - p) h missing >= 0. Arm 2: heads - q h + h missing >= 0.
        var share = Expression(constant: 100 * own.midTitle - percent * own.technical)
        var heads = Expression(constant: own.heads - people * own.whole)
        for movement in movements {
            let measure = movement.measure(week)
            share.add(((movement.isMidTitle ? 100 : 0) - percent) * movement.change, measure)
            heads.add(movement.isHead ? movement.change : 0, measure)
        }
        // The least values the two sides can take, and whether they need a row at all.
        let (leastShare, leastHeads) = (instance.least(of: share), instance.least(of: heads))
        switch reading {
        case .both:
            guard leastShare < 0 || leastHeads < 0 else { return }
            addNobodyCounted(tag, own, movements, in: week, instance, easing: &heads, to: &requirements)
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
        share.add((100 - percent) * own.whole, .quantity(missing.name))
        heads.add(own.whole, .quantity(missing.name))
        requirements.rows.append(Requirement(tag, share))
        requirements.rows.append(Requirement(tag, heads))
    }

    /// Where nobody at all may be counted, lets a binary drop the head count, and be 1 only then: N + greatest N x binary <= greatest N.
    private func addNobodyCounted(
        _ tag: RequirementTag, _ own: StaffCount, _ movements: [StaffMovement], in week: Week,
        _ instance: Instance, easing heads: inout Expression, to requirements: inout Requirements
    ) {
        guard own.technical <= instance.mostLeaving(movements, in: week) else { return }
        let greatest = movements.filter { $0.change > 0 }.reduce(own.technical) {
            $0 + $1.change * instance.greatest(of: $1.measure(week))
        }
        let nobody = Quantity(.auxiliary(tag, "countsNobody"), upper: 1, isInteger: true)
        var room = Expression(constant: greatest - own.technical)
        for movement in movements { room.add(-movement.change, movement.measure(week)) }
        room.add(-greatest, .quantity(nobody.name))
        heads.add(people * own.whole, .quantity(nobody.name))
        requirements.quantities.append(nobody)
        requirements.rows.append(Requirement(tag, room))
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        shortfalls(in: attendance).map { violation(.site($0.site), $0.week, amount: $0.missing) }
    }

    /// See ``Rule/readings(in:)``: both ways to join the conditions under every counting; then, where the instance tells them apart, the other
    /// professions, heads and basis of titles, everything else as enforced.
    public func readings(in attendance: Attendance) -> [ReadingVerdict] {
        alternatives(in: attendance.instance).map { other in
            let shortfalls = other.shortfalls(in: attendance)
            return ReadingVerdict(
                reading: other.readingWording, isEnforced: other.switches == switches,
                amount: shortfalls.reduce(0) { $0 + $1.missing },
                sites: Set(shortfalls.map(\.site)).sorted())
        }
    }

    /// The rule under each reading that the instance's data can judge, the enforced one included.
    func alternatives(in instance: Instance) -> [Self] {
        func other(_ change: (inout Self) -> Void) -> Self {
            var other = self
            change(&other)
            return other
        }
        var found = Reading.allCases.flatMap { reading in
            StaffCounting.allCases.map { counting in
                other {
                    $0.reading = reading
                    $0.counting = counting
                }
            }
        }
        let levels = instance.clinicsWithStaff.flatMap { instance[$0].staff }
        if levels.allSatisfy({ !$0.byProfession.isEmpty }) {
            found += TechnicalStaff.allCases.filter { $0 != technicalStaff }.map { staff in
                other { $0.technicalStaff = staff }
            }
        }
        if levels.allSatisfy({ $0.part(technicalStaff).senior != nil }) {
            found += HeadTitle.allCases.filter { $0 != headTitle }.map { title in
                other { $0.headTitle = title }
            }
        }
        if levels.contains(where: { $0.awaitingMidTitle > 0 })
            || instance.people.contains(where: \.awaitsMidTitle)
        {
            found += TitleBasis.allCases.filter { $0 != titleBasis }.map { basis in
                other { $0.titleBasis = basis }
            }
        }
        return found
    }

    /// What tells one reading from another.
    var switches: [String] {
        [
            reading.rawValue, technicalStaff.rawValue, headTitle.rawValue, titleBasis.rawValue,
            counting.rawValue,
        ]
    }

    /// The reading in words; the defaults of professions, heads and titles go without saying.
    var readingWording: Text {
        let joined =
            switch reading {
            case .either: Text("share or head count", "比例或人数")
            case .both: Text("share and head count", "比例且人数")
            }
        var parts = [joined]
        switch technicalStaff {
        case .allButManagers: break
        case .doctorsAndNurses: parts.append(Text("doctors and nurses alone", "仅计医护"))
        case .doctors: parts.append(Text("doctors alone", "仅计医师"))
        }
        if headTitle == .exactlyMid { parts.append(Text("heads of mid title alone", "人数仅计中级")) }
        if titleBasis == .qualified { parts.append(Text("titles awaited too", "待聘计入")) }
        parts.append(counting.wording)
        return Text(
            parts.map(\.english).joined(separator: ", "), parts.map(\.chinese).joined(separator: "，"))
    }

    private func shortfalls(in attendance: Attendance) -> [(site: SiteIndex, week: Week, missing: Int)] {
        attendance.instance.clinicsWithStaff.flatMap { site in
            attendance.instance.weeks.compactMap { week in
                let missing = missing(of: attendance.staff(at: site, in: week, as: view))
                return missing > 0 ? (site, week, missing) : nil
            }
        }
    }

    /// The least number of whole people of an intermediate title who, added to the staff, would satisfy the rule; 0 where it is satisfied.
    public func missing(of staff: StaffCount) -> Int {
        (partsMissing(of: staff) + staff.whole - 1) / staff.whole
    }

    /// The same in parts of a person.
    private func partsMissing(of staff: StaffCount) -> Int {
        guard staff.technical > 0 else { return 0 }
        let short = percent * staff.technical - 100 * staff.midTitle
        // Each part added closes 100 - p of the share's gap.
        let byShare = short <= 0 ? 0 : (short + 99 - percent) / (100 - percent)
        let byHeads = max(0, people * staff.whole - staff.heads)
        return reading == .either ? min(byShare, byHeads) : max(byShare, byHeads)
    }

    /// See ``Rule/warnings(in:)``: nobody counted satisfies the floor, but hardly its purpose.
    public func warnings(in attendance: Attendance) -> [Text] {
        let instance = attendance.instance
        return instance.clinicsWithStaff.compactMap { site in
            let weeks = instance.weeks.count {
                attendance.staff(at: site, in: $0, as: view).technical == 0
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
