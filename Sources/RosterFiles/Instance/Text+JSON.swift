import Rostering

extension Text {
    /// Reads `"…"` or `{"en": "…", "zh": "…"}`; nil where there is none.
    init?(reading json: JSONReader) {
        guard case .object = json.value else {
            guard let both = json.string() else { return nil }
            self.init(both)
            return
        }
        let object = json.object(keys: ["en", "zh"], required: ["en", "zh"])
        self.init(object["en"].string() ?? "", object["zh"].string() ?? "")
    }

    /// One text where both languages share it, else an object.
    var json: JSONValue {
        english == chinese ? .string(english) : .object(["en": .string(english), "zh": .string(chinese)])
    }
}
