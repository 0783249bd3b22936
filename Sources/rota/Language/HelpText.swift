import ArgumentParser
import RosterGenerator
import Rostering

/// What a command's help says beside its options.
struct HelpText {
    /// One line.
    let abstract: String
    /// What there is to know, with examples.
    let discussion: String

    /// The wording in the language of this run.
    init(_ abstract: Text, _ discussion: Text) {
        self.abstract = abstract[.spoken]
        self.discussion = discussion[.spoken]
    }

    static let rota = HelpText(
        Text(
            "Makes rotation rosters for medical communities and proves how good they are.",
            "为医疗共同体编制专家轮派表，并证明其优劣。"),
        Text(
            """
            EXAMPLES:
              rota generate --people 20 --clinics 3 --output county.json
              rota solve county.json --output roster.json
              rota check county.json roster.json
              rota solve county.json --format json | jq .objective

            EXIT CODES:
            \(exitCodes(.english))

            A file named - is standard input. Output files are written whole or not at all.
            """,
            """
            示例：
              rota generate --people 20 --clinics 3 --output county.json
              rota solve county.json --output roster.json
              rota check county.json roster.json
              rota solve county.json --format json | jq .objective

            退出码：
            \(exitCodes(.chinese))

            文件名 - 表示标准输入。输出文件要么完整写入，要么完全不写。
            """))

    static let solve = HelpText(
        Text("Finds the best roster of an instance.", "求算例的最优轮派表。"),
        Text(
            """
            Prints whether the roster is proven optimal or how far from it, which rules are kept or missed by how much, what is short, \
            who goes where and when, and what is reserved. Ctrl-C prints the best roster so far; a second Ctrl-C ends at once. With --full the report of an \
            infeasible instance adds the roster that breaks the rules least.

            EXAMPLES:
              rota solve county.json
              rota solve county.json --time-limit 600 --gap 0.01 --output roster.json
              rota solve county.json --format json --rounds 200 --seed 7

            EXIT CODES:
              0   a roster was found
            \(exitCodes(.english, [.infeasible, .undecided, .usage, .badData, .noInput, .internalError, .cannotWrite]))
            """,
            """
            输出：是否已证明最优或相差多少，各规则满足或缺口多少，何处不足，
            何人何时去何处，预留多少。按 Ctrl-C 输出目前最好的轮派表；再按一次立即结束。
            无解时，--full 另列出违反最少的轮派表。

            示例：
              rota solve county.json
              rota solve county.json --time-limit 600 --gap 0.01 --output roster.json
              rota solve county.json --format json --rounds 200 --seed 7

            退出码：
              0   找到轮派表
            \(exitCodes(.chinese, [.infeasible, .undecided, .usage, .badData, .noInput, .internalError, .cannotWrite]))
            """))

    static let check = HelpText(
        Text("Judges a roster by every rule, without any solver.", "不借助求解器，按全部规则核查轮派表。"),
        Text(
            """
            The roster may come from anywhere, made by hand too. Prints every rule's verdict under every reading of its clause, the \
            verdict on each clause of the policy, each violation in words, and the objective with its share by rule.

            EXAMPLES:
              rota check county.json roster.json
              rota solve county.json --format json | jq .roster | rota check county.json -

            EXIT CODES:
              0   every hard rule is kept
            \(exitCodes(.english, [.violated, .usage, .badData, .noInput]))
            """,
            """
            轮派表可来自任何地方，包括手工编制。输出每条规则在每种解读下的结论、
            政策各条款是否满足、每处违规的说明、目标值及各规则所占份额。

            示例：
              rota check county.json roster.json
              rota solve county.json --format json | jq .roster | rota check county.json -

            退出码：
              0   满足全部硬性规则
            \(exitCodes(.chinese, [.violated, .usage, .badData, .noInput]))
            """))

