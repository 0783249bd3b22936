import Foundation
import RosterFiles
import Rostering
import Testing

@Suite("What the documentation shows") struct ReadmeTests {
    @Test("The README's Swift is Embedding.swift, which is compiled here")
    func embedding() throws {
        let compiled = try text("Tests/DocumentationTests/Embedding.swift")
        #expect(try blocks(of: "swift", in: "README.md") == [compiled])
    }

    @Test("The README's program finds the best roster of the README's instance")
    func instance() async throws {
        let file = Data(try #require(blocks(of: "json", in: "README.md").first).utf8)
        let instance = try InstanceFile.read(file)
        let roster = try RosterFile.read(try #require(await bestRoster(for: file)), for: instance)
        // Somebody is at the clinic every week: two postings of four weeks each.
        #expect(roster.plans.map(\.postings.count) == [1, 1])
        #expect(Audit(of: roster, in: instance).objective == Cost(10))
    }

    @Test("Both READMEs start with the same two commands")
    func commands() throws {
        let english = try blocks(of: "sh", in: "README.md").prefix(2)
        #expect(english.count == 2)
        #expect(try blocks(of: "sh", in: "README.zh.md").prefix(2) == english)
    }

    @Test("The policy in the Chinese README is understood")
    func policy() throws {
        let piece = try #require(blocks(of: "json", in: "README.zh.md").first { $0.contains("policy") })
        let example = try #require(blocks(of: "json", in: "README.md").first)
        let file = Data((example.dropLast(2) + "," + piece + "}").utf8)
        let policy = try InstanceFile.read(file).policy
        #expect(policy[MidTitleFloor.self].reading == .both)
        #expect(policy[Coverage.self].enforcement.weight == Cost(200))
    }

    @Test("The documentation lists every rule, in the book's order")
    func rules() throws {
        let page = try text("Sources/Rostering/Rostering.docc/TheRules.md")
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
        let keys = rows.map { String($0.dropFirst(3).prefix { $0 != "`" }) }
        #expect(keys == RuleBook.standard.map(\.id.description))
    }

    @Test(
        "The documentation gives every rule's parameters", arguments: RuleBook.standard.map(\.id.description))
    func parameters(key: String) throws {
        let rule = try #require(RuleBook.standard.first { $0.id.description == key })
        let page = try text("Sources/Rostering/Rostering.docc/TheRules.md")
        let row = try #require(page.split(separator: "\n").first { $0.hasPrefix("| `\(key)`") })
        for name in Self.parameters(of: rule) { #expect(row.contains("`\(name)`")) }
    }

    private static func parameters<R: Rule>(of rule: R) -> [String] { R.parameters.map(\.name) }

    /// The fenced blocks of a language in a file of the repository.
    private func blocks(of language: String, in path: String) throws -> [String] {
        try text(path).components(separatedBy: "```\(language)\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
    }

    private func text(_ path: String) throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        return try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
}
