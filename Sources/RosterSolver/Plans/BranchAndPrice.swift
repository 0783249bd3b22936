import LinearProgramming
import Rostering
import Foundation
func dbg(_ items: Any...) { FileHandle.standardError.write((items.map { "\($0)" }.joined(separator: " ") + "\n").data(using: .utf8)!) }

/// Proves the least cost of a scope's plans by branching on people's weeks, with column generation, cuts and fixing by reduced costs.
///
/// A node is what everybody's plan must and must not have; the pricing honours it. What costs no less than the best plans known is
/// not looked into, so that the bound is that of the open nodes or the best plans' cost, whichever is less.
struct BranchAndPrice {
    let master: PlanMaster
    let cuts: BlockCuts
    let limits: QuantityLimits
    let run: SolveRun
    /// The exact cost of plans of the scope, in points.
    let exactCost: ([[Stay]]) -> Double
    /// The best plans known and their cost in points.
    private(set) var best: (plans: [[Stay]], cost: Double)
    private(set) var bound = -Double.infinity
    private(set) var nodes = 0
    var mostNodes = Int.max
    /// What holds for every better roster, so that cuts may build on it.
    private var everywhere: [PlanConstraints]
    var debug = false

    struct Node {
        var constraints: [PlanConstraints]
        var bound: Double
        var duals: [Double]
        var weights: [WeightedPlan]
    }

    init(
        master: PlanMaster, cuts: BlockCuts, limits: QuantityLimits, run: SolveRun, start: [[Stay]],
        exactCost: @escaping ([[Stay]]) -> Double
    ) {
        self.master = master
        self.cuts = cuts
        self.limits = limits
        self.run = run
        self.exactCost = exactCost
        best = (start, exactCost(start))
        everywhere = master.scope.people.map { _ in PlanConstraints() }
    }

    /// What a better roster costs at most, in points.
    private var cutoff: Double {
        let grain = Double(max(1, master.model.costGrain)) / 1000
        return best.cost - grain + 1e-7 * max(1, abs(best.cost))
    }

    mutating func solve() throws {
        var root = Node(
            constraints: master.scope.people.map { _ in PlanConstraints() }, bound: -.infinity, duals: [],
            weights: [])
        guard try settle(&root, rounds: 30) else { bound = best.cost; return }
        bound = root.bound
        if debug { dbg("  root", root.bound, "best", best.cost, "t", run.seconds) }
        for _ in 0..<5 {
            let fixed = fix(&root)
            everywhere = root.constraints
            let before = root.bound
            if debug { dbg("  fixed", fixed, "t", run.seconds) }
            guard fixed > 0 else { break }
            guard try settle(&root, rounds: 10) else { bound = best.cost; return }
            bound = max(bound, root.bound)
            if debug { dbg("  root", root.bound, "best", best.cost, "t", run.seconds) }
            if root.bound < before + 0.05 * (best.cost - before) { break }
        }
        var stuck = Double.infinity
        var open = [root]
        while !open.isEmpty, run.stopReason == nil, nodes < mostNodes {
            let place = open.indices.min { (open[$0].bound, $0) < (open[$1].bound, $1) } ?? 0
            bound = max(bound, min(open[place].bound, stuck, best.cost))
            let node = open.remove(at: place)
            if node.bound >= cutoff { bound = best.cost; return }
            nodes += 1
            if debug, nodes % 10 == 0 { dbg("   node", nodes, "open", open.count, "bound", bound, "best", best.cost, "t", run.seconds) }
            guard let children = try branch(node) else {
                if run.stopReason == nil { stuck = min(stuck, node.bound); continue }
                return
            }
            open += children.filter { $0.bound < cutoff }
        }
        if open.isEmpty { bound = min(best.cost, stuck) }
    }

    /// Solves a node's program with cuts; false if nothing better is in it.
    private mutating func settle(_ node: inout Node, rounds: Int) throws -> Bool {
        try master.enforce(node.constraints)
        for round in 0...rounds {
            var generation = ColumnGeneration(master, limits, run: run)
            generation.bestDuals = node.duals
            generation.cutoff = cutoff
            let weights = try generation.solve(constraints: node.constraints)
            let before = node.bound
            node.bound = max(node.bound, generation.bound)
            if node.bound >= cutoff { return false }
            guard let weights, run.stopReason == nil else { return true }
            node.duals = generation.bestDuals
            node.weights = weights
            try offer(weights)
            if node.bound >= cutoff { return false }
            if round == rounds || round > 0 && node.bound < before + 0.01 * (best.cost - before) { return true }
            let found = try cuts.violated(by: weights, everywhere, master: master, least: 0.02)
            if found.isEmpty { return true }
            try master.add(found)
        }
        return true
    }

    /// Takes whole plans of a solution as the best if they are.
    private mutating func offer(_ weights: [WeightedPlan]) throws {
        var plans: [(stays: [Stay], weight: Double)] = master.scope.people.map { _ in ([], 0) }
        for plan in weights where plan.weight > plans[plan.person].weight {
            plans[plan.person] = (plan.stays, plan.weight)
        }
        let stays = plans.map(\.stays)
        let cost = exactCost(stays)
        if cost < best.cost {
            best = (stays, cost)
            if debug { dbg("   better", cost, "t", run.seconds) }
        }
    }

