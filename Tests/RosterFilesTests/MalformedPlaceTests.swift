import Foundation
import Rostering
import Testing

@testable import RosterFiles

/// A file that is not JSON is told where it stops being so, in both languages.
@Suite("Places in malformed files") struct MalformedPlaceTests {
    @Test(arguments: [
        ("{\n\"format\": 1,\n\"calendar\": [1,,2]}", "around line 3", "第3行附近"),
        ("{\"format\"", "ends too early", "内容不完整"),
    ])
    func place(text: String, english: String, chinese: String) throws {
        let error = try #require(throws: InvalidFile.self) { try InstanceFile.read(Data(text.utf8)) }
        let message = try #require(error.faults.first).message
        #expect(message.english.contains(english) && message.chinese.contains(chinese))
    }
}
