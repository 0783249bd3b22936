// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who depends on Rota fetches or builds what only its benchmarks need.
let package = Package(
    name: "rota-benchmarks",
    // What the benchmark package asks for.
    platforms: [.macOS(.v13)],
    dependencies: [
        // The name is stated because the checkout's directory may have any.
        .package(name: "rota", path: "../"),
        // Without its traits: they need jemalloc or replace malloc, and memory is not what is measured here.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .executableTarget(
            name: "RotaBenchmarks",
            dependencies: [
                .product(name: "Benchmark", package: "benchmark"),
                .product(name: "Rostering", package: "rota"),
                .product(name: "RosterSolver", package: "rota"),
                .product(name: "RosterFiles", package: "rota"),
                .product(name: "RosterGenerator", package: "rota"),
                .product(name: "GLPKSolver", package: "rota"),
            ],
            path: "Benchmarks/RotaBenchmarks",
            swiftSettings: [.treatAllWarnings(as: .error)],
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
    ]
)
