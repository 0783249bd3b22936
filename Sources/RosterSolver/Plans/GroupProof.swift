import LinearProgramming
import Rostering

/// What is known of the least cost of a group's plans, their own rows and prices counted and no others; improved a piece at a time.
///
/// First the linear program over plans with its cuts, then branch and price: a node is what everybody's plan must and must not
/// have, the pricing honours it, and the node with the least bound is split in two. What costs no less than the best plans known is
/// not looked into. Everything is a value, so that work on one group can rest while others get their turn.
struct GroupProof: Sendable {
    /// A part of all plans.
    struct Node: Sendable {
        var constraints: [PlanConstraints]
        /// No plans of the node cost less, in points.
        var bound = -Double.infinity
        /// The duals that gave the bound.
        var duals: [Double] = []
        /// The last solution of the node's program.
        var weights: [WeightedPlan] = []
    }

    let context: ProofContext
    /// The people, as in the model.
    let people: [Int]
    let scope: MasterScope
    /// All blocks of the group, hard violations costing what they cost in a master.
    private let blocks: [Block]
    /// Where cuts are sought; made when first needed.
    private var blockCuts: BlockCuts?
    /// The best plans known, by position in the people, and their cost in points.
    private(set) var best: (plans: [[Stay]], cost: Double)
    /// No plans of the group cost less, in points.
    private(set) var bound = -Double.infinity { didSet { if bound > oldValue { onBound?(bound) } } }
    /// Whether the best plans are proven best.
    private(set) var isProven = false
    /// Whether there is nothing left that branching could improve.
    var isExhausted: Bool { isProven || isRootSettled && open.isEmpty }
    private(set) var isRootSettled = false
    /// Whether cuts and reduced costs have been brought to bear on the root.
    private(set) var isTightened = false
    /// The duals of the scope's rows, then of the cuts, that the root begins with; empty for none.
    private var rootDuals: [Double] = []

    /// Plans and cuts found so far, to begin with next time.
    private var plans: [(person: Int, stays: [Stay])] = []
    private(set) var cuts: [BlockCut] = []
    /// What holds for all plans better than the best.
    private var everywhere: [PlanConstraints]
    private var open: [Node] = []
    /// The bound of nodes that no branching splits.
    private var stuck = Double.infinity
    private var nodes = 0

    /// Hears of better bounds while a turn lasts.
    var onBound: (@Sendable (Double) -> Void)?

    /// Begins a proof.
    ///
    /// - Parameters:
    ///   - prices: what other people's rows make duties cost here.
    ///   - start: plans to start from, by position in `people`.
    ///   - ascent: prices found for everybody, to begin with; nil for none.
    init(
        _ context: ProofContext, people: [Int], rows: [Int], prices: LinkingPrices? = nil, start: [[Stay]],
        from ascent: PriceAscent? = nil
    ) {
        self.context = context
        self.people = people
        scope = MasterScope(
            context.model, people: people, rows: rows, awayCosts: context.awayCosts, prices: prices)
        let hardCost = Int(context.model.hardPenalty * 1000)
        blocks = Set(rows.map { context.tables.places[$0].block }).sorted().map {
            context.tables.blocks[$0].withHardCost(hardCost)
        }
        everywhere = people.map { _ in PlanConstraints() }
        best = (start, 0)
        best.cost = cost(of: start)
        plans = start.enumerated().map { ($0, $1) }
        if let ascent {
            plans += ascent.plans(of: people)
            let known = ascent.cuts(of: scope.rows, among: people)
            cuts = known.map(\.cut)
            rootDuals = ascent.duals(of: scope.rows) + known.map(\.dual)
        }
    }

    /// What plans of the people cost exactly, in points.
    private func cost(of plans: [[Stay]]) -> Double {
        var activities: [Int: Int] = [:]
        var (cost, priceCost) = (0, 0.0)
        for (index, stays) in zip(people, plans) {
            let person = context.model.people[index]
            cost += person.ownCost(of: stays)
            priceCost += scope.prices?.cost(of: person, index, stays) ?? 0
            person.forEachEntry(of: stays) { activities[$0.row, default: 0] += $0.coefficient }
        }
        for block in blocks { cost += block.cost(block.rows.map { activities[$0.row, default: 0] }) }
        return Double(cost) / 1000 + priceCost
    }

