import Foundation
import Testing

@Suite("Exit codes and files")
struct ExitCodeTests {
    private static let ways: [(command: String, status: Int32)] = [
        ("solve tiny.json", 0),
        ("validate tiny.json", 0),
        ("check tiny.json broken-roster.json", 1),
        ("solve infeasible.json", 2),
        ("solve infeasible.json --method search --rounds 1", 3),
        ("solve", 64),
        ("solve tiny.json --gap 2", 64),
        ("solve tiny.json --gap nan", 64),
        ("solve tiny.json --time-limit 0", 64),
        ("solve tiny.json --rounds 0", 64),
        ("solve tiny.json --unknown", 64),
        ("unknown", 64),
        ("check - -", 64),
        ("report tiny.json broken-roster.json --filing", 0),
        ("report tiny.json broken-roster.json", 64),
        ("report tiny.json broken-roster.json --filing --ledger", 64),
        ("report tiny.json broken-roster.json --filing --format xlsx", 64),
        ("report - - --filing", 64),
        ("generate --people 1", 64),
        ("generate --rung village", 64),
        ("generate --rung county --weeks 3", 64),
        ("export tiny.json --output program.txt", 64),
        ("solve tiny.json --language fr", 64),
        ("solve faulty.json", 65),
        ("check tiny.json tiny.json", 65),
        ("check faulty.json broken-roster.json", 65),
        ("report tiny.json tiny.json --indicators", 65),
        ("report faulty.json broken-roster.json --ledger --format csv", 65),
        ("export faulty.json --output /dev/null.lp", 65),
        ("solve none.json", 66),
        ("check tiny.json none.json", 66),
        ("report tiny.json none.json --filing", 66),
        ("validate /", 66),
        ("solve tiny.json --output /no/such/folder/roster.json", 73),
        ("solve tiny.json --output /", 73),
        ("export tiny.json --output /no/such/folder/program.lp", 73),
        ("report tiny.json broken-roster.json --filing --output /no/such/folder/filing.csv", 73),
        ("generate --output /no/such/folder/instance.json", 73),
    ]

    @Test("Each way to end has its code", arguments: ways)
    func code(_ command: String, _ status: Int32) throws {
        let run = try RotaProcess.run(
            command.split(separator: " ").map(String.init).map {
                $0.hasSuffix(".json") && !$0.contains("/") ? TestFile.path(of: $0) : $0
            })
        #expect(run.status == status)
        #expect(run.errors.isEmpty == [0, 1, 2, 3].contains(status))
        #expect(!run.errors.contains("internal error"))
    }

    @Test(
        "No roster, no file; and what was there before stays", arguments: ["infeasible.json", "faulty.json"])
    func nothingWritten(_ name: String) throws {
        let folder = try Scratch()
        let roster = folder["roster.json"]
        _ = try RotaProcess.run(["solve", TestFile.path(of: name), "--output", roster.path])
        #expect(try folder.names.isEmpty)
        try Data("before".utf8).write(to: roster)
        _ = try RotaProcess.run(["solve", TestFile.path(of: name), "--output", roster.path])
        #expect(try String(contentsOf: roster, encoding: .utf8) == "before")
        #expect(try folder.names == ["roster.json"])
    }

    @Test("A file is replaced whole, through a link to it too")
    func replaced() throws {
        let folder = try Scratch()
        try Data("before".utf8).write(to: folder["roster.json"])
        try FileManager.default.createSymbolicLink(
            at: folder["link.json"], withDestinationURL: folder["roster.json"])
        let run = try RotaProcess.run(
            ["solve", TestFile.path(of: "tiny.json"), "--output", folder["link.json"].path])
        #expect(run.status == 0)
        #expect(try String(contentsOf: folder["roster.json"], encoding: .utf8).contains("rota-roster/1"))
        let type = try FileManager.default.attributesOfItem(atPath: folder["link.json"].path)[.type]
        #expect(type as? FileAttributeType == .typeSymbolicLink)
    }

    @Test("A device is written to, not replaced")
    func device() throws {
        let run = try RotaProcess.run(["solve", TestFile.path(of: "tiny.json"), "--output", "/dev/null"])
        #expect(run.status == 0)
        let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type]
        #expect(type as? FileAttributeType == .typeCharacterSpecial)
    }

    @Test("Ctrl-C prints the best roster so far and ends with 0")
    func interrupted() throws {
        let instance = try RotaProcess.run(["generate", "--people", "20", "--clinics", "4", "--weeks", "26"])
            .output
        let start = Date()
        let run = try RotaProcess.run(
            ["solve", "-", "--time-limit", "100", "--method", "search", "--format", "json"],
            input: Data(instance.utf8), interruptAfter: 4)
        #expect(Date().timeIntervalSince(start) < 60)
        #expect(run.status == 0)
        let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        #expect(json?["outcome"] as? String == "feasible")
        #expect(json?["stoppedBy"] as? String == "cancelled")
        #expect(json?["roster"] is [String: Any])
    }
}
