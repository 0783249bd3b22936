/// A share of appointments, beds and examinations is reserved for family-doctor referrals (QD28).
///
/// With `p` percent, `C` the base and `R` the reserve: 100 R ≥ p C, in one of four buckets:
///
/// - ``Bucket/departmentWeek``: each department's week by itself, and each resource's;
/// - ``Bucket/session``: each session reserves whole appointments by itself, so R ≥ the sum over sessions of p percent of its slots rounded up; resources
///   by week;
/// - ``Bucket/doctorDay``: the same by a person's day, which has two sessions; of an odd number of sessions in a week one is a day by itself;
/// - ``Bucket/hospitalWeek``: a hospital's departments together; resources each by themselves, since kinds are never pooled.
///
/// The base is the capacity of the people at home, or of those of an associate-senior title or above (``base``): sending somebody down shrinks it. A
/// resource's base is its capacity, or of beds the admissions booked (``bedBase``). A bucket with a base of fewer than `minimumCapacity` owes
/// nothing; where the roster decides whether there are as many, a binary does, with `G` the greatest base and `m` the minimum:
/// (G − m + 1) reachesMinimum ≥ C − m + 1, and 100 R ≥ p C − p (m − 1) (1 − reachesMinimum).
/// The violation is the least number of further appointments reserved that would satisfy the rule.
///
/// The clause is silent on giving back what is not used. ``releasePercent`` and ``releaseHours`` state a local custom: the reserve is judged as published, so
/// they change no verdict and no roster; ``ReserveUseIndicator`` shows what they would release.
public struct ReferralReserve: Rule {
    /// Where the share must be reached.
    public enum Bucket: String, CaseIterable, Sendable {
        /// In each department and week.
        case departmentWeek
        /// In each session.
        case session
        /// In each day of each person, two sessions a day.
        case doctorDay
        /// In each hospital and week.
        case hospitalWeek

        /// The bucket in words.
        public var wording: Text {
            switch self {
            case .departmentWeek: Text("by department and week", "按科室每周")
            case .session: Text("by session", "按每半天门诊")
            case .doctorDay: Text("by doctor and day", "按医师每日")
            case .hospitalWeek: Text("by hospital and week", "按医院每周")
            }
        }
    }

    /// Whose appointments make the base (专家号).
    public enum Base: String, CaseIterable, Sendable {
        /// Those of every specialist.
        case allSpecialists
        /// Those of specialists with an associate-senior title or above.
        case associateSenior
    }

    /// What the base of beds is.
    public enum BedBase: String, CaseIterable, Sendable {
        /// The beds open.
        case openBeds
        /// The admissions booked, where a resource states them, else its capacity.
        case admissions
    }

