/// Why a solver refused or failed a call.
///
/// That a program is infeasible or that time ran out is no error but a ``Termination``.
public struct SolverError: Error, Sendable, CustomStringConvertible {
    /// What kind of error it is.
    ///
    /// Open: later versions and other backends may add codes.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// Stable spelling of the code.
        public let rawValue: String

        /// Makes a code from its spelling.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The program has faults; they are listed in ``SolverError/faults``.
        public static let invalidProgram = Code(rawValue: "invalidProgram")
        /// An argument is out of its legal range, for instance a column that does not exist.
        public static let invalidArgument = Code(rawValue: "invalidArgument")
        /// The solver can never do what was asked; see ``SolverCapabilities``.
        public static let unsupported = Code(rawValue: "unsupported")
        /// The solver could do it, but not at this moment, for instance inside one of its own callbacks.
        public static let notAllowedNow = Code(rawValue: "notAllowedNow")
        /// The start solution breaks a row, a bound or integrality.
        public static let infeasibleStart = Code(rawValue: "infeasibleStart")
        /// The library behind the solver failed in a way it should not; a bug there or here.
        public static let backendFailure = Code(rawValue: "backendFailure")
    }

    /// What kind of error it is.
    public let code: Code

    /// What is wrong, where, which value, and what may help.
    public let message: String

    /// The faults of the program, if the code is `invalidProgram`.
    public let faults: [LinearProgramFault]

    /// Makes an error.
    public init(code: Code, message: String, faults: [LinearProgramFault] = []) {
        self.code = code
        self.message = message
        self.faults = faults
    }

    /// Makes an error with code `invalidProgram` out of at least one fault.
    public init(faults: [LinearProgramFault]) {
        let shown = faults.prefix(5).map(\.message).joined(separator: " ")
        let more = faults.count > 5 ? " And \(faults.count - 5) more faults." : ""
        self.init(code: .invalidProgram, message: shown + more, faults: faults)
    }

    /// The code and the message.
    public var description: String { "\(code.rawValue): \(message)" }
}
