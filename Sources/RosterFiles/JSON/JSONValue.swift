import Rostering

/// A JSON value; an object's members keep an order.
enum JSONValue: Hashable, Sendable {
    /// A member of an object.
    struct Member: Hashable, Sendable {
        let key: String
        let value: JSONValue
    }

    case null
    case bool(Bool)
    case integer(Int)
    /// A number that is not a whole one within the range of `Int`.
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([Member])

    /// The members of an object; none of any other value.
    var members: [Member] { if case .object(let members) = self { members } else { [] } }

    /// What kind of value it is, for messages.
    var kind: Text {
        switch self {
        case .null: Text("null", "null")
        case .bool: Text("true or false", "布尔值")
        case .integer: Text("a whole number", "整数")
        case .number: Text("a number", "小数")
        case .string: Text("a text", "文本")
        case .array: Text("a list", "列表")
        case .object: Text("an object", "对象")
        }
    }
}

extension JSONValue: Decodable {
    /// Decodes any value. Objects come with their keys in order of text, because Foundation does not keep the file's order.
    init(from decoder: any Decoder) throws {
        if let object = try? decoder.container(keyedBy: AnyKey.self) {
            let keys = object.allKeys.sorted { $0.stringValue < $1.stringValue }
            self = .object(
                try keys.map {
                    Member(key: $0.stringValue, value: try object.decode(JSONValue.self, forKey: $0))
                })
        } else if var list = try? decoder.unkeyedContainer() {
            var entries: [JSONValue] = []
            while !list.isAtEnd { entries.append(try list.decode(JSONValue.self)) }
            self = .array(entries)
        } else {
            self = try JSONValue(scalar: decoder.singleValueContainer())
        }
    }

    private init(scalar container: any SingleValueDecodingContainer) throws {
        if let text = try? container.decode(String.self) {
            self = .string(text)
        } else if let number = try? container.decode(Int.self) {
            self = .integer(number)
        } else if let flag = try? container.decode(Bool.self) {
            self = .bool(flag)
        } else if container.decodeNil() {
            self = .null
        } else {
            self = .number(try container.decode(Double.self))
        }
    }
}

private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
