import ArgumentParser
import RosterFiles
import Rostering

/// `rota validate`.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: HelpText.validate.abstract,
        discussion: HelpText.validate.discussion)

    @Argument(help: help("The instance file.", "算例文件。"))
    var instance: String
    @OptionGroup var format: FormatOption
    @OptionGroup var language: LanguageOption

    func run() throws {
        let instance = try InputFile(path: instance).instance(reportingAs: format.format)
        let report = FaultReport([], cautions: instance.cautions)
        switch format.format {
        case .text: try Console.print(report.text(.spoken))
        case .json: try Console.print(report.json(.spoken))
        }
    }
}
