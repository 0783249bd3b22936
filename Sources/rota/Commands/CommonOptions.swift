import ArgumentParser
import Rostering

/// The option every command has.
struct LanguageOption: ParsableArguments {
    // Read before parsing, by ``Language/spoken``; it is declared here to be known and explained.
    @Option(
        help: help("en or zh; otherwise the environment's.", "en 或 zh；否则由环境变量决定。", valueName: "language"))
    var language: Language?
}

/// The option of commands that report.
struct FormatOption: ParsableArguments {
    @Option(help: help("text for people or json for programs.", "text 供人阅读，json 供程序使用。"))
    var format = OutputFormat.text
}

/// The option of commands that list things.
struct FullOption: ParsableArguments {
    @Flag(
        help:
            help(
                "List everything, however long.",
                "列出全部内容，不论多长。"))
    var full = false
}
