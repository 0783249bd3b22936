import Foundation

/// A run of the built `rota`.
struct RotaProcess {
    /// The exit code.
    let status: Int32
    /// What it printed.
    let output: String
    /// What it reported.
    let errors: String

    /// Runs to the end, in English unless the environment says otherwise, without a terminal.
    ///
    /// - Parameters:
    ///   - input: what standard input holds.
    ///   - interruptAfter: seconds after which Ctrl-C is pressed, or nil.
    ///   - directory: the working directory, or nil for this process's.
    ///   - executable: what is run, `rota` unless another program is to run it.
    static func run(
        _ arguments: [String], input: Data = Data(), environment: [String: String] = [:],
        interruptAfter: Double? = nil, directory: URL? = nil, executable: URL = executable
    ) throws -> RotaProcess {
        let folder = try Scratch()
        let (inputFile, outputFile, errorFile) = (folder["in"], folder["out"], folder["err"])
        try input.write(to: inputFile)
        for file in [outputFile, errorFile] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = environment
        if let directory { process.currentDirectoryURL = directory }
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        process.standardError = try FileHandle(forWritingTo: errorFile)
        try process.run()
        if let interruptAfter {
            Thread.sleep(forTimeInterval: interruptAfter)
            process.interrupt()
        }
        process.waitUntilExit()
        return RotaProcess(
            status: process.terminationStatus, output: try String(contentsOf: outputFile, encoding: .utf8),
            errors: try String(contentsOf: errorFile, encoding: .utf8))
    }

    /// `rota` stands beside the test bundle in the build folder.
    static var executable: URL {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? Bundle.main
        let folder =
            bundle.bundlePath.hasSuffix(".xctest")
            ? bundle.bundleURL.deletingLastPathComponent() : bundle.bundleURL
        return folder.appendingPathComponent("rota")
    }

    /// What it printed, with every time replaced: the only thing that two runs may differ in.
    var outputWithoutTimes: String {
        output
            .replacing(/"seconds": [0-9.e-]+/, with: #""seconds": 0"#)
            .replacing(/time +[0-9.]+ s/, with: "time # s")
            .replacing(/用时 +[0-9.]+秒/, with: "用时 #秒")
    }
}

/// A folder that is removed with the object.
final class Scratch {
    /// Where it is.
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("rota-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// A file in the folder.
    subscript(name: String) -> URL { url.appendingPathComponent(name) }

    /// The names of the files in the folder, in order.
    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
    }
}

/// Files of this test target.
enum TestFile {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    /// The path of an instance or roster made for these tests.
    static func path(of name: String) -> String {
        folder.appendingPathComponent("Cases").appendingPathComponent(name).path
    }

    /// The bytes of an instance or roster made for these tests.
    static func data(of name: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: path(of: name)))
    }
}
