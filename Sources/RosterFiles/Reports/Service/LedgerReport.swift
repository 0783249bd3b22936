import Foundation
import Rostering

/// The days each person served (服务台账), for people, spreadsheets and programs.
public struct LedgerReport: Sendable {
    /// The instance the roster is of.
    public let instance: Instance
    /// The ledger.
    public let ledger: ServiceLedger

    /// Draws up the ledger of a roster from any source.
    public init(_ roster: Roster, of instance: Instance) {
        self.instance = instance
        ledger = ServiceLedger(Attendance(roster, in: instance))
    }

    /// The ledger as text: a line for each person, totals, and what the law asks.
    public func text(_ style: ReportStyle) -> String {
        var table = TextTable(columns: [
            .text(style("person", "人员")), .text(style("title", "职称")), .text(style("employer", "单位")),
            .number(style("days before", "以往天数")), .number(style("weeks", "本期周数")),
            .number(style("days", "本期天数")), .number(style("total days", "累计天数")),
            .number(style("visits", "坐诊巡诊")),
            .text(style("where", "服务地点")), .text(style("cumulative year", "累计一年")),
        ])
        table.rows = ledger.accounts.map { account in
            let person = instance[account.person]
            return [
                person.label, person.titleWording[style.language], employer(of: account, style.language),
                String(account.daysBefore), String(account.weeks), String(account.days),
                String(account.totalDays), String(account.visitSessions), hosts(of: account, style.language),
                account.promotion?.standing.wording[style.language] ?? "",
            ]
        }
        table.rows.append([
            style("total", "合计"), "", "", String(total(\.daysBefore)), String(total(\.weeks)),
            String(total(\.days)), String(total(\.totalDays)), String(total(\.visitSessions)), "", "",
        ])
        return String(sections: [
            [
                style("Service ledger (YL26, YL27, HB40)", "基层服务台账（YL26、YL27、HB40）"),
                instance.headline(style),
            ],
            table.lines(),
            law(style),
        ])
    }

    private func law(_ style: ReportStyle) -> [String] {
        ServiceCondition.allCases.flatMap { condition -> [String] in
            let standings = ledger.accounts.compactMap(\.promotion).filter { $0.condition == condition }
            guard !standings.isEmpty else { return [] }
            let lacking = standings.count { if case .missing = $0.standing { true } else { false } }
            let reached = standings.count { if case .reached = $0.standing { true } else { false } }
            let citation = condition.citation
            return [
                "\(citation.requirement) \(condition.wording[style.language])"
                    + style(
                        ": \(standings.count - lacking) of \(standings.count) have the year, \(reached) of them by this roster",
                        "：\(standings.count)人中\(standings.count - lacking)人满一年，其中\(reached)人在本期达到"),
                "  " + citation.document[style.language] + " " + citation.article + " 「\(citation.clause)」",
            ]
        }
    }

    private func total(_ part: (ServiceLedger.Account) -> Int) -> Int {
        ledger.accounts.reduce(0) { $0 + part($1) }
    }

    private func employer(of account: ServiceLedger.Account, _ language: Language) -> String {
        instance[instance.employer(of: account.person)].name[language]
    }

    private func hosts(of account: ServiceLedger.Account, _ language: Language) -> String {
        account.stretches.map {
            "\(instance[$0.host].name[language]) \(Text.counted($0.weeks, Text("week", "周"))[language])"
        }.joined(separator: Text(", ", "、")[language])
    }

