import LinearProgramming
import LinearSolverConformance
import Testing

@Suite("The oracle conforms")
struct OracleConformanceTests {
    @Test func everyCase() {
        let cases = ConformanceSuite.cases(for: ExhaustiveOracle().capabilities)
        #expect(cases.count > 20)
        #expect(ConformanceSuite.failures(of: ExhaustiveOracle()).isEmpty)
    }

    @Test func caseNamesAreTakenOnceForEachNeed() {
        let keys = ConformanceSuite.cases.filter { $0.lacks.isEmpty }.map(\.name)
        #expect(Set(keys).count == keys.count)
    }

    @Test func refusesTooManyPoints() {
        var program = LinearProgram()
        for _ in 0..<30 { program.addColumn(upper: 1, isInteger: true) }
        #expect(throws: SolverError.self) { try ExhaustiveOracle().solve(program) }
    }
}
