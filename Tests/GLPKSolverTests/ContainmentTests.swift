import GLPKShim
import GLPKSolver
import LinearProgramming
import LinearSolverConformance
import Testing

/// GLPK aborts the process on bad arguments; the shim must contain that even if the checks before it miss
/// something.
@Suite("Aborts are contained")
struct ContainmentTests {
    /// A problem with one row and two columns.
    private static func open() -> OpaquePointer? {
        var problem: OpaquePointer?
        guard shim_open(&problem) == 0 else { return nil }
        shim_add_rows(problem, 1, [0], [10], [0, 0], [], [])
        shim_add_columns(problem, 2, [0, 0], [5, 5], [-1, -1], [0, 0], [0, 1, 2], [0, 0], [1, 1])
        return problem
    }

    @Test func theProcessSurvives() async {
        await #expect(processExitsWith: .success) {
            let problem = Self.open()
            let code = shim_set_column_bounds(problem, 7, 0, 1)
            precondition(Int(code) == SHIM_ABORTED)
            precondition(
                String(cString: shim_message()).contains("7") || String(cString: shim_message()).contains("8")
            )
            precondition(shim_is_alive(problem) == 0)
            shim_close(problem)
        }
    }

    @Test func everyKindOfBadArgument() {
        let attacks: [(OpaquePointer?) -> Int32] = [
            { shim_set_column_bounds($0, -5, 0, 1) },
            { shim_set_row_bounds($0, 1, 0, 1) },
            { shim_set_cost($0, 2, 1) },
            { shim_remove_columns($0, 2, [1, 1]) },
            { shim_add_rows($0, 1, [0], [1], [0, 2], [1, 1], [1, 1]) },
            { shim_add_columns($0, 1, [0], [1], [1], [0], [0, 1], [9], [1]) },
            { shim_write_basis($0, [77], [1, 1]) },
        ]
        for attack in attacks {
            let problem = Self.open()
            #expect(Int(attack(problem)) == SHIM_ABORTED)
            // The dead problem refuses everything from now on, and other problems on the thread are fresh.
            #expect(Int(shim_set_cost(problem, 0, 1)) == SHIM_DEAD)
            let other = Self.open()
            #expect(Int(shim_set_cost(other, 0, 1)) == SHIM_OK)
            shim_close(other)
            shim_close(problem)
        }
    }

    @Test func anAbortDoesNotEndOtherSessionsOfTheThread() throws {
        let program = RandomPrograms.boundedLinear(seed: 11, rows: 12, columns: 30)
        try GLPKBackend().withSession(program) { session in
            let before = try session.solveRelaxation()
            let victim = Self.open()
            #expect(Int(shim_set_cost(victim, 99, 1)) == SHIM_ABORTED)
            shim_close(victim)
            let column = try session.addColumns([(LinearProgram.Column(upper: 1, cost: 50), [])])
            #expect(column == [ColumnIndex(30)])
            let after = try session.solveRelaxation()
            #expect(abs((after.objective ?? .nan) - (before.objective ?? .nan)) < 1e-6)
            #expect(after.iterations == 0, "the basis was lost")
        }
    }

    @Test func solvesWithinAProgressReportAreRefused() throws {
        let hard = RandomPrograms.marketSplit(seed: 2, rows: 4, columns: 30)
        var codes: Set<SolverError.Code> = []
        _ = try GLPKBackend().solve(hard, limits: SolveLimits(nodes: 400)) { _ in
            do {
                _ = try GLPKBackend().solve(hard)
            } catch let error as SolverError {
                codes.insert(error.code)
            } catch {}
        }
        #expect(codes == [.notAllowedNow])
    }

    @Test func aSessionThatEscapesIsRefused() throws {
        var escaped: (any LinearSession)?
        try GLPKBackend().withSession(RandomPrograms.tinyInteger(seed: 1)) { escaped = $0 }
        #expect(throws: SolverError.self) { try escaped?.solveRelaxation() }
    }
}
