import LinearProgramming
import Rostering

/// The whole roster as one integer program: a binary for each person, posting option and week, and its starts.
///
/// For a mode q of a person (a posting option with a range of lengths l...u) and weeks w, with h weeks served before week 0:
///
/// - x(q,w) posted, s(q,w) starts, e(q,w) = x(q,w-1) - x(q,w) + s(q,w) ends; x(q,-1) is 1 when a posting under way is carried on in q;
/// - s(q,w) >= x(q,w) - x(q,w-1), s(q,w) <= x(q,w), s(q,w) <= 1 - x(q,w-1);
/// - stay: the starts of the last l weeks <= x(q,w) <= the starts of the last u weeks (Rajan and Takriti 2005);
/// - one duty and rest: all x(.,w) + the ends of the last `restWeeks` weeks <= 1;
/// - away: all x <= the weeks left under `maximumAway`;
/// - a duty q at home has x(q,w) alone: all x(.,w), those of duties at home included, <= 1.
///
/// Costs are in points. Rows that come from a rule carry its tag as their origin. This is the exact method for small instances and the program
/// that `rota export` writes; it grows with people × options × weeks and is hopeless for a county.
public struct CompactProgram: Sendable {
    /// The program, a minimisation.
    public let program: LinearProgram
    let model: RosterModel
    /// By person and cell: the column of x, or nil where the person may not be.
    let duties: [[ColumnIndex?]]
    /// By person and cell: the column of s.
    let starts: [[ColumnIndex?]]
    /// By quantity.
    let quantityColumns: [ColumnIndex]

    /// Writes the program of an instance.
    public init(_ instance: Instance) { self.init(RosterModel(instance), isElastic: false) }

    /// Writes a model's program.
    ///
    /// - Parameter isElastic: whether hard rules may be missed at one point a unit while everything else is free, so that the optimum is the
    ///   least total by which they must be missed.
    init(_ model: RosterModel, isElastic: Bool) {
        var builder = CompactBuilder(model: model, isElastic: isElastic)
        builder.addQuantities()
        for person in model.people.indices { builder.addPerson(person) }
        builder.addRows()
        self.model = model
        program = builder.program
        duties = builder.duties
        starts = builder.starts
        quantityColumns = builder.quantityColumns
    }

    /// The stays that a solution's values mean.
    func stays(of values: [Double]) -> [[Stay]] {
        model.people.indices.map { person in
            let weekCount = model.people[person].weekCount
            var stays: [Stay] = []
            for mode in model.people[person].modes.indices {
                var begin: Int?
                for week in 0...weekCount {
                    let isThere =
                        week < weekCount
                        && duties[person][mode * weekCount + week].map { values[$0.offset] > 0.5 } ?? false
                    if isThere, begin == nil { begin = week }
                    if !isThere, let first = begin {
                        stays.append(Stay(mode: mode, weeks: first..<week))
                        begin = nil
                    }
                }
            }
            for number in model.people[person].homeModes.indices {
                let mode = model.people[person].modes.count + number
                for week in 0..<weekCount {
                    guard let column = duties[person][mode * weekCount + week], values[column.offset] > 0.5
                    else { continue }
                    stays.append(Stay(mode: mode, weeks: week..<(week + 1)))
                }
            }
            return stays.sorted { $0.weeks.lowerBound < $1.weeks.lowerBound }
        }
    }
}

/// A compact program while it is being written.
private struct CompactBuilder {
    let model: RosterModel
    let isElastic: Bool
    var program = LinearProgram(name: "rota")
    var duties: [[ColumnIndex?]] = []
    var starts: [[ColumnIndex?]] = []
    var carried: [[ColumnIndex?]] = []
    var quantityColumns: [ColumnIndex] = []
    /// By row of the model: the plans' terms.
    var planTerms: [[LinearProgram.Term]]

    init(model: RosterModel, isElastic: Bool) {
        self.model = model
        self.isElastic = isElastic
        planTerms = Array(repeating: [], count: model.rows.count)
    }

    mutating func addQuantities() {
        // Without an upper bound on every whole number branch and bound may never end.
        let limits = QuantityLimits(model)
        for (index, quantity) in model.quantities.enumerated() {
            let isOut = quantity.isHardViolation && !isElastic
            let cost =
                isElastic ? (quantity.isHardViolation ? 1 : 0) : Double(model.quantityCosts[index]) / 1000
            quantityColumns.append(
                program.addColumn(
                    name: "q\(index)", lower: Double(quantity.lower),
                    upper: isOut ? 0 : Double(limits.upper(index)),
                    isInteger: quantity.isInteger,
                    cost: cost))
        }
    }

