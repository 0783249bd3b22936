import Rostering

/// Everybody's plans and the blocks they meet in, settled apart from one another at prices that move: Lagrangian decomposition (Guignard and Kim
/// 1987).
///
/// A row outside the tabulated blocks has its dual, a price of a unit. A tabulated block (``WeeklyBlock``) has a price for each choice people have
/// in it: who makes the choice pays, the block is paid. At any prices, everybody's cheapest plan, the cheapest choices of every block by itself, and
/// what rows and quantities contribute cost together no more than any roster.
struct Decomposition: Sendable {
    /// What is known of a person at the present prices.
    struct PricedPerson: Sendable {
        /// The person, as in the model.
        let index: Int
        /// What prices have to do with the person's duties.
        let duties: DutyPrices
        var pricer: PlanPricer
        var costs: PlanPricer.Costs
        /// What the plan must have.
        var constraints = PlanConstraints()
        /// The cheapest plan; nil if there is none at all.
        var plan: PlanPricer.Result?
    }

    /// What is known of a tabulated block at the present prices.
    struct PricedBlock: Sendable {
        let table: WeeklyBlock
        let quantities: [Int]
        /// By choice: the price's number.
        let priceNumbers: [Int]
        /// What the plans of its people must have.
        var bonds: WeeklyBlock.Bonds
        /// What the block costs with its cheapest choices, less their prices, in thousandths.
        var value = 0
        /// The cheapest choices.
        var chosen: [Int] = []
    }

    let context: ProofContext
    /// Everybody and the rows outside tabulated blocks.
    let scope: MasterScope
    /// By row of the model: the price's number, or -1.
    let priceOfRow: [Int]
    /// Those who are planned here.
    private(set) var people: [PricedPerson]
    /// The tabulated blocks that these people touch.
    private(set) var blocks: [PricedBlock]

    /// The duals of the scope's rows, at least 0, in points a unit, then by block the prices of its choices, in points.
    var prices: [Double]
    /// The prices of rows and of choices that the people here have to do with: the others stay as they are.
    private var moving: (rows: [Int], choices: [Int])
    /// By row of the scope: what the slope is without anybody here.
    private var slopes: [Double]
    /// By row of the scope: the quantities of the model.
    private let rowQuantities: SparseMatrix
    /// By quantity of the model: its cost less what it earns in rows whose price stays.
    private var quantityCosts: [Double]
    /// By quantity of the model: its cost less what it earns at the prices last settled at.
    private var reducedCosts: [Double]
    /// How the prices move, and have moved so far.
    private(set) var steps: PriceSteps

    /// Sets out from prices of nothing.
    ///
    /// - Parameters:
    ///   - rows: rows of the model; of a block all or none.
    ///   - tables: those blocks of these rows that are tabulated, and their quantities.
    /// - Throws: ``SolveRun/Stopped`` if the run must stop meanwhile.
    init(
        _ context: ProofContext, rows: [Int], tables: [(table: WeeklyBlock, quantities: [Int])]
    ) throws {
        self.context = context
        let model = context.model
        let isTabulated = Set(tables.map(\.table.number))
        let scope = MasterScope(
            model, people: Array(model.people.indices),
            rows: rows.filter { !isTabulated.contains(context.tables.places[$0].block) },
            awayCosts: context.awayCosts)
        self.scope = scope
        var priceOfRow = Array(repeating: -1, count: model.rows.count)
        for (price, row) in scope.rows.enumerated() { priceOfRow[row] = price }
        self.priceOfRow = priceOfRow
        // By person and cell: the prices of the choices that the cell makes.
        var choices: [[Int: [Int]]] = model.people.map { _ in [:] }
        var priceCount = scope.rows.count
        blocks = tables.map { table, quantities in
            let numbers = Array(priceCount..<(priceCount + table.choices.count))
            for (price, choice) in zip(numbers, table.choices) {
                for cell in choice.cells { choices[choice.person][cell, default: []].append(price) }
            }
            priceCount += numbers.count
            return PricedBlock(
                table: table, quantities: quantities, priceNumbers: numbers, bonds: .none(of: table))
        }
        people = try model.people.enumerated().map { index, person in
            try context.run.checkpoint()
            return PricedPerson(
                index: index,
                duties: DutyPrices(
                    person, away: context.awayCosts.points[index], priceOfRow: priceOfRow,
                    choices: choices[index]),
                pricer: PlanPricer(person), costs: PlanPricer.Costs(person))
        }
        steps = try PriceSteps(scope, priceOfRow, priceCount: priceCount, context)
        moving = (Array(scope.rows.indices), Array(scope.rows.count..<priceCount))
        slopes = scope.constants.map { -$0 }
        var rowQuantities = SparseMatrix()
        for row in scope.rows {
            rowQuantities.addRow(model.rows[row].quantities.map { ($0.quantity, Double($0.coefficient)) })
        }
        self.rowQuantities = rowQuantities
        quantityCosts = Array(repeating: 0, count: model.quantities.count)
        for quantity in scope.quantities { quantityCosts[quantity] = scope.cost(of: quantity) }
        reducedCosts = quantityCosts
        prices = Array(repeating: 0, count: priceCount)
    }

