import LinearProgramming
import Rostering

/// Finds prices of the rows that tie groups of people together without a linear program over everybody.
///
/// Each linking row has a home, the group that puts most into it. In a *sweep* every group solves a linear program over its own plans: rows
/// whose home it is are rows, with what others put into them taken as given; for what it puts into others' rows it is paid their prices.
/// Afterwards each home says what a unit is worth to it (the price) and each group what it gives (the help); both move part of the way, shorter
/// with every sweep, so that groups do not all rush to where help was wanted last. Any prices make a valid bound (``bound``); these come close
/// to the best in few sweeps because most of what a row needs comes from its home.
struct PriceCoordination: Sendable {
    private struct Group: Sendable {
        let people: [Int]
        /// The rows that only it touches, and the linking rows whose home it is.
        let rows: [Int]
        /// Plans to begin with and, after a sweep, how much of them the solution takes; people by position.
        var plans: [(person: Int, stays: [Stay])]
        var weights: [WeightedPlan] = []
    }

    private let context: ProofContext
    private var groups: [Group]
    /// By row of the model: the group whose home it is, or -1 where the row ties no groups or has no home.
    private let home: [Int]
    /// Everybody and the linking rows.
    private let linking: MasterScope
    /// Everybody and every row.
    private let whole: MasterScope
    private var sweeps = 0

    /// By row of the model: the price of a unit in points, at least 0.
    private(set) var prices: [Double]
    /// By row of the model: what people put into it from outside its home.
    private var help: [Double]
    /// No roster costs less, in points, those costs aside that depend on nobody: the best bound of all sweeps.
    private(set) var bound = -Double.infinity
    /// The prices that gave the bound.
    private(set) var bestPrices: [Double]

    /// Prepares the first sweep, in which nobody helps and nobody is paid.
    ///
    /// - Parameter start: everybody's plan to begin with.
    init(_ context: ProofContext, _ departments: Departments, start: [[Stay]]) {
        self.context = context
        let model = context.model
        let home = Self.homes(context, departments)
        var rows = departments.rows
        for row in departments.linking where home[row] >= 0 { rows[home[row]].append(row) }
        groups = zip(departments.groups, rows).map { people, rows in
            Group(
                people: people, rows: rows.sorted(),
                plans: people.enumerated().map { ($0, start[$1]) })
        }
        self.home = home
        let everybody = Array(model.people.indices)
        linking = MasterScope(model, people: everybody, rows: departments.linking)
        whole = MasterScope(
            model, people: everybody, rows: (departments.rows.joined() + departments.linking).sorted(),
            awayCosts: context.awayCosts)
        prices = Array(repeating: 0, count: model.rows.count)
        help = prices
        bestPrices = prices
    }

    /// Rows that more groups than this touch have no home: nobody puts most into them.
    private static let mostGroups = 4

    private static func homes(_ context: ProofContext, _ departments: Departments) -> [Int] {
        let model = context.model
        var home = Array(repeating: -1, count: model.rows.count)
        var isLinking = Array(repeating: false, count: model.rows.count)
        for row in departments.linking { isLinking[row] = true }
        // Rows that share quantities have the same home.
        var shares: [Int: [Int: Int]] = [:]
        for (number, people) in departments.groups.enumerated() {
            for person in people {
                for entries in model.people[person].dutyEntries + model.people[person].startEntries {
                    for entry in entries where isLinking[entry.row] {
                        let block = context.tables.places[entry.row].block
                        shares[block, default: [:]][number, default: 0] += abs(entry.coefficient)
                    }
                }
            }
        }
        for (block, byGroup) in shares where byGroup.count <= mostGroups {
            guard let greatest = byGroup.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else {
                continue
            }
            for row in context.tables.blocks[block].rows { home[row.row] = greatest.key }
        }
        return home
    }

    /// Lets every group answer the present prices and help, and moves both; false if the run stopped before.
    mutating func sweep() throws -> Bool {
        let (context, home, prices, help, linking) = (context, home, prices, help, linking)
        let answers = onAllCores(Array(groups.enumerated())) { number, group in
            Result {
                let paid = linking.rows.map { home[$0] == number ? 0 : prices[$0] }
                let scope = MasterScope(
                    context.model, people: group.people, rows: group.rows, awayCosts: context.awayCosts,
                    prices: LinkingPrices(linking, paid, context.limits), help: help)
                return try Self.answer(group, scope, prices, context)
            }
        }
        var solved: [(group: Group, duals: [Double])] = []
        for answer in answers {
            guard let (group, duals) = try answer.get() else { return false }
            solved.append((group, duals))
        }
        groups = solved.map(\.group)
        sweeps += 1
        let step = max(1 / Double(sweeps), 0.15)
        for (group, duals) in solved {
            for (row, dual) in zip(scopeRows(of: group), duals) {
                self.prices[row] += home[row] < 0 ? dual - self.prices[row] : step * (dual - self.prices[row])
            }
        }
        moveHelp(step)
        noteBound()
        return true
    }

    /// A group's best answer with the duals of its rows; nil if the run stopped before.
    private static func answer(
        _ group: Group, _ scope: MasterScope, _ prices: [Double], _ context: ProofContext
    ) throws -> (group: Group, duals: [Double])? {
        try context.solver.withSession(scope.program) { session in
            let master = PlanMaster(scope, session)
            try master.add(group.plans)
            var generation = ColumnGeneration(master, context.limits, run: context.run)
            // Prices move in the next sweep anyway: near enough is soon enough.
            generation.tolerance = 0.01
            generation.mostIterations = 40
            generation.bestDuals = scope.rows.map { prices[$0] }
            guard let weights = try generation.solve(), context.run.stopReason == nil else { return nil }
            try master.dropIdle(after: 3)
            var answered = group
            answered.weights = weights
            answered.plans = master.columns.map { ($0.person, $0.stays) }
            return (answered, generation.bestDuals)
        }
    }

    /// The rows of a group that its program has: those that the plan's own cost stands for are left out.
    private func scopeRows(of group: Group) -> [Int] {
        group.rows.filter { !context.awayCosts.settlesRow[$0] }
    }

    private mutating func moveHelp(_ step: Double) {
        var given = Array(repeating: 0.0, count: help.count)
        for (number, group) in groups.enumerated() {
            for plan in group.weights {
                context.model.people[group.people[plan.person]].forEachEntry(of: plan.stays) { entry in
                    if home[entry.row] >= 0, home[entry.row] != number {
                        given[entry.row] += plan.weight * Double(entry.coefficient)
                    }
                }
            }
        }
        for row in help.indices { help[row] += step * (given[row] - help[row]) }
    }

    /// Prices everybody's plans at the present prices of all rows.
    private mutating func noteBound() {
        let duals = whole.rows.map { prices[$0] }
        let (whole, model) = (whole, context.model)
        let least = onAllCores(groups.map(\.people)) { people in
            people.reduce(0) { sum, person in
                var costs = PlanPricer.Costs(model.people[person])
                whole.reducedCosts(of: person, duals, into: &costs)
                var pricer = PlanPricer(model.people[person])
                return sum + (pricer.cheapest(costs)?.cost ?? .infinity)
            }
        }
        let total = least.reduce(whole.boundOfRows(duals, context.limits), +)
        if total > bound, total.isFinite { (bound, bestPrices) = (total, prices) }
    }

    /// What the linking rows make duties cost at the best prices.
    var linkingPrices: LinkingPrices {
        LinkingPrices(linking, linking.rows.map { bestPrices[$0] }, context.limits)
    }
}
