import Rostering

/// Splits a model's people into groups that few rows tie together, each to have a master of its own.
///
/// Starting from departments, groups that share a row are merged, rows of few people first, as long as the merged group stays small. Rows that
/// still touch several groups (the floors of clinics, mostly) are *linking* rows: no master has them, so every bound stays valid but knows
/// nothing of them. The search counts them exactly.
struct Departments: Sendable {
    /// By group: the people.
    let groups: [[Int]]
    /// By group: the rows that only it touches.
    let rows: [[Int]]
    /// Rows that touch several groups.
    let linking: [Int]
    /// What rows that touch nobody cost at least, in thousandths; a hard rule they break is not counted.
    let constantCost: Int
    /// Whether rows that touch nobody break a hard rule, so that no roster keeps them all.
    let isBroken: Bool

    /// Splits a model.
    ///
    /// - Parameters:
    ///   - mostPeople: a merged group has no more people than this.
    ///   - checkpoint: called again and again; what it throws ends the work.
    init(_ model: RosterModel, mostPeople: Int, checkpoint: () throws -> Void) rethrows {
        let instance = model.instance
        var leader = Array(model.people.indices)
        var size = Array(repeating: 1, count: leader.count)
        func root(_ person: Int) -> Int {
            var person = person
            while leader[person] != person {
                leader[person] = leader[leader[person]]
                person = leader[person]
            }
            return person
        }
        func merge(_ first: Int, _ second: Int) {
            let (first, second) = (root(first), root(second))
            guard first != second else { return }
            let (low, high) = (min(first, second), max(first, second))
            leader[high] = low
            size[low] += size[high]
        }
        for department in instance.departments {
            for member in department.members.dropFirst() {
                merge(department.members[0].offset, member.offset)
            }
        }
        // By row: everybody who touches it, and through shared quantities the rows that hang together.
        var touching: [[Int]] = Array(repeating: [], count: model.rows.count)
        for (index, person) in model.people.enumerated() {
            try checkpoint()
            for cells in [person.dutyEntries, person.startEntries] {
                for entry in cells.joined() where touching[entry.row].last != index {
                    touching[entry.row].append(index)
                }
            }
        }
        let (blocks, _) = model.blocks()
        let people = blocks.map { block in Set(block.rows.flatMap { touching[$0.row] }).sorted() }
        let order = blocks.indices.sorted { (people[$0].count, $0) < (people[$1].count, $1) }
        for (number, block) in order.enumerated() {
            if number % 256 == 0 { try checkpoint() }
            let roots = Set(people[block].map(root))
            if roots.count > 1, roots.reduce(0, { $0 + size[$1] }) <= mostPeople {
                for person in people[block].dropFirst() { merge(people[block][0], person) }
            }
        }
        let roots = model.people.indices.filter { root($0) == $0 }
        let number = Dictionary(uniqueKeysWithValues: roots.enumerated().map { ($1, $0) })
        groups = roots.map { leader in model.people.indices.filter { root($0) == leader } }
        var rows: [[Int]] = roots.map { _ in [] }
        var linking: [Int] = []
        var constantCost = 0
        var isBroken = false
        for block in blocks.indices {
            let groupNumbers = Set(people[block].compactMap { number[root($0)] })
            let members = blocks[block].rows.map(\.row)
            if groupNumbers.isEmpty {
                // With several shared quantities a block's cost is an estimate from above, which is no bound.
                guard blocks[block].isExact else { continue }
                let cost = blocks[block].cost(members.map { _ in 0 })
                if cost < Block.hardCost { constantCost += cost } else { isBroken = true }
            } else if groupNumbers.count == 1, let only = groupNumbers.first {
                rows[only] += members
            } else {
                linking += members
            }
        }
        self.constantCost = constantCost
        self.isBroken = isBroken
        self.rows = rows.map { $0.sorted() }
        self.linking = linking.sorted()
    }

    /// Splits a model without interruption.
    init(_ model: RosterModel, mostPeople: Int) { self.init(model, mostPeople: mostPeople, checkpoint: {}) }
}
