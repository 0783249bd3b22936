import Foundation
import RosterFiles
import RosterSolver
import Rostering
import Testing

/// The instances that come with the package.
struct InstanceFilesTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "instances")

    /// The instance files of a folder, by name; nothing if the folder cannot be listed, which ``findsTheFiles()`` notices.
    static func files(in name: String) -> [URL] {
        let found = try? FileManager.default.contentsOfDirectory(
            at: folder.appending(path: name), includingPropertiesForKeys: nil)
        return (found ?? []).filter { $0.pathExtension == "json" && $0.lastPathComponent != "optima.json" }
            .sorted { $0.path < $1.path }
    }

    static let tiny = files(in: "tiny")
    static let infeasible = files(in: "infeasible")
    static let named = files(in: ".")

    static func read(_ file: URL) throws -> Instance {
        try InstanceFile.read(Data(contentsOf: file), packs: .folder(file.deletingLastPathComponent()))
    }

    @Test func findsTheFiles() {
        #expect(Self.tiny.count >= 10)
        #expect(Self.infeasible.count >= 4)
        #expect(Self.named.map(\.lastPathComponent).contains("hanbin-2022.json"))
    }

    @Test(arguments: tiny + infeasible + named)
    func readsWithoutFaultsAndSaysWhatItIs(_ file: URL) throws {
        let instance = try Self.read(file)
        for language in Language.allCases {
            #expect(!instance.description.name[language].isEmpty)
            #expect(instance.description.provenance[language].count > 20)
        }
        #expect(instance.description.name.english != instance.description.name.chinese)
        #expect(instance.description.provenance.english.contains("Synthetic"))
        #expect(instance.description.provenance.chinese.contains("合成"))
    }

    @Test(arguments: tiny)
    func tinyInstancesCanBeTriedExhaustively(_ file: URL) throws {
        let instance = try Self.read(file)
        #expect((1...6).contains(instance.people.count))
        #expect(instance.sites.count <= 6)
        #expect((1...8).contains(instance.calendar.weekCount))
        let rosters = try #require(ExhaustiveSearch(instance).rosterCount(limit: 20_000))
        #expect(rosters > 1)
    }

    @Test(arguments: infeasible)
    func infeasibleInstancesHaveNoRoster(_ file: URL) throws {
        let best = try ExhaustiveSearch(Self.read(file)).best()
        #expect(best == nil)
    }
}
