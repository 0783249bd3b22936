import Foundation
import Rostering

extension JSONValue {
    /// The bytes of a file: the same for equal values, two spaces a level, what fits on a line on one line, and a newline at the end.
    var file: Data {
        var text = ""
        write(to: &text, indentation: 0, isTop: true)
        text += "\n"
        return Data(text.utf8)
    }

    /// Lines are broken where they would be longer than this.
    private static let lineLength = 120

    private func write(to text: inout String, indentation: Int, isTop: Bool = false) {
        func beginLine(_ indentation: Int) {
            for _ in 0..<indentation { text += "  " }
        }
        switch self {
        case .object(let members) where isTop || needsLines(indentation):
            text += "{\n"
            for (position, member) in members.enumerated() {
                beginLine(indentation + 1)
                text += Self.quoted(member.key)
                text += ": "
                member.value.write(to: &text, indentation: indentation + 1)
                text += position < members.count - 1 ? ",\n" : "\n"
            }
            beginLine(indentation)
            text += "}"
        case .array(let entries) where needsLines(indentation):
            text += "[\n"
            for (position, entry) in entries.enumerated() {
                beginLine(indentation + 1)
                entry.write(to: &text, indentation: indentation + 1)
                text += position < entries.count - 1 ? ",\n" : "\n"
            }
            beginLine(indentation)
            text += "]"
        default:
            writeLine(to: &text)
        }
    }

    /// Whether a list or object is broken into lines: the file's own lists always, so that a change of one entry is a change of one line; a
    /// list of scalars never, however long.
    private func needsLines(_ indentation: Int) -> Bool {
        if case .array(let entries) = self {
            guard entries.contains(where: \.isContainer) else { return false }
            if indentation == 1 { return true }
        }
        var room = Self.lineLength - 2 * indentation
        return !fits(&room)
    }

    /// Takes the characters (Unicode scalars) that the value has on one line from those there is room for; false as soon as there are too few.
    private func fits(_ room: inout Int) -> Bool {
        switch self {
        case .array(let entries):
            // Brackets, and a comma and a space between two.
            room -= 2 * max(1, entries.count)
            return room >= 0 && entries.allSatisfy { $0.fits(&room) }
        case .object(let members):
            room -= 2 * max(1, members.count)
            return room >= 0
                && members.allSatisfy { member in
                    room -= Self.quoted(member.key).unicodeScalars.count + 2
                    return room >= 0 && member.value.fits(&room)
                }
        default:
            var line = ""
            writeLine(to: &line)
            room -= line.unicodeScalars.count
            return room >= 0
        }
    }

    private var isContainer: Bool {
        switch self {
        case .array, .object: true
        default: false
        }
    }

    /// Writes the value on one line.
    private func writeLine(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .integer(let number): text += String(number)
        case .number(let number): text += String(number)
        case .string(let string): text += Self.quoted(string)
        case .array(let entries):
            text += "["
            for (position, entry) in entries.enumerated() {
                if position > 0 { text += ", " }
                entry.writeLine(to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (position, member) in members.enumerated() {
                if position > 0 { text += ", " }
                text += Self.quoted(member.key)
                text += ": "
                member.value.writeLine(to: &text)
            }
            text += "}"
        }
    }

    /// A JSON string; only what JSON asks for is escaped, so that Chinese stays readable.
    private static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") })
        else { return "\"" + text + "\"" }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension JSONValue {
    /// An object of the members that have a value, in the order given.
    static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        .object(members.compactMap { key, value in value.map { Member(key: key, value: $0) } })
    }

    /// An object with an entry for each identifier, in order.
    static func object<Subject, Value>(
        _ values: [Identifier<Subject>: Value], _ write: (Value) -> JSONValue
    ) -> JSONValue {
        .object(values.sorted { $0.key < $1.key }.map { Member(key: $0.key.text, value: write($0.value)) })
    }

    /// An identifier.
    static func string<Subject>(_ identifier: Identifier<Subject>) -> JSONValue { .string(identifier.text) }

    /// A date.
    static func string(_ day: CalendarDay) -> JSONValue { .string(day.description) }

    /// An amount in points.
    static func cost(_ cost: Cost) -> JSONValue {
        cost.thousandths.isMultiple(of: 1000)
            ? .integer(cost.thousandths / 1000) : .number(cost.points)
    }

    /// A list, or nil where it is empty.
    static func listed<Entry>(_ entries: [Entry], _ write: (Entry) -> JSONValue) -> JSONValue? {
        entries.isEmpty ? nil : .array(entries.map(write))
    }

    /// The value, or nil where it is an object without members.
    var unlessEmpty: JSONValue? { self == .object([Member]()) ? nil : self }
}
