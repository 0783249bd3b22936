import Foundation
import Rostering

/// Policy packs: JSON that `schema/policy.schema.json` describes.
public enum PolicyPackFile {
    /// What the file's `format` key says.
    static let format = "rota-policy/1"

    /// Reads and judges a policy pack.
    ///
    /// - Parameters:
    ///   - data: the file's bytes.
    ///   - path: how instances name the pack.
    /// - Throws: ``InvalidFile`` with every fault of form and of content at once, at most 1000; their paths are those of the pack's file.
    public static func read(_ data: Data, path: String) throws(InvalidFile) -> PolicyPack {
        let log = FaultLog()
        let json = JSONReader(value: try JSONValue(file: data, log: log), path: .root, log: log)
        let pack = PolicyPack(reading: json, path: path)
        let faults = pack.faults(beside: log.faults)
        guard faults.isEmpty else { throw InvalidFile(faults: faults) }
        return pack
    }

    /// Whether a file says that it is a policy pack, of any edition of the format, and not an instance. Linear in the number of bytes.
    public static func isPack(_ data: Data) -> Bool {
        guard case .object(let members)? = try? JSONValue(file: data, log: FaultLog()) else { return false }
        return members.contains { member in
            guard member.key == "format", case .string(let text) = member.value else { return false }
            return text.hasPrefix("rota-policy/")
        }
    }

    /// Writes a policy pack: the same bytes for equal packs.
    public static func write(_ pack: PolicyPack) -> Data { pack.json.file }
}
