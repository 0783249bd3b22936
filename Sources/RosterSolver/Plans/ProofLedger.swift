import LinearProgramming
import Rostering

/// Proofs of groups that together bound the whole: whenever one gets better, so does the run's bound.
final class ProofLedger: Sendable {
    private struct State {
        var proofs: [GroupProof]
        /// By group: the bound, which grows while the group has its turn.
        var bounds: [Double]
    }

    private let context: ProofContext
    /// What the groups' bounds add up with.
    private let constant: Double
    private let state: Guarded<State>

    init(_ context: ProofContext, _ constant: Double, _ proofs: [GroupProof]) {
        self.context = context
        self.constant = constant
        // Costs are never negative, prices may be.
        state = Guarded(
            State(proofs: proofs, bounds: proofs.map { $0.scope.prices == nil ? 0 : -.infinity }))
    }

    /// The proofs as they stood after their last turns.
    var proofs: [GroupProof] { state.withLock { $0.proofs } }

    /// Notes a bound that a group reached within its turn, in points.
    func raise(_ bound: Double, of group: Int) {
        let total = state.withLock { state in
            state.bounds[group] = max(state.bounds[group], bound)
            return state.bounds.reduce(constant, +)
        }
        context.raise(total)
    }

    /// Keeps a proof after its turn.
    func keep(_ proof: GroupProof, of group: Int) {
        let (total, isExact) = state.withLock { state in
            state.proofs[group] = proof
            state.bounds[group] = max(state.bounds[group], proof.bound)
            return (state.bounds.reduce(constant, +), state.proofs.allSatisfy(\.isProven))
        }
        context.raise(total, isExact: isExact)
    }
}
