import Rostering

/// What of the model the search looks up again and again.
struct SearchTables: Sendable {
    /// Changes to blocks, each made alike by some of a person's cells; laid out flat, since the search lives in them.
    struct Effects: Sendable {
        private(set) var blocks: [Int32] = []
        private(set) var entryOffsets: [Int32] = [0]
        /// By entry: the row of the model.
        private(set) var rows: [Int32] = []
        private(set) var coefficients: [Int32] = []
        private(set) var cellOffsets: [Int32] = [0]
        private(set) var cells: [Int32] = []

        var count: Int { blocks.count }

        mutating func add(_ block: Int, _ entries: [PersonModel.Entry], cells newCells: [Int]) {
            blocks.append(Int32(block))
            rows += entries.map { Int32($0.row) }
            coefficients += entries.map { Int32($0.coefficient) }
            entryOffsets.append(Int32(rows.count))
            cells += newCells.map { Int32($0) }
            cellOffsets.append(Int32(cells.count))
        }
    }

    struct PersonTable: Sendable {
        /// Effects of one duty, a week of a posting or a duty at home.
        let duties: Effects
        /// Effects of starting a posting.
        let starts: Effects
        /// Effects that depend on the number of weeks away alone; their entries are those of one week.
        let away: Effects
    }

    /// How a block's cost is found, in numbers alone.
    struct Shape: Sendable {
        enum Kind: Sendable {
            /// One row without a shared quantity.
            case single
            /// Rows along a line, tabulated.
            case line
            case general
        }

        let kind: Kind
        /// The row that decides (of the model), with its constant, or its change for one step of a line.
        var row = 0
        var constant = 0
        var coefficient = 1
        /// What one unit of violation relieves and costs.
        var relief = 1
        var unitCost = 0
        /// Where a line's costs begin, and for which number of steps.
        var firstCost = 0
        var firstStep = 0

        @inline(__always)
        func cost(ofLack lack: Int) -> Int {
            lack <= 0 ? 0 : Block.price((lack + relief - 1) / relief, unitCost)
        }
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

    /// What all people's cells put into the rows, and cost by themselves; laid out flat.
    struct Cells: Sendable {
        /// By person: the first cell of duties, and of starts.
        private(set) var firstDuties: [Int] = []
        private(set) var firstStarts: [Int] = []
        /// By cell: the cost in thousandths.
        private(set) var costs: [Int] = []
        /// By cell: where its entries begin.
        private(set) var offsets: [Int32] = [0]
        /// By entry: the row of the model.
        private(set) var rows: [Int32] = []
        private(set) var coefficients: [Int32] = []

        mutating func add(_ person: PersonModel) {
            firstDuties.append(costs.count)
            add(person.dutyEntries, person.dutyCosts)
            firstStarts.append(costs.count)
            add(person.startEntries, person.startCosts)
        }

        private mutating func add(_ entries: [[PersonModel.Entry]], _ newCosts: [Int]) {
            costs += newCosts
            for entries in entries {
                for entry in entries {
                    rows.append(Int32(entry.row))
                    coefficients.append(Int32(entry.coefficient))
                }
                offsets.append(Int32(rows.count))
            }
        }
    }

    let blocks: [Block]
    /// The same blocks, uncounted: searches on all cores would otherwise wait for one another to count references.
    private let references: [Unmanaged<Block>]
    /// By block, from its offset on: the rows of the model, in order.
    private let blockRows: [Int32]
    private let blockOffsets: [Int32]
    let places: [(block: Int, position: Int)]
    /// By row of the model: its block.
    let blockOfRow: [Int32]
    let cells: Cells
    /// By block: the line on which its rows move, or nil.
    let lines: [Line?]
    let shapes: [Shape]
    /// The room that all lines' costs take.
    let lineCostCount: Int
    let people: [PersonTable]

