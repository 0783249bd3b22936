import Benchmark
import GLPKSolver
@_spi(Benchmarks) import RosterSolver

/// The inner loops in which a solve spends its time.
func registerEngineBenchmarks() {
    Benchmark("Price one person, county", configuration: .init(scalingFactor: .kilo)) { benchmark, sample in
        var sample = sample
        for _ in benchmark.scaledIterations { blackHole(sample.price()) }
    } setup: {
        try engine()
    }
    Benchmark("Best response of one person, county", configuration: .init(scalingFactor: .kilo)) {
        benchmark, sample in
        var sample = sample
        for _ in benchmark.scaledIterations { blackHole(sample.respond()) }
    } setup: {
        try engine()
    }
    Benchmark("Solve a master again, county", configuration: .init(maxIterations: 10)) {
        benchmark, sample in
        try sample.withMaster(of: GLPKBackend()) { solveAgain in
            benchmark.startMeasurement()
            blackHole(try solveAgain())
            benchmark.stopMeasurement()
        }
    } setup: {
        try engine()
    }
    for (name, isDive) in [
        ("One step of the price ascent, county", false), ("One dive at prices, county", true),
    ] {
        Benchmark(name, configuration: .init(maxIterations: 20)) { benchmark, sample in
            try sample.withPrices(of: GLPKBackend()) { step, dive in
                benchmark.startMeasurement()
                if isDive { blackHole(dive()) } else { blackHole(step()) }
                benchmark.stopMeasurement()
            }
        } setup: {
            try engine()
        }
    }
}

/// The engine on a county.
private func engine() throws -> EngineSample {
    struct NoPlan: Error {}
    guard let sample = EngineSample(try Workload(.county).instance) else { throw NoPlan() }
    return sample
}
