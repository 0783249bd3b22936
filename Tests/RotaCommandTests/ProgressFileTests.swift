import Foundation
import Testing

@Suite("A progress file")
struct ProgressFileTests {
    private struct Line: Decodable {
        let seconds: Double
        let objective: Double?
        let bound: Double?
    }

    private struct Report: Decodable {
        let objective: Double
        let bound: Double
    }

    @Test("Each better roster or bound is a line, the last one what is reported")
    func lines() throws {
        let folder = try Scratch()
        try Data("what an earlier run left\n".utf8).write(to: folder["progress"])
        let run = try RotaProcess.run([
            "solve", TestFile.path(of: "tiny.json"), "--method", "exact", "--format", "json", "--progress",
            folder["progress"].path,
        ])
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
        let text = try String(contentsOf: folder["progress"], encoding: .utf8)
        #expect(text.hasSuffix("\n"))
        let lines = try text.split(separator: "\n").map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
        #expect(lines.last?.objective == report.objective)
        #expect(lines.last?.bound == report.bound)
        for (earlier, later) in zip(lines, lines.dropFirst()) {
            #expect(earlier.seconds <= later.seconds)
            #expect(earlier.objective ?? .infinity >= later.objective ?? .infinity)
            #expect(earlier.bound ?? -.infinity <= later.bound ?? -.infinity)
        }
    }

    @Test("A progress file that cannot be written ends the run before the solve")
    func unwritable() throws {
        let folder = try Scratch()
        let path = folder["nowhere"].appendingPathComponent("progress").path
        let run = try RotaProcess.run(["solve", TestFile.path(of: "tiny.json"), "--progress", path])
        #expect(run.status == 73)
        #expect(run.errors == "rota: '\(path)' cannot be written\n")
        #expect(run.output.isEmpty)
    }
}
