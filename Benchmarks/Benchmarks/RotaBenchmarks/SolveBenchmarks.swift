import Benchmark
import GLPKSolver
import RosterGenerator
import RosterSolver
import Rostering

/// Solves that end by themselves, by proof or after a fixed number of rounds, so that the time says something about the code alone.
func registerSolveBenchmarks() {
    register("Solve exactly, 4 people, 6 weeks", .init(people: 4, clinics: 1, specialties: 1, weeks: 6)) {
        $0.method = .exact
    }
    register("Solve exactly, 14 people, 13 weeks", .quarter) { $0.method = .exact }
    register("Search, 1000 rounds, half-county", .halfCounty) {
        $0.method = .search
        $0.rounds = 1000
    }
}

/// Registers a solve of a generated instance.
private func register(
    _ name: String, _ instance: InstanceGenerator.Options, _ change: (inout RosterOptions) -> Void
) {
    var options = RosterOptions()
    change(&options)
    Benchmark(name, configuration: .init(maxDuration: .seconds(10), maxIterations: 5)) {
        [options] benchmark, optimizer in
        for _ in benchmark.scaledIterations {
            guard try await optimizer.solve(options).solved != nil else {
                benchmark.error("\(name): no roster was found.")
                return
            }
        }
    } setup: {
        RosterOptimizer(try Workload(instance).instance, linearSolver: GLPKBackend())
    }
}
