import ArgumentParser
import RosterFiles
import Rostering

/// `rota validate`.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: HelpText.validate.abstract, usage: "rota validate <file> [...]",
        discussion: HelpText.validate.discussion)

    @Argument(help: help("The instance file or policy pack.", "算例文件或政策包。"))
    var file: String
    @OptionGroup var format: FormatOption
    @OptionGroup var language: LanguageOption

    func run() throws {
        let report = FaultReport(
            [], cautions: try InputFile(path: file).cautions(reportingAs: format.format))
        switch format.format {
        case .text: try Console.print(report.text(.spoken))
        case .json: try Console.print(report.json(.spoken))
        }
    }
}