    /// Takes plans as the best if they are.
    mutating func consider(_ plans: [[Stay]]) {
        let cost = cost(of: plans)
        if cost < best.cost { best = (plans, cost) }
    }

    /// Takes the people's plans of a whole roster as the best if they are.
    mutating func consider(of roster: [[Stay]]) { consider(people.map { roster[$0] }) }

    /// Leaves it at what is known, after the linear solver failed.
    mutating func giveUp() {
        isRootSettled = true
        open = []
    }

    /// How far the bound is from the best plans, in points.
    var gap: Double { best.cost - bound }

    /// What plans better than the best cost at most, in points.
    private var cutoff: Double {
        let margin = 1e-7 * max(1, abs(best.cost))
        let model = context.model
        // Costs of rosters that keep the hard rules come in whole grains, unless prices are mixed in.
        guard scope.prices == nil, model.costGrain > 0, best.cost < model.hardPenalty else {
            return best.cost - margin
        }
        return best.cost - Double(model.costGrain) / 1000 + margin
    }

    /// Notes that no plans are better than the best.
    private mutating func finish() {
        isProven = scope.prices == nil && best.cost < context.model.hardPenalty
        bound = max(bound, isProven ? best.cost : cutoff)
        isRootSettled = true
        open = []
    }

    // MARK: Turns

    /// Settles the root.
    ///
    /// - Parameter rounds: rounds of cuts at most.
    mutating func settleRoot(rounds: Int = Self.rootRounds) throws {
        try withMaster { proof, master in
            var root = Node(constraints: proof.everywhere, duals: proof.rootDuals)
            guard try proof.settle(&root, master, rounds: rounds, isRoot: true) else {
                return proof.finish()
            }
            proof.keep(master)
            guard !proof.shouldStop else { return }
            proof.open = [root]
            proof.isRootSettled = true
        }
    }

    /// Branches, for some nodes at most.
    ///
    /// - Parameters:
    ///   - most: how many; with 0 the root is tightened and no more.
    ///   - mayGoOn: asked before each node.
    ///   - outside: plans of the people that others have found, if there are new ones.
    mutating func branch(nodes most: Int, mayGoOn: () -> Bool, outside: () -> [[Stay]]?) throws {
        guard isRootSettled, !isExhausted else { return }
        try withMaster { proof, master in
            defer { proof.keep(master) }
            if proof.nodes == 0 { try proof.tightenRoot(master) }
            let end = proof.nodes + most
            while !proof.open.isEmpty, proof.nodes < end, !proof.shouldStop, mayGoOn() {
                if let plans = outside() { proof.consider(plans) }
                let place = proof.open.indices.min {
                    (proof.open[$0].bound, $0) < (proof.open[$1].bound, $1)
                }
                let node = proof.open.remove(at: place ?? 0)
                if node.bound >= proof.cutoff {
                    proof.open = []
                    break
                }
                proof.nodes += 1
                guard let children = try proof.children(of: node, master) else {
                    if proof.shouldStop {
                        proof.open.append(node)
                    } else {
                        proof.stuck = min(proof.stuck, node.bound)
                    }
                    continue
                }
                proof.open += children
                proof.updateBound()
            }
            proof.updateBound()
        }
    }

    private mutating func updateBound() {
        let cutoff = cutoff
        open.removeAll { $0.bound >= cutoff }
        if open.isEmpty, stuck >= cutoff { return finish() }
        bound = max(bound, min(open.map(\.bound).min() ?? .infinity, stuck, best.cost))
    }

    /// The seconds after which a solve must have stopped matter here as everywhere.
    var shouldStop: Bool { context.run.stopReason != nil }

    private mutating func withMaster<Output>(
        _ body: (inout GroupProof, PlanMaster) throws -> Output
    ) throws -> Output {
        try context.solver.withSession(scope.program) { session in
            let master = PlanMaster(scope, session)
            try master.add(cuts)
            try master.add(plans)
            return try body(&self, master)
        }
    }

    /// Keeps what a master has found for the next turn.
    private mutating func keep(_ master: PlanMaster) {
        plans = master.columns.map { ($0.person, $0.stays) }
        cuts = master.scope.cuts
    }

    // MARK: Nodes

    /// Rounds of cuts at the root, where they serve all nodes.
    static let rootRounds = 30
    /// A round of cuts that closes less than this part of the gap is the last.
    private static let leastProgress = 0.01
    /// Cuts that a solution violates by fewer points are left.
    private static let leastViolation = 0.004