    mutating func addRows() {
        for (index, row) in model.rows.enumerated() {
            let terms =
                planTerms[index]
                + row.quantities.map {
                    LinearProgram.Term(quantityColumns[$0.quantity], Double($0.coefficient))
                }
            program.addRow(
                name: "r\(index)", lower: Double(-row.constant), terms: combined(terms),
                origin: "\(row.tag.rule) \(row.tag.subject) week \(row.tag.week?.offset ?? -1)")
        }
    }

    /// Adds up terms of the same column.
    private func combined(_ terms: [LinearProgram.Term]) -> [LinearProgram.Term] {
        var positions: [ColumnIndex: Int] = [:]
        var result: [LinearProgram.Term] = []
        for term in terms {
            if let position = positions[term.column] {
                result[position].coefficient += term.coefficient
            } else {
                positions[term.column] = result.count
                result.append(term)
            }
        }
        return result
    }

    mutating func addPerson(_ index: Int) {
        let person = model.people[index]
        let weekCount = person.weekCount
        addColumns(of: person, index)
        let (duty, start, carry) = (duties[index], starts[index], carried[index])
        /// x(q,w), with w = -1 for the posting carried on.
        func isThere(_ mode: Int, _ week: Int) -> ColumnIndex? {
            week < 0 ? carry[mode] : duty[mode * weekCount + week]
        }
        let carriedOn = carry.compactMap(\.self)
        if !carriedOn.isEmpty {
            program.addRow(lower: 1, upper: 1, terms: carriedOn.map { LinearProgram.Term($0, 1) })
        }
        for (number, mode) in person.modes.enumerated() {
            for week in 0..<weekCount {
                addStartRows(
                    isThere(number, week), isThere(number, week - 1), start[number * weekCount + week])
            }
            addStayRows(mode, number, weekCount: weekCount, duty: duty, start: start, carry: carry[number])
            // Two modes of one option may not touch: together they would be one posting.
            for (other, otherMode) in person.modes.enumerated()
            where other != number && otherMode.option == mode.option {
                for week in 0..<weekCount {
                    guard let left = isThere(number, week - 1), let right = isThere(other, week) else {
                        continue
                    }
                    program.addRow(
                        upper: 1, terms: [LinearProgram.Term(left, 1), LinearProgram.Term(right, 1)])
                }
            }
        }
        for week in 0..<weekCount { addRestRow(person, week, isThere, start) }
        if !person.homeModes.isEmpty { addHomeRows(person, duty) }
        if let limit = person.awayLimit, limit < weekCount {
            let posted = duty.prefix(person.modes.count * weekCount)
            program.addRow(
                upper: Double(limit), terms: posted.compactMap { $0.map { LinearProgram.Term($0, 1) } })
        }
        if person.mustHaveEnded { program.addRow(lower: 1, terms: []) }
    }

    private mutating func addColumns(of person: PersonModel, _ index: Int) {
        var duty: [ColumnIndex?] = []
        var start: [ColumnIndex?] = []
        for (number, mode) in person.modes.enumerated() {
            for week in 0..<person.weekCount {
                let cell = number * person.weekCount + week
                guard mode.allowed[week] else {
                    duty.append(nil)
                    start.append(nil)
                    continue
                }
                let isRest = week < person.restBefore
                let there = program.addColumn(
                    name: "x\(index)_\(number)_\(week)", upper: isRest ? 0 : 1, isInteger: true,
                    cost: isElastic ? 0 : Double(person.dutyCosts[cell]) / 1000)
                let starts = program.addColumn(
                    name: "s\(index)_\(number)_\(week)", upper: isRest ? 0 : 1,
                    cost: isElastic ? 0 : Double(person.startCosts[cell]) / 1000)
                duty.append(there)
                start.append(starts)
                for entry in person.dutyEntries[cell] {
                    planTerms[entry.row].append(LinearProgram.Term(there, Double(entry.coefficient)))
                }
                for entry in person.startEntries[cell] {
                    planTerms[entry.row].append(LinearProgram.Term(starts, Double(entry.coefficient)))
                }
            }
        }
        for (number, option) in person.homeModes.enumerated() {
            for week in 0..<person.weekCount {
                let mode = person.modes.count + number
                let cell = mode * person.weekCount + week
                guard option.weeks.contains(Week(week)) else {
                    duty.append(nil)
                    continue
                }
                let column = program.addColumn(
                    name: "x\(index)_\(mode)_\(week)", upper: 1, isInteger: true,
                    cost: isElastic ? 0 : Double(person.dutyCosts[cell]) / 1000)
                duty.append(column)
                for entry in person.dutyEntries[cell] {
                    planTerms[entry.row].append(LinearProgram.Term(column, Double(entry.coefficient)))
                }
            }
        }
        duties.append(duty)
        starts.append(start)
        carried.append(
            person.modes.enumerated().map { number, mode in
                guard mode.weeksServed > 0 else { return nil }
                // A posting that has outlasted every mode of its option counts as of the last one, and has ended.
                let isLast = !person.modes.dropFirst(number + 1).contains { $0.option == mode.option }
                let isPast = mode.weeksServed > mode.lasting.upperBound && !isLast
                return program.addColumn(name: "c\(index)_\(number)", upper: isPast ? 0 : 1, isInteger: true)
            })
    }

