import Foundation
import Rostering

/// A value in a file being read, with its place. Reading never fails: a fault is logged and a fallback taken, so that one pass finds every fault.
struct JSONReader {
    /// The value, or nil where the key is absent or there is a fault above it.
    let value: JSONValue?
    /// Its place.
    let path: FaultPath
    let log: FaultLog
    /// Whether the value may be somebody's name, which no message shows.
    var isPrivate = false

    /// Whether there is a value; `null` is as good as none.
    var isPresent: Bool { value != nil && value != .null }

    // MARK: Objects and lists

    /// The members of an object by the keys it may have; another key is a fault.
    func object(keys: [String], required: [String] = []) -> JSONObjectReader {
        guard let value else { return JSONObjectReader(members: [:], reader: self) }
        guard case .object(let list) = value else {
            wrongType(Text("an object", "对象"))
            return JSONObjectReader(members: [:], reader: self)
        }
        var members: [String: JSONValue] = [:]
        for member in list {
            members[member.key] = member.value
            guard !keys.contains(member.key) else { continue }
            log.add(
                Fault(
                    .unknownKey, at: path[member.key], value: member.key,
                    Text(
                        "The key '\(member.key.prefix(60))' is not known here.",
                        "此处没有键“\(member.key.prefix(60))”。")
                        + Suggestion.maybe(member.key, among: keys)))
        }
        for key in required where (members[key] ?? .null) == .null {
            log.add(
                Fault(
                    .missingKey, at: path[key], value: "",
                    Text("The key '\(key)' must be given.", "必须给出键“\(key)”。")))
        }
        return JSONObjectReader(members: members, reader: self)
    }

    /// The members of an object that may be left out; none where it is.
    func optionalObject(keys: [String]) -> JSONObjectReader {
        isPresent ? object(keys: keys) : JSONObjectReader(members: [:], reader: self)
    }

    /// The members of an object whose keys are identifiers.
    func dictionary<Subject, Value>(_ read: (JSONReader) -> Value?) -> [Identifier<Subject>: Value] {
        Dictionary(map(read).map { (Identifier($0.key), $0.value) }) { first, _ in first }
    }

    /// The members of an object with any keys, in order of text.
    func map<Value>(_ read: (JSONReader) -> Value?) -> [(key: String, value: Value)] {
        guard isPresent else { return [] }
        guard case .object(let members) = value else {
            return wrongType(Text("an object", "对象"), instead: [])
        }
        return members.compactMap { member in
            read(entry(member.value, at: path[member.key], isPrivate: isPrivate)).map { (member.key, $0) }
        }
    }

    /// The entries of a list; each is read, so that positions stay those of the file.
    func list<Value>(isPrivate: Bool = false, _ read: (JSONReader) -> Value) -> [Value] {
        guard isPresent else { return [] }
        guard case .array(let entries) = value else { return wrongType(Text("a list", "列表"), instead: []) }
        return entries.enumerated().map { position, entry in
            read(self.entry(entry, at: path[position], isPrivate: isPrivate))
        }
    }

    /// An entry of a list or map, which cannot be left out by `null`.
    private func entry(_ value: JSONValue, at path: FaultPath, isPrivate: Bool) -> JSONReader {
        let entry = JSONReader(value: value, path: path, log: log, isPrivate: isPrivate)
        guard value == .null else { return entry }
        entry.wrongType(Text("a value", "一个值"))
        return JSONReader(value: nil, path: path, log: log)
    }

    // MARK: Scalars

    /// A text, or nil.
    func string() -> String? {
        guard isPresent else { return nil }
        guard case .string(let text) = value else { return wrongType(Text("a text", "文本"), instead: nil) }
        return text
    }

    /// A whole number, or nil.
    func integer() -> Int? {
        guard isPresent else { return nil }
        guard case .integer(let number) = value else {
            return wrongType(Text("a whole number", "整数"), instead: nil)
        }
        return number
    }

    /// True or false, or nil.
    func bool() -> Bool? {
        guard isPresent else { return nil }
        guard case .bool(let flag) = value else {
            return wrongType(Text("true or false", "true或false"), instead: nil)
        }
        return flag
    }

