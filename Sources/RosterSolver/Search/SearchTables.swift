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

        mutating func add(
            _ block: Int, _ entries: some Sequence<PersonModel.Entry>, cells newCells: some Sequence<Int>
        ) {
            blocks.append(Int32(block))
            for entry in entries {
                rows.append(Int32(entry.row))
                coefficients.append(Int32(entry.coefficient))
            }
            entryOffsets.append(Int32(rows.count))
            cells += newCells.lazy.map { Int32($0) }
            cellOffsets.append(Int32(cells.count))
        }

        /// The cells that have the effect, week by week; none for one of ``PersonTable/away``.
        func cells(of effect: Int) -> ArraySlice<Int32> {
            cells[Int(cellOffsets[effect])..<Int(cellOffsets[effect + 1])]
        }

        /// By row of the block: what the effect changes.
        ///
        /// - Parameter places: by row of the model, where it is.
        func change(of effect: Int, rowCount: Int, _ places: [(block: Int, position: Int)]) -> [Int] {
            var change = Array(repeating: 0, count: rowCount)
            for entry in Int(entryOffsets[effect])..<Int(entryOffsets[effect + 1]) {
                change[places[Int(rows[entry])].position] += Int(coefficients[entry])
            }
            return change
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

        private mutating func add(_ entries: FlatLists<PersonModel.Entry>, _ newCosts: [Int]) {
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

    /// Tabulates a model, on all cores.
    ///
    /// - Parameter checkpoint: called again and again; what it throws ends the work.
    init<Failure: Error>(
        _ model: RosterModel, checkpoint: @Sendable () throws(Failure) -> Void
    ) throws(Failure) {
        let (blocks, places) = model.blocks()
        self.blocks = blocks
        self.places = places
        blockOfRow = places.map { Int32($0.block) }
        cells = model.people.reduce(into: Cells()) { $0.add($1) }
        references = blocks.map(Unmanaged.passUnretained)
        blockRows = blocks.flatMap { $0.rows.map { Int32($0.row) } }
        blockOffsets = blocks.reduce(into: [0]) { $0.append(($0.last ?? 0) + Int32($1.rows.count)) }
        people = try onAllCores(model.people) { person throws(Failure) in
            try checkpoint()
            return Self.table(of: person, places, blockCount: blocks.count)
        }
        lines = Self.lines(of: people, blocks, places, weekCount: model.instance.calendar.weekCount)
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

    /// By block: who changes it by which effects, people in order; nothing where anything but duties of one and the same week changes it.
    /// Takes time proportional to the people's effects and their cells.
    ///
    /// - Parameter people: those who count; all others are left out.
    static func weeklyEffects(
        of people: [PersonTable], blockCount: Int, weekCount: Int
    ) -> FlatLists<(person: Int, effect: Int)> {
        var weekOf = Array(repeating: -1, count: blockCount)
        var isWeekly = Array(repeating: true, count: blockCount)
        for person in people {
            for block in person.starts.blocks + person.away.blocks { isWeekly[Int(block)] = false }
            for effect in 0..<person.duties.count {
                let block = Int(person.duties.blocks[effect])
                guard isWeekly[block] else { continue }
                for cell in person.duties.cells(of: effect) {
                    let week = Int(cell) % weekCount
                    if weekOf[block] < 0 { weekOf[block] = week }
                    isWeekly[block] = isWeekly[block] && weekOf[block] == week
                }
            }
        }
        var effects: [(list: Int, element: (person: Int, effect: Int))] = []
        for (number, person) in people.enumerated() {
            for effect in 0..<person.duties.count where isWeekly[Int(person.duties.blocks[effect])] {
                effects.append((Int(person.duties.blocks[effect]), (number, effect)))
            }
        }
        return FlatLists(grouping: effects, count: blockCount)
    }

    /// Finds the blocks with several rows that move along one line, in few enough steps to tabulate.
    private static func lines(
        of people: [PersonTable], _ blocks: [Block], _ places: [(block: Int, position: Int)], weekCount: Int
    ) -> [Line?] {
        let effects = weeklyEffects(of: people, blockCount: blocks.count, weekCount: weekCount)
        return zip(blocks, effects).map { block, effects in
            guard block.rows.count > 1 else { return nil }
            let changes = effects.map {
                people[$0.person].duties.change(of: $0.effect, rowCount: block.rows.count, places)
            }
            return line(through: changes, of: effects.map(\.person))
        }
    }

    /// The line along which all changes of a block's rows lie; nil if there is none, or too many steps on it.
    ///
    /// - Parameter people: by change, who makes it.
    private static func line(through changes: [[Int]], of people: [Int]) -> Line? {
        guard let some = changes.first else { return nil }
        let measure = divisor(of: some)
        var direction = some.map { $0 / measure }
        guard let row = direction.firstIndex(where: { $0 != 0 }) else { return nil }
        // Every change is a whole number of steps.
        var step = 0
        for change in changes {
            guard change.indices.allSatisfy({ change[$0] * direction[row] == direction[$0] * change[row] })
            else { return nil }
            step = greatestCommonDivisor(step, change[row] / direction[row])
        }
        guard step > 0 else { return nil }
        direction = direction.map { $0 * step }
        // Each person makes one change at most, in the block's only week.
        let steps = zip(people, changes.map { $0[row] / direction[row] })
        let least = Dictionary(steps, uniquingKeysWith: min).values.reduce(0) { $0 + min(0, $1) }
        let most = Dictionary(steps, uniquingKeysWith: max).values.reduce(0) { $0 + max(0, $1) }
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

    /// Tabulates what one person's cells change. Takes time proportional to the person's entries and the blocks.
    private static func table(
        of person: PersonModel, _ places: [(block: Int, position: Int)], blockCount: Int
    ) -> PersonTable {
        let duties = changes(person.dutyEntries, person.weekCount, places, blockCount: blockCount)
        let starts = changes(person.startEntries, person.weekCount, places, blockCount: blockCount)
        let changeCounts = Dictionary(duties.map { ($0.block, 1) }, uniquingKeysWith: +)
        let startBlocks = Set(starts.map(\.block))
        // A block that every cell of a posting changes alike, and no duty at home and no start, depends on the number of weeks away alone.
        let cellCount = person.modes.count * person.weekCount
        func countsWeeksAway(_ change: Change) -> Bool {
            person.weekCount > 1 && changeCounts[change.block] == 1 && !startBlocks.contains(change.block)
                && change.cells.count == cellCount && change.cells.allSatisfy { $0 < cellCount }
        }
        func effects(_ changes: [Change]) -> Effects {
            changes.reduce(into: Effects()) { $0.add($1.block, $1.entries, cells: $1.cells) }
        }
        return PersonTable(
            duties: effects(duties.filter { !countsWeeksAway($0) }), starts: effects(starts),
            away: duties.filter(countsWeeksAway).sorted { $0.block < $1.block }.reduce(into: Effects()) {
                $0.add($1.block, $1.entries, cells: [])
            })
    }

    /// Cells that change a block alike.
    private struct Change {
        let block: Int
        let entries: ArraySlice<PersonModel.Entry>
        let cells: ArraySlice<Int>
    }

    /// Groups the cells that change a block alike, whatever their weeks; blocks in the order of the first week that changes them.
    private static func changes(
        _ entries: FlatLists<PersonModel.Entry>, _ weekCount: Int, _ places: [(block: Int, position: Int)],
        blockCount: Int
    ) -> [Change] {
        var kinds: [(block: Int, entries: ArraySlice<PersonModel.Entry>)] = []
        // The kinds of changes to a block are chained.
        var firstKind = Array(repeating: -1, count: blockCount)
        var nextKind: [Int] = []
        var cells: [(list: Int, element: Int)] = []
        func note(_ entries: ArraySlice<PersonModel.Entry>, to block: Int, in cell: Int) {
            var kind = firstKind[block]
            while kind >= 0, kinds[kind].entries != entries { kind = nextKind[kind] }
            if kind < 0 {
                kind = kinds.count
                kinds.append((block, entries))
                nextKind.append(firstKind[block])
                firstKind[block] = kind
            }
            cells.append((kind, cell))
        }
        for week in 0..<weekCount {
            for cell in stride(from: week, to: entries.count, by: weekCount) {
                let own = byBlock(entries[cell], places)
                var start = own.startIndex
                while start < own.endIndex {
                    let block = places[own[start].row].block
                    let end = own[start...].firstIndex { places[$0.row].block != block } ?? own.endIndex
                    note(own[start..<end], to: block, in: cell)
                    start = end
                }
            }
        }
        return zip(kinds, FlatLists(grouping: cells, count: kinds.count)).map {
            Change(block: $0.block, entries: $0.entries, cells: $1)
        }
    }

    /// The same entries, blocks in order and rows in order within each.
    private static func byBlock(
        _ entries: ArraySlice<PersonModel.Entry>, _ places: [(block: Int, position: Int)]
    ) -> ArraySlice<PersonModel.Entry> {
        func key(_ entry: PersonModel.Entry) -> (Int, Int) { (places[entry.row].block, entry.row) }
        let isOrdered = zip(entries, entries.dropFirst()).allSatisfy { key($0) < key($1) }
        return isOrdered ? entries : entries.sorted { key($0) < key($1) }[...]
    }
}
