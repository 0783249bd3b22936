import ArgumentParser
import Foundation
import Rostering

extension Language: ExpressibleByArgument {}

extension Language {
    /// The language of this run: `--language` on the command line, else the environment's.
    ///
    /// It is read before the command line is parsed, because help and complaints about the command line are spoken in it too.
    static let spoken = spoken(
        arguments: CommandLine.arguments, environment: ProcessInfo.processInfo.environment)

    /// The language that a command line and an environment ask for: Chinese where the first of LC_ALL, LC_MESSAGES and LANG that is set begins
    /// with `zh`.
    static func spoken(arguments: [String], environment: [String: String]) -> Language {
        for (position, argument) in arguments.enumerated() {
            if argument == "--" { break }
            if argument == "--language", let next = arguments.dropFirst(position + 1).first {
                if let language = Language(rawValue: next) { return language }
            } else if argument.hasPrefix("--language=") {
                if let language = Language(rawValue: String(argument.dropFirst(11))) { return language }
            }
        }
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first {
            !$0.isEmpty
        }
        return locale?.hasPrefix("zh") == true ? .chinese : .english
    }
}
