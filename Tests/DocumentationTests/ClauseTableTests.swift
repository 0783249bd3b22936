import Foundation
import RosterFiles
import Rostering
import TestSupport
import Testing

/// The READMEs' tables of clauses, made of the policy packs.
@Suite("Clauses in the READMEs") struct ClauseTableTests {
    private static let packs = ["hanbin-2022", "yulin-2017", "wuhai-2024", "qingdao-2025"]

    @Test(
        "Both READMEs list every clause that binds rosters with what carries it (ROTA_RECORD=1 writes the lists anew)",
        arguments: [("README.md", Language.english), ("README.zh.md", .chinese)])
    func table(file: String, language: Language) throws {
        let url = Self.root.appending(path: file)
        let text = try String(contentsOf: url, encoding: .utf8)
        let (begin, end) = ("<!-- clauses -->\n", "<!-- end of clauses -->")
        let parts = text.components(separatedBy: begin)
        try #require(parts.count == 2)
        let rest = parts[1].components(separatedBy: end)
        try #require(rest.count == 2)
        let table = try Self.packs.map { try Self.section(of: pack($0), language) }.joined(separator: "\n")
        guard !Expected.isRecorded else {
            try Data((parts[0] + begin + table + end + rest[1]).utf8).write(to: url)
            return
        }
        #expect(rest[0] == table)
        for name in Self.packs {
            for clause in try pack(name).clauses where clause.bindsRosters {
                #expect(rest[0].contains("| \(clause.id) |"))
            }
        }
    }

    private func pack(_ name: String) throws -> PolicyPack {
        let path = "instances/policies/\(name).json"
        return try PolicyPackFile.read(Data(contentsOf: Self.root.appending(path: path)), path: path)
    }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")

    private static func section(of pack: PolicyPack, _ language: Language) -> String {
        let clauses = pack.clauses.filter(\.bindsRosters)
        let summary = Text(
            "\(pack.name.english): \(clauses.count) of \(pack.clauses.count) clauses bind rosters",
            "\(pack.name.chinese)：\(pack.clauses.count)条中有\(clauses.count)条约束轮派表")
        let head = Text("| clause | class | article | carried by |", "| 条款 | 类别 | 条 | 由什么落实 |")
        let rows = clauses.map { clause in
            let kinds = clause.kinds.map(\.rawValue).joined(separator: ", ")
            let carrier =
                switch clause.carrier {
                case .rules(let rules): rules.map { "`\($0)`" }.joined(separator: ", ")
                case .mechanism(let text), .noEffect(let text): text[language]
                }
            return "| \(clause.id) | \(kinds) | \(clause.article) | \(carrier) |\n"
        }
        return "<details><summary>\(summary[language])</summary>\n\n\(head[language])\n|---|---|---|---|\n"
            + rows.joined() + "\n</details>\n"
    }
}