    /// Tabulates a model.
    ///
    /// - Parameter checkpoint: called again and again; what it throws ends the work.
    init(_ model: RosterModel, checkpoint: () throws -> Void) rethrows {
        let (blocks, places) = model.blocks()
        self.blocks = blocks
        self.places = places
        blockOfRow = places.map { Int32($0.block) }
        cells = model.people.reduce(into: Cells()) { $0.add($1) }
        references = blocks.map(Unmanaged.passUnretained)
        blockRows = blocks.flatMap { $0.rows.map { Int32($0.row) } }
        blockOffsets = blocks.reduce(into: [0]) { $0.append(($0.last ?? 0) + Int32($1.rows.count)) }
        people = try model.people.map { person in
            try checkpoint()
            return Self.table(of: person, places)
        }
        lines = Self.lines(of: model, blocks, places)
        var lineCostCount = 0
        shapes = zip(blocks, lines).map { block, line in
            if let line {
                defer { lineCostCount += line.count }
                return Shape(
                    kind: .line, row: block.rows[line.row].row, coefficient: line.coefficient,
                    firstCost: lineCostCount,
                    firstStep: line.first)
            }
            guard block.rows.count == 1, block.shared.isEmpty else { return Shape(kind: .general) }
            let row = block.rows[0]
            return Shape(
                kind: .single, row: row.row, constant: row.constant,
                relief: row.violation < 0 ? 1 : row.relief,
                unitCost: row.violation < 0 ? Block.strictCost : block.violations[row.violation])
        }
        self.lineCostCount = lineCostCount
    }

    /// Tabulates a model, without interruption.
    init(_ model: RosterModel) { self.init(model, checkpoint: {}) }

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
                    for entry in entries { change[places[entry.row].position] += entry.coefficient }
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

    /// What a block costs for given activities of all rows, in thousandths.
    @inline(__always)
    func cost(of block: Int, _ activities: [Int]) -> Int {
        let rows = Int(blockOffsets[block])..<Int(blockOffsets[block + 1])
        return withUnsafeTemporaryAllocation(of: Int.self, capacity: rows.count) { buffer in
            for (position, place) in rows.enumerated() {
                buffer.initializeElement(at: position, to: activities[Int(blockRows[place])])
            }
            return references[block]._withUnsafeGuaranteedRef { $0.cost(UnsafeBufferPointer(buffer)) }
        }
    }

    private static func divisor(of numbers: [Int]) -> Int {
        numbers.reduce(0) { greatestCommonDivisor($0, $1) }
    }

    /// Whether every block's cost is exact; otherwise the search may think rosters dearer than they are.
    var settlesExactly: Bool { blocks.allSatisfy(\.isExact) }

    private static func table(of person: PersonModel, _ places: [(block: Int, position: Int)]) -> PersonTable
    {
        let duties = blockEntries(person.dutyEntries, places)
        let starts = blockEntries(person.startEntries, places)
        var cellsOfBlock: [Int: Int] = [:]
        var common: [Int: [PersonModel.Entry]] = [:]
        var differs: Set<Int> = []
        let cellCount = person.modes.count * person.weekCount
        // What a duty at home changes does not depend on the weeks away.
        for byBlock in duties.dropFirst(cellCount) { differs.formUnion(byBlock.map(\.block)) }
        for byBlock in duties.prefix(cellCount) {
            for (block, entries) in byBlock {
                cellsOfBlock[block, default: 0] += 1
                if let first = common[block] {
                    if first != entries { differs.insert(block) }
                } else {
                    common[block] = entries
                }
            }
        }
        for byBlock in starts { differs.formUnion(byBlock.map(\.block)) }
        // A block that every cell changes alike, and no start, depends on the number of weeks away alone.
        let awayBlocks = Set(
            cellsOfBlock.filter { $0.value == cellCount && !differs.contains($0.key) && person.weekCount > 1 }
                .keys)
        var away = Effects()
        for block in awayBlocks.sorted() { away.add(block, common[block] ?? [], cells: []) }
        return PersonTable(
            duties: effects(duties, weekCount: person.weekCount, leavingOut: awayBlocks),
            starts: effects(starts, weekCount: person.weekCount, leavingOut: []), away: away)
    }

    private static func blockEntries(
        _ entries: [[PersonModel.Entry]], _ places: [(block: Int, position: Int)]
    ) -> [[(block: Int, entries: [PersonModel.Entry])]] {
        entries.map { entries in
            Dictionary(grouping: entries, by: { places[$0.row].block }).sorted { $0.key < $1.key }.map {
                ($0.key, $0.value)
            }
        }
    }

    /// Groups the cells that change a block alike, whatever their weeks; blocks in the order of the first week that changes them.
    private static func effects(
        _ byCell: [[(block: Int, entries: [PersonModel.Entry])]], weekCount: Int, leavingOut: Set<Int>
    ) -> Effects {
        struct Key: Hashable {
            let block: Int
            let entries: [PersonModel.Entry]
        }
        var positions: [Key: Int] = [:]
        var found: [(key: Key, cells: [Int])] = []
        for week in 0..<weekCount {
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
        }
        var effects = Effects()
        for (key, cells) in found { effects.add(key.block, key.entries, cells: cells) }
        return effects
    }
}
