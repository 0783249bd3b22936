import LinearProgramming
import Rostering

/// Which people, rows and quantities a master has.
///
/// Rows outside the scope that its people touch are left out, which only lowers the bound.
struct MasterScope: Sendable {
    let model: RosterModel
    /// The people whose plans are free.
    let people: [Int]
    /// The model's rows, in order.
    let rows: [Int]
    /// The model's quantities that these rows use, in order.
    let quantities: [Int]
    /// By row of the scope: the constant.
    let constants: [Double]
    /// Rows beyond the model's, found while solving.
    private(set) var cuts: [BlockCut] = []
    /// By cut: the quantities with their coefficients.
    private var cutQuantities: [[(quantity: Int, coefficient: Double)]] = []
    /// By quantity of the model: the column.
    let columnOfQuantity: [Int: ColumnIndex]
    /// By person: which cuts a cell is in.
    private var cutEntries: [[Int: [(cut: Int, coefficient: Double)]]]
    /// By row of the model: the position among `rows`, or -1.
    private let position: [Int32]

    /// What plans cost for their weeks away, in place of some of the rows; nil if every row is in the program.
    let awayCosts: AwayCosts?

    /// What rows outside the scope make duties cost; nil if they are left out.
    let prices: LinkingPrices?

    /// Describes a master.
    init(
        _ model: RosterModel, people: [Int], rows: [Int], awayCosts: AwayCosts? = nil,
        prices: LinkingPrices? = nil
    ) {
        self.prices = prices
        self.model = model
        self.people = people
        let rows = awayCosts.map { costs in rows.filter { !costs.settlesRow[$0] } } ?? rows
        self.rows = rows
        self.awayCosts = awayCosts
        var position = Array(repeating: Int32(-1), count: model.rows.count)
        for (index, row) in rows.enumerated() { position[row] = Int32(index) }
        self.position = position
        quantities = Set(rows.flatMap { model.rows[$0].quantities.map(\.quantity) }).sorted()
        constants = rows.map { Double(model.rows[$0].constant) }
        columnOfQuantity = Dictionary(
            uniqueKeysWithValues: quantities.enumerated().map { ($1, ColumnIndex($0)) })
        cutEntries = people.map { _ in [:] }
    }

    /// Adds a cut to the scope and returns it as a row of the program.
    mutating func add(_ cut: BlockCut) -> LinearProgram.Row {
        for (person, cell, coefficient) in cut.cells {
            cutEntries[person][cell, default: []].append((cuts.count, coefficient))
        }
        cuts.append(cut)
        cutQuantities.append(cut.quantities.map { ($0, cost(of: $0) / cut.scale) })
        return LinearProgram.Row(
            lower: cut.constant, upper: .infinity,
            terms: cut.quantities.compactMap { quantity in
                columnOfQuantity[quantity].map { .init($0, cost(of: quantity) / cut.scale) }
            })
    }

    /// Where the cuts begin among the program's rows: behind the model's rows and the convexity rows.
    var firstCut: Int { rows.count + people.count }

    /// The duals of rows and cuts, at least 0, from those of the program's rows.
    func prices(_ rowDuals: [Double]) -> [Double] {
        rowDuals[..<rows.count].map { max(0, $0) } + rowDuals[firstCut...].map { max(0, $0) }
    }

    /// The program without any plan: quantities, rows, and a convexity row for each person.
    var program: LinearProgram {
        var program = LinearProgram(name: "plans")
        for index in quantities {
            let quantity = model.quantities[index]
            program.addColumn(
                lower: Double(quantity.lower), upper: quantity.upper.map(Double.init) ?? .infinity,
                isInteger: quantity.isInteger, cost: cost(of: index))
        }
        for (index, row) in rows.enumerated() {
            program.addRow(
                lower: -constants[index],
                terms: model.rows[row].quantities.compactMap { quantity, coefficient in
                    columnOfQuantity[quantity].map { .init($0, Double(coefficient)) }
                })
        }
        for _ in people { program.addRow(lower: 1, upper: 1, terms: []) }
        return program
    }

