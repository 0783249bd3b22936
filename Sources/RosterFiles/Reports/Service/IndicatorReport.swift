import Foundation
import Rostering

/// The indicators that policy documents ask for, by clause, for people, spreadsheets and programs.
public struct IndicatorReport: Sendable {
    /// The instance the roster is of.
    public let instance: Instance
    /// The indicators with their values.
    public let results: [IndicatorResult]

    /// The rows of one indicator that a text shows unless everything is asked for.
    private static let limit = 12

    /// Computes the indicators of a roster from any source.
    public init(_ roster: Roster, of instance: Instance) {
        self.instance = instance
        results = IndicatorResult.all(in: Attendance(roster, in: instance))
    }

    /// The indicators as text, a section for each clause; long lists show first what misses a binding target, and count what they leave out.
    public func text(_ style: ReportStyle) -> String {
        let verdicts = results.flatMap { $0.values ?? [] }.filter(\.isEnforced).map(\.verdict)
        let summary = Text(
            """
            \(verdicts.count { $0 == .met }) targets met, \(verdicts.count { $0 == .missed }) missed; \
            \(results.count { $0.values == nil }) indicators are imported values, none given
            """,
            """
            达标\(verdicts.count { $0 == .met })项，未达标\(verdicts.count { $0 == .missed })项；\
            \(results.count { $0.values == nil })项指标为外部数据，未提供
            """)
        let head = [
            style("Indicators by clause", "指标（按条款）"), instance.headline(style),
            "  " + summary[style.language],
        ]
        let clauses = results.map(\.clause.requirement).reduce(into: [String]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        return String(
            sections: [head]
                + clauses.map { clause in
                    let results = results.filter { $0.clause.requirement == clause }
                    return [results[0].clause.heading(style.language)]
                        + results.flatMap { lines(of: $0, style) }
                })
    }

    private func lines(of result: IndicatorResult, _ style: ReportStyle) -> [String] {
        let definition = result.definition
        let heading =
            "  " + definition.name[style.language] + style(" = ", " = ") + result.formula[style.language]
        guard let values = result.values else {
            return [heading, "    " + Self.noneGiven[style.language]]
        }
        guard !values.isEmpty else { return [heading, style("    nothing to measure here", "    本算例无可计量")] }
        let ordered = (0...2).flatMap { rank in values.filter { $0.rank == rank } }
        let shown = style.isFull || values.count <= Self.limit ? values : Array(ordered.prefix(Self.limit))
        var table = TextTable(columns: [.text(), .text(), .number(), .text(), .text()])
        table.rows = shown.map { row(of: $0, definition.unit, style.language) }
        let more = values.count - shown.count
        return [heading] + table.lines(indent: 4)
            + (more > 0
                ? [style("    and \(more) more (--full lists all)", "    另有\(more)条（--full列出全部）")] : [])
    }

    private func row(
        of value: IndicatorValue, _ unit: IndicatorDefinition.Unit, _ language: Language
    ) -> [String] {
        [
            instance.wording(of: value.subject)[language], value.reading?[language] ?? "",
            (value.value.map { unit.wording(of: $0) } ?? Text("nobody or nothing", "无"))[language],
            value.target.map { unit.wording(of: $0)[language] } ?? "", value.verdictWording[language],
        ]
    }

    /// What stands in the place of a value that is counted elsewhere.
    private static let noneGiven = Text("imported value, none given", "外部数据，未提供")

    /// The indicators as a CSV file with a row for each value, and one for each indicator that has none.
    public func csv(_ language: Language) -> Data {
        var table = CSVTable(
            headings: [
                Text("clause", "条款"), Text("document", "文件"), Text("article", "条目"), Text("indicator", "指标"),
                Text("subject", "对象"), Text("reading", "口径"), Text("value", "数值"), Text("numerator", "分子"),
                Text("denominator", "分母"), Text("unit", "单位"), Text("target", "目标"), Text("verdict", "结论"),
                Text("formula", "公式"),
            ].map { $0[language] })
        for result in results {
            let (definition, clause) = (result.definition, result.clause)
            let start: [CSVTable.Cell] = [
                .text(definition.citations.map(\.requirement).joined(separator: " ")),
                .text(clause.document[language]), .text(clause.article), .text(definition.name[language]),
            ]
            let formula = CSVTable.Cell.text(result.formula[language])
            for value in result.values ?? [] {
                let number = value.value
                table.rows.append(
                    start + [
                        .text(instance.wording(of: value.subject)[language]), .text(value.reading?[language]),
                        number.map { .decimal(definition.unit.amount(of: $0)) } ?? .empty,
                        number.map { .integer($0.numerator) } ?? .empty,
                        number.map { .integer($0.denominator) } ?? .empty,
                        .text(definition.unit.name[language]),
                        .text(value.target.map { definition.unit.wording(of: $0)[language] }),
                        .text(value.verdictWording[language]), formula,
                    ])
            }
            if result.values?.isEmpty ?? true {
                let reason = result.values == nil ? Self.noneGiven : Text("nothing to measure", "无可计量")
                table.rows.append(
                    start + [
                        .empty, .empty, .empty, .empty, .empty, .text(definition.unit.name[language]), .empty,
                        .text(reason[language]), formula,
                    ])
            }
        }
        return table.file
    }

    /// The indicators as a JSON file that `schema/indicators.schema.json` describes.
    public func json(_ language: Language) -> Data {
        JSONValue.object([
            "format": .string("rota-indicators/1"), "instance": .string(instance.description.name[language]),
            "indicators": .array(results.map { json(of: $0, language) }),
        ]).file
    }

    private func json(of result: IndicatorResult, _ language: Language) -> JSONValue {
        let definition = result.definition
        return .object([
            "indicator": .string(definition.id), "name": .string(definition.name[language]),
            "formula": .string(definition.formula[language]), "unit": .string(definition.unit.name[language]),
            "clauses": .array(
                definition.citations.map {
                    .object([
                        "clause": .string($0.requirement), "document": .string($0.document[language]),
                        "article": .string($0.article), "text": .string($0.clause),
                    ])
                }), "imported": .bool(result.isImported),
            "values": .array((result.values ?? []).map { json(of: $0, language) }),
        ])
    }

    private func json(of value: IndicatorValue, _ language: Language) -> JSONValue {
        .object([
            "subject": value.subject.json(in: instance),
            "reading": value.reading.map { .string($0[language]) }, "value": value.value?.json ?? .null,
            "target": value.target.map {
                .object(["relation": .string($0.relation.rawValue), "limit": $0.limit.json])
            }, "verdict": .string(value.verdict.rawValue),
            "enforced": value.target.map { _ in .bool(value.isEnforced) },
        ])
    }
}

extension IndicatorValue {
    /// What a short list shows first: what misses a binding target, then everything else but readings that do not bind.
    fileprivate var rank: Int { isEnforced ? (verdict == .missed ? 0 : 1) : 2 }
}

extension IndicatorResult {
    /// The main clause.
    fileprivate var clause: Citation { definition.citations[0] }

    /// The formula; of imported values with a word on that.
    fileprivate var formula: Text {
        isImported && values != nil
            ? definition.formula + Text(" (imported values)", "（外部数据）") : definition.formula
    }
}

extension Citation {
    /// The clause as a heading: number, document, article, and its words.
    fileprivate func heading(_ language: Language) -> String {
        "\(requirement) \(document[language]) \(article) 「\(clause)」"
    }
}

extension Fraction {
    /// The ratio as it was counted.
    fileprivate var json: JSONValue {
        .object(["numerator": .integer(numerator), "denominator": .integer(denominator)])
    }
}

extension IndicatorSubject {
    /// The subject by identifiers; the whole instance has none.
    fileprivate func json(in instance: Instance) -> JSONValue {
        switch self {
        case .whole: .object([JSONValue.Member]())
        case .site(let site): Subject.site(site).json(in: instance)
        case .department(let department): Subject.department(department).json(in: instance)
        case .pool(let pool): Subject.pool(pool).json(in: instance)
        case .pair(let origin, let host):
            .object(["from": .string(instance[origin].id), "to": .string(instance[host].id)])
        }
    }
}
