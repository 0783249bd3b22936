import LinearProgramming
import Rostering

/// The blocks of a scope whose whole-number costs the linear program over plans may miss, and the search for cuts on them.
struct BlockCuts: Sendable {
    /// The tables, and the quantities of each block.
    let blocks: [(table: WeeklyBlock, quantities: [Int])]
    private let context: ProofContext

    /// Tabulates the blocks of a scope that people touch in one week alone and of which the linear program may miss the cost.
    init(_ scope: MasterScope, _ context: ProofContext) {
        self.context = context
        let (model, tables) = (scope.model, context.tables)
        let hardCost = Int(model.hardPenalty * 1000)
        let effects = SearchTables.weeklyEffects(
            of: scope.people.map { tables.people[$0] }, blockCount: tables.blocks.count,
            weekCount: model.instance.calendar.weekCount)
        let numbers = Set(scope.rows.map { tables.places[$0].block }).sorted()
        let found = onAllCores(numbers) { number -> (WeeklyBlock, [Int])? in
            // Without tables there are fewer cuts, no more.
            if context.run.stopReason != nil { return nil }
            let block = tables.blocks[number]
            guard block.isExact, !effects[number].isEmpty else { return nil }
            let choices = effects[number].map { position, effect in
                let duties = tables.people[scope.people[position]].duties
                return (
                    person: position, cells: duties.cells(of: effect).map { Int($0) },
                    vector: duties.change(of: effect, rowCount: block.rows.count, tables.places)
                )
            }
            // The linear program knows all there is to know about one row with steps of one.
            guard block.rows.count > 1 || choices.contains(where: { abs($0.vector[0]) != 1 }),
                let table = WeeklyBlock(number, block, hardCost: hardCost, choices: choices)
            else { return nil }
            let quantities = Set(block.rows.flatMap { model.rows[$0.row].quantities.map(\.quantity) })
            return (table, quantities.sorted())
        }
        blocks = found.compactMap(\.self)
    }

    /// Cuts that a solution violates by more than `least` points.
    ///
    /// - Parameter constraints: by person, what holds for all plans that count.
    func violated(
        by weights: [WeightedPlan], _ constraints: [PlanConstraints], master: PlanMaster, least: Double
    ) throws -> [BlockCut] {
        let scope = master.scope
        var shares = scope.people.map { scope.model.people[$0].dutyCosts.map { _ in 0.0 } }
        for plan in weights {
            let person = scope.model.people[scope.people[plan.person]]
            for stay in plan.stays {
                person.forEachCell(of: stay) { shares[plan.person][$0] += plan.weight }
            }
        }
        return try blocks.compactMap { table, quantities in
            if context.run.stopReason != nil { return nil }
            let byChoice = table.choices.map { choice in
                min(1, choice.cells.reduce(0) { $0 + shares[choice.person][$1] })
            }
            var limits = WeeklyBlock.Bonds.none(of: table)
            for (place, range) in table.choicesOfPerson.enumerated() {
                let position = table.choices[range.lowerBound].person
                limits.bind(
                    place, in: table, to: constraints[position],
                    of: scope.model.people[scope.people[position]])
            }
            let cost = quantities.reduce(0) { $0 + scope.cost(of: $1) * master.lastValue(of: $1) }
            return try BlockSeparation(
                block: table, quantities: quantities, solver: context.solver,
                shouldStop: { context.run.stopReason != nil }
            )
            .cut(shares: byChoice, limits, cost: cost, least: least)
        }
    }
}
