/// A place in a file, as a JSON path from its root, such as `people[3].history.underWay.host`.
///
/// A place is made for every value read or judged, and written out only for the few at fault.
public struct FaultPath: Hashable, Sendable, CustomStringConvertible {
    private indirect enum Step: Hashable, Sendable {
        case root
        case key(Step, String)
        case position(Step, Int)
    }

    private let step: Step

    /// The root.
    public static let root = FaultPath(step: .root)

    /// The place of an entry of a list, counted from 0.
    public subscript(position: Int) -> FaultPath { FaultPath(step: .position(step, position)) }

    /// The place under a key of an object.
    public subscript(key: String) -> FaultPath { FaultPath(step: .key(step, key)) }

    /// The path's text, empty for the root; a key that is more than letters, digits, `_` and `-` is quoted: `preferences["a.b"]`.
    public var description: String { Self.text(step) }

    private static func text(_ step: Step) -> String {
        switch step {
        case .root: return ""
        case .position(let parent, let position): return "\(text(parent))[\(position)]"
        case .key(let parent, let key):
            let around = text(parent)
            guard isPlain(key) else { return "\(around)[\"\(key.prefix(60))\"]" }
            return around.isEmpty ? key : "\(around).\(key)"
        }
    }

    private static func isPlain(_ key: String) -> Bool {
        !key.isEmpty
            && key.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || $0 == "-"
            }
    }
}

extension Fault {
    /// Describes a fault at a place.
    public init(_ code: Code, at path: FaultPath, value: String, _ message: Text) {
        self.init(code, at: path.description, value: value, message)
    }
}