    /// See ``Rule/id``.
    public static let id: RuleID = "referralReserve"
    /// See ``Rule/name``.
    public static let name = Text("Referral reserve", "转诊预留")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "A share of appointments, beds and examinations is reserved for family-doctor referrals.",
        "专家号源、床位和检查预约按规定比例预留给家庭医生转诊。")
    /// See ``Rule/unit``.
    public static let unit = Text("appointment", "号")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation(
            "QD28", Citation.qingdao, "(十四)",
            "在专家号源、住院床位和预约检查等方面预留20%以上的资源,优先保障家庭医生转诊的患者")
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.patientService
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.hardOrSoft
    /// See ``Rule/parameters``.
    public static let parameters: [Parameter<Self>] = [
        .integer("percent", \.percent, 0...100, Text("share reserved, percent", "预留百分比")),
        .choice("bucket", \.bucket, Text("where the share must be reached", "按什么范围计算")),
        .integer(
            "minimumCapacity", \.minimumCapacity, 0...1_000_000,
            Text("a bucket of fewer appointments reserves nothing", "总量不足此数的范围不预留")),
        .choice("base", \.base, Text("whose appointments the share is of", "按谁的号源计算")),
        .choice("bedBase", \.bedBase, Text("what the share of beds is of", "床位按什么计算")),
        .integer(
            "releasePercent", \.releasePercent, 0...100,
            Text(
                "share of the unused reserve released before the day, percent; 0: none", "提前释放未使用预留的百分比，0为不释放"
            )),
        .integer(
            "releaseHours", \.releaseHours, 0...720,
            Text("when it is released, hours before", "提前多少小时释放")),
    ]

    /// Hard.
    public var enforcement = Enforcement.hard()
    /// The share, percent, 0 to 100.
    public var percent = 20
    /// Where the share must be reached: by default in each department and week.
    public var bucket = Bucket.departmentWeek
    /// Fewer appointments than these in a bucket owe no reserve, 0 to 1 000 000; of a share rounded up, a tiny bucket would reserve far too much.
    public var minimumCapacity = 0
    /// Whose appointments make the base: by default those of every specialist.
    public var base = Base.allSpecialists
    /// What the base of beds is: by default the beds open.
    public var bedBase = BedBase.openBeds
    /// The share of the unused reserve that is released, percent, 0 to 100; by default none. It changes no verdict.
    public var releasePercent = 0
    /// How long before the appointment it is released, hours, 0 to 720.
    public var releaseHours = 24

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/applies(to:)``.
    public func applies(to instance: Instance) -> Bool {
        instance.poolIndexes.contains { pool in
            instance.weeks.contains { base(of: pool, in: $0, instance).constant > 0 }
        }
    }

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for (subject, pools) in groups(of: instance) {
            for week in instance.weeks {
                let tag = tag(subject, week)
                var expression = Expression()
                // By day the odd session takes halves, so the row is doubled.
                var scale = 100
                if case .department(let department) = instance[pools[0]].source, bucket == .session {
                    expression.add(-100, owedBySession(department, in: week, instance))
                } else if case .department(let department) = instance[pools[0]].source, bucket == .doctorDay {
                    scale = 200
                    expression.add(-100, twiceOwedByDay(department, in: week, instance))
                } else {
                    var base = Expression()
                    for pool in pools { base.add(1, self.base(of: pool, in: week, instance)) }
                    expression.add(-1, hundredfoldOwed(of: base, tag, instance, &requirements))
                }
                guard expression.constant < 0 else { continue }
                let missing = Quantity(violationOf: tag, enforcement)
                requirements.quantities.append(missing)
                for pool in pools { expression.add(scale, .quantity(.reserved(pool, week))) }
                expression.add(scale, .quantity(missing.name))
                requirements.rows.append(Requirement(tag, expression))
            }
        }
        return requirements
    }

    /// Those of a department whose appointments make the base.
    private func counted(_ department: DepartmentIndex, _ instance: Instance) -> [PersonIndex] {
        instance[department].members.filter { counts(instance[$0].title) }
    }

    /// Whether the appointments of people with a title are part of the base.
    private func counts(_ title: Title) -> Bool {
        base == .allSpecialists || title >= .associateSenior
    }

    /// A pool's base in a week.
    private func base(of pool: PoolIndex, in week: Week, _ instance: Instance) -> Expression {
        switch instance[pool].source {
        case .resource(let position): Expression(constant: units(of: position, in: week, instance))
        case .department(let department):
            instance.appointmentsAtHome(of: counted(department, instance), in: week)
        }
    }

    /// The base of a resource in a week; nothing of beds for patients sent down (``DownReferralBeds``).
    private func units(of position: Int, in week: Week, _ instance: Instance) -> Int {
        let resource = instance.description.resources[position]
        guard !resource.isForReferralsDown else { return 0 }
        guard bedBase == .admissions, let admissions = resource.admissions else {
            return resource.capacity[week]
        }
        return admissions[week]
    }

    /// What a department's sessions owe, each by itself.
    private func owedBySession(
        _ department: DepartmentIndex, in week: Week, _ instance: Instance
    ) -> Expression {
        instance.sumAtHome(
            of: counted(department, instance), in: week,
            perSessionLost: { share(of: instance[$0].slotsPerSession) },
            weight: { instance.sessions(of: $0, in: week) * share(of: instance[$0].slotsPerSession) })
    }

    /// Twice what a department's days owe. With `h` sessions at home, `l` of them lost to visits and `o` = 1 where `l` is odd, `h - l` sessions
    /// have an odd one where `h` is even and `o` = 1, or `h` is odd and `o` = 0; the others make days of two.
    private func twiceOwedByDay(
        _ department: DepartmentIndex, in week: Week, _ instance: Instance
    ) -> Expression {
        var owed = Expression()
        for person in counted(department, instance) {
            let held = instance.sessions(of: person, in: week)
            let day = share(of: 2 * instance[person].slotsPerSession)
            // What an odd session owes more, doubled, than half a day.
            let odd = 2 * share(of: instance[person].slotsPerSession) - day
            owed.add(
                1,
                instance.sumAtHome(of: [person], in: week, perSessionLost: { _ in day }) { _ in
                    held * day + held % 2 * odd
                })
            if held > 0, instance.mayVisit(person), !instance.isOnLeave(person, in: week) {
                owed.add(held % 2 == 0 ? odd : -odd, .oddSessionLost(person, week))
            }
        }
        return owed
    }

    /// 100 times what a bucket owes, with a binary where its capacity may or may not reach the minimum.
    private func hundredfoldOwed(
        of base: Expression, _ tag: RequirementTag, _ instance: Instance, _ requirements: inout Requirements
    ) -> Expression {
        // Everybody at home: postings, visits and leave only take away.
        let greatest = base.constant
        guard percent > 0, greatest >= minimumCapacity else { return Expression() }
        var owed = Expression()
        owed.add(percent, base)
        guard instance.least(of: base) < minimumCapacity, minimumCapacity > 1 else { return owed }
        let reaches = Quantity(.auxiliary(tag, "reachesMinimum"), upper: 1, isInteger: true)
        requirements.quantities.append(reaches)
        var threshold = Expression(constant: minimumCapacity - 1)
        threshold.add(-1, base)
        threshold.add(greatest - minimumCapacity + 1, .quantity(reaches.name))
        requirements.rows.append(Requirement(tag, threshold))
        let exempt = percent * (minimumCapacity - 1)
        owed.constant -= exempt
        owed.add(exempt, .quantity(reaches.name))
        return owed
    }

    /// The pools whose reserve is summed in one row.
    private func groups(of instance: Instance) -> [(subject: Subject, pools: [PoolIndex])] {
        let byThemselves = instance.poolIndexes.filter {
            if case .resource = instance[$0].source { true } else { bucket != .hospitalWeek }
        }
        let pooled = instance.poolIndexes.filter { !byThemselves.contains($0) }
        let hospitals = Set(pooled.map { instance[$0].hospital }).sorted()
        return hospitals.map { hospital in
            (.site(hospital), pooled.filter { instance[$0].hospital == hospital })
        } + byThemselves.map { (.pool($0), [$0]) }
    }

    /// What a bucket of some appointments owes: the percentage of them, rounded up to whole ones, or nothing of fewer than the minimum.
    public func share(of appointments: Int) -> Int {
        appointments < minimumCapacity ? 0 : (percent * appointments + 99) / 100
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        shortfalls(in: attendance).map { violation($0.subject, $0.week, amount: $0.missing) }
    }

    /// See ``Rule/readings(in:)``: every bucket; then, where the instance tells them apart, the other base of appointments and of beds, everything
    /// else as enforced.
    public func readings(in attendance: Attendance) -> [ReadingVerdict] {
        let instance = attendance.instance
        var others = Bucket.allCases.map { bucket in
            var other = self
            other.bucket = bucket
            return other
        }
        if instance.departments.contains(where: { department in
            department.members.contains { instance[$0].title < .associateSenior }
        }) {
            others += Base.allCases.filter { $0 != base }.map { base in
                var other = self
                other.base = base
                return other
            }
        }
        if instance.description.resources.contains(where: { $0.admissions != nil }) {
            others += BedBase.allCases.filter { $0 != bedBase }.map { bedBase in
                var other = self
                other.bedBase = bedBase
                return other
            }
        }
        return others.map { other in
            let shortfalls = other.shortfalls(in: attendance)
            return ReadingVerdict(
                reading: other.readingWording,
                isEnforced: other.bucket == bucket && other.base == base && other.bedBase == bedBase,
                amount: shortfalls.reduce(0) { $0 + $1.missing },
                sites: Set(shortfalls.map(\.hospital)).sorted())
        }
    }

    /// The reading in words; the defaults of the bases go without saying.
    private var readingWording: Text {
        var parts = [bucket.wording]
        if base == .associateSenior {
            parts.append(Text("seniors alone", "仅副高以上"))
        }
        if bedBase == .admissions { parts.append(Text("beds by admissions", "床位按预约入院数")) }
        return Text(
            parts.map(\.english).joined(separator: ", "), parts.map(\.chinese).joined(separator: "，"))
    }

    /// A pool's base in a week: what the share is of.
    func base(of pool: PoolIndex, in week: Week, _ attendance: Attendance) -> Int {
        let instance = attendance.instance
        switch instance[pool].source {
        case .resource(let position): return units(of: position, in: week, instance)
        case .department(let department):
            return instance[department].members.reduce(0) {
                $0 + held(by: $1, in: week, attendance) * instance[$1].slotsPerSession
            }
        }
    }

    /// The sessions of a person that are part of the base in a week, at the hospital.
    private func held(by person: PersonIndex, in week: Week, _ attendance: Attendance) -> Int {
        let instance = attendance.instance
        guard attendance.isAtHome(person, in: week), counts(instance[person].title) else { return 0 }
        return instance.sessions(of: person, in: week) - attendance.sessionsLost(of: person, in: week)
    }

    /// What a pool must reserve by itself in a week, whatever the bucket of the pool's department: by session, by day or pooled.
    func owed(by pool: PoolIndex, in week: Week, _ attendance: Attendance) -> Int {
        let instance = attendance.instance
        guard bucket == .session || bucket == .doctorDay,
            case .department(let department) = instance[pool].source
        else { return share(of: base(of: pool, in: week, attendance)) }
        return instance[department].members.reduce(0) { sum, person in
            let (held, slots) = (held(by: person, in: week, attendance), instance[person].slotsPerSession)
            guard bucket == .doctorDay else { return sum + held * share(of: slots) }
            return sum + held / 2 * share(of: 2 * slots) + held % 2 * share(of: slots)
        }
    }

    private typealias Shortfall = (subject: Subject, hospital: SiteIndex, week: Week, missing: Int)

    private func shortfalls(in attendance: Attendance) -> [Shortfall] {
        let instance = attendance.instance
        func reserved(_ pool: PoolIndex, _ week: Week) -> Int { attendance.roster.slots[pool, week].reserved }
        var found: [Shortfall] = []
        if bucket == .hospitalWeek {
            for hospital in instance.siteIndexes {
                let pools = instance.departmentIndexes.filter { instance[$0].hospital == hospital }.map {
                    PoolIndex($0.offset)
                }
                for week in instance.weeks {
                    let base = pools.reduce(0) { $0 + self.base(of: $1, in: week, attendance) }
                    let missing = share(of: base) - pools.reduce(0) { $0 + reserved($1, week) }
                    if missing > 0 { found.append((.site(hospital), hospital, week, missing)) }
                }
            }
        }
        for pool in instance.poolIndexes {
            if bucket == .hospitalWeek, case .department = instance[pool].source { continue }
            for week in instance.weeks {
                let missing = owed(by: pool, in: week, attendance) - reserved(pool, week)
                if missing > 0 { found.append((.pool(pool), instance[pool].hospital, week, missing)) }
            }
        }
        return found
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        let name: Text
        switch violation.tag.subject {
        case .pool(let pool): name = instance.wording(of: pool)
        case .site(let hospital): name = instance[hospital].name
        default: return Self.name
        }
        return Text(
            "\(name.english) reserves \(violation.amount) too few for referrals (\(percent) %)",
            "\(name.chinese)为转诊预留的数量少\(violation.amount)个（\(percent)%）")
    }
}
