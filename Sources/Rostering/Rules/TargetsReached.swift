/// By a date, a share of the clinics is reached by a posting or visit, or by a link for remote consultations (HB08, YL03 to YL06).
///
/// For each ``DatedTarget`` with `wanted` clinics (the share, rounded up): clinics reached + violation ≥ wanted. A clinic counts as reached
///
/// - for ``DatedTarget/Kind/participation`` if somebody served there, posted for anything but training or visiting, in a week that began on or
///   before the date; a posting under way at week 0 has served in the weeks before;
/// - for ``DatedTarget/Kind/remoteLink`` if a remote link to it is valid on the date, which no roster changes.
///
/// A clinic's `reached`, 0 to 1, is at most the sum of all that can reach it. Clinics count, not townships.
public struct TargetsReached: Rule {
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

    /// Soft, 200 points a clinic; off until a policy turns it on.
    public var enforcement = Enforcement.soft(Cost(200)).off

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for (position, target) in instance.description.targets.enumerated() {
            let tag = tag(.target(position))
            var count = Expression(constant: -target.wanted)
            var (quantities, rows): ([Quantity], [Requirement]) = ([], [])
            for clinic in target.clinics.compactMap(instance.site) {
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
            let missing = target.wanted - reached(target, attendance)
            return missing > 0 ? violation(.target(position), amount: missing) : nil
        }
    }

    private func reached(_ target: DatedTarget, _ attendance: Attendance) -> Int {
        let instance = attendance.instance
        switch target.kind {
        case .remoteLink:
            let linked = instance.description.links.filter {
                $0.kind == .remote && $0.days.contains(target.by)
            }
            return target.clinics.count { clinic in linked.contains { $0.host == clinic } }
        case .participation:
            let firstDay = instance.calendar.firstDay
            return target.clinics.count { clinic in
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
        let (name, wanted, missing) = (target.name, target.wanted, violation.amount)
        return Text(
            "\(name.english), by \(target.by): \(missing) of the \(counted(wanted, "clinic")) wanted not reached",
            "\(name.chinese)（\(target.by)前）：应覆盖\(wanted)家，缺\(missing)家")
    }
}

extension Instance {
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
