import Foundation
import Rostering

extension InstanceFile {
    /// The JSON Schema of `policy.rules`, made of the rule book: `schema/rules.schema.json` holds these bytes.
    public static var rulesSchema: Data {
        JSONValue.object([
            "$schema": .string("https://json-schema.org/draft/2020-12/schema"),
            "$id": .string("rules.schema.json"),
            "title": .string("The rules of a Rota instance"),
            "type": .string("object"),
            "additionalProperties": .bool(false),
            "properties": .object(
                RuleBook.standard.map { JSONValue.Member(key: $0.id.description, value: $0.schema) }),
        ]).file
    }
}

extension Rule {
    /// The schema of what a file may say about the rule.
    fileprivate var schema: JSONValue {
        let isStructural = Self.enforceability == .structural
        let hard: JSONValue? =
            switch Self.enforceability {
            case .structural, .hard: .bool(true)
            case .soft: .bool(false)
            case .hardOrSoft: nil
            }
        var enforcement = [
            JSONValue.Member(key: "on", value: .flag(fixed: isStructural ? .bool(true) : nil)),
            JSONValue.Member(key: "hard", value: .flag(fixed: hard)),
        ]
        if !Self.enforceability.isStructural {
            let weight = ParameterDomain.cost(.zero...Cost(1_000_000)).schema(nil)
            enforcement.append(JSONValue.Member(key: "weight", value: weight))
        }
        let parameters = Self.parameters.map {
            JSONValue.Member(key: $0.name, value: $0.domain.schema($0.meaning))
        }
        return .object([
            "description": .string(Self.summary.english),
            "type": .string("object"),
            "additionalProperties": .bool(false),
            "properties": .object(enforcement + parameters),
        ])
    }
}

extension JSONValue {
    fileprivate static func flag(fixed: JSONValue?) -> JSONValue {
        fixed.map { .object(["const": $0]) } ?? .object(["type": .string("boolean")])
    }
}

extension ParameterDomain {
    /// The schema of the values.
    fileprivate func schema(_ meaning: Text?) -> JSONValue {
        let description = meaning.map { JSONValue.string($0.english) }
        return switch self {
        case .integer(let range):
            .object([
                "description": description, "type": .string("integer"),
                "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound),
            ])
        case .cost(let range):
            .object([
                "description": description, "type": .string("number"),
                "minimum": .cost(range.lowerBound), "maximum": .cost(range.upperBound),
            ])
        case .choice(let words):
            .object(["description": description, "enum": .array(words.map { .string($0) })])
        }
    }
}
