import Rostering

/// A roster under change: everybody's stays, what they put into the rows, and what each block of rows costs.
struct SearchState: Sendable {
    let model: RosterModel
    let tables: SearchTables
    private(set) var stays: [[Stay]]
    /// By row of the model: the plans' part.
    private(set) var activities: [Int]
    private(set) var blockCosts: [Int]
    /// By person: cost of the plan's own duties and starts.
    private(set) var ownCosts: [Int]
    /// The objective in thousandths, with hard violations at ``Block/hardCost``.
    private(set) var cost: Int
    /// Costs of lines found so far, as laid out by ``SearchTables/Shape``; `Int.min` where not yet found.
    private var lineCosts: [Int]
    /// The blocks that the present assignment touches, each once.
    private var touched: [Int] = []
    /// By block: the assignment that touched it last.
    private var touchedIn: [Int]
    private var round = 0

    /// Lays out given stays.
    init(_ model: RosterModel, _ tables: SearchTables, stays: [[Stay]]) {
        self.model = model
        self.tables = tables
        self.stays = stays
        activities = Array(repeating: 0, count: tables.places.count)
        lineCosts = Array(repeating: Int.min, count: tables.lineCostCount)
        touchedIn = Array(repeating: 0, count: tables.blocks.count)
        blockCosts = Array(repeating: 0, count: tables.blocks.count)
        ownCosts = zip(model.people, stays).map { $0.ownCost(of: $1) }
        cost = 0
        for (person, stays) in stays.enumerated() {
            model.people[person].forEachEntry(of: stays) { activities[$0.row] += $0.coefficient }
        }
        for block in blockCosts.indices { blockCosts[block] = costNow(of: block) }
        cost = blockCosts.reduce(0, &+) &+ ownCosts.reduce(0, &+)
    }

    /// Gives a person another plan.
    mutating func assign(_ newStays: [Stay], to person: Int) {
        guard newStays != stays[person] else { return }
        touched.removeAll(keepingCapacity: true)
        round += 1
        move(stays[person], of: person, -1)
        move(newStays, of: person, 1)
        for block in touched {
            let newCost = costNow(of: block)
            cost &+= newCost &- blockCosts[block]
            blockCosts[block] = newCost
        }
        let ownCost = model.people[person].ownCost(of: newStays)
        cost &+= ownCost &- ownCosts[person]
        ownCosts[person] = ownCost
        stays[person] = newStays
    }

    private mutating func move(_ stays: [Stay], of person: Int, _ sign: Int) {
        model.people[person].forEachEntry(of: stays) { entry in
            activities[entry.row] += sign * entry.coefficient
            let block = tables.places[entry.row].block
            guard touchedIn[block] != round else { return }
            touchedIn[block] = round
            touched.append(block)
        }
    }

    /// What each duty of a person would add to the objective, the person being at home all the time.
    ///
    /// Exact where a block is touched in one week only or depends on the number of weeks away alone; otherwise each duty is costed as if it were
    /// the only one.
    mutating func marginalCosts(of person: Int, into costs: inout PlanPricer.Costs) {
        let model = model.people[person]
        for cell in model.dutyCosts.indices {
            costs.duty[cell] = Double(model.dutyCosts[cell])
            costs.start[cell] = Double(model.startCosts[cell])
        }
        add(tables.people[person].duties, to: &costs.duty)
        add(tables.people[person].starts, to: &costs.start)
        costs.away.removeAll(keepingCapacity: true)
        let away = tables.people[person].away
        guard away.count > 0 else { return }
        let most = min(model.awayLimit ?? model.weekCount, model.weekCount)
        costs.away.append(0)
        for weeks in stride(from: 1, through: most, by: 1) {
            var delta = 0
            for effect in 0..<away.count { delta += change(away, effect, times: weeks) }
            costs.away.append(Double(delta))
        }
    }

    private mutating func add(_ effects: SearchTables.Effects, to costs: inout [Double]) {
        for effect in 0..<effects.count {
            let delta = change(effects, effect, times: 1)
            guard delta != 0 else { continue }
            let amount = Double(delta)
            for place in Int(effects.cellOffsets[effect])..<Int(effects.cellOffsets[effect + 1]) {
                costs[Int(effects.cells[place])] += amount
            }
        }
    }

    /// What an effect changes in its block's cost when it comes `times` times.
    @inline(__always)
    private mutating func change(_ effects: SearchTables.Effects, _ effect: Int, times: Int) -> Int {
        let block = Int(effects.blocks[effect])
        let shape = tables.shapes[block]
        let entries = Int(effects.entryOffsets[effect])..<Int(effects.entryOffsets[effect + 1])
        switch shape.kind {
        case .single:
            let activity = activities[shape.row] + times * Int(effects.coefficients[entries.lowerBound])
            return shape.cost(ofLack: -(activity + shape.constant)) - blockCosts[block]
        case .line:
            var activity = activities[shape.row]
            for entry in entries where Int(effects.rows[entry]) == shape.row {
                activity += times * Int(effects.coefficients[entry])
            }
            return cost(of: block, shape, at: activity / shape.coefficient) - blockCosts[block]
        case .general:
            for entry in entries {
                activities[Int(effects.rows[entry])] += times * Int(effects.coefficients[entry])
            }
            let changed = tables.cost(of: block, activities)
            for entry in entries {
                activities[Int(effects.rows[entry])] -= times * Int(effects.coefficients[entry])
            }
            return changed - blockCosts[block]
        }
    }

    private mutating func costNow(of block: Int) -> Int {
        let shape = tables.shapes[block]
        switch shape.kind {
        case .single: return shape.cost(ofLack: -(activities[shape.row] + shape.constant))
        case .line: return cost(of: block, shape, at: activities[shape.row] / shape.coefficient)
        case .general: return tables.cost(of: block, activities)
        }
    }

    /// The cost of a block that depends on one whole number, looked up or found.
    @inline(__always)
    private mutating func cost(of block: Int, _ shape: SearchTables.Shape, at steps: Int) -> Int {
        let place = shape.firstCost + steps - shape.firstStep
        let known = lineCosts[place]
        if known != Int.min { return known }
        let cost = tables.blocks[block].cost((tables.lines[block]?.direction ?? []).map { steps * $0 })
        lineCosts[place] = cost
        return cost
    }
}
