import Foundation
import LinearProgramming
import RosterSolver
import Rostering

/// A file that takes a line of JSON for each better roster or bound while a solve runs, for programs that follow or plot it.
///
/// A line reads `{"seconds": 1.5, "objective": 230.75, "bound": 228}`, with null for what is still missing.
final class ProgressFile: Sendable {
    private let handle: Guarded<FileHandle>

    /// Empties the file or makes it.
    ///
    /// - Throws: ``Failure`` if it cannot be written.
    init(_ path: String) throws(Failure) {
        let url = try OutputFile(path).url
        guard FileManager.default.createFile(atPath: url.path, contents: nil),
            let handle = FileHandle(forWritingAtPath: url.path)
        else {
            throw Failure(status: .cannotWrite, message: Text("'\(path)' cannot be written", "无法写入“\(path)”"))
        }
        self.handle = Guarded(handle)
    }

    /// Adds a line. A full disk does not end a solve: the line is lost.
    func add(_ progress: RosterProgress) {
        let objective = progress.objective?.description ?? "null"
        let bound = progress.bound.flatMap { $0.isFinite ? String($0) : nil } ?? "null"
        let seconds = (progress.seconds * 1000).rounded() / 1000
        let line = "{\"seconds\": \(seconds), \"objective\": \(objective), \"bound\": \(bound)}\n"
        handle.withLock { try? $0.write(contentsOf: Data(line.utf8)) }
    }
}
