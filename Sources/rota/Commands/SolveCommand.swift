import ArgumentParser
import Foundation
import GLPKSolver
import RosterFiles
import RosterSolver
import Rostering

extension Method: ExpressibleByArgument {}

/// `rota solve`.
struct SolveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "solve", abstract: HelpText.solve.abstract,
        usage: "rota solve <instance> [--output <file>] [--time-limit <seconds>] [...]",
        discussion: HelpText.solve.discussion)

    @Argument(help: help("The instance file.", "算例文件。"))
    var instance: String
    @Option(name: .shortAndLong, help: help("Where to write the roster.", "轮派表的输出文件。", valueName: "file"))
    var output: String?
    @Option(
        help: help(
            "Seconds after which to stop; 60 unless --rounds is given.", "时限（秒）；未给 --rounds 时为60。",
            valueName: "seconds"))
    var timeLimit: Double?
    @Option(help: help("Stop within this share of the best possible, 0 to 1.", "与最优值的相对差距达到此值即停止，0至1。"))
    var gap = 0.0
    @Option(
        help:
            help(
                """
                exact proves small instances, plans finds rosters and bounds for large ones, search proves nothing, \
                automatic goes by size.
                """,
                "exact 可证明小算例，plans 为大算例求轮派表和下界，search 不作证明，automatic 按规模选择。"))
    var method = Method.automatic
    @Option(
        help: help("Rounds of the search after which to stop.", "搜索轮数上限。", valueName: "count"))
    var rounds: Int?
    @Option(help: help("The seed of every random choice.", "随机种子。"))
    var seed: UInt64 = 1
    @OptionGroup var format: FormatOption
    @OptionGroup var full: FullOption
    @Flag(name: .shortAndLong, help: help("No progress line.", "不显示进度。"))
    var quiet = false
    @Option(
        help: help(
            "Where to write a line of JSON for each better roster or bound as it is found.",
            "每得到更优的轮派表或下界时写入一行JSON的文件。", valueName: "file"))
    var progress: String?
    @OptionGroup var language: LanguageOption

    func validate() throws {
        if let timeLimit, !(timeLimit > 0 && timeLimit <= 1e9) {
            throw ValidationError(
                Text("--time-limit takes seconds above 0.", "--time-limit 应为大于0的秒数。")[.spoken])
        }
        guard (0...1).contains(gap) else {
            throw ValidationError(Text("--gap takes a number from 0 to 1.", "--gap 应为0至1的数。")[.spoken])
        }
        if let rounds, rounds < 1 {
            throw ValidationError(Text("--rounds takes a count above 0.", "--rounds 应为大于0的整数。")[.spoken])
        }
    }

    func run() async throws {
        let file = try output.map { path throws(Failure) in try OutputFile(path) }
        let record = try progress.map { path throws(Failure) in try ProgressFile(path) }
        let instance = try InputFile(path: instance).instance(reportingAs: format.format)
        let start = ContinuousClock.now
        let outcome = try await solve(instance, recordingTo: record)
        let report = SolveReport(
            outcome, of: instance, seconds: (ContinuousClock.now - start) / .seconds(1))
        switch format.format {
        case .text:
            try Console.print(
                report.text(ReportStyle(language: .spoken, width: Console.width, isFull: full.full)))
        case .json: try Console.print(report.json(.spoken))
        }
        for notice in outcome.solved?.notices ?? [] { Console.report(notice[.spoken]) }
        if let file, let solved = outcome.solved {
            try file.write(RosterFile.write(solved.roster, in: instance))
        }
        if let status = report.status { throw status }
    }

    private func solve(_ instance: Instance, recordingTo record: ProgressFile?) async throws -> RosterOutcome
    {
        var options = RosterOptions()
        options.method = method
        options.timeLimit = timeLimit ?? (rounds == nil ? 60 : nil)
        options.gap = gap
        options.rounds = rounds
        options.seed = seed
        let optimizer = RosterOptimizer(instance, linearSolver: GLPKBackend())
        let line = quiet || !Console.reportsToTerminal ? nil : ProgressLine(width: Console.reportWidth)
        if let line { Task { await line.run() } }
        let task = Task { [options] in
            try await optimizer.solve(options) {
                line?.update($0)
                record?.add($0)
            }
        }
        let interruption = Interruption { task.cancel() }
        defer {
            interruption.end()
            line?.end()
        }
        return try await task.value
    }
}