    /// A decimal number with at most three digits after the point, or nil.
    func cost() -> Cost? {
        let points: Double
        switch value {
        case nil, .null: return nil
        case .integer(let number): points = Double(number)
        case .number(let number): points = number
        default:
            return wrongType(Text("a number", "数字"), instead: nil)
        }
        guard let cost = Cost(rounding: points), cost.points == points else {
            log.add(
                Fault(
                    .outOfRange, at: path, value: text,
                    Text(
                        "\(text) must have at most three digits after the point and lie between -10^12 and 10^12.",
                        "\(text)最多三位小数，且在-10^12至10^12之间。")))
            return nil
        }
        return cost
    }

    /// A date, or nil.
    func day() -> CalendarDay? {
        guard let text = string() else { return nil }
        guard let day = CalendarDay(text) else {
            log.add(
                Fault(
                    .notADate, at: path, value: text,
                    Text(
                        "'\(text.prefix(60))' is not a date; dates are written like 2022-07-04, in the years 1900 to 2199.",
                        "“\(text.prefix(60))”不是日期；日期写成2022-07-04的形式，年份在1900至2199之间。")))
            return nil
        }
        return day
    }

    /// An identifier; an empty one where there is none.
    func identifier<Subject>() -> Identifier<Subject> { Identifier(string() ?? "") }

    /// An identifier, or nil.
    func optionalIdentifier<Subject>() -> Identifier<Subject>? { string().map { Identifier($0) } }

    /// One of several words, or nil.
    func choice(among words: [String]) -> String? {
        guard let word = string() else { return nil }
        guard words.contains(word) else {
            let list = words.joined(separator: ", ")
            log.add(
                Fault(
                    .unknownWord, at: path, value: word,
                    Text("'\(word.prefix(60))' is none of: \(list).", "“\(word.prefix(60))”不在下列之中：\(list)。")
                        + Suggestion.maybe(word, among: words)))
            return nil
        }
        return word
    }

    /// A case of an enumeration, or nil.
    func choice<Choice: RawRepresentable<String> & CaseIterable>() -> Choice? {
        choice(among: Choice.allCases.map(\.rawValue)).flatMap { Choice(rawValue: $0) }
    }

    /// Judges the file's `format` key.
    func expect(format: String) {
        guard let text = string(), text != format else { return }
        log.add(
            Fault(
                .unknownFormat, at: path, value: text,
                Text(
                    "This version reads files whose format is '\(format)', not '\(text.prefix(60))'.",
                    "本版本读取格式为“\(format)”的文件，而不是“\(text.prefix(60))”。")))
    }

    /// The same value, which no message shows.
    var hidingValue: JSONReader { JSONReader(value: value, path: path, log: log, isPrivate: true) }

    // MARK: Faults

    /// Logs that a number is out of its range.
    func outOfRange<Number>(_ number: Number, in range: ClosedRange<Number>) {
        log.add(.outOfRange(number, in: range, at: path))
    }

    /// Logs that the value is of another type than wanted.
    func wrongType(_ wanted: Text) {
        guard let value else { return }
        log.add(
            Fault(
                .wrongType, at: path, value: text,
                Text(
                    "Here \(wanted.english) is wanted, not \(value.kind.english).",
                    "此处应为\(wanted.chinese)，而不是\(value.kind.chinese)。")))
    }

    private func wrongType<Value>(_ wanted: Text, instead: Value) -> Value {
        wrongType(wanted)
        return instead
    }

    /// The value in short.
    var text: String {
        switch value {
        case .bool(let flag): "\(flag)"
        case .integer(let number): "\(number)"
        case .number(let number): "\(number)"
        case .string(let text) where !isPrivate: text
        case let value?: value.kind.english
        case nil: ""
        }
    }
}

/// An object being read.
struct JSONObjectReader {
    fileprivate let members: [String: JSONValue]
    fileprivate let reader: JSONReader

    /// The value under a key, present or not.
    subscript(key: String) -> JSONReader {
        JSONReader(value: members[key], path: reader.path[key], log: reader.log)
    }
}
