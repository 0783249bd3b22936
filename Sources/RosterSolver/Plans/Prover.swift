import LinearProgramming
import Rostering

/// Proves how good rosters can be: bounds by groups of people, each with a proof of its own, that grow as long as the run goes on.
///
/// Few people make one group, about which everything is known. More people are split by department, and the rows that tie departments get
/// prices: from a linear program over everybody, which for many people begins at prices that departments agree upon (``PriceCoordination``)
/// and which beyond a size is left out. Where rounds alone limit the run, these rows are left out of the bound beyond a hundred people.
struct Prover: Sendable {
    let context: ProofContext
    /// The groups that share rows, as large as ``mostPeople(of:)`` allows.
    let together: Departments
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
    /// Up to this many people are bounded together with cuts and branching.
    private static let manyPeople = 100
    /// Up to this many person-weeks have a linear program over everybody.
    private static let mostPersonWeeks = 16_000
    /// Groups of more people than this are not made by merging departments.
    private static let groupSize = 20
    /// Groups that are worked on between two looks at all of them; fixed, so that results do not depend on the machine.
    private static let groupsAtOnce = 4
    /// Nodes of branch and price that a group gets in a turn.
    private static let nodesPerTurn = 10

    private var model: RosterModel { context.model }
    private var run: SolveRun { context.run }

    /// Proves until everything is proven, the run must stop, or, without a time limit, everybody had a turn.
    func prove() {
        let apart = Departments(model, mostPeople: Self.groupSize)
        if model.people.count <= Self.fewPeople || apart.linking.isEmpty {
            solve(together)
        } else if model.people.count <= Self.manyPeople {
            split(together, into: apart)
        } else if run.isLimitedByRoundsAlone {
            // Prices take longer than people who count rounds will wait: the rows that tie departments are left out.
            solve(apart)
        } else {
            coordinate(apart)
        }
    }

    private func solve(_ departments: Departments) {
        let ledger = ProofLedger(context, constant(of: departments), proofs(of: departments))
        settleRoots(ledger)
        branch(ledger)
    }

    private func constant(of departments: Departments) -> Double { Double(departments.constantCost) / 1000 }

    private func proofs(
        of departments: Departments, prices: LinkingPrices? = nil, cuts: [[BlockCut]]? = nil,
        duals: [Double]? = nil
    ) -> [GroupProof] {
        let present = exchange.present()
        return onAllCores(Array(departments.groups.indices)) { group in
            let people = departments.groups[group]
            return GroupProof(
                context, people: people, rows: departments.rows[group], prices: prices,
                start: people.map { present[$0] }, cuts: cuts?[group] ?? [], duals: duals)
        }
    }

    /// Bounds everybody together, then the departments one by one at the prices found, and at last everybody together by branching.
    private func split(_ together: Departments, into apart: Departments) {
        let whole = ProofLedger(context, constant(of: together), proofs(of: together))
        var prices: [LinkingPrices] = []
        var known: [[BlockCut]] = apart.groups.map { _ in [] }
        let isLinking = Set(apart.linking)
        for group in whole.proofs.indices {
            guard !run.isOver else { return }
            turn([group], whole) { try $0.settleRoot(dives: true) }
            let proof = whole.proofs[group]
            guard proof.rootDuals.count == proof.scope.rows.count + proof.cuts.count else {
                // Without prices the rows that tie departments are left out.
                return solve(apart)
            }
            prices.append(linkingPrices(proof, isLinking))
            for (number, people) in apart.groups.enumerated() {
                known[number] += proof.cuts.compactMap { $0.moved(from: proof.people, to: people) }
            }
        }
        guard !run.isOver, let joined = LinkingPrices(prices) else { return }
        let parts = ProofLedger(
            context, constant(of: apart) + joined.constant, proofs(of: apart, prices: joined, cuts: known))
        settleRoots(parts)
        branch(parts)
        branch(whole)
    }

    /// Lets departments agree upon prices, improves these by a linear program over everybody unless that is too large, and proves the departments
    /// at these prices.
    private func coordinate(_ apart: Departments) {
        let personWeeks = model.people.count * model.instance.calendar.weekCount
        let isJoined = personWeeks <= Self.mostPersonWeeks
        var coordination = PriceCoordination(context, apart, start: exchange.present())
        for _ in 0..<(isJoined ? Self.fewSweeps : Self.mostSweeps) {
            let before = coordination.bound
            guard attempt({ try coordination.sweep() }) == true else { break }
            context.raise(constant(of: apart) + coordination.bound)
            if coordination.bound < before + Self.leastProgress * abs(before) { break }
        }
        var (prices, duals) = (coordination.linkingPrices, coordination.bestPrices)
        if isJoined, !run.isOver {
            // The departments' cuts want their time too.
            let deadline = run.deadline.map { ContinuousClock.now + ContinuousClock.now.duration(to: $0) / 2 }
            let whole = ProofLedger(context, constant(of: together), proofs(of: together, duals: duals))
            for group in whole.proofs.indices where !run.isOver {
                turn([group], whole) { try $0.settleRoot(dives: false, rounds: 0, until: deadline) }
            }
            for proof in whole.proofs {
                for (row, dual) in zip(proof.scope.rows, proof.rootDuals) { duals[row] = dual }
            }
            let everybody = MasterScope(
                model, people: Array(model.people.indices), rows: apart.linking)
            prices = LinkingPrices(everybody, everybody.rows.map { duals[$0] }, context.limits)
        }
        let parts = ProofLedger(
            context, constant(of: apart) + prices.constant, proofs(of: apart, prices: prices, duals: duals))
        settleRoots(parts, dives: false)
        branch(parts)
    }

