import Foundation
import Testing

@Suite("A terminal", .enabled(if: TerminalProgram.script != nil))
struct TerminalTests {
    @Test(
        "A terminal gets a progress line, which is erased, and none when it is to be quiet",
        arguments: [false, true])
    func progress(_ isQuiet: Bool) throws {
        let run = try Self.inTerminal(
            "solve \(TestFile.path(of: "tiny.json")) --method search --time-limit 1"
                + (isQuiet ? " --quiet" : ""))
        #expect(run.status == 0)
        #expect(run.output.contains("\r\u{1B}[K0 s: no roster yet") == !isQuiet)
        #expect(run.output.contains("(Ctrl-C prints the best so far)\r\u{1B}[K") == !isQuiet)
        #expect(run.output.contains("\u{1B}") == !isQuiet)
        #expect(run.output.contains("Feasible, not proven optimal"))
    }

    @Test("The calendar is as wide as the terminal")
    func width() throws {
        let generated = try RotaProcess.run(["generate", "--people", "8", "--clinics", "2", "--weeks", "40"])
        let folder = try Scratch()
        try Data(generated.output.utf8).write(to: folder["instance.json"])
        let run = try Self.inTerminal(
            "solve \(folder["instance.json"].path) --method search --rounds 5", columns: 70)
        let calendar = run.output.replacing("\r\n", with: "\n").components(separatedBy: "\n\n")
            .first { $0.hasPrefix("Calendar") }
        let longest = try #require(calendar).split(separator: "\n").map(\.count).max()
        #expect(longest.map { (60...70).contains($0) } == true)
    }

    /// Runs `rota` in a terminal that `script` makes; standard output and standard error both go there.
    private static func inTerminal(_ command: String, columns: Int = 100) throws -> RotaProcess {
        let line = "stty cols \(columns); exec '\(RotaProcess.executable.path)' \(command)"
        return try RotaProcess.run(
            ["-qec", line, "/dev/null"], environment: ["PATH": "/usr/bin:/bin", "SHELL": "/bin/sh"],
            executable: URL(fileURLWithPath: TerminalProgram.script ?? ""))
    }
}

private enum TerminalProgram {
    /// The `script` of util-linux; those of other systems take other options.
    static let script = ["/usr/bin/script"].first {
        #if os(Linux)
            FileManager.default.isExecutableFile(atPath: $0)
        #else
            false
        #endif
    }
}
