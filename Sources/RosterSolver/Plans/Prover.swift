import LinearProgramming
import Rostering
import Foundation
func dbg(_ items: Any...) { if ProcessInfo.processInfo.environment["ROTA_DEBUG"] != nil { FileHandle.standardError.write((items.map { "\($0)" }.joined(separator: " ") + "\n").data(using: .utf8)!) } }

/// Proves how good rosters can be: bounds by groups of people, each with a proof of its own, that grow as long as the run goes on.
///
/// Few people make one group, about which everything is known. More people are split by department: up to a hundred get the prices of the rows
/// that tie departments from a linear program over all of them; beyond, these rows are left out of the bound, which stays valid.
struct Prover: Sendable {
    let context: ProofContext
    /// How the search hears of plans and tells of its own.
    let exchange: Exchange

    /// What prover and search tell one another.
    struct Exchange: Sendable {
        /// The best plans that the search has, by person of the model.
        let present: @Sendable () -> [[Stay]]
        /// Hands plans of some people to the search.
        let found: @Sendable (_ plans: [[Stay]], _ people: [Int]) -> Void
        /// Whether to branch on.
        let mayGoOn: @Sendable () -> Bool
    }

    /// Up to this many people are one group, so that the proof can be complete.
    private static let fewPeople = 48
    /// Up to this many people are bounded together before they are split.
    private static let manyPeople = 100
    /// Groups of more people than this are not made by merging departments.
    private static let groupSize = 40
    /// Groups that are worked on between two looks at all of them; fixed, so that results do not depend on the machine.
    private static let groupsAtOnce = 4
    /// Nodes of branch and price that a group gets in a turn.
    private static let nodesPerTurn = 20

    private var model: RosterModel { context.model }
    private var run: SolveRun { context.run }

    /// Proves until everything is proven, the run must stop, or, without a time limit, everybody had a turn.
    func prove() {
        let size = model.people.count
        let together = Departments(model, mostPeople: size <= Self.manyPeople ? Self.manyPeople : Self.groupSize)
        guard size > Self.fewPeople, size <= Self.manyPeople else {
            work(on: proofs(of: together), added: constant(of: together), together)
            return
        }
        let apart = Departments(model, mostPeople: Self.groupSize / 2)
        guard apart.groups.count > together.groups.count else {
            work(on: proofs(of: together), added: constant(of: together), together)
            return
        }
        split(together, into: apart)
    }

    private func constant(of departments: Departments) -> Double { Double(departments.constantCost) / 1000 }

    private func proofs(of departments: Departments, prices: LinkingPrices? = nil, cuts: [[BlockCut]]? = nil)
        -> [GroupProof]
    {
        let present = exchange.present()
        return onAllCores(Array(departments.groups.indices)) { group in
            let people = departments.groups[group]
            return GroupProof(
                context, people: people, rows: departments.rows[group], prices: prices,
                start: people.map { present[$0] }, cuts: cuts?[group] ?? [])
        }
    }

    /// Bounds everybody together, and then the departments one by one at the prices found.
    private func split(_ together: Departments, into apart: Departments) {
        var bound = constant(of: together)
        var prices: [LinkingPrices] = []
        var known: [[BlockCut]] = apart.groups.map { _ in [] }
        let isLinking = Set(apart.linking)
        for var proof in proofs(of: together) {
            guard let duals = attempt(proof, { try $0.settleRoot(dives: true) }, &proof) else { return }
            exchange.found(proof.best.plans, proof.people)
            bound += max(0, proof.bound)
            raise(bound, exact: false)
            guard !run.isOver, duals.count == proof.scope.rows.count + proof.cuts.count else { return }
            prices.append(linkingPrices(proof, duals, isLinking))
            for (group, people) in apart.groups.enumerated() {
                known[group] += proof.cuts.compactMap { $0.moved(from: proof.people, to: people) }
            }
        }
        guard let joined = LinkingPrices(prices) else { return }
        work(
            on: proofs(of: apart, prices: joined, cuts: known), added: constant(of: apart) + joined.constant, apart)
    }

