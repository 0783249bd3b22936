import Testing

@testable import Rostering

@Suite("Indicator book")
struct IndicatorBookTests {
    private let definitions = IndicatorBook.standard.map(\.definition)

    @Test("Each indicator once, with words in both languages and a source")
    func words() {
        #expect(Set(definitions.map(\.id)).count == definitions.count)
        for definition in definitions {
            for text in [definition.name, definition.formula] {
                #expect(!text.english.isEmpty && !text.chinese.isEmpty && text.english != text.chinese)
            }
            #expect(!definition.citations.isEmpty)
        }
    }

    @Test("By document, then by the number of the main clause")
    func order() {
        let ranks = definitions.map { definition -> Int in
            let clause = definition.citations[0].requirement
            let document = ["HB", "YL", "WH", "QD"].firstIndex(of: String(clause.prefix(2))) ?? 9
            return 100 * document + (Int(clause.dropFirst(2)) ?? 99)
        }
        #expect(ranks == ranks.sorted())
        #expect(ranks.allSatisfy { $0 < 400 })
    }

    @Test("What other systems count has no value, everything else has some")
    func imported() throws {
        let instance = try instance()
        let results = IndicatorResult.all(in: try instance.attendance())
        #expect(results.map(\.definition) == definitions)
        for (entry, result) in zip(IndicatorBook.standard, results) {
            let isImported = if case .imported = entry { true } else { false }
            #expect(result.isImported == isImported && (result.values == nil) == isImported)
        }
        #expect(results.contains { $0.definition.id == "grassRootsVisits" && $0.values == nil })
        #expect(results.contains { $0.definition.id == "netFlow" && $0.values?.count == 6 })
    }

    @Test("An instance that names a policy pack is bound by the targets of its clauses alone")
    func pack() throws {
        func isEnforced(_ clause: ClauseID?) throws -> Bool? {
            let instance = try instance().unjudged { description in
                description.policyPack = clause.map { clause in
                    PolicyPack(
                        path: "pack.json", name: Text("pack"),
                        document: .init(title: Text("document"), issued: description.calendar.firstDay),
                        clauses: [
                            Clause(
                                id: clause, kinds: [.target], article: "", quotations: [],
                                carrier: .noEffect(Text("")))
                        ])
                }
            }
            return try instance.attendance().values(of: ClinicParticipationIndicator())[""]?.isEnforced
        }
        #expect(try isEnforced(nil) == true)
        #expect(try isEnforced("HB16") == false)
        // The third of the clauses that ask for it.
        #expect(try isEnforced("YL06") == true)
    }
}
