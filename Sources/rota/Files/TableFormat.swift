import ArgumentParser

/// What standard output or a file carries where a table is asked for.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
    /// Text for people.
    case text
    /// Comma-separated values for spreadsheets.
    case csv
    /// JSON for programs.
    case json

    /// How the faults of a file are told beside standard error: only a program that asked for JSON reads them from standard output.
    var ofFaults: OutputFormat { self == .json ? .json : .text }
}
