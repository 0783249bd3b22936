import LinearProgramming

/// One thing that every solver must do right, if it has the capabilities.
public struct ConformanceCase: Sendable {
    /// What the case is about; unique within the suite.
    public let name: String

    /// What a solver must be capable of for the case to apply.
    public let needs: SolverCapabilities

    /// What the solver must not be capable of for the case to apply; for the cases about refusing.
    public let lacks: SolverCapabilities

    /// Tries a solver and notes what is wrong.
    ///
    /// What it throws counts as a failure too.
    let check: @Sendable (any LinearSolver, inout Findings) throws -> Void

    init(
        _ name: String, needs: SolverCapabilities = [], lacks: SolverCapabilities = [],
        check: @escaping @Sendable (any LinearSolver, inout Findings) throws -> Void
    ) {
        self.name = name
        self.needs = needs
        self.lacks = lacks
        self.check = check
    }

    /// Whether the case says anything about a solver with these capabilities.
    public func applies(to capabilities: SolverCapabilities) -> Bool {
        capabilities.isSuperset(of: needs) && capabilities.isDisjoint(with: lacks)
    }

    /// Runs the case on a solver and returns what went wrong; empty if nothing did.
    public func failures(of solver: any LinearSolver) -> [ConformanceFailure] {
        var findings = Findings()
        do {
            try check(solver, &findings)
        } catch {
            findings.note("unexpected error: \(error)")
        }
        return findings.messages.map { ConformanceFailure(caseName: name, message: $0) }
    }
}

/// What a solver did wrong in a case.
public struct ConformanceFailure: Sendable, Equatable, CustomStringConvertible {
    /// The case.
    public let caseName: String

    /// What was expected and what came instead.
    public let message: String

    /// Case and message.
    public var description: String { "\(caseName): \(message)" }
}

/// What is found wrong while a case runs.
struct Findings {
    private(set) var messages: [String] = []

    mutating func note(_ message: String) {
        messages.append(message)
    }

    mutating func expect(_ condition: Bool, _ message: @autoclosure () -> String) {
        if !condition { messages.append(message()) }
    }

    mutating func expectClose(_ value: Double?, _ expected: Double, _ title: String) {
        guard let value, abs(value - expected) <= 1e-6 * (1 + abs(expected)) else {
            messages.append("\(title) is \(value.map { "\($0)" } ?? "missing") instead of \(expected)")
            return
        }
    }

    mutating func expectError(_ code: SolverError.Code, _ title: String, _ body: () throws -> Void) {
        do {
            try body()
            messages.append("\(title) was accepted instead of refused with \(code.rawValue)")
        } catch let error as SolverError {
            expect(
                error.code == code,
                "\(title) was refused with \(error.code.rawValue) instead of \(code.rawValue)")
        } catch {
            messages.append("\(title) was refused with \(error) instead of a SolverError")
        }
    }
}
