import Foundation
import RosterFiles
import Rostering

/// The instance files that come with the package.
enum InstanceFiles {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "instances")

    /// The optima of the tiny instances.
    static let optima = folder.appending(path: "tiny").appending(path: "optima.json")

    /// The names of a folder's instances without extension, in order; a test notices if there are none.
    static func names(in name: String) -> [String] {
        let found = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path)
        return (found ?? []).filter { $0.hasSuffix(".json") && $0 != "optima.json" }
            .map { String($0.dropLast(5)) }.sorted()
    }

    static func read(_ name: String, in folderName: String) throws -> Instance {
        let file = folder.appending(path: folderName).appending(path: name + ".json")
        return try InstanceFile.read(
            Data(contentsOf: file), packs: .folder(file.deletingLastPathComponent()))
    }
}
