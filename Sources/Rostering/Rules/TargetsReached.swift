/// By a date, a share of the clinics is reached by a posting or visit, or by a link for remote consultations (HB08, YL03 to YL06).
///
/// For each ``DatedTarget`` with `wanted` clinics (the share, rounded up): clinics reached + violation ≥ wanted. A clinic counts as reached
///
/// - for ``DatedTarget/Kind/participation`` if somebody served there, posted for anything but training or visiting, in a week that began on or
///   before the date; a posting under way at week 0 has served in the weeks before;
/// - for ``DatedTarget/Kind/remoteLink`` if a remote link to it is valid on the date, which no roster changes.
///
/// A clinic's `reached`, 0 to 1, is at most the sum of all that can reach it. Clinics count, not townships: two clinics of one township are two.
/// Those of a street (``Site/servesStreet``) count among the target's clinics too, unless ``streets`` leaves them out of both sides.
public struct TargetsReached: Rule {
    /// Whether the clinics of streets count.
    public enum Streets: String, CaseIterable, Sendable {
        /// Among the clinics of a target like those of townships.
        case counted
        /// Not at all.
        case leftOut

        var wording: Text {
            switch self {
            case .counted: Text("streets' clinics counted", "计入街道机构")
            case .leftOut: Text("streets' clinics left out", "不计街道机构")
            }
        }
    }

