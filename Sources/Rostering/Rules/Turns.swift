/// People take turns at being posted: nobody goes too often in a row, and within a department turns are spread (HB26).
///
/// A turn is a posting to serve, not to learn, that begins; the one under way at week 0 began earlier and is part of the history. The horizon is
/// cut into turn periods of `turnWeeks` weeks from week 0, the last of them perhaps shorter.
///
/// - For each person and each run of inARow + 1 periods that ends within the horizon: turns ≤ inARow + excess. Periods before week 0 have one
///   turn each as far back as ``ServiceHistory/turnsInARow`` says. Two turns in one period count as two.
/// - For each department with at least two members who may be posted to serve, with `turns` those of a member, history included: turns ≥
///   fewest and turns − fewest ≤ spread + excess for each of them.
public struct Turns: Rule {
    /// See ``Rule/id``.
    public static let id: RuleID = "turns"
    /// See ``Rule/name``.
    public static let name = Text("Turns", "轮换次数")
    /// See ``Rule/summary``.
    public static let summary = Text(
        "Nobody takes too many turns in a row, and turns are spread within a department.",
        "无人连续轮派过多，同一科室人员的轮派次数相差不大。")
    /// See ``Rule/unit``.
    public static let unit = Text("turn", "次")
    /// See ``Rule/citations``.
    public static let citations = [
        Citation("HB26", Citation.hanbin, "六(八)", "定期选派医务人员轮流到基层值诊、查房")
    ]
    /// See ``Rule/part``.
    public static let part = ObjectivePart.staff
    /// See ``Rule/enforceability``.
    public static let enforceability = Enforceability.soft
    /// See ``Rule/parameters``.
    public static let parameters: [Parameter<Self>] = [
        .integer("turnWeeks", \.turnWeeks, 1...520, Text("length of a turn period, weeks", "轮换周期，周")),
        .integer("inARow", \.inARow, 1...520, Text("turns in a row that are allowed", "允许连续轮派的次数")),
        .integer(
            "spread", \.spread, 0...520,
            Text("difference of turns within a department that costs nothing", "同一科室轮派次数允许的差")),
    ]

    /// Soft, 20 points a turn; off until a policy turns it on.
    public var enforcement = Enforcement.soft(Cost(20)).off
    /// The length of a turn period in weeks, 1 to 520.
    public var turnWeeks = 13
    /// The turns in a row that are allowed, 1 to 520.
    public var inARow = 2
    /// The difference of turns within a department that costs nothing, 0 to 520.
    public var spread = 1

    /// The rule with its defaults.
    public init() {}

    /// See ``Rule/requirements(for:)``.
    public func requirements(for instance: Instance) -> Requirements {
        var requirements = Requirements()
        addRuns(for: instance, to: &requirements)
        addSpreads(for: instance, to: &requirements)
        return requirements
    }

    private func addRuns(for instance: Instance, to requirements: inout Requirements) {
        let weekCount = instance.calendar.weekCount
        for person in instance.personIndexes where instance.mayServe(person) {
            for last in stride(from: 0, to: weekCount, by: turnWeeks) {
                let (first, end) = (last - inARow * turnWeeks, min(last + turnWeeks, weekCount))
                let before = turnsBefore(week: first, of: instance[person])
                let starts = instance.starts(of: person, in: Week(max(0, first))..<Week(end))
                let tag = tag(.person(person), Week(last))
                let excess = Quantity(violationOf: tag, enforcement)
                requirements.quantities.append(excess)
                var room = Expression(constant: inARow - before)
                room.add(-1, starts)
                room.add(1, .quantity(excess.name))
                requirements.rows.append(Requirement(tag, room))
            }
        }
    }

    /// The turns of the periods from a week on that lie before week 0.
    private func turnsBefore(week first: Int, of person: Person) -> Int {
        first < 0 ? min(person.history.turnsInARow, -first / turnWeeks) : 0
    }

