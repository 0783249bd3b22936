/// A clinic's technical staff never fall below their number before it joined the community (HB20).
///
/// For each clinic whose staff and baseline are known, and each week: technical staff counted + shortfall ≥ baseline. Counted by share of the week,
/// `h` half-days of an ordinary week make one person: half-days counted + h × shortfall ≥ h × baseline, the shortfall in whole people.
public struct StaffBaseline: Rule {
    /// See ``Rule/id``.
    public static let id: RuleID = "staffBaseline"
    /// See ``Rule/name``.
    public static let name = Text("Technical-staff baseline", "医疗技术人员总量底线")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "A clinic's technical staff are at least as many as before it joined the community.",
        "各成员单位医疗技术人员总量不低于进入医共体前。")
    /// See ``Rule/unit``.
    public static let unit = Text("person-week", "人周")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("HB20", Citation.hanbin, "五(二)", "镇(街道)卫生院、社区卫生服务中心医疗技术人员总量不得低于进入医共体前")
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.staff
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.hardOrSoft
    /// See ``Rule/parameters``.
    public static let parameters: [Parameter<Self>] = [
        .choice("counting", \.counting, Text("who counts at the clinic", "人员计算口径")),
        .integer(
            "countedFromWeeks", \.countedFromWeeks, 1...52,
            Text("postings count from this length, weeks", "派驻满多少周才计入")),
    ]

    /// Hard.
    public var enforcement = Enforcement.hard()
    /// Who counts at the clinic: by default the staff present.
    public var counting = StaffCounting.present
    /// Postings count from this length, in weeks; by share of the week, from the first.
    public var countedFromWeeks = 4

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for site in instance.clinicsWithStaff {
            guard let baseline = instance[site].baseline else { continue }
            let movements = instance.staffMovements(at: site, as: view)
            for week in instance.weeks {
                let own = instance.ownStaff(of: site, in: week, as: view)
                let spare = own.technical - baseline * own.whole
                guard spare < instance.mostLeaving(movements, in: week) else { continue }
                let tag = tag(.site(site), week)
                let shortfall = Quantity(violationOf: tag, enforcement)
                requirements.quantities.append(shortfall)
                var expression = Expression(constant: spare)
                for movement in movements { expression.add(movement.change, movement.measure(week)) }
                expression.add(own.whole, .quantity(shortfall.name))
                requirements.rows.append(Requirement(tag, expression))
            }
        }
        return requirements
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        shortfalls(in: attendance).map { violation(.site($0.site), $0.week, amount: $0.missing) }
    }

    /// See ``Rule/readings(in:)``.
    public func readings(in attendance: Attendance) -> [ReadingVerdict] {
        StaffCounting.allCases.map { counting in
            var other = self
            other.counting = counting
            let shortfalls = other.shortfalls(in: attendance)
            return ReadingVerdict(
                reading: counting.wording, isEnforced: counting == self.counting,
                amount: shortfalls.reduce(0) { $0 + $1.missing },
                sites: Set(shortfalls.map(\.site)).sorted())
        }
    }

    /// Whom the rule counts.
    var view: StaffView { StaffView(counting: counting, countedFromWeeks: countedFromWeeks) }

    private func shortfalls(in attendance: Attendance) -> [(site: SiteIndex, week: Week, missing: Int)] {
        attendance.instance.clinicsWithStaff.flatMap { site -> [(SiteIndex, Week, Int)] in
            guard let baseline = attendance.instance[site].baseline else { return [] }
            return attendance.instance.weeks.compactMap { week in
                let staff = attendance.staff(at: site, in: week, as: view)
                // The least number of whole people who would fill the gap.
                let missing = (baseline * staff.whole - staff.technical + staff.whole - 1) / staff.whole
                return missing > 0 ? (site, week, missing) : nil
            }
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .site(let site) = violation.tag.subject else { return Self.name }
        let (name, baseline) = (instance[site].name, instance[site].baseline ?? 0)
        return Text(
            "\(name.english) lacks \(violation.amount) technical staff of its \(baseline) before joining",
            "\(name.chinese)医疗技术人员比进入医共体前的\(baseline)人少\(violation.amount)人")
    }
}
