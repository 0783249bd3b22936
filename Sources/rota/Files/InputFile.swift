import Foundation
import RosterFiles
import Rostering

/// A file that a command reads; `-` is standard input.
struct InputFile {
    /// The path as the user gave it.
    let path: String

    /// The bytes.
    ///
    /// - Throws: ``Failure`` if the file cannot be read.
    func data() throws(Failure) -> Data {
        do {
            if path == "-" { return try FileHandle.standardInput.readToEnd() ?? Data() }
            return try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            let exists = FileManager.default.fileExists(atPath: path)
            throw Failure(
                status: .noInput,
                message: exists || path == "-"
                    ? Text("'\(path)' cannot be read", "无法读取“\(path)”")
                    : Text("there is no file '\(path)'", "没有文件“\(path)”"))
        }
    }

    /// The instance in the file; policy packs are looked for from the file's folder, or the working directory for standard input.
    func instance(reportingAs format: OutputFormat) throws -> Instance {
        try read(reportingAs: format) { data throws(InvalidFile) in
            try InstanceFile.read(data, packs: .folder(folder))
        }
    }

    /// What to know of the instance or the policy pack in the file, which is without fault.
    func cautions(reportingAs format: OutputFormat) throws -> [Text] {
        try read(reportingAs: format) { data throws(InvalidFile) in
            guard PolicyPackFile.isPack(data) else {
                return try InstanceFile.read(data, packs: .folder(folder)).cautions
            }
            _ = try PolicyPackFile.read(data, path: path)
            return []
        }
    }

    /// Where packs are looked for.
    private var folder: URL {
        path == "-"
            ? URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
            : URL(filePath: path).deletingLastPathComponent()
    }

    /// The roster of an instance in the file.
    func roster(of instance: Instance, reportingAs format: OutputFormat) throws -> Roster {
        try read(reportingAs: format) { data throws(InvalidFile) in try RosterFile.read(data, for: instance) }
    }

    /// Reads, and names every fault: a line each on standard error, and on standard output where JSON is asked for.
    private func read<Value>(
        reportingAs format: OutputFormat, _ read: (Data) throws(InvalidFile) -> Value
    ) throws -> Value {
        let data = try data()
        do {
            return try read(data)
        } catch {
            let report = FaultReport(error.faults)
            Console.report(report.text(.spoken).trimmingCharacters(in: .newlines))
            if format == .json { try Console.print(report.json(.spoken)) }
            throw ExitStatus.badData
        }
    }
}