    /// The decomposition for some people alone, everybody else keeping to given plans; its prices start from the present ones, brought into
    /// the range of what the row or the choice can still be worth.
    ///
    /// - Parameters:
    ///   - members: some people of the model.
    ///   - plans: everybody's plans, by person of the model.
    /// - Complexity: proportional to the rows, to the plans of all, and to what `members` can reach in their blocks.
    func restricted(to members: [Int], plans: [[Stay]]) -> Decomposition {
        var restricted = self
        let isMember = Set(members)
        let model = scope.model
        restricted.people = members.map { people[$0] }
        var isMoving = scope.rows.map { _ in false }
        for person in restricted.people {
            person.duties.forEachShare { price, _ in if price < isMoving.count { isMoving[price] = true } }
        }
        let rows = isMoving.indices.filter { isMoving[$0] }
        for row in isMoving.indices where !isMoving[row] {
            rowQuantities.forEachTerm(ofRow: row) {
                restricted.quantityCosts[$0] -= prices[row] * $1
            }
        }
        var made = model.people.map { _ in [Int]() }
        for (index, person) in model.people.enumerated() where !isMember.contains(index) {
            made[index] = Array(repeating: -1, count: person.weekCount)
            for stay in plans[index] {
                person.forEachCell(of: stay) { made[index][$0 % person.weekCount] = $0 }
            }
            people[index].duties.forEachShare(of: plans[index], person) { price, times in
                if price < isMoving.count { restricted.slopes[price] += times }
            }
        }
        restricted.blocks = blocks.compactMap { $0.restricted(to: isMember, made: made) }
        for block in restricted.blocks {
            for (choice, price) in block.priceNumbers.enumerated() {
                let rise = block.table.rise(of: choice)
                restricted.prices[price] = min(
                    max(prices[price], Double(rise.lowerBound) / 1000), Double(rise.upperBound) / 1000)
            }
        }
        let isKept = restricted.keptByOthers(isMoving)
        for row in rows where isKept[row] { restricted.prices[row] = 0 }
        restricted.moving = (rows.filter { !isKept[$0] }, restricted.blocks.flatMap(\.priceNumbers))
        restricted.steps.forget()
        return restricted
    }

    /// By row of the scope: whether nothing that the people here or the quantities do can break it.
    ///
    /// - Parameter isTouched: by row of the scope, whether the people here have to do with it; the others do not matter.
    private func keptByOthers(_ isTouched: [Bool]) -> [Bool] {
        var isKept = isTouched
        for row in isKept.indices where isKept[row] {
            isKept[row] = slopes[row] <= 0
            rowQuantities.forEachTerm(ofRow: row) { if $1 < 0 { isKept[row] = false } }
        }
        for person in people {
            person.duties.forEachShare { price, times in
                if price < isKept.count, times > 0 { isKept[price] = false }
            }
        }
        return isKept
    }

    /// Binds a person's plan, and what it can choose in the blocks.
    ///
    /// - Parameter number: the person, as listed here.
    mutating func bind(_ number: Int, to constraints: PlanConstraints) {
        people[number].constraints = constraints
        let model = scope.model.people[people[number].index]
        for block in blocks.indices {
            guard let own = blocks[block].table.place(of: people[number].index) else { continue }
            blocks[block].bonds.bind(own, in: blocks[block].table, to: constraints, of: model)
        }
    }

    /// Moves the prices along a subgradient, by a length in points.
    mutating func step(_ gradient: [Double], _ length: Double) {
        steps.make(&prices, along: gradient, length, rows: moving.rows, choices: moving.choices)
    }

    /// Finds everybody's cheapest plan, every block's cheapest choices, and what rows leave of the quantities' costs.
    ///
    /// - Parameter onAllCores: whether to use more than this one.
    mutating func settle(onAllCores: Bool) {
        let (scope, prices) = (scope, prices)
        @Sendable func settle(_ person: inout PricedPerson) {
            person.duties.set(&person.costs, at: prices)
            person.constraints.apply(to: &person.costs, of: scope.model.people[person.index])
            person.plan = person.pricer.cheapest(person.costs)
        }
        @Sendable func settle(_ block: inout PricedBlock) {
            let whole = block.priceNumbers.map { Int((prices[$0] * 1000).rounded()) }
            guard let cheapest = block.table.cheapest(prices: whole, block.bonds) else { return }
            (block.value, block.chosen) = cheapest
        }
        reducedCosts = quantityCosts
        for row in moving.rows where prices[row] != 0 {
            rowQuantities.forEachTerm(ofRow: row) { reducedCosts[$0] -= prices[row] * $1 }
        }
        if onAllCores {
            people.changeOnAllCores { settle(&$1) }
            blocks.changeOnAllCores { settle(&$1) }
        } else {
            for index in people.indices { settle(&people[index]) }
            for index in blocks.indices { settle(&blocks[index]) }
        }
    }

