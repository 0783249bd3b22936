import Rostering

/// A roster under change: everybody's stays, what they put into the rows, and what each block of rows costs.
///
/// Plans change by trial: other plans of a few people are laid out (``propose(for:_:)``), priced (``costOfProposal()``), and then kept or dropped. Only
/// cells in which a plan differs from the one before are moved, and only the blocks that they touch are priced.
struct SearchState: Sendable {
    let model: RosterModel
    let tables: SearchTables
    private(set) var stays: [[Stay]]
    /// By row of the model: the plans' part.
    private(set) var activities: [Int]
    private(set) var blockCosts: [Int]
    /// The objective in thousandths, with hard violations at ``Block/hardCost``.
    private(set) var cost: Int
    /// By person: the plan's cells.
    private var cells: [WeekCells]
    /// Costs of lines found so far, as laid out by ``SearchTables/Shape``; `Int.min` where not yet found.
    private var lineCosts: [Int]
    /// The blocks that the present proposal touches, each once, and what they would cost.
    private var touched: [Int32] = []
    private var touchedCosts: [Int] = []
    /// By block: the proposal that touched it last.
    private var touchedIn: [Int]
    private var round = 0
    /// The plans proposed: the first so many of the slots.
    private var proposed: [(person: Int, cells: WeekCells)] = []
    private var proposedCount = 0
    private var proposedCost = 0

    /// Lays out given stays.
    init(_ model: RosterModel, _ tables: SearchTables, stays: [[Stay]]) {
        self.model = model
        self.tables = tables
        self.stays = stays
        activities = Array(repeating: 0, count: tables.places.count)
        lineCosts = Array(repeating: Int.min, count: tables.lineCostCount)
        touchedIn = Array(repeating: 0, count: tables.blocks.count)
        blockCosts = Array(repeating: 0, count: tables.blocks.count)
        cells = zip(model.people, stays).map { WeekCells($1, of: $0) }
        cost = 0
        for (person, stays) in stays.enumerated() {
            model.people[person].forEachEntry(of: stays) { activities[$0.row] += $0.coefficient }
            cost &+= model.people[person].ownCost(of: stays)
        }
        for block in blockCosts.indices { blockCosts[block] = costNow(of: block) }
        cost = blockCosts.reduce(cost, &+)
    }

    /// Gives a person another plan.
    mutating func assign(_ newStays: [Stay], to person: Int) {
        guard newStays != stays[person] else { return }
        beginProposal()
        let model = model.people[person]
        _ = propose(for: person) { cells in
            cells.set(newStays, of: model)
            return true
        }
        _ = costOfProposal()
        keepProposal()
    }

    /// Begins a proposal, of no plans yet.
    mutating func beginProposal() { proposedCount = 0 }

    /// Adds another plan of a person who is not in the proposal yet.
    ///
    /// - Parameter lay: lays out all weeks; false if no such plan is allowed: then the proposal is not to be priced.
    @inline(__always)
    mutating func propose(for person: Int, _ lay: (inout WeekCells) -> Bool) -> Bool {
        if proposedCount == proposed.count { proposed.append((person, cells[person])) }
        proposed[proposedCount].person = person
        guard lay(&proposed[proposedCount].cells) else { return false }
        proposedCount += 1
        return true
    }

    /// The objective if the proposal is kept.
    mutating func costOfProposal() -> Int {
        round += 1
        touched.removeAll(keepingCapacity: true)
        touchedCosts.removeAll(keepingCapacity: true)
        proposedCost = cost
        for number in 0..<proposedCount { move(number, sign: 1) }
        for block in touched {
            let newCost = costNow(of: Int(block))
            proposedCost &+= newCost &- blockCosts[Int(block)]
            touchedCosts.append(newCost)
        }
        return proposedCost
    }

    /// Goes over to the proposal, which has been priced.
    mutating func keepProposal() {
        for (number, block) in touched.enumerated() { blockCosts[Int(block)] = touchedCosts[number] }
        cost = proposedCost
        for number in 0..<proposedCount {
            let person = proposed[number].person
            swap(&cells[person], &proposed[number].cells)
            stays[person] = cells[person].stays(postingModes: model.people[person].modes.count)
        }
    }

    /// Stays with the plans as they are instead of the proposal, which has been priced.
    mutating func dropProposal() {
        for number in 0..<proposedCount { move(number, sign: -1) }
    }

    /// Moves the cells in which a proposed plan differs from the present one.
    private mutating func move(_ number: Int, sign: Int) {
        let person = proposed[number].person
        let (firstDuty, firstStart) = (tables.cells.firstDuties[person], tables.cells.firstStarts[person])
        for week in proposed[number].cells.duties.indices {
            let (before, after) = (cells[person].duties[week], proposed[number].cells.duties[week])
            if before != after {
                if before >= 0 { move(cell: firstDuty + Int(before), -sign) }
                if after >= 0 { move(cell: firstDuty + Int(after), sign) }
            }
            let (start, newStart) = (cells[person].starts[week], proposed[number].cells.starts[week])
            if start != newStart {
                if start >= 0 { move(cell: firstStart + Int(start), -sign) }
                if newStart >= 0 { move(cell: firstStart + Int(newStart), sign) }
            }
        }
    }

    @inline(__always)
    private mutating func move(cell: Int, _ sign: Int) {
        proposedCost &+= sign &* tables.cells.costs[cell]
        for place in Int(tables.cells.offsets[cell])..<Int(tables.cells.offsets[cell + 1]) {
            let row = Int(tables.cells.rows[place])
            activities[row] &+= sign &* Int(tables.cells.coefficients[place])
            let block = tables.blockOfRow[row]
            guard touchedIn[Int(block)] != round else { continue }
            touchedIn[Int(block)] = round
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
