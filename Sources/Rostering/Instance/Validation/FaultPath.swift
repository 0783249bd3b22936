/// A place in a file, as a JSON path from its root, such as `people[3].history.underWay.host`.
public struct FaultPath: Hashable, Sendable, CustomStringConvertible {
    /// The path's text; empty for the root.
    public let description: String

    /// The root.
    public static let root = FaultPath("")

    private init(_ text: String) { description = text }

    /// The place of an entry of a list, counted from 0.
    public subscript(position: Int) -> FaultPath { FaultPath("\(description)[\(position)]") }

    /// The place under a key of an object; a key that is more than letters, digits, `_` and `-` is quoted: `preferences["a.b"]`.
    public subscript(key: String) -> FaultPath {
        let isPlain =
            !key.isEmpty
            && key.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || $0 == "-"
            }
        guard isPlain else { return FaultPath("\(description)[\"\(key.prefix(60))\"]") }
        return FaultPath(description.isEmpty ? key : "\(description).\(key)")
    }
}

extension Fault {
    /// Describes a fault at a place.
    public init(_ code: Code, at path: FaultPath, value: String, _ message: Text) {
        self.init(code, at: path.description, value: value, message)
    }
}