    /// See ``Rule/id``.
    public static let id: RuleID = "datedTargets"
    /// See ``Rule/name``.
    public static let name = Text("Dated targets", "阶段覆盖目标")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "By a date, a share of the clinics is reached by a posting, a visit or a remote link.",
        "到规定日期，派驻、坐诊巡诊或远程协作覆盖的机构达到规定比例。")
    /// See ``Rule/unit``.
    public static let unit = Text("clinic", "家")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation(
            "HB08", Citation.hanbin, "四",
            "2022年底,在总结试点经验的基础上,全面实施区级医院为牵头单位,覆盖全区各镇(街道)卫生院、社区卫生服务中心的紧密型医共体建设"),
        Citation(
            "YL03", Citation.yulin, "一（三）",
            "自治区级医改试点县北流市县域医共体乡镇卫生院参与率达到50%以上，其他县（区）乡镇卫生院参与率达到30%以上"),
        Citation("YL04", Citation.yulin, "一（三）", "县域医共体乡镇卫生院参与率达到60%以上"),
        Citation(
            "YL05", Citation.yulin, "一（三）", "每个县的县级医院至少与1家三级医院建立远程医疗协作网，并延伸至乡镇卫生院达60%以上"),
        Citation(
            "YL06", Citation.yulin, "一（三）", "县域医共体乡镇卫生院参与率达到95%以上，远程医疗协作网乡镇卫生院覆盖率达到85%以上"),
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.staff
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.soft
    /// See ``Rule/parameters``.
    public static let parameters: [Parameter<Self>] = [
        .choice("streets", \.streets, Text("whether streets' clinics count", "街道机构是否计入"))
    ]

    /// Soft, 200 points a clinic; off until a policy turns it on.
    public var enforcement = Enforcement.soft(Cost(200)).off
    /// Whether the clinics of streets count; they do unless changed.
    public var streets = Streets.counted

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool {
        instance.description.targets.contains { !instance.clinics(of: $0, streets).isEmpty }
    }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for (position, target) in instance.description.targets.enumerated() {
            let tag = tag(.target(position))
            let clinics = instance.clinics(of: target, streets)
            var count = Expression(constant: -target.wanted(among: clinics.count))
            var (quantities, rows): ([Quantity], [Requirement]) = ([], [])
            for clinic in clinics.compactMap(instance.site) {
                if instance.isReached(clinic, beforeHorizonFor: target) {
                    count.constant += 1
                    continue
                }
                var reaching = Expression()
                for measure in instance.measures(reaching: clinic, for: target) { reaching.add(1, measure) }
                guard !reaching.terms.isEmpty else { continue }
                // Whole in some best roster, since what reaches a clinic is.
                let reached = Quantity(
                    .auxiliary(tag, instance[clinic].id.text), upper: 1, isInteger: false)
                reaching.add(-1, .quantity(reached.name))
                quantities.append(reached)
                rows.append(Requirement(tag, reaching))
                count.add(1, .quantity(reached.name))
            }
            guard count.constant < 0 else { continue }
            let missing = Quantity(violationOf: tag, enforcement)
            count.add(1, .quantity(missing.name))
            requirements.quantities += quantities + [missing]
            requirements.rows += rows + [Requirement(tag, count)]
        }
        return requirements
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        attendance.instance.description.targets.enumerated().compactMap { position, target in
            let missing = missing(target, streets, attendance)
            return missing > 0 ? violation(.target(position), amount: missing) : nil
        }
    }

    /// See ``Rule/readings(in:)``: with and without the clinics of streets, where targets have some.
    public func readings(in attendance: Attendance) -> [ReadingVerdict] {
        let instance = attendance.instance
        let targets = instance.description.targets
        guard
            targets.contains(where: { target in
                target.clinics.contains { instance.site($0).map { instance[$0].servesStreet } ?? false }
            })
        else { return [] }
        return Streets.allCases.map { streets in
            ReadingVerdict(
                reading: streets.wording, isEnforced: streets == self.streets,
                amount: targets.reduce(0) { $0 + max(0, missing($1, streets, attendance)) }, sites: [])
        }
    }

    private func missing(_ target: DatedTarget, _ streets: Streets, _ attendance: Attendance) -> Int {
        let clinics = attendance.instance.clinics(of: target, streets)
        return target.wanted(among: clinics.count) - reached(target, clinics, attendance)
    }

    private func reached(_ target: DatedTarget, _ clinics: [SiteID], _ attendance: Attendance) -> Int {
        let instance = attendance.instance
        switch target.kind {
        case .remoteLink:
            let linked = instance.description.links.filter {
                $0.kind == .remote && $0.days.contains(target.by)
            }
            return clinics.count { clinic in linked.contains { $0.host == clinic } }
        case .participation:
            let firstDay = instance.calendar.firstDay
            return clinics.count { clinic in
                guard let site = instance.site(clinic) else { return false }
                return instance.personIndexes.contains { person in
                    if let underWay = instance[person].history.underWay, underWay.host == clinic,
                        underWay.kind != .training,
                        firstDay.advanced(by: -7 * underWay.weeksServed) <= target.by
                    {
                        return true
                    }
                    return instance.weeks.contains {
                        instance.calendar.monday(of: $0) <= target.by
                            && attendance.serves(person, at: site, in: $0)
                    }
                }
            }
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .target(let position) = violation.tag.subject else { return Self.name }
        let target = instance.description.targets[position]
        let wanted = target.wanted(among: instance.clinics(of: target, streets).count)
        let (name, missing) = (target.name, violation.amount)
        return Text(
            "\(name.english), by \(target.by): \(missing) of the \(counted(wanted, "clinic")) wanted not reached",
            "\(name.chinese)（\(target.by)前）：应覆盖\(wanted)家，缺\(missing)家")
    }
}

extension Instance {
    /// The clinics that count for a target.
    func clinics(of target: DatedTarget, _ streets: TargetsReached.Streets) -> [SiteID] {
        target.clinics.filter { clinic in
            streets == .counted || !(site(clinic).map { self[$0].servesStreet } ?? false)
        }
    }

    /// Whether a clinic counts for a target whatever the roster: by a remote link, or a posting under way at week 0.
    fileprivate func isReached(_ clinic: SiteIndex, beforeHorizonFor target: DatedTarget) -> Bool {
        switch target.kind {
        case .remoteLink:
            description.links.contains { link in
                link.kind == .remote && site(link.host) == clinic && link.days.contains(target.by)
            }
        case .participation:
            people.compactMap(\.history.underWay).contains { underWay in
                site(underWay.host) == clinic && underWay.kind != .training
                    && calendar.monday(of: Week(-underWay.weeksServed)) <= target.by
            }
        }
    }

    /// What reaches a clinic in a week that begins on or before the target's date.
    fileprivate func measures(reaching clinic: SiteIndex, for target: DatedTarget) -> [Measure] {
        guard target.kind == .participation else { return [] }
        return personIndexes.flatMap { person in
            service(of: person, at: clinic).filter { calendar.monday(of: $0.week) <= target.by }
                .flatMap(\.measures)
        }
    }
}
