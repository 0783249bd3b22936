/// A share of appointments, beds and examinations is reserved for family-doctor referrals (QD28).
///
/// With `p` percent, `C` the capacity and `R` the reserve: 100 R ≥ p C, in one of three buckets:
///
/// - ``Bucket/departmentWeek``: each department's week by itself, and each resource's;
/// - ``Bucket/session``: each session reserves whole appointments by itself, so R ≥ the sum over sessions of p percent of its slots rounded up; resources
///   by week;
/// - ``Bucket/hospitalWeek``: a hospital's departments together; resources each by themselves, since kinds are never pooled.
///
/// Capacity is that of the people at home: sending somebody down shrinks the base. A bucket of fewer than `minimumCapacity` appointments owes
/// nothing; where the roster decides whether there are as many, a binary does, with `G` the greatest capacity and `m` the minimum:
/// (G − m + 1) reachesMinimum ≥ C − m + 1, and 100 R ≥ p C − p (m − 1) (1 − reachesMinimum).
/// The violation is the least number of further appointments reserved that would satisfy the rule.
public struct ReferralReserve: Rule {
    /// Where the share must be reached.
    public enum Bucket: String, CaseIterable, Sendable {
        /// In each department and week.
        case departmentWeek
        /// In each session.
        case session
        /// In each hospital and week.
        case hospitalWeek

        /// The bucket in words.
        public var wording: Text {
            switch self {
            case .departmentWeek: Text("by department and week", "按科室每周")
            case .session: Text("by session", "按每半天门诊")
            case .hospitalWeek: Text("by hospital and week", "按医院每周")
            }
        }
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
    ]

    /// Hard.
    public var enforcement = Enforcement.hard()
    /// The share, percent, 0 to 100.
    public var percent = 20
    /// Where the share must be reached.
    public var bucket = Bucket.departmentWeek
    /// Fewer appointments than these in a bucket owe no reserve, 0 to 1 000 000; of a share rounded up, a tiny bucket would reserve far too much.
    public var minimumCapacity = 0

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for (subject, pools) in groups(of: instance) {
            for week in instance.weeks {
                let tag = tag(subject, week)
                var expression = Expression()
                if bucket == .session, case .department(let department) = instance[pools[0]].source {
                    expression.add(-100, owedBySession(department, in: week, instance))
                } else {
                    var capacity = Expression()
                    for pool in pools { capacity.add(1, instance.capacity(of: pool, in: week)) }
                    expression.add(-1, hundredfoldOwed(of: capacity, tag, &requirements))
                }
                guard expression.constant < 0 else { continue }
                let missing = Quantity(violationOf: tag, enforcement)
                requirements.quantities.append(missing)
                for pool in pools { expression.add(100, .quantity(.reserved(pool, week))) }
                expression.add(100, .quantity(missing.name))
                requirements.rows.append(Requirement(tag, expression))
            }
        }
        return requirements
    }

    /// What a department's sessions owe, each by itself.
    private func owedBySession(
        _ department: DepartmentIndex, in week: Week, _ instance: Instance
    ) -> Expression {
        instance.sumAtHome(
            of: instance[department].members, in: week,
            perSessionLost: { share(of: instance[$0].slotsPerSession) },
            weight: { instance.sessions(of: $0, in: week) * share(of: instance[$0].slotsPerSession) })
    }

    /// 100 times what a bucket owes, with a binary where its capacity may or may not reach the minimum.
    private func hundredfoldOwed(
        of capacity: Expression, _ tag: RequirementTag, _ requirements: inout Requirements
    ) -> Expression {
        // Everybody at home: postings, visits and leave only take away.
        let greatest = capacity.constant
        guard percent > 0, greatest >= minimumCapacity else { return Expression() }
        var owed = Expression()
        owed.add(percent, capacity)
        guard capacity.least < minimumCapacity, minimumCapacity > 1 else { return owed }
        let reaches = Quantity(.auxiliary(tag, "reachesMinimum"), upper: 1, isInteger: true)
        requirements.quantities.append(reaches)
        var threshold = Expression(constant: minimumCapacity - 1)
        threshold.add(-1, capacity)
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
        shortfalls(in: attendance, bucket: bucket).map { violation($0.subject, $0.week, amount: $0.missing) }
    }

    /// See ``Rule/readings(in:)``.
    public func readings(in attendance: Attendance) -> [ReadingVerdict] {
        Bucket.allCases.map { bucket in
            let shortfalls = shortfalls(in: attendance, bucket: bucket)
            return ReadingVerdict(
                reading: bucket.wording, isEnforced: bucket == self.bucket,
                amount: shortfalls.reduce(0) { $0 + $1.missing },
                sites: Set(shortfalls.map(\.hospital)).sorted())
        }
    }

    /// What a pool must reserve by itself in a week, whatever the bucket of the pool's department: by session or pooled.
    func owed(by pool: PoolIndex, in week: Week, _ attendance: Attendance, bucket: Bucket) -> Int {
        let instance = attendance.instance
        guard bucket == .session, case .department(let department) = instance[pool].source else {
            return share(of: attendance.capacity(of: pool, in: week))
        }
        return instance[department].members.filter { attendance.isAtHome($0, in: week) }.reduce(into: 0) {
            let held = instance.sessions(of: $1, in: week) - attendance.sessionsLost(of: $1, in: week)
            $0 += held * share(of: instance[$1].slotsPerSession)
        }
    }

    private typealias Shortfall = (subject: Subject, hospital: SiteIndex, week: Week, missing: Int)

    private func shortfalls(in attendance: Attendance, bucket: Bucket) -> [Shortfall] {
        let instance = attendance.instance
        func reserved(_ pool: PoolIndex, _ week: Week) -> Int { attendance.roster.slots[pool, week].reserved }
        var found: [Shortfall] = []
        if bucket == .hospitalWeek {
            for hospital in instance.siteIndexes {
                let pools = instance.departmentIndexes.filter { instance[$0].hospital == hospital }.map {
                    PoolIndex($0.offset)
                }
                for week in instance.weeks {
                    let capacity = pools.reduce(0) { $0 + attendance.capacity(of: $1, in: week) }
                    let missing = share(of: capacity) - pools.reduce(0) { $0 + reserved($1, week) }
                    if missing > 0 { found.append((.site(hospital), hospital, week, missing)) }
                }
            }
        }
        for pool in instance.poolIndexes {
            if bucket == .hospitalWeek, case .department = instance[pool].source { continue }
            for week in instance.weeks {
                let missing = owed(by: pool, in: week, attendance, bucket: bucket) - reserved(pool, week)
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
