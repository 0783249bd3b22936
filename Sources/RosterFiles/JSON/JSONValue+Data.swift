import Foundation
import Rostering

extension JSONValue {
    /// The largest file read, in bytes; the largest real instances are a few megabytes.
    static let maximumSize = 32 << 20

    /// Decodes a file's bytes; keys given twice are added to `log`. Linear in the number of bytes, and quick to refuse what is far too large or
    /// nested far too deep.
    ///
    /// - Throws: ``InvalidFile`` if the bytes are not JSON.
    init(file data: Data, log: FaultLog) throws(InvalidFile) {
        guard data.count <= Self.maximumSize else { throw InvalidFile(faults: [.tooLarge(data.count)]) }
        let scan = JSONScan(data)
        if let offset = scan.tooDeepAt { throw InvalidFile(faults: [.tooDeep(offset)]) }
        for (path, key) in scan.duplicates { log.add(.duplicateKey(key, at: path)) }
        do {
            self = try JSONDecoder().decode(JSONValue.self, from: data)
        } catch {
            throw InvalidFile(faults: [.malformed(data)])
        }
    }
}

extension Fault {
    fileprivate static func tooLarge(_ count: Int) -> Fault {
        Fault(
            .fileTooLarge, at: .root, value: "\(count)",
            Text(
                "The file has \(count) bytes; at most \(JSONValue.maximumSize) are read.",
                "文件有\(count)字节，最多读取\(JSONValue.maximumSize)字节。"))
    }

    fileprivate static func tooDeep(_ offset: Int) -> Fault {
        Fault(
            .fileTooLarge, at: .root, value: "\(offset)",
            Text(
                "At byte \(offset) lists and objects nest more than \(JSONScan.maximumDepth) deep.",
                "第\(offset)字节处列表和对象的嵌套超过\(JSONScan.maximumDepth)层。"))
    }

    fileprivate static func duplicateKey(_ key: String, at path: FaultPath) -> Fault {
        Fault(
            .duplicateKey, at: path[key], value: key,
            Text(
                "The key '\(key.prefix(60))' is given twice; keep one of the two.",
                "键“\(key.prefix(60))”出现两次，请保留一个。"))
    }

    /// Says where bytes stop being JSON, as far as Foundation knows: its decoder does not tell, its older parser does.
    fileprivate static func malformed(_ data: Data) -> Fault {
        guard !data.isEmpty else {
            return Fault(.malformedFile, at: .root, value: "", Text("The file is empty.", "文件是空的。"))
        }
        var reason = ""
        do {
            _ = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
        } catch {
            reason = (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String ?? ""
        }
        let place: Text
        if let offset = reason.firstMatch(of: /around character (\d+)/).flatMap({ Int($0.output.1) }) {
            let line = data.prefix(offset).count { $0 == UInt8(ascii: "\n") } + 1
            place = Text(": something is wrong around line \(line)", "，第\(line)行附近有误")
        } else if reason.contains("end of file") {
            place = Text(": it ends too early", "，内容不完整")
        } else {
            place = Text("", "")
        }
        return Fault(
            .malformedFile, at: .root, value: "",
            Text("The file is not JSON", "文件不是有效的JSON") + place
                + Text(
                    ". Maybe a comma, quote or bracket is missing or too many, or the text is not UTF-8.",
                    "。可能缺少或多出逗号、引号、括号，或文件不是UTF-8编码。"))
    }
}
