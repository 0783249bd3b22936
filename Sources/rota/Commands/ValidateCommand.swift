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
        _ = try InputFile(path: instance).instance(reportingAs: format.format)
        switch format.format {
        case .text: try Console.print(Text("No faults.", "没有错误。")[.spoken] + "\n")
        case .json: try Console.print(FaultReport([]).json(.spoken))
        }
    }
}