    /// Sweeps of price coordination before a linear program over everybody, and without it.
    private static let (fewSweeps, mostSweeps) = (2, 20)
    /// A sweep that raises the bound by less than this part is the last.
    private static let leastProgress = 0.001

    /// The prices of the rows and cuts that tie the groups, at the duals of a proof of all of them.
    private func linkingPrices(_ proof: GroupProof, _ isLinking: Set<Int>) -> LinkingPrices {
        let rows = proof.scope.rows
        let linking = rows.indices.filter { isLinking.contains(rows[$0]) }
        var scope = MasterScope(model, people: proof.people, rows: linking.map { rows[$0] })
        var linkingDuals = linking.map { proof.rootDuals[$0] }
        for (index, cut) in proof.cuts.enumerated()
        where isLinking.contains(context.tables.blocks[cut.block].rows[0].row) {
            _ = scope.add(cut)
            linkingDuals.append(proof.rootDuals[rows.count + index])
        }
        return LinkingPrices(scope, linkingDuals, context.limits)
    }

    /// Settles the roots of all groups, the largest first.
    private func settleRoots(_ ledger: ProofLedger, dives: Bool = true) {
        let sizes = ledger.proofs.map(\.people.count)
        let order = sizes.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
        for begin in stride(from: 0, to: order.count, by: Self.groupsAtOnce) {
            guard !run.isOver else { return }
            turn(Array(order[begin..<min(order.count, begin + Self.groupsAtOnce)]), ledger) { proof in
                try proof.settleRoot(
                    dives: dives && proof.people.count * model.instance.calendar.weekCount > 600,
                    rounds: sizes.count > Self.groupsAtOnce ? 0 : GroupProof.rootRounds)
            }
        }
    }

    /// Branches where the gap is widest, as long as that can improve anything.
    private func branch(_ ledger: ProofLedger) {
        // Without a limit of time everybody gets one turn, so that nothing depends on the clock.
        let isTimed = !run.isLimitedByRoundsAlone
        // Where many groups wait, nobody branches before all roots are tight.
        let isCrowded = ledger.proofs.count > Self.groupsAtOnce
        var turns = 0
        while !run.isOver, exchange.mayGoOn(), isTimed || turns == 0 {
            let proofs = ledger.proofs
            let open = proofs.indices.filter { !proofs[$0].isExhausted }.sorted {
                (proofs[$0].isTightened ? 1 : 0, proofs[$1].gap, $0) < (
                    proofs[$1].isTightened ? 1 : 0, proofs[$0].gap, $1
                )
            }
            if open.isEmpty { return }
            for begin in stride(from: 0, to: isTimed ? 1 : open.count, by: Self.groupsAtOnce) {
                turn(Array(open[begin..<min(open.count, begin + Self.groupsAtOnce)]), ledger) { proof in
                    let people = proof.people
                    try proof.branch(
                        nodes: isCrowded && !proof.isTightened ? 0 : Self.nodesPerTurn,
                        mayGoOn: exchange.mayGoOn,
                        outside: {
                            guard isTimed else { return nil }
                            let present = exchange.present()
                            return people.map { present[$0] }
                        })
                }
            }
            turns += 1
        }
    }

    /// Gives some groups their turn side by side, and what they find to the search.
    private func turn(
        _ batch: [Int], _ ledger: ProofLedger, _ body: @Sendable (inout GroupProof) throws -> Void
    ) {
        let present = exchange.present()
        let before = batch.map { (group: $0, proof: ledger.proofs[$0]) }
        let after = onAllCores(before) { group, proof in
            var changed = proof
            changed.consider(of: present)
            changed.onBound = { ledger.raise($0, of: group) }
            if attempt({ try body(&changed) }) == nil {
                changed = proof
                changed.giveUp()
            }
            return changed
        }
        for (group, proof) in zip(batch, after) {
            let isBetter = proof.best.cost < ledger.proofs[group].best.cost
            ledger.keep(proof, of: group)
            if isBetter { exchange.found(proof.best.plans, proof.people) }
        }
    }

    /// Does a piece of a proof; nil if the linear solver failed: then the user is told that the bound stays what it was.
    private func attempt<Output>(_ body: () throws -> Output) -> Output? {
        do {
            return try body()
        } catch {
            run.note(
                Text(
                    "The linear solver failed (\(error)): the bound may be weaker, the roster is not affected.",
                    "线性求解器失败（\(error)）：下界可能较弱，轮派表不受影响。"))
            return nil
        }
    }
}
