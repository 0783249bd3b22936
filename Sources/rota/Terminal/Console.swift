import Foundation
import RosterFiles
import Rostering

/// The process's standard streams.
enum Console {
    /// Writes to standard output.
    ///
    /// - Throws: ``Failure`` if that is closed or full.
    static func print(_ data: Data) throws(Failure) {
        do {
            try FileHandle.standardOutput.write(contentsOf: data)
        } catch {
            throw Failure(
                status: .cannotWrite,
                message: Text("standard output cannot be written", "无法写入标准输出"))
        }
    }

    /// Writes a text to standard output.
    static func print(_ text: String) throws(Failure) { try print(Data(text.utf8)) }

    /// Writes a line to standard error; where that is closed, nobody is there to be told.
    static func report(_ line: String) {
        try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
    }

    /// The cells of a line of standard output.
    static var width: Int { width(of: STDOUT_FILENO) }

    /// The cells of a line of standard error.
    static var reportWidth: Int { width(of: STDERR_FILENO) }

    /// The cells of a line: COLUMNS where that is set, else the terminal's width, else 100.
    private static func width(of stream: Int32) -> Int {
        if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 {
            return min(columns, 1000)
        }
        var size = winsize()
        guard isatty(stream) == 1, ioctl(stream, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
        else { return 100 }
        return Int(size.ws_col)
    }

    /// Whether standard error is a terminal.
    static var reportsToTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
