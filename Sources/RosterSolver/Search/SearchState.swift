import Rostering

/// A roster under change: everybody's stays, what they put into the rows, and what each block of rows costs.
struct SearchState {
    let model: RosterModel
    let tables: SearchTables
    private(set) var stays: [[Stay]]
    /// By block: the plans' part of its rows.
    private(set) var activities: [[Int]]
    private(set) var blockCosts: [Int]
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
            let newCost = tables.blocks[block].cost(activities[block])
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
    func marginalCosts(of person: Int, into costs: inout PlanPricer.Costs) {
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

    /// What adding entries to a block's rows changes in its cost.
    private func change(_ block: Int, _ entries: [SearchTables.BlockEntry], times: Int) -> Int {
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

    let blocks: [Block]
    let places: [(block: Int, position: Int)]
    let people: [PersonTable]

    init(_ model: RosterModel) {
        let (blocks, places) = model.blocks()
        self.blocks = blocks
        self.places = places
        people = model.people.map { Self.table(of: $0, places) }
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
