import ArgumentParser

/// What standard output carries.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    /// Text for people.
    case text
    /// JSON for programs.
    case json
}
