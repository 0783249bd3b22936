import Rostering

/// A roster under change: everybody's stays, what they put into the rows, and what each block of rows costs.
struct SearchState {
    let model: RosterModel
    let tables: SearchTables
    private(set) var stays: [[Stay]]
    /// By block: the plans' part of its rows.
    private(set) var activities: [[Int]]
    private(set) var blockCosts: [Int]
    /// By block whose cost depends on one whole number alone: the costs found so far, by that number; `Int.min` where not yet found.
    private var lines: [[Int]]
    /// By person: cost of the plan's own duties and starts.
    private(set) var ownCosts: [Int]
    /// The objective in thousandths, with hard violations at ``Block/hardCost``.
    private(set) var cost: Int

    /// Lays out given stays.
    init(_ model: RosterModel, _ tables: SearchTables, stays: [[Stay]]) {
        self.model = model
        self.tables = tables
        self.stays = stays
        var activities = tables.blocks.map { Array(repeating: 0, count: $0.rows.count) }
        for (person, stays) in stays.enumerated() {
            model.people[person].forEachEntry(of: stays) { entry in
                let place = tables.places[entry.row]
                activities[place.block][place.position] += entry.coefficient
            }
        }
        self.activities = activities
        lines = tables.lines.map { Array(repeating: Int.min, count: $0?.count ?? 0) }
        blockCosts = zip(tables.blocks, activities).map { $0.cost($1) }
        ownCosts = zip(model.people, stays).map { $0.ownCost(of: $1) }
        cost = blockCosts.reduce(0, +) + ownCosts.reduce(0, +)
    }

    /// Gives a person another plan.
    mutating func assign(_ newStays: [Stay], to person: Int) {
        guard newStays != stays[person] else { return }
        let model = model.people[person]
        var touched: [Int] = []
        func apply(_ stays: [Stay], _ sign: Int) {
            model.forEachEntry(of: stays) { entry in
                let place = tables.places[entry.row]
                activities[place.block][place.position] += sign * entry.coefficient
                touched.append(place.block)
            }
        }
        apply(stays[person], -1)
        apply(newStays, 1)
        touched.sort()
        var last = -1
        for block in touched where block != last {
            last = block
            let newCost = blockCost(block)
            cost += newCost - blockCosts[block]
            blockCosts[block] = newCost
        }
        let ownCost = model.ownCost(of: newStays)
        cost += ownCost - ownCosts[person]
        ownCosts[person] = ownCost
        stays[person] = newStays
    }

    /// What each duty of a person would add to the objective, the person being at home all the time.
    ///
    /// Exact where a block is touched in one week only or depends on the number of weeks away alone; otherwise each duty is costed as if it were
    /// the only one.
    mutating func marginalCosts(of person: Int, into costs: inout PlanPricer.Costs) {
        let model = model.people[person]
        let table = tables.people[person]
        for cell in model.dutyCosts.indices {
            costs.duty[cell] = Double(model.dutyCosts[cell])
            costs.start[cell] = Double(model.startCosts[cell])
        }
        for effect in table.weekly {
            let delta = Double(change(effect.block, effect.entries, times: 1))
            if delta != 0 { for cell in effect.cells { costs.duty[cell] += delta } }
        }
        for effect in table.starts {
            let delta = Double(change(effect.block, effect.entries, times: 1))
            for cell in effect.cells { costs.start[cell] += delta }
        }
        costs.away = []
        if !table.away.isEmpty {
            costs.away = Array(repeating: 0, count: model.weekCount + 1)
            for effect in table.away {
                for count in 1...model.weekCount {
                    costs.away[count] += Double(change(effect.block, effect.entries, times: count))
                }
            }
        }
    }

    private mutating func blockCost(_ block: Int) -> Int {
        guard let line = tables.lines[block] else { return tables.blocks[block].cost(activities[block]) }
        return cost(of: block, on: line, at: activities[block][line.row] / line.coefficient)
    }

    /// The cost of a block that depends on one whole number, looked up or found.
    private mutating func cost(of block: Int, on line: SearchTables.Line, at place: Int) -> Int {
        let known = lines[block][place - line.first]
        if known != Int.min { return known }
        let cost = tables.blocks[block].cost(line.direction.map { place * $0 })
        lines[block][place - line.first] = cost
        return cost
    }

