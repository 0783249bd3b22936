import Foundation
import Rostering
import Testing

@testable import RosterFiles

@Suite("Schemas") struct SchemaTests {
    @Test("the schema of the rules is that of the rule book (ROTA_UPDATE_SCHEMA=1 writes it anew)")
    func rules() throws {
        if ProcessInfo.processInfo.environment["ROTA_UPDATE_SCHEMA"] != nil {
            try InstanceFile.rulesSchema.write(to: Repository.url("schema/rules.schema.json"))
        }
        let text = String(decoding: InstanceFile.rulesSchema, as: UTF8.self)
        #expect(try String(decoding: Repository.data("schema/rules.schema.json"), as: UTF8.self) == text)
        for rule in RuleBook.standard { #expect(text.contains("\"\(rule.id)\": {")) }
    }

    @Test("what a schema refers to in itself is there")
    func references() throws {
        for name in try Repository.json(in: "schema") {
            let data = try Repository.data("schema/\(name)")
            let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            let defined = Set((schema["$defs"] as? [String: Any] ?? [:]).keys)
            let text = String(decoding: data, as: UTF8.self)
            let wanted = text.matches(of: /"#\/\$defs\/([^"]+)"/).map { String($0.1) }
            #expect(Set(wanted).subtracting(defined) == [], "\(name)")
        }
    }
}
