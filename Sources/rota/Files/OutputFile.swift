import Foundation
import Rostering

/// A file that a command writes, whole or not at all.
struct OutputFile {
    /// The path as the user gave it.
    let path: String
    /// Where it is, links followed.
    let url: URL

    /// Looks whether the file can be written, so that nobody waits for a solve whose result is lost.
    ///
    /// - Throws: ``Failure`` if it cannot.
    init(_ path: String) throws(Failure) {
        self.path = path
        url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        var isDirectory: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory)
        let folder = url.deletingLastPathComponent().path
        // A regular file is replaced by a new one beside it, so its folder must take one; a device is written to as it is.
        let type = try? FileManager.default.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType
        let needed = exists && type != .typeRegular ? [url.path] : exists ? [url.path, folder] : [folder]
        guard !isDirectory.boolValue, needed.allSatisfy(FileManager.default.isWritableFile(atPath:)) else {
            throw failure
        }
    }

    /// Writes the file: beside it first and then renamed into place, so that no reader ever sees half of it.
    ///
    /// - Throws: ``Failure`` if that fails; what was there before is untouched.
    func write(_ data: Data) throws(Failure) {
        do {
            // A device or pipe cannot be replaced; what it takes it takes at once.
            let type =
                try? FileManager.default.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType
            if let type, type != .typeRegular {
                let file = try FileHandle(forWritingTo: url)
                try file.write(contentsOf: data)
                try file.close()
            } else {
                try data.write(to: url, options: .atomic)
            }
        } catch {
            throw failure
        }
    }

    private var failure: Failure {
        Failure(status: .cannotWrite, message: Text("'\(path)' cannot be written", "无法写入“\(path)”"))
    }
}
