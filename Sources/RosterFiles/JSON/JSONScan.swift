import Foundation
import Rostering

/// A quick look over the bytes of a JSON file for what Foundation does not report: nesting too deep to decode safely, and keys given twice.
///
/// It accepts any bytes and leaves it to Foundation to say whether they are JSON. Keys are compared as they are written, escapes included.
/// Linear in the number of bytes.
struct JSONScan {
    /// The deepest nesting read; an instance needs six levels.
    static let maximumDepth = 32

    /// Where nesting first goes too deep, in bytes from the beginning, or nil.
    private(set) var tooDeepAt: Int?
    /// Every key that its object has already, as far as faults are listed.
    private(set) var duplicates: [(path: FaultPath, key: String)] = []

    /// One object or list around the byte looked at.
    private struct Level {
        let path: FaultPath
        let isObject: Bool
        var keys: Set<String> = []
        /// The key read last, of an object.
        var key: String?
        /// The entries finished, of a list.
        var position = 0

        var valuePath: FaultPath { isObject ? path[key ?? ""] : path[position] }
    }

    init(_ data: Data) {
        data.withUnsafeBytes { scan($0) }
    }

    private mutating func scan(_ bytes: UnsafeRawBufferPointer) {
        var levels: [Level] = []
        var offset = 0
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                guard levels.count < Self.maximumDepth else {
                    tooDeepAt = offset
                    return
                }
                levels.append(
                    Level(path: levels.last?.valuePath ?? .root, isObject: bytes[offset] == UInt8(ascii: "{"))
                )
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                // Unbalanced: Foundation refuses it at once.
                guard levels.popLast() != nil else { return }
            case UInt8(ascii: ","):
                guard let last = levels.indices.last else { break }
                levels[last].position += 1
                levels[last].key = nil
            case UInt8(ascii: "\""):
                let end = Self.endOfString(in: bytes, from: offset + 1)
                if let last = levels.indices.last, levels[last].isObject, levels[last].key == nil {
                    let key = String(decoding: bytes[(offset + 1)..<end], as: UTF8.self)
                    levels[last].key = key
                    if !levels[last].keys.insert(key).inserted, duplicates.count <= Fault.listedAtMost {
                        duplicates.append((levels[last].path, key))
                    }
                }
                offset = end
            default: break
            }
            offset += 1
        }
    }

    /// The offset of the quote that ends the string whose contents begin at `start`, or the number of bytes.
    private static func endOfString(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var offset = start
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
            offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(offset, bytes.count)
    }
}
