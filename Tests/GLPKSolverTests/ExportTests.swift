import Foundation
import GLPKSolver
import LinearProgramming
import LinearSolverConformance
import Testing

/// Exported models must have the same optimum when other programs read them.
@Suite("Exports read by other solvers", .serialized)
struct ExportTests {
    enum Format: String, CaseIterable { case mps, lp }

    static let programs: [LinearProgram] =
        (ConformanceProblem.published + ConformanceProblem.corners).filter {
            if case .optimal = $0.outcome { true } else { false }
        }.map(\.program)
        + (1...25).map { RandomPrograms.tinyInteger(seed: $0) }
        + (1...15).map { RandomPrograms.boundedLinear(seed: $0, rows: 12, columns: 20) }

    @Test(.enabled(if: ModelReader.glpsol.isPresent), arguments: Format.allCases)
    func glpsolAgrees(format: Format) throws {
        try agree(.glpsol, format)
    }

    @Test(.enabled(if: ModelReader.cbc.isPresent), arguments: Format.allCases)
    func cbcAgrees(format: Format) throws {
        try agree(.cbc, format)
    }

    @Test(.enabled(if: ModelReader.highs.isPresent), arguments: Format.allCases)
    func highsAgrees(format: Format) throws {
        try agree(.highs, format)
    }

    private func agree(_ reader: ModelReader, _ format: Format) throws {
        for program in Self.programs {
            let expected = try GLPKBackend().solve(program).objective
            let text = format == .mps ? program.freeMPS() : program.lpFormat()
            let found = try reader.optimum(of: text, fileExtension: format.rawValue)
            let agrees =
                switch (expected, found) {
                case (nil, nil): true
                case (let expected?, let found?): abs(expected - found) <= 1e-5 * (1 + abs(expected))
                default: false
                }
            #expect(agrees, "\(program.name): \(expected ?? .nan) here, \(found ?? .nan) there\n\(text)")
        }
    }
}

/// A program that reads a model file and reports its optimum; found on the search path.
struct ModelReader: Sendable {
    let command: String
    let arguments: @Sendable (_ model: String, _ solution: String) -> [String]
    let parse: @Sendable (_ solution: String) -> Double?

    static let glpsol = ModelReader(
        command: "glpsol",
        arguments: { model, solution in
            [model.hasSuffix(".lp") ? "--lp" : "--freemps", model, "-o", solution]
        },
        parse: { text in
            guard text.contains("OPTIMAL") else { return nil }
            return number(after: "Objective:", in: text.replacingOccurrences(of: "obj =", with: ""))
        })

    static let cbc = ModelReader(
        command: "cbc", arguments: { model, solution in [model, "solve", "solution", solution] },
        parse: { text in
            guard text.hasPrefix("Optimal") else { return nil }
            return number(after: "objective value", in: text)
        })

    static let highs = ModelReader(
        command: "highs", arguments: { model, solution in [model, "--solution_file", solution] },
        parse: { text in
            guard text.contains("Optimal") else { return nil }
            return number(after: "Objective", in: text)
        })

    var isPresent: Bool { executable != nil }

    private var executable: URL? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map {
            URL(fileURLWithPath: String($0)).appendingPathComponent(command)
        }.first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    /// The optimum that the reader finds; nil if it finds none.
    func optimum(of text: String, fileExtension: String) throws -> Double? {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let model = directory.appendingPathComponent("model.\(fileExtension)")
        let solution = directory.appendingPathComponent("solution.txt")
        try text.write(to: model, atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments(model.path, solution.path)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return parse((try? String(contentsOf: solution, encoding: .utf8)) ?? "")
    }

    private static func number(after word: String, in text: String) -> Double? {
        guard let range = text.range(of: word) else { return nil }
        return text[range.upperBound...].split(whereSeparator: \.isWhitespace).first.flatMap { Double($0) }
    }
}
