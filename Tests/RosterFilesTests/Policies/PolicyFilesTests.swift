import Foundation
import Rostering
import Testing

@testable import RosterFiles

/// The packs that come with the package.
@Suite("Policy packs of the repository") struct PolicyFilesTests {
    /// By file: the letters that its clauses' identifiers begin with, how many there are, and how its rules cite the document.
    static let packs: [(file: String, letters: String, count: Int, document: Text)] = [
        ("hanbin-2022.json", "HB", 46, Citation.hanbin), ("yulin-2017.json", "YL", 44, Citation.yulin),
        ("wuhai-2024.json", "WH", 26, Citation.wuhai), ("qingdao-2025.json", "QD", 42, Citation.qingdao),
    ]

    private static func pack(_ file: String) throws -> PolicyPack {
        let path = "instances/policies/\(file)"
        do {
            return try PolicyPackFile.read(Repository.data(path), path: path)
        } catch let invalid as InvalidFile {
            Issue.record("\(file): \(FaultReport(invalid.faults).text(.english))")
            throw invalid
        }
    }

    @Test("the table has every pack")
    func table() throws {
        #expect(try Repository.json(in: "instances/policies") == Self.packs.map(\.file).sorted())
    }

    @Test("each pack has every clause of the requirements once, in order", arguments: packs.indices)
    func complete(index: Int) throws {
        let (file, letters, count, _) = Self.packs[index]
        let wanted = (1...count).map { letters + ($0 < 10 ? "0" : "") + "\($0)" }
        #expect(try Self.pack(file).clauses.map(\.id.text) == wanted)
    }

    @Test(
        "what binds rosters is carried, by rules that the pack turns on or by something told",
        arguments: packs.indices)
    func carried(index: Int) throws {
        let pack = try Self.pack(Self.packs[index].file)
        let on = Set(pack.policy.rules.filter(\.enforcement.isOn).map(\.id))
        for clause in pack.clauses {
            if case .noEffect = clause.carrier { #expect(!clause.bindsRosters, "\(clause.id)") }
            #expect(clause.rules.allSatisfy(on.contains), "\(clause.id)")
            #expect(Set(clause.rules).count == clause.rules.count, "\(clause.id)")
        }
    }

    @Test(
        "a rule whose words can be read in more than one way is on with every reading named",
        arguments: packs.indices)
    func readings(index: Int) throws {
        func choices<R: Rule>(_ rule: R) -> [String] {
            R.parameters.compactMap { if case .choice = $0.domain { $0.name } else { nil } }
        }
        let data = try Repository.data("instances/policies/\(Self.packs[index].file)")
        let file = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let rules = try #require(file["rules"] as? [String: [String: Any]])
        for rule in RuleBook.standard {
            guard let named = rules["\(rule.id)"] else { continue }
            #expect(choices(rule).filter { named[$0] == nil } == [], "\(rule.id)")
        }
    }

    @Test("texts are in both languages, quotations plain", arguments: packs.indices)
    func texts(index: Int) throws {
        let pack = try Self.pack(Self.packs[index].file)
        func isChinese(_ text: String) -> Bool {
            text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
        }
        var texts = [pack.name, pack.document.title, pack.document.source]
        for clause in pack.clauses {
            switch clause.carrier {
            case .mechanism(let text), .noEffect(let text): texts.append(text)
            case .rules: break
            }
            #expect(!clause.article.isEmpty)
            for quotation in clause.quotations {
                #expect(isChinese(quotation) && !quotation.contains("…"), "\(clause.id)")
                #expect(quotation.unicodeScalars.allSatisfy { !$0.properties.isWhitespace }, "\(clause.id)")
            }
        }
        for text in texts { #expect(!isChinese(text.english) && isChinese(text.chinese), "\(text.english)") }
        #expect(pack.inForce.first.map { $0 <= pack.document.issued } == true)
    }

    @Test(
        "what rules and indicators cite is in the pack, with the same article and words, and carried by the rule",
        arguments: packs.indices)
    func citations(index: Int) throws {
        let (file, _, _, document) = Self.packs[index]
        let pack = try Self.pack(file)
        let citations =
            RuleBook.standard.flatMap { rule in type(of: rule).citations.map { ($0, rule.id as RuleID?) } }
            + IndicatorBook.standard.flatMap { $0.definition.citations.map { ($0, nil) } }
        for (citation, rule) in citations where citation.document == document {
            let clause = try #require(
                pack.clauses.first { $0.id.text == citation.requirement }, "\(citation.requirement)")
            if let rule { #expect(clause.rules.contains(rule), "\(clause.id) is not carried by \(rule)") }
            let articles = Self.halfWidth(clause.article).split(separator: "、")
            #expect(articles.contains { $0 == Self.halfWidth(citation.article) }, "article of \(clause.id)")
            #expect(
                clause.quotations.joined().contains(citation.clause)
                    || clause.quotations.contains { citation.clause.contains($0) }, "words of \(clause.id)")
        }
    }

    /// The documents themselves mix brackets of both widths.
    private static func halfWidth(_ article: String) -> String {
        article.replacing("（", with: "(").replacing("）", with: ")")
    }
}
