import Benchmark

/// Called by the benchmark tool; the name is its convention.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .throughput], warmupIterations: 1,
        maxDuration: .seconds(3), maxIterations: 100)
    registerModelBenchmarks()
    registerEngineBenchmarks()
    registerSolveBenchmarks()
}
