import ArgumentParser
import RosterFiles
import RosterGenerator
import Rostering

extension InstanceGenerator.Options.Tightness: ExpressibleByArgument {}

/// `rota generate`.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", abstract: HelpText.generate.abstract,
        discussion: HelpText.generate.discussion)

    private static let standard = InstanceGenerator.Options()

    @Option(help: help("Specialists of all hospitals.", "各医院专家总人数。"))
    var people = standard.people
    @Option(help: help("Clinics of all communities.", "各医共体成员机构总数。"))
    var clinics = standard.clinics
    @Option(help: help("Specialties.", "专科数。"))
    var specialties = standard.specialties
    @Option(help: help("Weeks of the horizon.", "周期（周）。"))
    var weeks = standard.weeks
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
        InstanceGenerator.Options(
            people: people, clinics: clinics, specialties: specialties, weeks: weeks, tightness: tightness,
            seed: seed, communities: communities)
    }
}