    /// Bars the duties and weeks at home that no better roster has; returns how many.
    private mutating func fix(_ node: inout Node) -> Int {
        let scope = master.scope
        var count = 0
        guard let base = basis(node) else { return 0 }
        let room = cutoff - base.bound
        for position in scope.people.indices {
            let person = master.model.people[scope.people[position]]
            for week in 0..<person.weekCount {
                var away = node.constraints[position]
                away.posted.insert(week)
                if person.modes.isEmpty { continue }
                let cells = person.modes.indices.map { $0 * person.weekCount + week }.filter {
                    person.modes[$0 / person.weekCount].allowed[week] && !node.constraints[position].barred.contains($0)
                }
                guard !cells.isEmpty else { continue }
                for cell in cells {
                    var only = away
                    only.barred.formUnion(cells.filter { $0 != cell })
                    if (base.price(position, only) ?? .infinity) - base.costs[position] >= room {
                        node.constraints[position].barred.insert(cell)
                        count += 1
                    }
                }
                guard !node.constraints[position].posted.contains(week) else { continue }
                var home = node.constraints[position]
                home.barred.formUnion(cells)
                if (base.price(position, home) ?? .infinity) - base.costs[position] >= room {
                    node.constraints[position].posted.insert(week)
                    count += 1
                }
            }
        }
        return count
    }

    private func basis(_ node: Node) -> (
        bound: Double, costs: [Double], price: (Int, PlanConstraints) -> Double?
    )? {
        let plans = master.price(node.duals, constraints: node.constraints)
        let costs = plans.compactMap { $0?.cost }
        guard costs.count == plans.count else { return nil }
        let bound = costs.reduce(master.scope.boundOfRows(node.duals, limits), +)
        return (bound, costs, { master.price($0, node.duals, $1)?.cost })
    }

    private struct Candidate {
        let person: Int
        /// The cells of one side: being at any of them; the other is being at none.
        let week: Int
        let cell: Int?
        let share: Double
    }

    /// The two children of a node, solved; nil if the run stopped.
    private mutating func branch(_ node: Node) throws -> [Node]? {
        let candidates = candidates(node)
        guard !candidates.isEmpty else {
            if debug { dbg("   stuck at", node.bound) }
            return nil
        }
        var chosen: (score: Double, children: [Node])?
        for candidate in candidates.prefix(8) {
            var children: [Node] = []
            var gains: [Double] = []
            for isThere in [true, false] {
                var child = node
                restrict(&child, candidate, isThere)
                if try settle(&child, rounds: 1) { children.append(child) }
                gains.append(min(child.bound, cutoff) - node.bound)
                if run.stopReason != nil { return nil }
            }
            if children.isEmpty { return [] }
            let score = max(gains[0], 1e-3) * max(gains[1], 1e-3)
            if chosen.map({ score > $0.score }) ?? true { chosen = (score, children) }
            if children.count == 1 { break }
        }
        return chosen?.children
    }

    private func restrict(_ node: inout Node, _ candidate: Candidate, _ isThere: Bool) {
        let person = master.model.people[master.scope.people[candidate.person]]
        let cells = person.modes.indices.map { $0 * person.weekCount + candidate.week }
        switch (candidate.cell, isThere) {
        case (nil, true): node.constraints[candidate.person].posted.insert(candidate.week)
        case (nil, false): node.constraints[candidate.person].barred.formUnion(cells)
        case (let cell?, true):
            node.constraints[candidate.person].posted.insert(candidate.week)
            node.constraints[candidate.person].barred.formUnion(cells.filter { $0 != cell })
        case (let cell?, false): node.constraints[candidate.person].barred.insert(cell)
        }
    }

    /// People's weeks that the node's solution leaves undecided, the most undecided first.
    private func candidates(_ node: Node) -> [Candidate] {
        var list: [Candidate] = []
        var shares = master.scope.people.map { _ in [Int: Double]() }
        for plan in node.weights {
            let person = master.model.people[master.scope.people[plan.person]]
            for stay in plan.stays { person.forEachCell(of: stay) { shares[plan.person][$0, default: 0] += plan.weight } }
        }
        for (position, shares) in shares.enumerated() {
            let person = master.model.people[master.scope.people[position]]
            var away: [Int: Double] = [:]
            for (cell, share) in shares { away[cell % person.weekCount, default: 0] += share }
            for (week, share) in away.sorted(by: { $0.key < $1.key }) where share > 0.01 && share < 0.99 {
                list.append(Candidate(person: position, week: week, cell: nil, share: share))
            }
            for (cell, share) in shares.sorted(by: { $0.key < $1.key }) where share > 0.01 && share < 0.99 {
                let week = cell % person.weekCount
                if away[week, default: 0] >= 0.99 {
                    list.append(Candidate(person: position, week: week, cell: cell, share: share))
                }
            }
        }
        list.sort {
            (abs($0.share - 0.5), $0.person, $0.week, $0.cell ?? -1) < (abs($1.share - 0.5), $1.person, $1.week, $1.cell ?? -1)
        }
        // One of each person first, so that the choice is among different ones.
        var seen: Set<Int> = []
        let first = list.filter { seen.insert($0.person).inserted }
        return first
    }
}
