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

extension Fault {
    /// An identifier that is not of the form of one.
    static func malformed<Subject>(_ id: Identifier<Subject>, at path: FaultPath) -> Fault {
        Fault(
            .malformedIdentifier, at: path, value: id.text,
            Text(
                "An identifier is 1 to 64 bytes of letters, digits, '-', '_' or '.'.",
                "标识由1至64字节的字母、汉字、数字、“-”、“_”或“.”组成。"))
    }
}
