import Foundation
import Rostering

/// Instance files: JSON that `schema/instance.schema.json` describes.
public enum InstanceFile {
    /// What the file's `format` key says.
    static let format = "rota-instance/1"

    /// Reads and judges an instance file, together with the policy pack that it names.
    ///
    /// - Parameters:
    ///   - data: the file's bytes.
    ///   - packs: where policy packs are found; without it, an instance that names one is at fault.
    /// - Throws: ``InvalidFile`` with every fault of form and of content at once, at most 1000, in the order of the file's parts, those of the
    ///   pack last.
    public static func read(_ data: Data, packs: PolicyPackSource = .none) throws(InvalidFile) -> Instance {
        let log = FaultLog()
        let json = JSONReader(value: try JSONValue(file: data, log: log), path: .root, log: log)
        let description = InstanceDescription(reading: json, packs: packs)
        let faults = description.faults(beside: log.faults)
        guard faults.isEmpty else { throw InvalidFile(faults: faults) }
        do {
            return try Instance(description)
        } catch {
            throw InvalidFile(faults: error.faults)
        }
    }

    /// Writes an instance file: the same bytes for equal descriptions, with a fixed order of keys and of all else the order of the description.
    public static func write(_ description: InstanceDescription) -> Data { description.json.file }
}
