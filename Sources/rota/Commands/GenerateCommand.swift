import ArgumentParser
import RosterFiles
import RosterGenerator
import Rostering

extension InstanceGenerator.Options.Rung: ExpressibleByArgument {}
extension InstanceGenerator.Options.Tightness: ExpressibleByArgument {}

/// `rota generate`.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", abstract: HelpText.generate.abstract,
        discussion: HelpText.generate.discussion)

    private static let standard = InstanceGenerator.Options()

    @Option(help: help("A size by name; the four numbers that follow change it.", "按名称选定规模；随后四个数字可修改之。"))
    var rung: InstanceGenerator.Options.Rung?
    @Option(help: sizeHelp("Specialists of all hospitals", "各医院专家总人数", standard.people))
    var people: Int?
    @Option(help: sizeHelp("Clinics of all communities", "各医共体成员机构总数", standard.clinics))
    var clinics: Int?
    @Option(help: sizeHelp("Specialties", "专科数", standard.specialties))
    var specialties: Int?
    @Option(help: sizeHelp("Weeks of the horizon", "周期（周）", standard.weeks))
    var weeks: Int?
    @Option(help: help("How demand compares with the people there are.", "需求相对人力的松紧。"))
    var tightness = standard.tightness
    @Option(help: help("Communities, each with one lead hospital.", "医共体数，各有一家牵头医院。"))
    var communities = standard.communities
    @Option(help: help("What the random numbers start from.", "随机种子。"))
    var seed = standard.seed
    @Option(name: .shortAndLong, help: help("Where to write the instance.", "算例的输出文件。", valueName: "file"))
    var output: String?
    @OptionGroup var language: LanguageOption

    func validate() throws {
        let faults = options.faults
        guard faults.isEmpty else {
            // A fault's path is the option's name.
            throw ValidationError(
                faults.map { "--\($0.path): \($0.message[.spoken])" }.joined(separator: "\n"))
        }
    }

    func run() throws {
        let file = try output.map { path throws(Failure) in try OutputFile(path) }
        let data = InstanceFile.write(try InstanceGenerator(options).description())
        if let file {
            try file.write(data)
        } else {
            try Console.print(data)
        }
    }

    private var options: InstanceGenerator.Options {
        var options =
            rung.map { .ladder($0, tightness, seed: seed) }
            ?? InstanceGenerator.Options(tightness: tightness, seed: seed)
        options.people = people ?? options.people
        options.clinics = clinics ?? options.clinics
        options.specialties = specialties ?? options.specialties
        options.weeks = weeks ?? options.weeks
        options.communities = communities
        return options
    }
}

/// The help of a number that a rung also sets.
private func sizeHelp(_ english: String, _ chinese: String, _ standard: Int) -> ArgumentHelp {
    help("\(english); \(standard) where no rung is named.", "\(chinese)；未指定规模时为\(standard)。")
}
