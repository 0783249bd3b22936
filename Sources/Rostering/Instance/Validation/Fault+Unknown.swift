extension Fault {
    /// An identifier that nothing of its kind has.
    public static func unknown(
        _ code: Code, _ id: String, at path: FaultPath, _ kind: Text, among known: [String]
    ) -> Fault {
        Fault(
            code, at: path, value: id,
            Text(
                "No \(kind.english) has the identifier '\(id.prefix(64))'.",
                "没有标识为“\(id.prefix(64))”的\(kind.chinese)。") + Suggestion.maybe(id, among: known))
    }
}