    /// What a unit of a quantity costs in the master, in points.
    func cost(of quantity: Int) -> Double {
        model.quantities[quantity].isHardViolation
            ? model.hardPenalty : Double(model.quantityCosts[quantity]) / 1000
    }

    /// A plan's cost in points and its entries in the rows of the program.
    func column(of person: Int, _ stays: [Stay]) -> (
        cost: Double, entries: [(row: RowIndex, coefficient: Double)]
    ) {
        let personModel = model.people[people[person]]
        let cost =
            Double(personModel.ownCost(of: stays)) / 1000
            + (awayCosts?.cost(of: people[person], weeksAway: personModel.weeksAway(stays)) ?? 0)
            + (prices?.cost(of: personModel, people[person], stays) ?? 0)
        var sums: [Int32: Int] = [:]
        personModel.forEachEntry(of: stays) { entry in
            let place = position[entry.row]
            if place >= 0 { sums[place, default: 0] += entry.coefficient }
        }
        var entries = sums.sorted { $0.key < $1.key }.filter { $0.value != 0 }.map {
            (row: RowIndex(Int($0.key)), coefficient: Double($0.value))
        }
        entries.append((RowIndex(rows.count + person), 1))
        var cutSums: [Int: Double] = [:]
        for stay in stays {
            personModel.forEachCell(of: stay) { cell in
                for (cut, coefficient) in cutEntries[person][cell] ?? [] {
                    cutSums[cut, default: 0] += coefficient
                }
            }
        }
        entries += cutSums.sorted { $0.key < $1.key }.filter { $0.value != 0 }.map {
            (row: RowIndex(firstCut + $0.key), coefficient: $0.value)
        }
        return (cost, entries)
    }

    /// What each duty of a person costs at given duals, in points.
    ///
    /// - Parameter duals: by row of the scope, then by cut.
    func reducedCosts(of person: Int, _ duals: [Double], into costs: inout PlanPricer.Costs) {
        let personModel = model.people[people[person]]
        func value(_ own: Int, _ entries: ArraySlice<PersonModel.Entry>) -> Double {
            var value = Double(own) / 1000
            for entry in entries {
                let place = position[entry.row]
                if place >= 0 { value -= duals[Int(place)] * Double(entry.coefficient) }
            }
            return value
        }
        for cell in personModel.dutyCosts.indices {
            costs.duty[cell] = value(personModel.dutyCosts[cell], personModel.dutyEntries[cell])
            costs.start[cell] = value(personModel.startCosts[cell], personModel.startEntries[cell])
        }
        costs.away = awayCosts?.points[people[person]] ?? []
        if let prices {
            for cell in costs.duty.indices {
                costs.duty[cell] += prices.duty[people[person]][cell]
                costs.start[cell] += prices.start[people[person]][cell]
            }
        }
        for (cell, entries) in cutEntries[person] {
            for (cut, coefficient) in entries { costs.duty[cell] -= duals[rows.count + cut] * coefficient }
        }
    }

    /// What the rows and cuts make the duties of the scope's people cost at given duals; people outside the scope have no prices.
    func linkingPrices(_ duals: [Double], _ limits: QuantityLimits) -> LinkingPrices {
        var (duty, start) = (model.people.map { _ in [Double]() }, model.people.map { _ in [Double]() })
        for (position, index) in people.enumerated() {
            let person = model.people[index]
            var costs = PlanPricer.Costs(person)
            reducedCosts(of: position, duals, into: &costs)
            duty[index] = zip(costs.duty, person.dutyCosts).map { $0 - Double($1) / 1000 }
            start[index] = zip(costs.start, person.startCosts).map { $0 - Double($1) / 1000 }
        }
        return LinkingPrices(duty: duty, start: start, constant: boundOfRows(duals, limits))
    }

