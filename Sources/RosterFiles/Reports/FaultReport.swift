import Foundation
import Rostering

/// The faults of a file, for people and for programs.
public struct FaultReport: Sendable {
    /// The faults.
    public let faults: [Fault]

    /// What is no fault, but what a planner should know.
    public let cautions: [Text]

    /// Reports faults and cautions.
    public init(_ faults: [Fault], cautions: [Text] = []) {
        self.faults = faults
        self.cautions = cautions
    }

    /// One line for each fault: `path: message (value)`, after the file's path where it is in another file than the one read; or that there is
    /// none. A line for each caution.
    public func text(_ language: Language) -> String {
        let lines = faults.map { fault in
            let place = [fault.file ?? "", fault.path].filter { !$0.isEmpty }.map { $0 + ": " }.joined()
            let value = fault.value.isEmpty ? "" : " (\(fault.value))"
            return place + fault.message[language] + value
        }
        let warnings = cautions.map { Text("Caution: ", "注意：")[language] + $0[language] }
        return String(sections: [
            (lines.isEmpty ? [Text("No faults.", "没有错误。")[language]] : lines) + warnings
        ])
    }

    /// The faults as a JSON file: `faults`, a list of `code`, `path`, `value` and `message`, and `file` where it is another than the one read;
    /// `cautions`, a list of sentences, if there are any.
    public func json(_ language: Language) -> Data {
        JSONValue.object([
            "faults": .array(
                faults.map {
                    .object([
                        "code": .string($0.code.rawValue), "file": $0.file.map { .string($0) },
                        "path": .string($0.path), "value": .string($0.value),
                        "message": .string($0.message[language]),
                    ])
                }), "cautions": .listed(cautions) { .string($0[language]) },
        ]).file
    }
}