    /// What adding entries to a block's rows changes in its cost.
    private mutating func change(_ block: Int, _ entries: [SearchTables.BlockEntry], times: Int) -> Int {
        if let line = tables.lines[block], times == 1 {
            var activity = activities[block][line.row]
            for entry in entries where entry.position == line.row { activity += entry.coefficient }
            return cost(of: block, on: line, at: activity / line.coefficient) - blockCosts[block]
        }
        let rows = tables.blocks[block]
        let current = activities[block]
        if current.count == 1 {
            return withUnsafeTemporaryAllocation(of: Int.self, capacity: 1) { buffer in
                buffer[0] = current[0] + times * entries[0].coefficient
                return rows.cost(UnsafeBufferPointer(buffer)) - blockCosts[block]
            }
        }
        return withUnsafeTemporaryAllocation(of: Int.self, capacity: current.count) { buffer in
            for index in current.indices { buffer[index] = current[index] }
            for entry in entries { buffer[entry.position] += times * entry.coefficient }
            return rows.cost(UnsafeBufferPointer(buffer)) - blockCosts[block]
        }
    }
}

/// What of the model the search looks up again and again.
struct SearchTables: Sendable {
    struct BlockEntry: Sendable, Hashable {
        let position: Int
        let coefficient: Int
    }

    /// A change to one block that some of a person's cells make alike.
    struct Effect: Sendable {
        let block: Int
        let entries: [BlockEntry]
        let cells: [Int]
    }

    struct PersonTable: Sendable {
        /// Effects of being posted in one week.
        let weekly: [Effect]
        /// Effects of starting a posting.
        let starts: [Effect]
        /// Effects that depend on the number of weeks away alone; their entries are those of one week.
        let away: [Effect]
    }

    /// Rows of a block that all plans move along one direction, such as those that count the appointments a department offers.
    struct Line: Sendable {
        /// By row of the block: its change for one step.
        let direction: [Int]
        /// A row that moves, and its change for one step.
        let row: Int
        let coefficient: Int
        /// The least number of steps.
        let first: Int
        let count: Int
    }

    let blocks: [Block]
    let places: [(block: Int, position: Int)]
    /// By block: the line on which its rows move, or nil.
    let lines: [Line?]
    let people: [PersonTable]

    init(_ model: RosterModel) {
        let (blocks, places) = model.blocks()
        self.blocks = blocks
        self.places = places
        people = model.people.map { Self.table(of: $0, places) }
        lines = Self.lines(of: model, blocks, places)
    }

    /// Finds the blocks with several rows that move along one line, in few enough steps to tabulate.
    private static func lines(
        of model: RosterModel, _ blocks: [Block], _ places: [(block: Int, position: Int)]
    ) -> [Line?] {
        // By block: every person's changes, cell by cell.
        var changes: [[[[Int]]]] = blocks.map { _ in [] }
        var weekOf = Array(repeating: -1, count: blocks.count)
        var isWeekly = Array(repeating: true, count: blocks.count)
        for person in model.people {
            var own: [Int: [[Int]]] = [:]
            for (cell, byBlock) in blockEntries(person.dutyEntries, places).enumerated() {
                for (block, entries) in byBlock where blocks[block].rows.count > 1 {
                    let week = cell % person.weekCount
                    isWeekly[block] = isWeekly[block] && (weekOf[block] < 0 || weekOf[block] == week)
                    weekOf[block] = week
                    var change = Array(repeating: 0, count: blocks[block].rows.count)
                    for entry in entries { change[entry.position] += entry.coefficient }
                    if own[block]?.last != change { own[block, default: []].append(change) }
                }
            }
            for (block, entries) in blockEntries(person.startEntries, places).joined() {
                own[block, default: []].append(entries.map { _ in 0 })
            }
            for (block, list) in own { changes[block].append(list) }
        }
        return blocks.indices.map { isWeekly[$0] ? line(through: changes[$0], block: blocks[$0]) : nil }
    }

