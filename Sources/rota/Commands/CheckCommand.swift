import ArgumentParser
import RosterFiles
import Rostering

/// `rota check`.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: HelpText.check.abstract, discussion: HelpText.check.discussion)

    @Argument(help: help("The instance file.", "算例文件。"))
    var instance: String
    @Argument(help: help("The roster file.", "轮派表文件。"))
    var roster: String
    @OptionGroup var format: FormatOption
    @OptionGroup var full: FullOption
    @OptionGroup var language: LanguageOption

    func validate() throws {
        guard instance != "-" || roster != "-" else {
            throw ValidationError(
                Text("Only one of the two files can be standard input.", "两个文件中只能有一个是标准输入。")[.spoken])
        }
    }

    func run() throws {
        let instance = try InputFile(path: instance).instance(reportingAs: format.format)
        let roster = try InputFile(path: roster).roster(of: instance, reportingAs: format.format)
        let report = CheckReport(roster, of: instance)
        switch format.format {
        case .text:
            try Console.print(
                report.text(ReportStyle(language: .spoken, width: Console.width, isFull: full.full)))
        case .json: try Console.print(report.json(.spoken))
        }
        if !report.audit.isFeasible { throw ExitStatus.violated }
    }
}