    private func addSpreads(for instance: Instance, to requirements: inout Requirements) {
        for index in instance.departmentIndexes {
            let members = instance[index].members.filter(instance.mayServe)
            guard members.count > 1 else { continue }
            let tag = tag(.department(index))
            // Whole in some best roster, since turns are.
            let fewest = Quantity(.auxiliary(tag, "fewest"), isInteger: false)
            let excess = Quantity(violationOf: tag, enforcement)
            requirements.quantities += [fewest, excess]
            for member in members {
                var turns = instance.starts(of: member, in: instance.weeks)
                turns.constant = instance[member].history.turns
                var below = Expression(constant: spread)
                below.add(-1, turns)
                below.add(1, .quantity(fewest.name))
                below.add(1, .quantity(excess.name))
                turns.add(-1, .quantity(fewest.name))
                requirements.rows += [Requirement(tag, below), Requirement(tag, turns)]
            }
        }
    }

    /// See ``Rule/violations(in:)``.
    public func violations(in attendance: Attendance) -> [Violation] {
        let instance = attendance.instance
        let permissions = PostingPermissions(instance)
        let mayServe = instance.personIndexes.filter { permissions.mayBePosted($0) { $0 != .training } }
        let begun = Dictionary(uniqueKeysWithValues: mayServe.map { ($0, turns(of: $0, attendance)) })
        let runs = mayServe.flatMap { person -> [Violation] in
            let history = instance[person].history
            let byPeriod = Dictionary(grouping: begun[person] ?? []) { $0.offset / turnWeeks }
            return (0...((instance.calendar.weekCount - 1) / turnWeeks)).compactMap { last in
                let turns = ((last - inARow)...last).reduce(0) { sum, period in
                    let isBefore = period < 0 && -period <= history.turnsInARow
                    return sum + (isBefore ? 1 : byPeriod[period]?.count ?? 0)
                }
                guard turns > inARow else { return nil }
                return violation(.person(person), Week(last * turnWeeks), amount: turns - inARow)
            }
        }
        let spreads = instance.departmentIndexes.compactMap { index -> Violation? in
            let department = instance[index]
            let turns = mayServe.filter { person in
                instance[person].employer == instance[department.hospital].id
                    && instance[person].specialties.first == department.specialty
            }.map { instance[$0].history.turns + (begun[$0]?.count ?? 0) }
            guard let most = turns.max(), let fewest = turns.min(), most - fewest > spread else { return nil }
            return violation(.department(index), amount: most - fewest - spread)
        }
        return runs + spreads
    }

    /// The weeks in which a person's turns begin.
    private func turns(of person: PersonIndex, _ attendance: Attendance) -> [Week] {
        attendance.postings(of: person).filter {
            $0.kind != .training && attendance.weeksServedBefore($0, of: person) == 0
        }.map(\.weeks.lowerBound)
    }

    /// See ``Rule/wording(of:in:)``.
    public func wording(of violation: Violation, in instance: Instance) -> Text {
        switch violation.tag.subject {
        case .person(let person):
            let (id, taken) = (instance[person].id, inARow + violation.amount)
            let (periods, weeks) = (inARow + 1, turnWeeks)
            return Text(
                """
                \(id) takes \(counted(taken, "turn")) in \(counted(periods, "period")) of \(counted(weeks, "week")); \
                \(inARow) in a row are allowed
                """,
                "\(id)在连续\(periods)个周期（每期\(weeks)周）内轮派\(taken)次，允许连续\(inARow)次")
        case .department(let department):
            let (name, difference) = (instance.wording(of: department), spread + violation.amount)
            return Text(
                "\(name.english): turns differ by \(difference), \(violation.amount) more than the spread of \(spread)",
                "\(name.chinese)人员轮派次数相差\(difference)次，允许\(spread)次，超出\(violation.amount)次")
        default: return Self.name
        }
    }
}

extension Instance {
    /// Whether a person may be posted to serve, not to learn, in some week.
    fileprivate func mayServe(_ person: PersonIndex) -> Bool {
        options(of: person).contains { $0.kind != .training && !$0.weeks.isEmpty }
    }

    /// The postings of a person to serve that begin in some weeks.
    fileprivate func starts(of person: PersonIndex, in weeks: Range<Week>) -> Expression {
        var starts = Expression()
        for option in options(of: person) where option.kind != .training {
            for week in weeks where option.weeks.contains(week) {
                starts.add(1, .started(person, option.host, week, as: option.kind))
            }
        }
        return starts
    }
}
