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
        /// Effects of being posted in one week.
        let weekly: Effects
        /// Effects of starting a posting.
        let starts: Effects
        /// Effects that depend on the number of weeks away alone; their entries are those of one week.
        let away: Effects
    }

    /// Groups the cells of a week that change a block alike.
    private static func effects(
        _ byCell: [[(block: Int, entries: [PersonModel.Entry])]], weekCount: Int, leavingOut: Set<Int>
    ) -> Effects {
        struct Key: Hashable {
            let block: Int
            let entries: [PersonModel.Entry]
        }
        var effects = Effects()
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
            for (key, cells) in found { effects.add(key.block, key.entries, cells: cells) }
        }
        return effects
    }
}