    /// What everything costs together at the prices last settled at, in points; infinite if somebody has no plan. Of everybody alone is it a bound.
    func value() -> Double {
        var total = 0.0
        for row in slopes.indices { total += prices[row] * slopes[row] }
        for quantity in scope.quantities {
            let cost = reducedCosts[quantity]
            let value = cost < 0 ? context.limits.upper(quantity) : context.limits.lower(quantity)
            total += cost * Double(value)
        }
        for person in people { total += person.plan?.cost ?? .infinity }
        for block in blocks { total += Double(block.value) / 1000 }
        return total
    }

    /// By person: how much more given plans cost than the cheapest, in points; what a block costs more than with its cheapest choices is shared
    /// by those who touch it. A roster of these plans costs no less than the value and all of this together.
    ///
    /// - Precondition: everybody is planned here, and plans and choices are settled at the present prices.
    func excess(of plans: [[Stay]]) -> [Double] {
        var excess: [Double] = []
        var isMade: [[Bool]] = []
        for (person, stays) in zip(people, plans) {
            let model = scope.model.people[person.index]
            var made = Array(repeating: false, count: person.costs.duty.count)
            var cost = 0.0
            for stay in stays {
                model.forEachCell(of: stay) {
                    made[$0] = true
                    cost += person.costs.duty[$0]
                }
                if model.isStart(stay) {
                    cost += person.costs.start[stay.mode * model.weekCount + stay.weeks.lowerBound]
                }
            }
            if !person.costs.away.isEmpty { cost += person.costs.away[model.weeksAway(stays)] }
            excess.append(cost - (person.plan?.cost ?? cost))
            isMade.append(made)
        }
        for block in blocks {
            let table = block.table
            let chosen = table.choices.indices.filter { choice in
                table.choices[choice].cells.contains { isMade[table.choices[choice].person][$0] }
            }
            let paid = chosen.reduce(0) { $0 + Int((prices[block.priceNumbers[$1]] * 1000).rounded()) }
            let more = Double(table.cost(of: chosen) - paid - block.value) / 1000
            for choices in table.choicesOfPerson {
                excess[table.choices[choices.lowerBound].person] += more / Double(table.choicesOfPerson.count)
            }
        }
        return excess
    }

    /// By price: how much the value grows with it, in units of the row, or in people who make the choice.
    ///
    /// - Precondition: plans and choices are settled at the present prices.
    func subgradient() -> [Double] {
        var gradient = slopes + Array(repeating: 0, count: prices.count - slopes.count)
        for row in moving.rows {
            rowQuantities.forEachTerm(ofRow: row) { quantity, factor in
                // What costs nothing but for rounding has no need to be there.
                let isWanted = reducedCosts[quantity] < -1e-9
                let value =
                    isWanted ? context.limits.upper(quantity) : context.limits.lower(quantity)
                gradient[row] -= factor * Double(value)
            }
        }
        for person in people {
            guard let plan = person.plan else { continue }
            person.duties.forEachShare(of: plan.stays, scope.model.people[person.index]) {
                gradient[$0] += $1
            }
        }
        for block in blocks {
            for choice in block.chosen { gradient[block.priceNumbers[choice]] -= 1 }
        }
        return gradient
    }
}

extension Decomposition.PricedBlock {
    /// The block for some people, the others being where they are; nil if none of them touches it.
    ///
    /// - Parameter made: by person and week: the cell of the others' plans, or -1.
    fileprivate func restricted(to isMember: Set<Int>, made: [[Int]]) -> Self? {
        let owners = table.choicesOfPerson.map { table.choices[$0.lowerBound].person }
        let isKept = owners.map(isMember.contains)
        guard isKept.contains(true) else { return nil }
        let chosen = zip(owners, table.choicesOfPerson).flatMap { owner, range in
            isMember.contains(owner)
                ? []
                : range.filter { choice in
                    let cells = table.choices[choice].cells
                    return cells.contains(made[owner][cells[0] % made[owner].count])
                }
        }
        let (kept, numbers) = table.restricted(to: isKept, made: chosen)
        return Self(
            table: kept, quantities: quantities, priceNumbers: numbers.map { priceNumbers[$0] },
            bonds: .none(of: kept))
    }
}