    /// One duty a week, those at home included.
    private mutating func addHomeRows(_ person: PersonModel, _ duty: [ColumnIndex?]) {
        for week in 0..<person.weekCount {
            let columns = stride(from: week, to: duty.count, by: person.weekCount).compactMap { duty[$0] }
            if columns.count > 1 { program.addRow(upper: 1, terms: columns.map { .init($0, 1) }) }
        }
    }

    private mutating func addStartRows(_ now: ColumnIndex?, _ before: ColumnIndex?, _ start: ColumnIndex?) {
        guard let now, let start else { return }
        // start >= now - before; start <= now; start <= 1 - before
        program.addRow(
            lower: 0, terms: [.init(start, 1), .init(now, -1)] + (before.map { [.init($0, 1)] } ?? []))
        program.addRow(upper: 0, terms: [.init(start, 1), .init(now, -1)])
        if let before { program.addRow(upper: 1, terms: [.init(start, 1), .init(before, 1)]) }
    }

    private mutating func addStayRows(
        _ mode: PersonModel.Mode, _ number: Int, weekCount: Int, duty: [ColumnIndex?], start: [ColumnIndex?],
        carry: ColumnIndex?
    ) {
        let cells = number * weekCount
        let (least, most) = (mode.lasting.lowerBound, mode.lasting.upperBound)
        // An open end counts as the minimum, which lies in the first mode of its option only.
        let mayStayOpen = mode.openEndMinimum.map { mode.lasting.contains($0) } ?? false
        for week in 0..<weekCount {
            let recent = (max(0, week - least + 1)...week).compactMap { start[cells + $0] }
            if !recent.isEmpty {
                let there = duty[cells + week].map { [LinearProgram.Term($0, -1)] } ?? []
                program.addRow(upper: 0, terms: recent.map { .init($0, 1) } + there)
            }
            if !mayStayOpen, week + least > weekCount, let late = start[cells + week] {
                program.setBounds(of: late, lower: 0, upper: 0)
            }
            // Whoever is there started within the last `most` weeks, or was carried on and is still within them.
            if let there = duty[cells + week], week - most + 1 > 0 || carry != nil {
                var terms = (max(0, week - most + 1)...week).compactMap { start[cells + $0] }.map {
                    LinearProgram.Term($0, 1)
                }
                if let carry, mode.weeksServed + week < most { terms.append(.init(carry, 1)) }
                program.addRow(lower: 0, terms: terms + [.init(there, -1)])
            }
        }
        guard let carry else { return }
        for week in 0..<max(0, least - mode.weeksServed) {
            guard week < weekCount else {
                if !mayStayOpen { program.setBounds(of: carry, lower: 0, upper: 0) }
                break
            }
            // Carried on and short of the minimum: stay.
            program.addRow(
                lower: 0, terms: [.init(carry, -1)] + (duty[cells + week].map { [.init($0, 1)] } ?? []))
        }
    }

    private mutating func addRestRow(
        _ person: PersonModel, _ week: Int, _ isThere: (Int, Int) -> ColumnIndex?, _ start: [ColumnIndex?]
    ) {
        var terms: [LinearProgram.Term] = []
        for (number, mode) in person.modes.enumerated() {
            if let there = isThere(number, week) { terms.append(.init(there, 1)) }
            for end in max(0, week - mode.restWeeks + 1)..<(week + 1) where mode.restWeeks > 0 {
                // e(q,end) = x(q,end-1) - x(q,end) + s(q,end)
                if let before = isThere(number, end - 1) { terms.append(.init(before, 1)) }
                if let after = isThere(number, end) { terms.append(.init(after, -1)) }
                if let starts = start[number * person.weekCount + end] { terms.append(.init(starts, 1)) }
            }
        }
        let all = combined(terms).filter { $0.coefficient != 0 }
        if all.count > 1 { program.addRow(upper: 1, terms: all) }
        if !person.homeAllowed[week] {
            program.addRow(
                lower: 1, terms: person.modes.indices.compactMap { isThere($0, week).map { .init($0, 1) } })
        }
    }
}
