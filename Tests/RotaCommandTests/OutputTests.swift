import Foundation
import RosterFiles
import Rostering
import TestSupport
import Testing

@Suite("What rota prints")
struct OutputTests {
    private static let runs: [(name: String, command: String, status: Int32)] = [
        ("solve.en.txt", "solve tiny.json", 0),
        ("solve.zh.txt", "solve tiny.json --language zh", 0),
        ("solve.json", "solve tiny.json --format json", 0),
        ("infeasible.en.txt", "solve infeasible.json", 2),
        ("infeasible.json", "solve infeasible.json --format json", 2),
        ("check.en.txt", "check tiny.json broken-roster.json", 1),
        ("check.zh.txt", "check tiny.json broken-roster.json --language zh", 1),
        ("check.json", "check tiny.json broken-roster.json --format json", 1),
        ("report-filing.en.txt", "report service.json service-roster.json --filing", 0),
        ("report-filing.zh.txt", "report service.json service-roster.json --filing --language zh", 0),
        (
            "report-filing.csv",
            "report service.json service-roster.json --filing --format csv --language zh", 0
        ),
        ("report-filing.json", "report service.json service-roster.json --filing --format json", 0),
        ("report-ledger.en.txt", "report service.json service-roster.json --ledger", 0),
        ("report-ledger.zh.txt", "report service.json service-roster.json --ledger --language zh", 0),
        (
            "report-ledger.csv",
            "report service.json service-roster.json --ledger --format csv --language zh", 0
        ),
        ("report-ledger.json", "report service.json service-roster.json --ledger --format json", 0),
        ("report-indicators.en.txt", "report service.json service-roster.json --indicators", 0),
        ("report-indicators.zh.txt", "report service.json service-roster.json --indicators --language zh", 0),
        ("report-indicators.csv", "report service.json service-roster.json --indicators --format csv", 0),
        ("report-indicators.json", "report service.json service-roster.json --indicators --format json", 0),
    ]

    @Test("Whole outputs, times apart", arguments: runs)
    func whole(_ name: String, _ command: String, _ status: Int32) throws {
        let run = try RotaProcess.run(
            command.split(separator: " ").map(String.init).map {
                $0.hasSuffix(".json") ? TestFile.path(of: $0) : $0
            })
        #expect(run.status == status)
        #expect(run.errors.isEmpty, "no progress line without a terminal")
        let printed = run.outputWithoutTimes
        #expect(try printed == Expected.text(name, found: printed))
    }

    @Test("A report is written to a file whole, and standard output stays empty")
    func reportFile() throws {
        let folder = try Scratch()
        let (instance, roster) = (TestFile.path(of: "service.json"), TestFile.path(of: "service-roster.json"))
        let run = try RotaProcess.run(
            ["report", instance, roster, "--filing", "--format", "csv", "--language", "zh"]
                + ["--output", folder["filing.csv"].path])
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
        let written = try String(contentsOf: folder["filing.csv"], encoding: .utf8)
        #expect(try written == Expected.text("report-filing.csv", found: written))
    }

    @Test("A faulty instance gives no report, and its faults as JSON where JSON is asked for")
    func faultyReport() throws {
        let roster = TestFile.path(of: "broken-roster.json")
        for (format, isEmpty) in [("text", true), ("csv", true), ("json", false)] {
            let run = try RotaProcess.run(
                ["report", TestFile.path(of: "faulty.json"), roster, "--ledger", "--format", format])
            #expect(run.status == 65)
            #expect(run.output.isEmpty == isEmpty)
            #expect(run.errors.contains("calendar.weeks"))
            #expect(!run.errors.contains("张三"))
        }
    }

    @Test("Every fault of a file is named on standard error, a line each")
    func faults() throws {
        let run = try RotaProcess.run(["validate", TestFile.path(of: "faulty.json")])
        #expect(run.status == 65)
        #expect(run.output.isEmpty)
        let paths = run.errors.split(separator: "\n").map { String($0.prefix { $0 != ":" }) }
        #expect(paths == ["calendar.weeks", "people[0].title", "demands[1].host"])
        #expect(!run.errors.contains("张三"))
    }

    @Test("A policy pack is validated by itself, all faults at once")
    func faultsOfAPack() throws {
        let valid = try RotaProcess.run(["validate", TestFile.path(of: "pack.json")])
        #expect(valid.status == 0 && valid.output == "No faults.\n" && valid.errors.isEmpty)
        let text = String(decoding: try TestFile.data(of: "pack.json"), as: UTF8.self)
        let faulty = Data(
            text.replacing("\"version\": 2", with: "\"version\": 0").replacing("coverage", with: "coverag")
                .utf8)
        let run = try RotaProcess.run(["validate", "-", "--format", "json"], input: faulty)
        #expect(run.status == 65)
        let paths = run.errors.split(separator: "\n").map { String($0.prefix { $0 != ":" }) }
        #expect(paths == ["version", "clauses[0].rules[0]"])
        #expect(run.output.contains("\"path\""))
    }