    /// The ledger as a CSV file with a row for each person.
    public func csv(_ language: Language) -> Data {
        var table = CSVTable(
            headings: [
                Text("person", "人员编号"), Text("name", "姓名"), Text("title", "职称"), Text("employer", "单位"),
                Text("weeks before", "以往周数"), Text("days before", "以往天数"), Text("weeks", "本期周数"),
                Text("days", "本期天数"), Text("total days", "累计天数"), Text("visit sessions", "坐诊巡诊半日数"),
                Text("where", "服务地点"),
                Text("condition", "法定条件"), Text("cumulative year", "累计一年"), Text("days missing", "尚缺天数"),
                Text("reached on", "达到日期"),
            ].map { $0[language] })
        table.rows = ledger.accounts.map { account in
            let person = instance[account.person]
            let standing = account.promotion?.standing
            return [
                .text(person.id.text), .text(person.name), .text(person.titleWording[language]),
                .text(employer(of: account, language)), .integer(account.weeksBefore),
                .integer(account.daysBefore), .integer(account.weeks), .integer(account.days),
                .integer(account.totalDays), .integer(account.visitSessions),
                .text(hosts(of: account, language)),
                .text(account.promotion?.condition.citation.requirement),
                .text(standing?.wording[language]), standing?.daysMissing.map { .integer($0) } ?? .empty,
                .text(standing?.day?.description),
            ]
        }
        return table.file
    }

    /// The ledger as a JSON file that `schema/ledger.schema.json` describes.
    public func json(_ language: Language) -> Data {
        JSONValue.object([
            "format": .string("rota-ledger/1"), "instance": .string(instance.description.name[language]),
            "people": .array(ledger.accounts.map { json(of: $0, language) }),
            "total": .object([
                "daysBefore": .integer(total(\.daysBefore)), "weeks": .integer(total(\.weeks)),
                "days": .integer(total(\.days)), "totalDays": .integer(total(\.totalDays)),
                "visitSessions": .integer(total(\.visitSessions)),
            ]),
        ]).file
    }

    private func json(of account: ServiceLedger.Account, _ language: Language) -> JSONValue {
        let person = instance[account.person]
        return .object([
            "person": .string(person.id), "name": .string(person.name),
            "title": .integer(person.title.rawValue),
            "titleName": .string(person.titleWording[language]), "employer": .string(person.employer),
            "weeksBefore": .integer(account.weeksBefore), "daysBefore": .integer(account.daysBefore),
            "hosts": .array(
                account.stretches.map {
                    .object([
                        "host": .string(instance[$0.host].id), "weeks": .integer($0.weeks),
                        "days": .integer($0.days),
                    ])
                }), "weeks": .integer(account.weeks), "days": .integer(account.days),
            "totalDays": .integer(account.totalDays), "visitSessions": .integer(account.visitSessions),
            "condition": account.promotion.map { condition, standing in
                .object([
                    "clause": .string(condition.citation.requirement), "for": .string(condition.rawValue),
                    "standing": .string(standing.name),
                    "daysMissing": standing.daysMissing.map { .integer($0) } ?? .null,
                    "reachedOn": standing.day.map { .string($0) } ?? .null,
                ])
            } ?? .null,
        ])
    }
}

extension ServiceCondition {
    /// What the condition is for, in words.
    fileprivate var wording: Text {
        switch self {
        case .associateSenior: Text("for promotion to associate chief doctor", "晋升副高级职称条件")
        case .seniorPriority: Text("for priority in promotion to chief doctor", "优先晋升正高级职称条件")
        }
    }
}

extension ServiceLedger.Standing {
    /// The standing in words.
    fileprivate var wording: Text {
        switch self {
        case .employedThere: Text("works at the grass roots", "在基层工作")
        case .reachedBefore: Text("reached before", "此前已满")
        case .reached(let day): Text("reached on \(day)", "\(day)满一年")
        case .missing(let days):
            Text("\(Text.counted(days, Text("day", "天")).english) missing", "尚缺\(days)天")
        }
    }

    /// The standing's name in JSON.
    fileprivate var name: String {
        switch self {
        case .employedThere: "employedThere"
        case .reachedBefore: "reachedBefore"
        case .reached: "reached"
        case .missing: "missing"
        }
    }

    /// The days missing, 0 once the year is reached; nil for whom the year is no matter of postings.
    fileprivate var daysMissing: Int? {
        switch self {
        case .employedThere: nil
        case .reachedBefore, .reached: 0
        case .missing(let days): days
        }
    }

    /// The day of the horizon on which the year is reached.
    fileprivate var day: CalendarDay? { if case .reached(let day) = self { day } else { nil } }
}
