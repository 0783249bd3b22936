import ArgumentParser
import Foundation
import RosterSolver
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
        } catch let disagreement as SolverDisagreement {
            endAfterDefect(disagreement.message)
        } catch {
            end(with: error)
        }
    }

    /// Ends after what must never happen.
    private static func endAfterDefect(_ what: Text) -> Never {
        let prefix = Text("internal error: ", "内部错误：")
        Console.report("rota: " + prefix[.spoken] + what[.spoken])
        Foundation.exit(ExitStatus.internalError.rawValue)
    }

    /// Ends after a request for help, a wrong command line, or an error that nobody foresaw.
    private static func end(with error: any Error) -> Never {
        let code = exitCode(for: error)
        guard code.isSuccess || code == .validationFailure else {
            endAfterDefect(Text("\(error)"))
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
