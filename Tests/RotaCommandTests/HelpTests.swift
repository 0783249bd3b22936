import TestSupport
import Testing

@Suite("Help")
struct HelpTests {
    @Test(
        "Every help screen as a whole, in both languages",
        arguments: ["", "solve", "check", "report", "validate", "export", "generate"], ["en", "zh"])
    func screen(_ command: String, _ language: String) throws {
        let arguments = (command.isEmpty ? [] : [command]) + ["--help"]
        let environment = ["LANG": language == "zh" ? "zh_CN.UTF-8" : "C", "COLUMNS": "80"]
        let run = try RotaProcess.run(arguments, environment: environment)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        let name = "help\(command.isEmpty ? "" : "-" + command).\(language).txt"
        #expect(try run.output == Expected.text(name, found: run.output))
    }

    private static let languages: [(options: String, environment: [String: String], isChinese: Bool)] = [
        ("--language zh", ["LANG": "C"], true), ("--language=en", ["LANG": "zh_CN"], false),
        ("", ["LC_ALL": "en_GB", "LANG": "zh_CN"], false), ("", ["LC_ALL": "", "LANG": "zh_TW"], true),
        ("", ["LC_MESSAGES": "zh_CN", "LANG": "C"], true), ("", [:], false),
    ]

    @Test("The language follows the option, then LC_ALL, LC_MESSAGES and LANG", arguments: languages)
    func language(_ options: String, _ environment: [String: String], _ isChinese: Bool) throws {
        let run = try RotaProcess.run(
            ["validate", "nothing.json"] + options.split(separator: " ").map(String.init),
            environment: environment)
        #expect(run.status == 66)
        #expect(
            run.errors
                == (isChinese ? "rota: 没有文件“nothing.json”\n" : "rota: there is no file 'nothing.json'\n"))
    }

    private static let complaints = [
        ("solve", "错误：缺少参数'<instance>'"), ("solve a b c", "错误：多余的参数：'b', 'c'"),
        ("frob", "错误：多余的参数'frob'"), ("solve a --time-limit", "错误：缺少取值：'--time-limit <seconds>'"),
        ("solve a --seed x", "错误：取值'x'不适用于'--seed <seed>'"),
        ("solve a --outptu b", "错误：未知选项'--outptu'，是否为'--output'？"),
        (
            "solve a --method m",
            "错误：取值'm'不适用于'--method <method>'，可选：'automatic', 'exact', 'plans'或'search'。"
        ),
    ]

    @Test("Wrong command lines are told in Chinese too", arguments: complaints)
    func complaint(_ arguments: String, _ expected: String) throws {
        let run = try RotaProcess.run(
            arguments.split(separator: " ").map(String.init), environment: ["LANG": "zh_CN.UTF-8"])
        #expect(run.status == 64)
        #expect(run.errors.split(separator: "\n").first.map(String.init) == expected)
    }

    @Test("The version")
    func version() throws {
        let run = try RotaProcess.run(["--version"])
        #expect(run.status == 0)
        #expect(run.output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
    }
}
