import Rostering

/// How a report is printed.
public struct ReportStyle: Sendable {
    /// The language.
    public var language: Language
    /// The cells of a line that the calendar may fill, at least 40; other lines are never cut.
    public var width: Int
    /// Whether everything is listed, however long.
    public var isFull: Bool

    /// Describes a style.
    public init(language: Language, width: Int = 100, isFull: Bool = false) {
        self.language = language
        self.width = max(40, width)
        self.isFull = isFull
    }

    /// The text's wording in the style's language.
    func callAsFunction(_ english: String, _ chinese: String) -> String { Text(english, chinese)[language] }
}

extension String {
    /// Joins sections of lines into one text, a blank line between sections.
    init(sections: [[String]]) {
        self = sections.filter { !$0.isEmpty }
            .map { $0.map { $0.withoutControls + "\n" }.joined() }
            .joined(separator: "\n")
    }
}
