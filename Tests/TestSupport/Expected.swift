import Foundation

/// What tests compare with and write anew on request: files in the folder `Expected` of a test target.
public enum Expected {
    /// Whether the environment has `ROTA_RECORD`, so that what is found is written down instead of compared.
    public static var isRecorded: Bool { ProcessInfo.processInfo.environment["ROTA_RECORD"] != nil }

    /// A file by name.
    ///
    /// - Parameter test: the file of the test that asks; the folder is that of its target.
    public static func file(_ name: String, of test: String = #fileID) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: String(test.prefix { $0 != "/" })).appending(path: "Expected")
            .appending(path: name)
    }

    /// The text that a test expects; while recording, `found` becomes the expected one, and the test fails so that nobody records by mistake.
    ///
    /// - Parameters:
    ///   - name: the file's name.
    ///   - found: the text that the test found.
    ///   - test: the file of the test that asks; the folder is that of its target.
    public static func text(_ name: String, found: String, of test: String = #fileID) throws -> String {
        guard !isRecorded else {
            try Data(found.utf8).write(to: file(name, of: test))
            return "recorded, not compared"
        }
        return try String(contentsOf: file(name, of: test), encoding: .utf8)
    }
}