    /// The prices of the rows and cuts that tie the groups, at the duals of a proof of all of them.
    private func linkingPrices(_ proof: GroupProof, _ duals: [Double], _ isLinking: Set<Int>) -> LinkingPrices {
        let rows = proof.scope.rows
        let linking = rows.indices.filter { isLinking.contains(rows[$0]) }
        var scope = MasterScope(model, people: proof.people, rows: linking.map { rows[$0] })
        var linkingDuals = linking.map { duals[$0] }
        for (index, cut) in proof.cuts.enumerated()
        where isLinking.contains(context.tables.blocks[cut.block].rows[0].row) {
            _ = scope.add(cut)
            linkingDuals.append(duals[rows.count + index])
        }
        return LinkingPrices(scope, linkingDuals, context.limits)
    }

    /// Settles the roots of all groups, then branches where the gap is widest.
    private func work(on proofs: [GroupProof], added constant: Double, _ departments: Departments) {
        var proofs = proofs
        var bounds = proofs.map { _ in 0.0 }
        let mayBeNegative = proofs.contains { $0.scope.prices != nil }
        func update() {
            for index in proofs.indices {
                // Costs are never negative, prices may be.
                let least = mayBeNegative ? -Double.infinity : 0
                bounds[index] = max(proofs[index].bound, least)
            }
            dbg("t", run.seconds, "const", constant); for p in proofs { dbg("   people", p.people.count, "bound", p.bound, "best", p.best.cost, "proven", p.isProven, "open", p.openCount, "cuts", p.cuts.count) }
            let isExact = proofs.allSatisfy(\.isProven)
            raise(bounds.reduce(constant, +), exact: isExact)
        }
        let order = proofs.indices.sorted { (proofs[$1].people.count, $0) < (proofs[$0].people.count, $1) }
        for begin in stride(from: 0, to: order.count, by: Self.groupsAtOnce) {
            guard !run.isOver else { return }
            let batch = Array(order[begin..<min(order.count, begin + Self.groupsAtOnce)])
            turn(batch, &proofs) { proof in
                proof.consider(of: exchange.present())
                _ = try proof.settleRoot(dives: proof.people.count * model.instance.calendar.weekCount > 600)
            }
            update()
        }
        // Without a limit of time everybody gets one turn, so that nothing depends on the clock.
        let isTimed = !run.isLimitedByRoundsAlone
        var turns = 0
        while !run.isOver, exchange.mayGoOn(), isTimed || turns == 0 {
            let open = proofs.indices.filter { !proofs[$0].isExhausted }.sorted {
                (proofs[$1].gap, $0) < (proofs[$0].gap, $1)
            }
            if open.isEmpty { return }
            for begin in stride(from: 0, to: isTimed ? 1 : open.count, by: Self.groupsAtOnce) {
                let batch = Array(open[begin..<min(open.count, begin + Self.groupsAtOnce)])
                turn(batch, &proofs) { proof in
                    let exchange = exchange
                    let people = proof.people
                    try proof.branch(
                        nodes: Self.nodesPerTurn, mayGoOn: exchange.mayGoOn,
                        outside: {
                            guard isTimed else { return nil }
                            let present = exchange.present()
                            return people.map { present[$0] }
                        })
                }
                update()
            }
            turns += 1
        }
    }

    /// Gives some groups their turn side by side, and what they find to the search.
    private func turn(
        _ batch: [Int], _ proofs: inout [GroupProof], _ body: @Sendable (inout GroupProof) throws -> Void
    ) {
        let before = batch.map { proofs[$0] }
        let after = onAllCores(before) { proof in
            var changed = proof
            return attempt(proof, body, &changed) == nil ? proof : changed
        }
        for (index, proof) in zip(batch, after) {
            let isBetter = proof.best.cost < proofs[index].best.cost
            proofs[index] = proof
            if isBetter { exchange.found(proof.best.plans, proof.people) }
        }
    }

    /// Does a piece of a proof; if the linear solver fails, the bound stays what it was and the user is told.
    private func attempt<Output>(
        _ proof: GroupProof, _ body: (inout GroupProof) throws -> Output, _ changed: inout GroupProof
    ) -> Output? {
        do {
            return try body(&changed)
        } catch {
            run.note(
                Text(
                    """
                    The bound leaves out what the linear solver failed on: \(proof.people.count) people (\(error)). The roster is \
                    not affected.
                    """,
                    "线性求解器在\(proof.people.count)人上失败（\(error)），下界未计入这部分；轮派表不受影响。"))
            return nil
        }
    }

    private func raise(_ bound: Double, exact: Bool) {
        guard !model.instance.policy.isLexicographic else { return }
        run.raise(bound: exact ? model.nearest(bound) : model.roundedUp(bound))
    }
}