    /// What rows and quantities contribute to the Lagrangian bound at given duals, in points.
    ///
    /// For duals y >= 0: the sum of y x (-constant), plus for each quantity the least of its reduced cost times its value.
    func boundOfRows(_ duals: [Double], _ limits: QuantityLimits) -> Double {
        var bound = 0.0
        var reduced: [Int: Double] = [:]
        for index in rows.indices where duals[index] != 0 {
            bound -= duals[index] * constants[index]
            for (quantity, coefficient) in model.rows[rows[index]].quantities {
                reduced[quantity, default: 0] += duals[index] * Double(coefficient)
            }
        }
        for (index, cut) in cuts.enumerated() where duals[rows.count + index] != 0 {
            let dual = duals[rows.count + index]
            bound += dual * cut.constant
            for (quantity, coefficient) in cutQuantities[index] {
                reduced[quantity, default: 0] += dual * coefficient
            }
        }
        for quantity in quantities {
            let cost = cost(of: quantity) - reduced[quantity, default: 0]
            bound += cost > 0 ? cost * Double(limits.lower(quantity)) : cost * Double(limits.upper(quantity))
        }
        return bound
    }
}

/// Values beyond which no quantity needs to go, so that a bound stays finite whatever the duals.
struct QuantityLimits: Sendable {
    private let uppers: [Int]
    private let lowers: [Int]

    /// Derives the limits of a model's quantities from its rows. Linear in the model's size.
    ///
    /// - Parameter checkpoint: called again and again; what it throws ends the work.
    init(_ model: RosterModel, checkpoint: () throws -> Void) rethrows {
        // The least and greatest that plans can put into each row.
        var least = model.rows.map(\.constant)
        var most = least
        for person in model.people {
            try checkpoint()
            var weekly: [Int: [Int: (least: Int, most: Int)]] = [:]
            for cells in [person.dutyEntries, person.startEntries] {
                for (cell, entries) in cells.enumerated() {
                    for entry in entries {
                        let week = cell % person.weekCount
                        let range = weekly[entry.row]?[week] ?? (0, 0)
                        weekly[entry.row, default: [:]][week] = (
                            min(range.least, entry.coefficient), max(range.most, entry.coefficient)
                        )
                    }
                }
            }
            for (row, weeks) in weekly {
                least[row] += weeks.values.reduce(0) { $0 + $1.least }
                most[row] += weeks.values.reduce(0) { $0 + $1.most }
            }
        }
        lowers = model.quantities.map(\.lower)
        // A shared quantity without a bound is one that some row holds down; a violation never exceeds the worst lack of its rows.
        var uppers = model.quantities.map { $0.upper ?? 0 }
        for pass in 0..<2 {
            for (index, row) in model.rows.enumerated() {
                for (quantity, coefficient) in row.quantities where model.quantities[quantity].upper == nil {
                    let others = row.quantities.filter { $0.quantity != quantity }
                    if coefficient < 0, pass == 0 {
                        let relief = others.reduce(0) { $0 + max(0, $1.coefficient) * uppers[$1.quantity] }
                        uppers[quantity] = max(uppers[quantity], (most[index] + relief) / -coefficient + 1)
                    } else if coefficient > 0 {
                        let burden = others.reduce(0) { $0 + min(0, $1.coefficient) * uppers[$1.quantity] }
                        uppers[quantity] = max(uppers[quantity], -(least[index] + burden) / coefficient + 1)
                    }
                }
            }
        }
        self.uppers = uppers.map { max($0, 0) }
    }

    /// Derives the limits without interruption.
    init(_ model: RosterModel) { self.init(model, checkpoint: {}) }

    /// The least value of a quantity.
    func lower(_ quantity: Int) -> Int { lowers[quantity] }
    /// A value that some best roster does not exceed.
    func upper(_ quantity: Int) -> Int { uppers[quantity] }
}
