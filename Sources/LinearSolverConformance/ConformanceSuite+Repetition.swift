import Dispatch
import LinearProgramming

extension ConformanceSuite {
    /// The same question must get the same answer, bit by bit, again and on other threads.
    static let repetitionCases: [ConformanceCase] = [
        ConformanceCase("the same bits twice") { solver, findings in
            for program in programs(for: solver) {
                let first = try solver.solve(program)
                let second = try solver.solve(program)
                findings.expect(areSameBits(first, second), "\(program.name): \(first) and \(second)")
            }
        },
        ConformanceCase("the same bits on several threads") { solver, findings in
            let all = programs(for: solver)
            let serial = try all.map { try solver.solve($0) }
            let parallel = Guarded([Result<LinearSolution, any Error>?](repeating: nil, count: all.count))
            DispatchQueue.concurrentPerform(iterations: all.count) { position in
                let result = Result { try solver.solve(all[position]) }
                parallel.withLock { $0[position] = result }
            }
            for (position, result) in parallel.withLock({ $0 }).enumerated() {
                let solution = try result?.get()
                findings.expect(
                    solution.map { areSameBits($0, serial[position]) } ?? false,
                    "\(all[position].name) differs")
            }
        },
    ]

    /// Programs that the solver accepts, large and small.
    private static func programs(for solver: any LinearSolver) -> [LinearProgram] {
        let random =
            (1...40).map { RandomPrograms.tinyInteger(seed: $0) }
            + (1...40).map { RandomPrograms.boundedLinear(seed: $0, rows: 20, columns: 50) }
        return (problems.map(\.program) + random).filter {
            solver.capabilities.isSuperset(of: $0.neededCapabilities)
        }
    }

    /// Whether two solutions agree in every bit of every number.
    public static func areSameBits(_ first: LinearSolution, _ second: LinearSolution) -> Bool {
        func bits(_ solution: LinearSolution) -> [[UInt64]] {
            [
                solution.values ?? [], solution.rowDuals ?? [], solution.reducedCosts ?? [],
                [solution.objective ?? .nan, solution.bound ?? .nan],
            ].map { $0.map(\.bitPattern) }
        }
        return first.termination == second.termination && first.iterations == second.iterations
            && first.nodes == second.nodes && bits(first) == bits(second)
    }
}
