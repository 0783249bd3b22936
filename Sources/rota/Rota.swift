import ArgumentParser
import Foundation
import Rostering

/// The command line: parse, call, print, exit code.
@main
struct Rota: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rota", abstract: HelpText.rota.abstract, discussion: HelpText.rota.discussion,
        version: "0.1.0",
        subcommands: [
            SolveCommand.self, CheckCommand.self, ReportCommand.self, ValidateCommand.self,
            ExportCommand.self, GenerateCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let status as ExitStatus {
            Foundation.exit(status.rawValue)
        } catch let failure as Failure {
            Console.report("rota: " + failure.message[.spoken])
            Foundation.exit(failure.status.rawValue)
        } catch {
            end(with: error)
        }
    }

    /// Ends after a request for help, a wrong command line, or an error that nobody foresaw.
    private static func end(with error: any Error) -> Never {
        let code = exitCode(for: error)
        guard code.isSuccess || code == .validationFailure else {
            Console.report("rota: " + Text("internal error: \(error)", "内部错误：\(error)")[.spoken])
            Foundation.exit(ExitStatus.internalError.rawValue)
        }
        let message = HelpText.inSpokenLanguage(fullMessage(for: error))
        guard code.isSuccess else {
            Console.report(message)
            Foundation.exit(ExitStatus.usage.rawValue)
        }
        do {
            try Console.print(message + "\n")
        } catch {
            Foundation.exit(ExitStatus.cannotWrite.rawValue)
        }
        Foundation.exit(0)
    }
}
