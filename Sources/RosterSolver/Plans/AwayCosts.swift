import Rostering

/// What blocks cost that one person alone touches, and by the number of weeks away alone (service owed, mostly): a cost of the plan, exact,
/// that needs no row.
struct AwayCosts: Sendable {
    /// By person of the model and weeks away: the cost in points; empty where there is none.
    let points: [[Double]]
    /// By row of the model: whether the costs stand for it.
    let settlesRow: [Bool]

    /// Tabulates the costs of a model's people.
    init(_ model: RosterModel, _ tables: SearchTables) {
        var touching: [Int: Int] = [:]
        for person in tables.people {
            for block in Set(person.duties.blocks + person.starts.blocks + person.away.blocks) {
                touching[Int(block), default: 0] += 1
            }
        }
        var settlesRow = Array(repeating: false, count: model.rows.count)
        points = zip(model.people, tables.people).map { person, table in
            var costs: [Double] = []
            for effect in 0..<table.away.count {
                let block = Int(table.away.blocks[effect])
                guard touching[block] == 1, tables.blocks[block].isExact else { continue }
                let priced = tables.blocks[block].withHardCost(Int(model.hardPenalty * 1000))
                let change = table.away.change(of: effect, rowCount: priced.rows.count, tables.places)
                if costs.isEmpty { costs = Array(repeating: 0, count: person.weekCount + 1) }
                for weeks in costs.indices {
                    costs[weeks] += Double(priced.cost(change.map { $0 * weeks })) / 1000
                }
                for row in priced.rows { settlesRow[row.row] = true }
            }
            return costs
        }
        self.settlesRow = settlesRow
    }

    /// What a person's weeks away cost, in points.
    func cost(of person: Int, weeksAway: Int) -> Double {
        points[person].isEmpty ? 0 : points[person][weeksAway]
    }
}
