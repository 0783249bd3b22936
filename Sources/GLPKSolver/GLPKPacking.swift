import GLPKShim
import LinearProgramming

/// GLPK's numbers for the place of a row or column in a basis, as far as they are needed here.
enum GLPKBasisStatus {
    static let basic: Int8 = 1
    static let atLower: Int8 = 2
}

/// Sparse vectors one behind the other, the way C wants them.
struct PackedVectors {
    private(set) var starts: [Int32] = [0]
    private(set) var places: [Int32] = []
    private(set) var values: [Double] = []

    init(_ vectors: [[(place: Int, value: Double)]]) {
        starts.reserveCapacity(vectors.count + 1)
        for vector in vectors {
            for (place, value) in vector where value != 0 {
                places.append(Int32(place))
                values.append(value)
            }
            starts.append(Int32(places.count))
        }
    }
}

/// The values that a column may take, rounded inwards if it is an integer: GLPK refuses integers with
/// fractional bounds.
struct IntegerRange {
    let lower: Double
    let upper: Double

    init(of column: LinearProgram.Column) {
        guard column.isInteger else {
            lower = column.lower
            upper = column.upper
            return
        }
        // A bound that missed a whole number by rounding means that number.
        lower = (column.lower - Self.tolerance).rounded(.up)
        upper = (column.upper + Self.tolerance).rounded(.down)
    }

    private static let tolerance = 1e-9

    /// Whether no value is left.
    ///
    /// GLPK must not be called then.
    var isEmpty: Bool { lower > upper }

    /// The upper bound, or a harmless stand-in for it as long as the range is empty.
    var upperForGLPK: Double { max(lower, upper) }
}

/// What a call into the shim answered when it was not a success.
enum GLPKFailure {
    /// Throws a `SolverError` unless `code` means success.
    static func check(_ code: Int32) throws {
        guard code != SHIM_OK.asCode else { return }
        throw error(code)
    }

    static func error(_ code: Int32) -> SolverError {
        switch code {
        case SHIM_NESTED.asCode:
            SolverError(
                code: .notAllowedNow,
                message:
                    "GLPK was called from within its own progress report. Maybe note down what to do and do it "
                    + "after the solve.")
        case SHIM_ABORTED.asCode:
            SolverError(code: .backendFailure, message: "GLPK gave up: \(String(cString: shim_message()))")
        case SHIM_DEAD.asCode:
            SolverError(
                code: .notAllowedNow,
                message:
                    "The session belongs to another thread or has ended. Maybe it escaped from its closure.")
        default:
            SolverError(code: .backendFailure, message: "GLPK answered with the code \(code).")
        }
    }
}

extension Int {
    /// The enumerators of C arrive as `Int`, its functions return `Int32`.
    var asCode: Int32 { Int32(self) }
}
