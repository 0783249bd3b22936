/// A language that Rota speaks.
public enum Language: String, CaseIterable, Sendable {
    /// English.
    case english = "en"
    /// Simplified Chinese.
    case chinese = "zh"
}

/// A text for people, in English and in Chinese.
public struct Text: Hashable, Sendable {
    /// The English wording.
    public var english: String
    /// The Chinese wording.
    public var chinese: String

    /// Pairs the two wordings.
    public init(_ english: String, _ chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    /// Uses one wording, such as a proper name, for both languages.
    public init(_ both: String) { self.init(both, both) }

    /// The wording in `language`.
    public subscript(language: Language) -> String {
        language == .english ? english : chinese
    }
}
