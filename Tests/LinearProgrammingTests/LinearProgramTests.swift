import LinearProgramming
import Testing

@Suite("Linear programs")
struct LinearProgramTests {
    private static func small() -> LinearProgram {
        var program = LinearProgram(name: "small")
        program.objectiveConstant = 1
        let x = program.addColumn(name: "x", upper: 4, isInteger: true, cost: 2)
        let y = program.addColumn(name: "y", lower: -1, upper: 1)
        program.addRow(name: "sum", lower: 1, upper: 3, terms: [.init(x, 1), .init(y, 2)], origin: "rule")
        return program
    }

    @Test func evaluates() {
        let program = Self.small()
        #expect(program.objective(of: [2, 0.5]) == 5)
        #expect(program.activity(of: RowIndex(0), at: [2, 0.5]) == 3)
        #expect(program.isFeasible([2, 0.5]))
        #expect(!program.isFeasible([2, 0.6]))
        #expect(!program.isFeasible([1.5, 0]))
        #expect(!program.isFeasible([2]))
        #expect(!program.isFeasible([2, .nan]))
        #expect(program.isFeasible([2.0000001, 0.5]))
        #expect(program.hasWholeObjective)
        #expect(program.hasIntegerColumns)
        #expect(program.termCount == 2)
    }

    @Test func infiniteBoundsDoNotExcuseInfiniteValues() {
        var program = LinearProgram()
        program.addColumn()
        #expect(!program.isFeasible([.infinity]))
        #expect(!program.isFeasible([-1]))
        #expect(program.isFeasible([1e12]))
    }

    @Test func removesColumns() {
        var program = LinearProgram()
        let columns = (0..<5).map { program.addColumn(name: "\($0)") }
        program.addRow(terms: columns.map { .init($0, Double($0.offset)) })
        program.removeColumns([ColumnIndex(3), ColumnIndex(0), ColumnIndex(3)])
        #expect(program.columns.map(\.name) == ["1", "2", "4"])
        #expect(program.rows[0].terms.map(\.column.offset) == [0, 1, 2])
        #expect(program.rows[0].terms.map(\.coefficient) == [1, 2, 4])
    }

    @Test func transposes() {
        let entries = Self.small().entriesByColumn()
        #expect(entries.map(\.count) == [1, 1])
        #expect(entries[1][0] == (row: RowIndex(0), coefficient: 2))
    }

    @Test func reportsAllFaultsAtOnce() {
        var program = LinearProgram(name: "line\nbreak")
        program.objectiveConstant = .infinity
        let x = program.addColumn(name: "x", lower: 3, upper: 2, cost: .nan)
        program.addColumn(lower: .infinity, upper: .infinity)
        program.addRow(
            name: "row", lower: .nan, terms: [.init(x, 1), .init(x, .infinity), .init(ColumnIndex(7), 1)],
            origin: "tab\t")
        let faults = program.faults()
        #expect(
            faults.map(\.code) == [
                .notFinite, .badName, .notFinite, .emptyRange, .emptyRange, .badName, .notFinite,
                .duplicateColumn,
                .notFinite, .columnOutOfRange,
            ])
        #expect(faults.allSatisfy { $0.message.contains("Maybe ") })
        #expect(
            faults[3].message
                == "The lower bound 3.0 of column 0 (x) leaves no number up to the upper bound 2.0. Maybe the two were swapped."
        )
        #expect(Self.small().faults().isEmpty)
    }

    @Test func aNegativeIndexIsAFaultAndNoTrap() {
        var program = LinearProgram()
        program.addRow(upper: 1, terms: [.init(ColumnIndex(-1), 1)])
        #expect(program.faults().map(\.code) == [.columnOutOfRange])
    }

    @Test func gapsNearZero() {
        #expect(!SolveLimits.none.isGapReached(incumbent: 0, bound: 0))
        #expect(SolveLimits(absoluteGap: 0.5).isGapReached(incumbent: 0, bound: -0.5))
        #expect(!SolveLimits(relativeGap: 0.5).isGapReached(incumbent: 0, bound: -0.5))
        #expect(SolveLimits(relativeGap: 0.1).isGapReached(incumbent: 10, bound: 9))
    }
}
