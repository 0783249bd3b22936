import Foundation
import Rostering

/// The postings of a roster as they are filed (备案), for people, spreadsheets and programs.
public struct FilingReport: Sendable {
    /// The instance the roster is of.
    public let instance: Instance
    /// The list.
    public let list: FilingList

    /// Lists the postings of a roster from any source.
    public init(_ roster: Roster, of instance: Instance) {
        self.instance = instance
        list = FilingList(Attendance(roster, in: instance))
    }

    /// The list as text: postings for filing, moves across communities with their approval, and what is at fault.
    public func text(_ style: ReportStyle) -> String {
        String(sections: [
            [style("Filing list of postings (HB16)", "人员派驻备案表（HB16）"), instance.headline(style)],
            section(list.postings, style("For filing", "备案"), style),
            section(
                list.crossings, style("Across communities, for approval (HB15)", "跨医共体调动（须经批准，HB15）"), style),
            otherFaults(style),
        ])
    }

    private func section(_ entries: [FilingList.Entry], _ heading: String, _ style: ReportStyle) -> [String] {
        guard !entries.isEmpty else { return [heading, style("  none", "  无")] }
        let needsApproval = entries.contains { $0.approval != nil }
        var headings = [
            style("person", "人员"), style("title", "职称"), style("from", "派出单位"), style("to", "派驻单位"),
            style("first day", "起始日"), style("last day", "截止日"), style("kind", "方式"),
            style("link", "关系"), style("reason", "事由"),
        ]
        if needsApproval { headings.append(style("approval", "批准")) }
        var table = TextTable(columns: headings.map { .text($0) })
        let rows = entries.map { FilingRow($0, in: instance, style.language) }
        table.rows = rows.map { row in
            [
                row.label, row.title, row.employer, row.host, row.firstDay.description,
                row.lastDay.description, row.kind, row.links, row.reason,
            ] + (needsApproval ? [row.approval ?? ""] : [])
        }
        let lines = table.lines()
        return [heading, lines[0]]
            + zip(rows, lines.dropFirst()).flatMap { row, line in
                [line] + row.faults.map { style("    fault: ", "    错误：") + $0 }
            }
    }

    private func otherFaults(_ style: ReportStyle) -> [String] {
        guard !list.otherFaults.isEmpty else { return [] }
        return [style("Faults in weeks without a posting", "未派驻期间的错误")]
            + instance.wordings(of: list.otherFaults, style.language).map { "  " + $0 }
    }

    /// The list as a CSV file with a row for each posting, moves across communities last.
    public func csv(_ language: Language) -> Data {
        var table = CSVTable(
            headings: [
                Text("part", "类别"), Text("person", "人员编号"), Text("name", "姓名"), Text("title", "职称"),
                Text("from", "派出单位"), Text("to", "派驻单位"), Text("first day", "起始日"), Text("last day", "截止日"),
                Text("weeks", "周数"), Text("kind", "方式"), Text("link", "关系"), Text("reason", "事由"),
                Text("approval", "批准"), Text("fault", "错误"),
            ].map { $0[language] })
        table.rows = (list.postings + list.crossings).map { entry in
            let row = FilingRow(entry, in: instance, language)
            let part =
                entry.approval == nil
                ? Text("for filing", "备案") : Text("across communities, for approval", "跨医共体调动，须经批准")
            let person = instance[entry.person]
            return [
                .text(part[language]), .text(person.id.text), .text(person.name), .text(row.title),
                .text(row.employer), .text(row.host), .text(row.firstDay.description),
                .text(row.lastDay.description), .integer(entry.posting.weeks.count), .text(row.kind),
                .text(row.links), .text(row.reason), .text(row.approval),
                .text(row.faults.joined(separator: style(language)("; ", "；"))),
            ]
        }
        return table.file
    }

    private func style(_ language: Language) -> ReportStyle { ReportStyle(language: language) }

    /// The list as a JSON file that `schema/filing.schema.json` describes.
    public func json(_ language: Language) -> Data {
        JSONValue.object([
            "format": .string("rota-filing/1"), "instance": .string(instance.description.name[language]),
            "postings": .array(list.postings.map { FilingRow($0, in: instance, language).json }),
            "crossings": .array(list.crossings.map { FilingRow($0, in: instance, language).json }),
            "otherFaults": .array(
                instance.wordings(of: list.otherFaults, language).map { .string($0) }),
        ]).file
    }
}
