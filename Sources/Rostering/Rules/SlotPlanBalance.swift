/// The slot plan adds up: nothing is reserved or served beyond what there is or what is wanted, and the reserve is split fairly.
///
/// With `C` the capacity and `R` the reserve of a pool in a week: 0 ≤ R ≤ C; referrals served ≤ R and ≤ wanted; others served ≤ C − R and ≤
/// wanted; the split over the pool's clinics is whole, adds up to R, and is in proportion to their referrals with the largest remainder first.
public struct SlotPlanBalance: StructuralRule {
    enum Fault: String { case reserve, referralsServed, generalServed, split }

    /// See ``Rule/id``.
    public static let id: RuleID = "slotPlan"
    /// See ``Rule/name``.
    public static let name = Text("Slot plan", "号源计划")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "Nothing is reserved or served beyond what there is, and the reserve is split in proportion to referrals.",
        "预留与服务数量不超过可用数量，预留号源按转诊量比例分配。")
    /// See ``Rule/unit``.
    public static let unit = Text("appointment", "号")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("QD23", Citation.qingdao, "(十)", "将专家号源、大型设备、住院床位等医疗资源预约下沉基层")
    ]

    /// The rule.
    public init() {}

    /// Declares the reserve of every pool and week, for all rules of the slot plan, and keeps it within the capacity.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        for pool in instance.poolIndexes {
            for week in instance.weeks {
                var rest = instance.capacity(of: pool, in: week)
                let reserved = Quantity(.reserved(pool, week), upper: max(0, rest.constant), isInteger: true)
                requirements.quantities.append(reserved)
                guard !rest.terms.isEmpty else { continue }
                rest.add(-1, .quantity(reserved.name))
                requirements.rows.append(Requirement(tag(.pool(pool), week), rest))
            }
        }
        return requirements
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        return instance.poolIndexes.flatMap { index in
            instance.weeks.flatMap { week -> [Violation] in
                let (pool, entry) = (instance[index], attendance.roster.slots[index, week])
                let capacity = attendance.capacity(of: index, in: week)
                let referrals = pool.referrals.map { $0[week.offset] }
                let distances: [(Fault, Int)] = [
                    (.reserve, Self.distance(entry.reserved, to: capacity)),
                    (
                        .referralsServed,
                        Self.distance(
                            entry.referralsServed, to: min(entry.reserved, referrals.reduce(0, +)))
                    ),
                    (
                        .generalServed,
                        Self.distance(
                            entry.generalServed,
                            to: min(capacity - entry.reserved, pool.generalDemand[week.offset]))
                    ),
                    (.split, Self.misplaced(in: entry.split, of: entry.reserved, by: referrals)),
                ]
                return distances.filter { $0.1 > 0 }.map {
                    violation($0.0, .pool(index), week, amount: $0.1)
                }
            }
        }
    }

    /// How far a number lies outside 0 to `greatest`.
    private static func distance(_ number: Int, to greatest: Int) -> Int {
        max(0, -number, number - max(0, greatest))
    }

    /// How many appointments a split has too many or too few, clinic by clinic; a clinic too many or too few counts as one at least.
    private static func misplaced(in split: [Int], of reserved: Int, by referrals: [Int]) -> Int {
        guard split.count == referrals.count else { return max(1, abs(split.count - referrals.count)) }
        guard reserved >= 0, !referrals.isEmpty else { return split.reduce(0) { $0 + abs($1) } }
        // Without referrals the clinics share evenly.
        let wanted = referrals.reduce(0, +)
        let weights = wanted > 0 ? referrals : referrals.map { _ in 1 }
        let total = max(1, weights.reduce(0, +))
        let floors = weights.map { reserved * $0 / total }
        let byRemainder = weights.indices.sorted {
            (reserved * weights[$1] % total, $0) < (reserved * weights[$0] % total, $1)
        }
        let favoured = Set(byRemainder.prefix(reserved - floors.reduce(0, +)))
        return split.indices.reduce(0) {
            $0 + abs(split[$1] - floors[$1] - (favoured.contains($1) ? 1 : 0))
        }
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        guard case .pool(let pool) = violation.tag.subject,
            let fault = violation.reason.flatMap({ Fault(rawValue: $0.rawValue) })
        else { return Self.name }
        let (name, amount) = (instance.wording(of: pool), violation.amount)
        return switch fault {
        case .reserve:
            Text(
                "\(name.english): the reserve is \(counted(amount, "appointment")) out of range",
                "\(name.chinese)预留数超出可用范围\(amount)个")
        case .referralsServed:
            Text(
                "\(name.english): referrals served are \(amount) more than reserved or wanted, or negative",
                "\(name.chinese)转诊服务数超出预留数或需求\(amount)个，或为负")
        case .generalServed:
            Text(
                "\(name.english): others served are \(amount) more than left or wanted, or negative",
                "\(name.chinese)普通服务数超出剩余数或需求\(amount)个，或为负")
        case .split:
            Text(
                "\(name.english): the split over clinics is \(counted(amount, "appointment")) off its shares",
                "\(name.chinese)预留号源分配与应得份额相差\(amount)个")
        }
    }
}