    @Test("Faults come as JSON too where JSON is asked for", arguments: ["solve", "validate"])
    func faultsAsJSON(_ command: String) throws {
        let run = try RotaProcess.run([command, TestFile.path(of: "faulty.json"), "--format", "json"])
        #expect(run.status == 65)
        let json =
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: [[String: String]]]
        #expect(
            json?["faults"]?.map { $0["path"] } == ["calendar.weeks", "people[0].title", "demands[1].host"])
    }

    @Test("A dash is standard input")
    func standardInput() throws {
        let solved = try RotaProcess.run(["solve", "-"], input: TestFile.data(of: "tiny.json"))
        #expect(solved.status == 0)
        #expect(
            try solved.outputWithoutTimes
                == RotaProcess.run(["solve", TestFile.path(of: "tiny.json")]).outputWithoutTimes)
        let checked = try RotaProcess.run(
            ["check", TestFile.path(of: "tiny.json"), "-"], input: TestFile.data(of: "broken-roster.json"))
        #expect(checked.status == 1)
    }

    @Test("A policy pack is looked for from the instance's folder, or from the working directory")
    func policyPack() throws {
        let folder = try Scratch()
        var instance = try Self.object(String(decoding: TestFile.data(of: "tiny.json"), as: UTF8.self))
        instance["policy"] = ["pack": "policies/pack.json"]
        try JSONSerialization.data(withJSONObject: instance).write(to: folder["instance.json"])
        try FileManager.default.createDirectory(
            at: folder["policies"], withIntermediateDirectories: false)
        try TestFile.data(of: "pack.json").write(to: folder["policies/pack.json"])
        let (path, input) = (folder["instance.json"].path, try Data(contentsOf: folder["instance.json"]))
        let solved = try RotaProcess.run(["solve", path])
        #expect(solved.status == 0 && solved.output.contains("Clauses of: Test policy (version 2)"))
        #expect(try RotaProcess.run(["validate", "-"], input: input, directory: folder.url).status == 0)
        let missing = try RotaProcess.run(["validate", "-"], input: input)
        #expect(missing.status == 65 && missing.errors.hasPrefix("policy.pack: There is no policy pack"))
        let text = String(decoding: try TestFile.data(of: "pack.json"), as: UTF8.self)
        try Data(text.replacing("coverage", with: "coverag").utf8).write(to: folder["policies/pack.json"])
        let pack = try RotaProcess.run(["validate", folder["policies/pack.json"].path])
        #expect(pack.status == 65 && pack.errors.hasPrefix("clauses[0].rules[0]: "))
        let faulty = try RotaProcess.run(["validate", path])
        #expect(faulty.status == 65)
        #expect(faulty.errors.hasPrefix("policies/pack.json: clauses[0].rules[0]: "))
        #expect(faulty.errors.contains("Maybe 'coverage'?"))
    }

    @Test("The roster written is the roster printed, and passes the check with the same objective")
    func rosterFile() throws {
        let folder = try Scratch()
        let (instance, roster) = (TestFile.path(of: "tiny.json"), folder["roster.json"].path)
        let solved = try RotaProcess.run(["solve", instance, "--output", roster, "--format", "json"])
        #expect(solved.status == 0)
        let checked = try RotaProcess.run(["check", instance, roster, "--format", "json"])
        #expect(checked.status == 0)
        let (found, judged) = (try Self.object(solved.output), try Self.object(checked.output))
        #expect(found["objective"] as? Double == judged["objective"] as? Double)
        #expect(found["objective"] is Int)
        #expect(try folder.names == ["roster.json"])
    }

    @Test("The same rounds and seed print the same bytes")
    func determinism() throws {
        let instance = try RotaProcess.run(["generate", "--people", "16", "--clinics", "3", "--weeks", "12"])
            .output
        let runs = try (0..<2).map { _ in
            try RotaProcess.run(
                ["solve", "-", "--method", "search", "--rounds", "30", "--seed", "5", "--format", "json"],
                input: Data(instance.utf8))
        }
        #expect(runs[0].status == 0)
        #expect(runs[0].outputWithoutTimes == runs[1].outputWithoutTimes)
    }

    @Test("A generated instance is valid, and the same for the same seed")
    func generate() throws {
        let arguments = ["generate", "--people", "8", "--clinics", "2", "--specialties", "2", "--weeks", "8"]
        let first = try RotaProcess.run(arguments + ["--seed", "4"])
        #expect(first.status == 0)
        #expect(try first.output == RotaProcess.run(arguments + ["--seed", "4"]).output)
        #expect(try first.output != RotaProcess.run(arguments + ["--seed", "5"]).output)
        let instance = try InstanceFile.read(Data(first.output.utf8))
        #expect(
            instance.people.count { instance.site($0.employer).map { instance[$0].isHospital } == true } == 8)
        #expect(instance.calendar.weekCount == 8)
        #expect(try RotaProcess.run(["validate", "-"], input: Data(first.output.utf8)).status == 0)
    }

    private static func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}
