import LinearProgramming
import Rostering

/// Proves how good rosters can be: bounds by groups of people, each with a proof of its own, that grow as long as the run goes on.
///
/// Few people make one group, about which everything is known. More people are split by department: the rows that tie departments get prices from
/// a bound of everybody (``PriceAscent``), at which each department is proven by itself.
struct Prover: Sendable {
    let context: ProofContext
    /// The groups that share no rows at all, however large.
    let together: Departments
    /// Prices that bound everybody; nil for few people, who need none to begin with.
    let ascent: PriceAscent?
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
    static let fewPeople = 48
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

    /// Proves until everything is proven or the run must stop; where rounds alone limit the run, few people get one turn, more none.
    func prove() {
        guard
            let apart = try? Departments(model, mostPeople: Self.groupSize, checkpoint: run.checkpoint)
        else { return }
        if model.people.count <= Self.fewPeople || apart.linking.isEmpty {
            let ledger = ProofLedger(context, constant(of: together), proofs(of: together))
            settleRoots(ledger)
            branch(ledger)
        } else {
            coordinate(apart)
        }
    }

    private func constant(of departments: Departments) -> Double { Double(departments.constantCost) / 1000 }

    private func proofs(of departments: Departments, prices: LinkingPrices? = nil) -> [GroupProof] {
        let present = exchange.present()
        return onAllCores(Array(departments.groups.indices)) { group in
            let people = departments.groups[group]
            return GroupProof(
                context, people: people, rows: departments.rows[group], prices: prices,
                start: people.map { present[$0] }, from: ascent)
        }
    }

    /// Proves the departments at the prices of the rows that tie them, then everybody together.
    private func coordinate(_ apart: Departments) {
        let personWeeks = model.people.count * model.instance.calendar.weekCount
        // Departments take longer than people who count rounds will wait.
        guard !run.isOver, !run.isLimitedByRoundsAlone, let ascent else { return }
        let prices = ascent.linkingPrices(of: apart.linking)
        let parts = ProofLedger(
            context, constant(of: apart) + prices.constant, proofs(of: apart, prices: prices))
        settleRoots(parts)
        branch(parts)
        guard personWeeks <= Self.mostPersonWeeks else { return }
        let whole = ProofLedger(context, constant(of: together), proofs(of: together))
        settleRoots(whole)
        branch(whole)
    }

    /// Settles the roots of all groups, the largest first.
    private func settleRoots(_ ledger: ProofLedger) {
        let sizes = ledger.proofs.map(\.people.count)
        let order = sizes.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
        for begin in stride(from: 0, to: order.count, by: Self.groupsAtOnce) {
            guard !run.isOver else { return }
            turn(Array(order[begin..<min(order.count, begin + Self.groupsAtOnce)]), ledger) { proof in
                try proof.settleRoot(
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