    /// Solves a node's program with cuts; false if nothing better than the best is in it.
    ///
    /// - Parameter isRoot: whether the node holds everything that may be better than the best, so that its bound is the group's.
    mutating func settle(
        _ node: inout Node, _ master: PlanMaster, rounds: Int, isRoot: Bool = false
    ) throws -> Bool {
        try master.enforce(node.constraints)
        for round in 0...rounds {
            node.duals = master.completed(node.duals)
            var generation = ColumnGeneration(master, context.limits, run: context.run)
            generation.bestDuals = node.duals
            generation.cutoff = cutoff
            if isRoot, let onBound {
                // What is proven cannot exceed what the best plans cost.
                let most = best.cost
                generation.onBound = { onBound(min($0, most)) }
            }
            let weights = try generation.solve(constraints: node.constraints)
            let before = node.bound
            node.bound = max(node.bound, generation.bound)
            if isRoot { bound = max(bound, min(node.bound, best.cost)) }
            if node.bound >= cutoff { return false }
            guard let weights else { return true }
            node.duals = generation.bestDuals
            node.weights = weights
            consider(heaviest(weights))
            if node.bound >= cutoff { return false }
            let isSlow = round > 0 && node.bound < before + Self.leastProgress * (best.cost - before)
            if round == rounds || isSlow || shouldStop { return true }
            let seeker = blockCuts ?? BlockCuts(scope, context)
            blockCuts = seeker
            let violated = try seeker.violated(
                by: weights, everywhere, master: master, least: Self.leastViolation)
            if violated.isEmpty { return true }
            try master.add(violated)
        }
        return true
    }

    /// Everybody's heaviest plan.
    private func heaviest(_ weights: [WeightedPlan]) -> [[Stay]] {
        var heaviest: [(stays: [Stay], weight: Double)] = best.plans.map { ($0, 0) }
        for plan in weights where plan.weight > heaviest[plan.person].weight {
            heaviest[plan.person] = (plan.stays, plan.weight)
        }
        return heaviest.map(\.stays)
    }

    /// Bars at the root what no better plans have, and tightens it with what follows.
    private mutating func tightenRoot(_ master: PlanMaster) throws {
        for pass in 0..<5 {
            guard !isTightened, var root = open.first, open.count == 1 else { return }
            let before = root.bound
            if pass > 0 {
                guard fix(&root, master) > 0 else { break }
                everywhere = root.constraints
            }
            guard try settle(&root, master, rounds: Self.rootRounds, isRoot: true) else { return finish() }
            open = [root]
            updateBound()
            if shouldStop { return }
            if pass > 0, root.bound < before + 0.05 * (best.cost - before) { break }
        }
        isTightened = true
    }

    /// Bars the duties and the weeks without posting that no better plans have, by their reduced costs; returns how many.
    private func fix(_ node: inout Node, _ master: PlanMaster) -> Int {
        let cheapest = master.price(node.duals, constraints: node.constraints).compactMap { $0?.cost }
        guard cheapest.count == people.count else { return 0 }
        let room = cutoff - cheapest.reduce(master.scope.boundOfRows(node.duals, context.limits), +)
        var count = 0
        for (position, cost) in cheapest.enumerated() {
            // Where many people yield nothing the room is too wide.
            if shouldStop || position >= 5 && count == 0 { return count }
            let person = context.model.people[people[position]]
            for week in 0..<person.weekCount {
                let cells = person.postingCells(in: week).filter {
                    !node.constraints[position].barred.contains($0)
                }
                guard !cells.isEmpty else { continue }
                func isTooDear(_ change: (inout PlanConstraints) -> Void) -> Bool {
                    var constraints = node.constraints[position]
                    change(&constraints)
                    let least = master.price(position, node.duals, constraints)?.cost ?? .infinity
                    return least - cost >= room
                }
                for cell in cells
                where isTooDear({ only in
                    only.posted.insert(week)
                    only.barred.formUnion(cells.filter { $0 != cell })
                }) {
                    node.constraints[position].barred.insert(cell)
                    count += 1
                }
                guard !node.constraints[position].posted.contains(week) else { continue }
                if isTooDear({ $0.barred.formUnion(cells) }) {
                    node.constraints[position].posted.insert(week)
                    count += 1
                }
            }
        }
        return count
    }
}