    private static func line(through changes: [[[Int]]], block: Block) -> Line? {
        guard block.rows.count > 1, let some = changes.joined().first, some.contains(where: { $0 != 0 })
        else { return nil }
        let measure = divisor(of: some)
        var direction = some.map { $0 / measure }
        guard let row = direction.firstIndex(where: { $0 != 0 }) else { return nil }
        // Every change is a whole number of steps; each person makes one change at most, in the block's only week.
        var steps: [[Int]] = []
        var step = 0
        for list in changes {
            for change in list {
                guard change.count == direction.count,
                    change.indices.allSatisfy({ change[$0] * direction[row] == direction[$0] * change[row] })
                else { return nil }
                step = greatestCommonDivisor(step, change[row] / direction[row])
            }
            steps.append(list.map { $0[row] / direction[row] })
        }
        guard step > 0 else { return nil }
        direction = direction.map { $0 * step }
        let least = steps.reduce(0) { $0 + min(0, $1.min() ?? 0) / step }
        let most = steps.reduce(0) { $0 + max(0, $1.max() ?? 0) / step }
        guard most - least < 20_000 else { return nil }
        return Line(
            direction: direction, row: row, coefficient: direction[row], first: least, count: most - least + 1
        )
    }

    private static func divisor(of numbers: [Int]) -> Int {
        numbers.reduce(0) { greatestCommonDivisor($0, $1) }
    }

    private static func table(of person: PersonModel, _ places: [(block: Int, position: Int)]) -> PersonTable
    {
        let duties = blockEntries(person.dutyEntries, places)
        let starts = blockEntries(person.startEntries, places)
        var cellsOfBlock: [Int: Int] = [:]
        var common: [Int: [BlockEntry]] = [:]
        var differs: Set<Int> = []
        for byBlock in duties {
            for (block, entries) in byBlock {
                cellsOfBlock[block, default: 0] += 1
                if let first = common[block] {
                    if first != entries { differs.insert(block) }
                } else {
                    common[block] = entries
                }
            }
        }
        // A block that every cell changes alike depends on the number of weeks away alone.
        let cellCount = person.dutyEntries.count
        let awayBlocks = Set(
            cellsOfBlock.filter { $0.value == cellCount && !differs.contains($0.key) && person.weekCount > 1 }
                .keys)
        let away = awayBlocks.sorted().map { Effect(block: $0, entries: common[$0] ?? [], cells: []) }
        return PersonTable(
            weekly: effects(duties, weekCount: person.weekCount, leavingOut: awayBlocks),
            starts: effects(starts, weekCount: person.weekCount, leavingOut: []), away: away)
    }

    private static func blockEntries(
        _ entries: [[PersonModel.Entry]], _ places: [(block: Int, position: Int)]
    ) -> [[(block: Int, entries: [BlockEntry])]] {
        entries.map { entries in
            Dictionary(grouping: entries, by: { places[$0.row].block }).sorted { $0.key < $1.key }.map {
                (
                    $0.key,
                    $0.value.map {
                        BlockEntry(position: places[$0.row].position, coefficient: $0.coefficient)
                    }
                )
            }
        }
    }

    /// Groups the cells of a week that change a block alike.
    private static func effects(
        _ byCell: [[(block: Int, entries: [BlockEntry])]], weekCount: Int, leavingOut: Set<Int>
    ) -> [Effect] {
        struct Key: Hashable {
            let block: Int
            let entries: [BlockEntry]
        }
        var effects: [Effect] = []
        for week in 0..<weekCount {
            var positions: [Key: Int] = [:]
            var found: [(key: Key, cells: [Int])] = []
            for cell in stride(from: week, to: byCell.count, by: weekCount) {
                for (block, entries) in byCell[cell] where !leavingOut.contains(block) {
                    let key = Key(block: block, entries: entries)
                    if let position = positions[key] {
                        found[position].cells.append(cell)
                    } else {
                        positions[key] = found.count
                        found.append((key, [cell]))
                    }
                }
            }
            effects += found.map { Effect(block: $0.key.block, entries: $0.key.entries, cells: $0.cells) }
        }
        return effects
    }
}
