import Foundation
import Rostering
import Testing

@testable import RosterFiles

@Suite("Fault codes") struct FaultCodeTests {
    @Test("some faulty file gives each code that is declared")
    func codes() throws {
        let source = try Repository.data("Sources/Rostering/Instance/Validation/FaultCode.swift")
        let declared = String(decoding: source, as: UTF8.self).matches(
            of: /static let (\w+) = Self\("(\w+)"\)/)
        for code in declared { #expect(code.1 == code.2) }
        let lines =
            FaultyFileTests.expected.values.joined() + Malformed.samples.flatMap(\.faults)
            + FaultyRoster.samples.flatMap(\.faults) + FaultyPack.samples.flatMap(\.faults)
            + ["tooManyFaults", "unknownPack"]
        let told = Set(lines.map { $0.prefix { $0 != " " } })
        #expect(Set(declared.map(\.1)) == told)
    }
}
