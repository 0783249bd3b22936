import Foundation
import Rostering
import Testing

@testable import RosterFiles

/// Bytes that are no instance, and the faults that reading them gives.
enum Malformed {
    struct Sample: Sendable, CustomTestStringConvertible {
        let name: String
        let faults: [String]
        let data: @Sendable () -> Data
        var testDescription: String { name }

        init(_ name: String, _ faults: [String], _ data: @escaping @Sendable () -> Data) {
            (self.name, self.faults, self.data) = (name, faults, data)
        }
    }

    private static let missing = [
        "missingKey format", "missingKey calendar", "missingKey sites", "missingKey people",
    ]

    static let samples: [Sample] = [
        Sample("nothing", ["malformedFile"]) { Data() },
        Sample("white space", ["malformedFile"]) { Data(" \n ".utf8) },
        Sample("truncated", ["malformedFile"]) { Data(Samples.instance.utf8.prefix(700)) },
        Sample("truncated in a text", ["malformedFile"]) { Data(#"{"name": "\"#.utf8) },
        Sample("invalid UTF-8", ["malformedFile"]) {
            Data(#"{"name": ""#.utf8) + [0xFF, 0xC0] + Data(#""}"#.utf8)
        },
        Sample("half a surrogate", ["malformedFile"]) { Data(#"{"name": "\ud800"}"#.utf8) },
        Sample("NaN", ["malformedFile"]) { Data(#"{"baseline": NaN}"#.utf8) },
        Sample("Infinity", ["malformedFile"]) { Data(#"{"baseline": -Infinity}"#.utf8) },
        Sample("beyond a Double", ["malformedFile"]) { Data(#"{"baseline": 1e999}"#.utf8) },
        Sample("all zeros", ["malformedFile"]) { Data(count: 1_000_000) },
        Sample("two values", ["malformedFile"]) { Data("{} {}".utf8) },
        Sample("a list", ["wrongType"]) { Data("[]".utf8) },
        Sample("a number", ["wrongType"]) { Data("17".utf8) },
        Sample("null", ["wrongType"]) { Data("null".utf8) },
        Sample("an empty object", missing) { Data("{}".utf8) },
        Sample("a byte order mark", missing) { Data([0xEF, 0xBB, 0xBF]) + Data("{}".utf8) },
        Sample("100 MB of brackets", ["fileTooLarge"]) {
            Data(repeating: UInt8(ascii: "["), count: 100_000_000)
        },
        Sample("20 MB of brackets", ["fileTooLarge"]) {
            Data(repeating: UInt8(ascii: "["), count: 20_000_000)
        },
        Sample("20 MB of closing brackets", ["malformedFile"]) {
            Data(repeating: UInt8(ascii: "]"), count: 20_000_000)
        },
        Sample("20 MB of one text without an end", ["malformedFile"]) {
            Data(repeating: UInt8(ascii: "\""), count: 1)
                + Data(repeating: UInt8(ascii: "a"), count: 20_000_000)
        },
        Sample("nested too deep", ["fileTooLarge"]) {
            Data((String(repeating: #"{"a":"#, count: 2000) + "1" + String(repeating: "}", count: 2000)).utf8)
        },
        Sample("a key twice", ["duplicateKey calendar.weeks"]) {
            Data(
                Samples.instance.replacing(
                    #""sessionsPerWeek": 10,"#, with: #""weeks": 9, "sessionsPerWeek": 10,"#
                )
                .utf8)
        },
        Sample("a huge number of weeks", ["wrongType calendar.weeks"]) {
            Data(Samples.instance.replacing(#""weeks": 8"#, with: #""weeks": 99999999999999999999"#).utf8)
        },
        Sample("the largest number of weeks", ["outOfRange calendar.weeks"]) {
            Data(Samples.instance.replacing(#""weeks": 8"#, with: #""weeks": 9223372036854775807"#).utf8)
        },
        Sample("the least number of weeks", ["outOfRange calendar.weeks"]) {
            Data(Samples.instance.replacing(#""weeks": 8"#, with: #""weeks": -9223372036854775808"#).utf8)
        },
        Sample("a huge preference", ["outOfRange people[0].preferences.east"]) {
            Data(Samples.instance.replacing(#""east": 0.5"#, with: #""east": 1e300"#).utf8)
        },
    ]
}

@Suite("Malformed files") struct MalformedFileTests {
    @Test("bytes that are no instance are refused within a second", arguments: Malformed.samples)
    func refused(sample: Malformed.Sample) {
        let data = sample.data()
        var faults: [Fault] = []
        let time = ContinuousClock().measure { faults = Samples.faults(ofInstance: data) }
        #expect(faults.map(\.line) == sample.faults)
        #expect(time < .seconds(1))
    }

    @Test(
        "any instance cut short is refused",
        arguments: Array(stride(from: 1, to: Samples.instance.utf8.count - 2, by: 37)))
    func cut(length: Int) {
        #expect(!Samples.faults(ofInstance: Data(Samples.instance.utf8.prefix(length))).isEmpty)
    }

    @Test("any one byte changed crashes nothing", arguments: 0..<3)
    func changed(start: Int) {
        let bytes = Array(Samples.instance.utf8)
        for position in stride(from: start, to: bytes.count, by: 21) {
            for byte: UInt8 in [0, UInt8(ascii: "\""), UInt8(ascii: "}"), UInt8(ascii: "9"), 0xFF] {
                var changed = bytes
                changed[position] = byte
                for fault in Samples.faults(ofInstance: Data(changed)) {
                    #expect(!fault.message.english.isEmpty)
                }
            }
        }
    }

    @Test("a file with very many faults lists a thousand")
    func many() {
        let text = Samples.instance.replacing(
            #""demands": ["#, with: #""demands": [\#(String(repeating: "0,", count: 20_000))"#)
        let faults = Samples.faults(ofInstance: Data(text.utf8))
        #expect(faults.count == 1001)
        #expect(faults.last?.code == .tooManyFaults)
    }
}
