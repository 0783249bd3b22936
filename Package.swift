// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "rota",
    products: [
        .library(name: "LinearProgramming", targets: ["LinearProgramming"]),
        .library(name: "LinearSolverConformance", targets: ["LinearSolverConformance"]),
        .library(name: "Rostering", targets: ["Rostering"]),
        .library(name: "RosterSolver", targets: ["RosterSolver"]),
        .library(name: "RosterFiles", targets: ["RosterFiles"]),
        .library(name: "RosterGenerator", targets: ["RosterGenerator"]),
        .library(name: "GLPKSolver", targets: ["GLPKSolver"]),
        .executable(name: "rota", targets: ["rota"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ],
    targets: [
        // The one source of random numbers.
        .target(name: "SeededRandom", swiftSettings: strict),

        // Linear programs and what a solver of them promises.
        .target(name: "LinearProgramming", swiftSettings: strict),
        .target(
            name: "LinearSolverConformance", dependencies: ["LinearProgramming", "SeededRandom"],
            swiftSettings: strict),

        // GLPK (GPL-3.0-or-later) stays in these three targets and in the `rota` binary.
        .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
        .target(name: "GLPKShim", dependencies: ["CGLPK"], linkerSettings: [.linkedLibrary("glpk")]),
        .target(
            name: "GLPKSolver", dependencies: ["LinearProgramming", "GLPKShim"], swiftSettings: strict),

        // The domain, its rules and the checker: no solver.
        .target(name: "Rostering", swiftSettings: strict),
        .target(
            name: "RosterSolver", dependencies: ["Rostering", "LinearProgramming", "SeededRandom"],
            swiftSettings: strict),
        .target(name: "RosterFiles", dependencies: ["Rostering"], swiftSettings: strict),
        .target(
            name: "RosterGenerator", dependencies: ["Rostering", "SeededRandom"], swiftSettings: strict),
        .executableTarget(
            name: "rota",
            dependencies: [
                "Rostering", "RosterSolver", "RosterFiles", "LinearProgramming", "GLPKSolver",
                "RosterGenerator", argumentParser,
            ],
            swiftSettings: strict),

        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(
            name: "LinearProgrammingTests", dependencies: ["LinearProgramming", "LinearSolverConformance"],
            swiftSettings: strict),
        .testTarget(
            name: "GLPKSolverTests",
            dependencies: ["GLPKSolver", "GLPKShim", "LinearProgramming", "LinearSolverConformance"],
            swiftSettings: strict),
        .testTarget(name: "SeededRandomTests", dependencies: ["SeededRandom"], swiftSettings: strict),
        .testTarget(
            name: "RosteringTests", dependencies: ["Rostering", "SeededRandom"], swiftSettings: strict),
        .testTarget(
            name: "RosterSolverTests",
            dependencies: [
                "RosterSolver", "Rostering", "RosterFiles", "RosterGenerator", "GLPKSolver",
                "LinearProgramming", "SeededRandom", "TestSupport",
            ],
            exclude: ["Expected"], swiftSettings: strict),
        .testTarget(
            name: "RosterFilesTests",
            dependencies: ["RosterFiles", "Rostering", "SeededRandom", "TestSupport"],
            exclude: ["Expected"], swiftSettings: strict),
        .testTarget(
            name: "RosterGeneratorTests",
            dependencies: ["RosterGenerator", "Rostering", "RosterFiles", "RosterSolver", "SeededRandom"],
            swiftSettings: strict),
        .testTarget(
            name: "DocumentationTests",
            dependencies: ["Rostering", "RosterFiles", "RosterSolver", "GLPKSolver", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "RotaCommandTests", dependencies: ["rota", "RosterFiles", "TestSupport"],
            exclude: ["Cases", "Expected"], swiftSettings: strict),
    ]
)
