import Foundation
import Rostering

/// The faults of a file, for people and for programs.
public struct FaultReport: Sendable {
    /// The faults.
    public let faults: [Fault]

    /// Reports faults.
    public init(_ faults: [Fault]) { self.faults = faults }

    /// One line for each fault: `path: message (value)`, after the file's path where it is in another file than the one read.
    public func text(_ language: Language) -> String {
        String(sections: [
            faults.map { fault in
                let place = [fault.file ?? "", fault.path].filter { !$0.isEmpty }.map { $0 + ": " }.joined()
                let value = fault.value.isEmpty ? "" : " (\(fault.value))"
                return place + fault.message[language] + value
            }
        ])
    }

    /// The faults as a JSON file: `faults`, a list of `code`, `path`, `value` and `message`, and `file` where it is another than the one read.
    public func json(_ language: Language) -> Data {
        JSONValue.object([
            "faults": .array(
                faults.map {
                    .object([
                        "code": .string($0.code.rawValue), "file": $0.file.map { .string($0) },
                        "path": .string($0.path),
                        "value": .string($0.value), "message": .string($0.message[language]),
                    ])
                })
        ]).file
    }
}
