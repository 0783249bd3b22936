import Foundation
import Testing

@Suite("Export")
struct ExportTests {
    @Test(
        "GLPK's own program reads both formats and finds the optimum", .enabled(if: Self.glpsol != nil),
        arguments: ["mps", "lp"])
    func optimum(_ format: String) throws {
        let folder = try Scratch()
        let program = folder["program." + format]
        let run = try RotaProcess.run(["export", TestFile.path(of: "tiny.json"), "--output", program.path])
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
        let process = Process()
        process.executableURL = Self.glpsol.map { URL(fileURLWithPath: $0) }
        process.arguments = [
            format == "mps" ? "--freemps" : "--lp", program.path, "--write", folder["solution"].path,
        ]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let solution = try String(contentsOf: folder["solution"], encoding: .utf8)
        let status = try #require(solution.split(separator: "\n").first { $0.hasPrefix("s ") })
        let fields = status.split(separator: " ")
        // s mip ROWS COLUMNS o OBJECTIVE
        #expect(fields[4] == "o")
        let objective = try #require(fields.last.flatMap { Double($0) })
        #expect(abs(objective - 329) < 1e-6)
    }

    private static let glpsol = ["/usr/bin/glpsol", "/usr/local/bin/glpsol", "/opt/homebrew/bin/glpsol"].first
    {
        FileManager.default.isExecutableFile(atPath: $0)
    }
}
