import Foundation

/// Where the policy packs are that instances name.
public struct PolicyPackSource: Sendable {
    /// The bytes of the pack at a path, or nil if there is none.
    let data: @Sendable (String) -> Data?
    /// The paths of the packs that there are near a path, for a suggestion.
    let paths: @Sendable (String) -> [String]

    /// Describes where packs are.
    ///
    /// - Parameters:
    ///   - data: gives the bytes of the pack at a path, or nil if there is none.
    ///   - paths: gives the paths of packs that somebody who wrote a wrong path may have meant.
    public init(
        data: @escaping @Sendable (String) -> Data?,
        paths: @escaping @Sendable (String) -> [String] = { _ in [] }
    ) {
        self.data = data
        self.paths = paths
    }

    /// No packs.
    public static let none = PolicyPackSource(data: { _ in nil })

    /// Packs are files; paths are relative to a folder, usually the one that the instance's file is in.
    public static func folder(_ folder: URL) -> PolicyPackSource {
        PolicyPackSource(
            data: { path in
                let file = folder.appending(path: path).resolvingSymlinksInPath()
                // Anything but a regular file, such as a pipe, might never end.
                let isFile = try? file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile
                return isFile == true ? try? Data(contentsOf: file) : nil
            },
            paths: { path in
                let parent = path.lastIndex(of: "/").map { path[...$0] } ?? ""
                let names = try? FileManager.default.contentsOfDirectory(
                    atPath: folder.appending(path: String(parent)).path)
                return (names ?? []).filter { $0.hasSuffix(".json") }.sorted().map { parent + $0 }
            })
    }
}
