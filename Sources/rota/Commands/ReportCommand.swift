import ArgumentParser
import Foundation
import RosterFiles
import Rostering

/// `rota report`.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: HelpText.report.abstract,
        usage: "rota report <instance> <roster> (--filing | --ledger | --indicators) [...]",
        discussion: HelpText.report.discussion)

    /// What is reported.
    enum Part: String, EnumerableFlag {
        case filing, ledger, indicators

        /// The part in words.
        private var meaning: Text {
            switch self {
            case .filing: Text("The postings as they are filed.", "人员派驻备案表。")
            case .ledger:
                Text("The days each person served, and who has the year of the law.", "个人基层服务台账，及法定累计一年。")
            case .indicators: Text("The indicators that policy documents ask for.", "政策文件要求的各项指标。")
            }
        }

        static func help(for part: Part) -> ArgumentHelp? { ArgumentHelp(part.meaning[.spoken]) }
    }

    @Argument(help: help("The instance file.", "算例文件。"))
    var instance: String
    @Argument(help: help("The roster file.", "轮派表文件。"))
    var roster: String
    // A list, so that two of them are refused in the language of this run rather than by the parser.
    @Flag var parts: [Part] = []
    @Option(
        help: help(
            "text for people, csv for spreadsheets or json for programs.", "text 供人阅读，csv 供电子表格使用，json 供程序使用。"
        ))
    var format = TableFormat.text
    @Option(name: .shortAndLong, help: help("Where to write the report.", "报表的输出文件。", valueName: "file"))
    var output: String?
    @OptionGroup var full: FullOption
    @OptionGroup var language: LanguageOption

    func validate() throws {
        guard parts.count == 1 else {
            throw ValidationError(
                Text(
                    "Give exactly one of --filing, --ledger and --indicators.",
                    "请在 --filing、--ledger、--indicators 中指定且仅指定一项。")[.spoken])
        }
        guard instance != "-" || roster != "-" else {
            throw ValidationError(
                Text("Only one of the two files can be standard input.", "两个文件中只能有一个是标准输入。")[.spoken])
        }
    }

    func run() throws {
        let file = try output.map { path throws(Failure) in try OutputFile(path) }
        let instance = try InputFile(path: instance).instance(reportingAs: format.ofFaults)
        let roster = try InputFile(path: roster).roster(of: instance, reportingAs: format.ofFaults)
        guard let part = parts.first else { return }
        let data = data(of: part, roster, of: instance)
        if let file {
            try file.write(data)
        } else {
            try Console.print(data)
        }
    }

    private func data(of part: Part, _ roster: Roster, of instance: Instance) -> Data {
        let style = ReportStyle(language: .spoken, width: Console.width, isFull: full.full)
        switch part {
        case .filing:
            let report = FilingReport(roster, of: instance)
            return data(text: report.text(style), report.csv, report.json)
        case .ledger:
            let report = LedgerReport(roster, of: instance)
            return data(text: report.text(style), report.csv, report.json)
        case .indicators:
            let report = IndicatorReport(roster, of: instance)
            return data(text: report.text(style), report.csv, report.json)
        }
    }

    private func data(
        text: @autoclosure () -> String, _ csv: (Language) -> Data, _ json: (Language) -> Data
    ) -> Data {
        switch format {
        case .text: Data(text().utf8)
        case .csv: csv(.spoken)
        case .json: json(.spoken)
        }
    }
}
