import Rostering

/// How the process ends, when not with 0; those from 64 on follow BSD's sysexits.h.
enum ExitStatus: Int32, Error, CaseIterable {
    /// The check found a hard violation.
    case violated = 1
    /// Proven: no roster keeps every hard rule.
    case infeasible = 2
    /// A limit stopped the solver before it decided anything.
    case undecided = 3
    /// The command line is wrong.
    case usage = 64
    /// A file's content is wrong.
    case badData = 65
    /// A file cannot be read.
    case noInput = 66
    /// A defect in Rota.
    case internalError = 70
    /// A file cannot be written.
    case cannotWrite = 73

    /// What it means.
    var meaning: Text {
        switch self {
        case .violated: Text("the check found a hard rule broken", "核查发现违反硬性规则")
        case .infeasible: Text("no roster keeps every hard rule (proven)", "已证明没有满足全部硬性规则的轮派表")
        case .undecided: Text("stopped before anything was decided", "停止时尚无结论")
        case .usage: Text("the command line is wrong", "命令行有误")
        case .badData: Text("a file's content is wrong", "文件内容有误")
        case .noInput: Text("a file cannot be read", "无法读取文件")
        case .internalError: Text("a defect in Rota", "程序自身的缺陷")
        case .cannotWrite: Text("a file cannot be written", "无法写入文件")
        }
    }
}

/// Why a command could not do its work.
struct Failure: Error {
    /// How the process ends.
    let status: ExitStatus
    /// What happened and what to do.
    let message: Text
}