    static let report = HelpText(
        Text("Lists a roster's postings for filing, its service days or indicators.", "输出轮派表的备案表、服务台账或指标。"),
        Text(
            """
            --filing has a row for each posting, moves across communities apart with their approval; a roster that breaks rules is listed \
            too, with its faults. --ledger adds the days served before the horizon and says who completes the year that the law asks of doctors. \
            --indicators computes in whole numbers what follows from a roster; what other systems count is named and never invented. CSV begins \
            with a byte-order mark, for spreadsheets in Chinese.

            EXAMPLES:
              rota report county.json roster.json --filing
              rota report county.json roster.json --ledger --format csv --output ledger.csv
              rota solve county.json --format json | jq .roster | rota report county.json - --indicators

            EXIT CODES:
              0   the report is made
            \(exitCodes(.english, [.usage, .badData, .noInput, .cannotWrite]))
            """,
            """
            --filing 每次派驻一行，跨医共体调动及其批准另列；违反规则的轮派表也照样列出，并注明错误。
            --ledger 计入以往服务天数，并指出谁达到法律规定的累计一年。
            --indicators 以整数计算可由轮派表得出的指标；须由外部系统提供的只列名称，绝不编造。
            CSV 以字节顺序标记开头，便于中文电子表格打开。

            示例：
              rota report county.json roster.json --filing
              rota report county.json roster.json --ledger --format csv --output ledger.csv
              rota solve county.json --format json | jq .roster | rota report county.json - --indicators

            退出码：
              0   报表已生成
            \(exitCodes(.chinese, [.usage, .badData, .noInput, .cannotWrite]))
            """))

    static let validate = HelpText(
        Text("Names all faults of an instance file or a policy pack.", "列出算例文件或政策包的全部错误。"),
        Text(
            """
            Each fault stands on one line of standard error: its place in the file, what is wrong, what would be accepted, the value. Those of \
            the policy pack that the instance names come after those of the instance.

            EXAMPLES:
              rota validate county.json
              rota validate policies/hanbin-2022.json

            EXIT CODES:
              0   the file is a valid instance or policy pack
            \(exitCodes(.english, [.usage, .badData, .noInput]))
            """,
            """
            每个错误在标准错误输出中占一行：位置、错误、可接受的内容、原值。
            算例所用政策包的错误列在算例的错误之后。

            示例：
              rota validate county.json
              rota validate policies/hanbin-2022.json

            退出码：
              0   文件是有效的算例或政策包
            \(exitCodes(.chinese, [.usage, .badData, .noInput]))
            """))

    static let export = HelpText(
        Text("Writes the integer program of an instance for other solvers.", "导出算例的整数规划，供其他求解器使用。"),
        Text(
            """
            GLPK, HiGHS, CBC and SCIP read both formats and find the same optimum as Rota. The program minimises the weighted sum, also \
            of an instance whose policy puts patients first.

            EXAMPLES:
              rota export county.json --output county.mps
              glpsol --freemps county.mps
              rota export county.json --output county.lp

            EXIT CODES:
              0   the file is written
            \(exitCodes(.english, [.usage, .badData, .noInput, .cannotWrite]))
            """,
            """
            GLPK、HiGHS、CBC 与 SCIP 均可读取两种格式，并得到与本程序相同的最优值。
            目标为加权和；策略要求患者服务优先的算例也是如此。

            示例：
              rota export county.json --output county.mps
              glpsol --freemps county.mps
              rota export county.json --output county.lp

            退出码：
              0   文件已写入
            \(exitCodes(.chinese, [.usage, .badData, .noInput, .cannotWrite]))
            """))

    static let generate = HelpText(
        Text("Makes a random instance.", "随机生成算例。"),
        Text(
            """
            The same options and seed make the same file. Without --output it is printed. Everything in it is synthetic.

            EXAMPLES:
              rota generate --people 20 --clinics 3 --weeks 12 --output county.json
              rota generate --rung half-county --tightness tight --seed 7 | rota solve -

            RUNGS (people x clinics x specialties x weeks):
            \(rungs)

            EXIT CODES:
              0   the instance is made
            \(exitCodes(.english, [.usage, .cannotWrite]))
            """,
            """
            相同的选项与种子生成相同的文件。没有 --output 时直接输出。内容全部为虚构。

            示例：
              rota generate --people 20 --clinics 3 --weeks 12 --output county.json
              rota generate --rung half-county --tightness tight --seed 7 | rota solve -

            规模（人数 x 基层机构数 x 专科数 x 周数）：
            \(rungs)

            退出码：
              0   算例已生成
            \(exitCodes(.chinese, [.usage, .cannotWrite]))
            """))

