import Foundation

/// Files of the repository that tests read.
enum Repository {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func url(_ path: String) -> URL { root.appending(path: path) }

    static func data(_ path: String) throws -> Data { try Data(contentsOf: url(path)) }

    /// The names of a folder's instance and roster files, in order; the optima of tiny instances are neither.
    static func json(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url(folder).path()).filter {
            $0.hasSuffix(".json") && $0 != "optima.json"
        }
        .sorted()
    }
}
