import ArgumentParser
import Foundation
import RosterFiles
import RosterSolver
import Rostering

/// `rota export`.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: HelpText.export.abstract, discussion: HelpText.export.discussion)

    @Argument(help: help("The instance file.", "算例文件。"))
    var instance: String
    @Option(
        name: .shortAndLong,
        help: help(
            "Where to write the program; the name ends in .mps or .lp.", "输出文件，以 .mps 或 .lp 结尾。",
            valueName: "file"))
    var output: String
    @OptionGroup var language: LanguageOption

    func validate() throws {
        guard output.hasSuffix(".mps") || output.hasSuffix(".lp") else {
            throw ValidationError(
                Text("--output takes a name that ends in .mps or .lp.", "--output 的文件名应以 .mps 或 .lp 结尾。")[
                    .spoken])
        }
    }

    func run() throws {
        let file = try OutputFile(output)
        let instance = try InputFile(path: instance).instance(reportingAs: .text)
        let program = CompactProgram(instance).program
        try file.write(Data((output.hasSuffix(".lp") ? program.lpFormat() : program.freeMPS()).utf8))
    }
}