    /// The sizes that have a name, one a line.
    private static var rungs: String {
        let rungs = InstanceGenerator.Options.Rung.allCases
        let width = rungs.map(\.rawValue.count).max() ?? 0
        return rungs.map { rung in
            let size = InstanceGenerator.Options.ladder(rung, .loose)
            let name = rung.rawValue + String(repeating: " ", count: width - rung.rawValue.count)
            return "  \(name)  \(size.people) x \(size.clinics) x \(size.specialties) x \(size.weeks)"
        }.joined(separator: "\n")
    }

    private static func exitCodes(_ language: Language) -> String {
        let success = Text("a roster was found, the check passed, the file is good", "找到轮派表、核查通过或文件无误")
        return "  0   \(success[language])\n" + exitCodes(language, ExitStatus.allCases)
    }

    private static func exitCodes(_ language: Language, _ statuses: [ExitStatus]) -> String {
        statuses.map { status in
            let code = String(status.rawValue)
            return "  " + code + String(repeating: " ", count: 4 - code.count) + status.meaning[language]
        }.joined(separator: "\n")
    }

    /// Puts into the language of this run what the argument parser says by itself: the headings of help, and how it begins a complaint.
    static func inSpokenLanguage(_ message: String) -> String {
        guard Language.spoken == .chinese else { return message }
        return message.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var line = String(line)
            for (english, chinese) in parserPhrases {
                if line.hasPrefix(english) { line = chinese + line.dropFirst(english.count) }
            }
            for (english, chinese) in parserSentences where line.hasSuffix(english) {
                line = line.dropLast(english.count) + chinese
            }
            for (english, chinese) in parserComplaints {
                line = line.replacing(english) { "\(chinese[0])\($0.output.1)\(chinese[1])" }
            }
            return line.replacing("' or '", with: "'或'").replacing("(values: ", with: "(可选：").replacing(
                "default: ", with: "默认：")
        }.joined(separator: "\n")
    }

    private static let parserPhrases: KeyValuePairs = [
        "OVERVIEW: ": "概述：", "USAGE: ": "用法：", "Usage: ": "用法：", "ARGUMENTS:": "参数：", "OPTIONS:": "选项：",
        "SUBCOMMANDS:": "子命令：", "Error: ": "错误：", "Help: ": "说明：",
    ]

    /// What the parser complains of, around what the user wrote.
    private static var parserComplaints: [(Regex<(Substring, Substring)>, [String])] {
        [
            (#/Unknown option ('[^']*')/#, ["未知选项", ""]),
            (#/\. Did you mean ('[^']*')\?/#, ["，是否为", "？"]),
            (#/Missing expected argument ('[^']*')/#, ["缺少参数", ""]),
            (#/Missing value for ('[^']*')/#, ["缺少取值：", ""]),
            (#/Unexpected argument ('[^']*')/#, ["多余的参数", ""]),
            (#/\d+ unexpected arguments: (.*)$/#, ["多余的参数：", ""]),
            (#/The value ('[^']*') is invalid for /#, ["取值", "不适用于"]),
            (#/\. Please provide one of (.*)\.$/#, ["，可选：", "。"]),
        ]
    }

    private static let parserSentences: KeyValuePairs = [
        "Show help information.": "显示帮助。", "Show the version.": "显示版本。",
        "See 'rota help <subcommand>' for detailed help.": "用 'rota help <subcommand>' 查看各子命令的说明。",
        "' for more information.": "'。",
    ]
}

/// An option's help in the language of this run.
func help(_ english: String, _ chinese: String, valueName: String? = nil) -> ArgumentHelp {
    ArgumentHelp(Text(english, chinese)[.spoken], valueName: valueName)
}
